/**
 * What residents open: the web from a private bucket and the API behind the same address, so that a browser needs no
 * CORS. The files come by `aws s3 sync` (see `infra/README.md`), not from this stack.
 */
import { fileURLToPath } from 'node:url'
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { randHeader } from '../../../functions/contract/rand.ts'
import { formulierPad, routes, securityPad } from '../../../functions/contract/routes.ts'
import { acknowledge, acknowledgeWarning } from '../acknowledge.ts'
import type { Environment } from '../config.ts'
import { WebHeadersPolicy } from '../constructs/WebHeadersPolicy.ts'
import type { ApiStack } from './ApiStack.ts'
import type { IdentityStack } from './IdentityStack.ts'

type WebStackProps = StackProps & { environment: Environment; api: ApiStack; identity: IdentityStack }

/** Path patterns of the functions: the version prefix of the route table, the form, and where to report a weakness. */
const apiPatterns = [
  ...new Set(Object.values(routes).map(({ path }) => `/${path.split('/')[1]}/*`)),
  formulierPad,
  securityPad,
]

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, { ...props, description: 'Kernpunt: het web en het adres van de API' })
    const { domain } = props.environment
    const certificate = new CfnParameter(this, 'CertificateArn', {
      description: `ACM certificate for ${domain} in us-east-1 (CloudFront takes no other region)`,
      allowedPattern: 'arn:aws:acm:us-east-1:[0-9]{12}:certificate/.+',
    })
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, 'S1', 'Only CloudFront reads here; access logs would say nothing about people.')

    const api = this.#apiBehavior(props)
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Kernpunt',
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate.valueAsString),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: this.#webBehavior(bucket, props),
      additionalBehaviors: Object.fromEntries(apiPatterns.map((pattern) => [pattern, api])),
      // A refusal is never remembered: the melding that is not there now may be there a second later.
      errorResponses: [403, 404, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
    })
    acknowledge(distribution, 'CFR1', 'A municipal service that people also use from abroad.')
    acknowledge(
      distribution,
      'CFR2',
      'Throttled at the API; a firewall is a monthly cost for the gemeente to choose.',
    )
    acknowledge(
      distribution,
      'CFR3',
      'Access logs would hold the addresses of visitors; the API logs without them.',
    )

    acknowledgeWarning(
      distribution,
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'The root is index.html and no query string reaches the bucket, so nobody can list it.',
    )

    new CfnOutput(this, 'Bucket', { value: bucket.bucketName })
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId })
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName })
  }

  #webBehavior(bucket: Bucket, { identity, environment }: WebStackProps): BehaviorOptions {
    return {
      // LIST makes S3 answer 404 for a file that is not there, instead of 403.
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new WebHeadersPolicy(this, 'Headers', {
        ...identity.origins,
        fotos: `https://${environment.fotoBucket}.s3.${environment.region}.amazonaws.com`,
      }),
      functionAssociations: [
        this.#beforeRequest('Pages', 'pages.js', 'Kernpunt: elke pagina van het web is index.html'),
      ],
    }
  }

  #beforeRequest(id: string, file: string, comment: string): FunctionAssociation {
    const filePath = fileURLToPath(new URL(`../constructs/${file}`, import.meta.url))
    const code = FunctionCode.fromFile({ filePath })
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, id, { runtime: FunctionRuntime.JS_2_0, comment, code }),
    }
  }

  /** The edge keeps only what the API itself calls public (30 s), and apart for whoever is signed in. */
  #apiBehavior({ api, environment }: WebStackProps): BehaviorOptions {
    return {
      origin: new HttpOrigin(`${api.api.apiId}.execute-api.${environment.region}.amazonaws.com`, {
        customHeaders: { [randHeader]: api.rand.secretValue.unsafeUnwrap() },
      }),
      functionAssociations: [
        this.#beforeRequest('Rand', 'rand.js', 'Kernpunt: van welk adres een verzoek komt'),
      ],
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      cachePolicy: new CachePolicy(this, 'ApiCache', {
        comment: 'Kernpunt: de API zegt zelf wat bewaard mag worden',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.minutes(1),
        headerBehavior: CacheHeaderBehavior.allowList('Authorization', 'Accept', 'Volgcode'),
        queryStringBehavior: CacheQueryStringBehavior.all(),
        cookieBehavior: CacheCookieBehavior.none(),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
      }),
    }
  }
}
