/**
 * The table of `infra/webHeaders.ts` as CloudFront wants it: the security headers it knows by name as settings (it
 * refuses those as plain headers), the rest as they are.
 */
import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  type HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { webHeaders } from '../../webHeaders.ts'

export class WebHeadersPolicy extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, origins: { issuer: string; signIn: string; fotos: string }) {
    const {
      'content-security-policy': contentSecurityPolicy = '',
      'strict-transport-security': transport = '',
      'referrer-policy': referrerPolicy,
      'x-frame-options': _deny,
      'x-content-type-options': _nosniff,
      ...others
    } = webHeaders({ ...origins, signIn: [origins.signIn] })
    const override = true
    super(scope, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(transport)?.[1])),
          includeSubdomains: transport.includes('includeSubDomains'),
          override,
        },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: referrerPolicy as HeadersReferrerPolicy, override },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override })),
      },
    })
  }
}
