import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { formulierPad, securityPad } from '../../functions/contract/routes.ts'
import { webHeaders } from '../../infra/webHeaders.ts'
import { resourcesOf, stacks, theOne } from '../support/infra.ts'
import { root } from '../support/sources.ts'

const { web, observability } = stacks
const issuer = 'https://aanmelden.voorbeeld.nl/oidc'

describe('the headers of the web', () => {
  const headers = webHeaders({ issuer, signIn: ['https://inloggen.voorbeeld.nl'] })
  const policy = headers['content-security-policy']!

  test('know no unsafe source and no inline script or style', () => {
    expect(policy).not.toMatch(/unsafe-|nonce-|\*/)
    for (const own of ['script-src', 'style-src', 'worker-src', 'default-src', 'font-src']) {
      expect(policy.split('; ')).toContain(`${own} 'self'`)
    }
  })

  test('allow the identity provider by its origin, once each', () => {
    expect(policy).toContain(
      "form-action 'self' https://aanmelden.voorbeeld.nl https://inloggen.voorbeeld.nl;",
    )
    expect(webHeaders({ issuer, signIn: [issuer] })['content-security-policy']).toContain(
      "form-action 'self' https://aanmelden.voorbeeld.nl;",
    )
  })

  test('let nobody frame the page and leave location to the own page', () => {
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=(self)'),
    })
  })

  test('refuse an issuer that is no address', () => {
    expect(() => webHeaders({ issuer: 'aanmelden' })).toThrow()
  })

  test('are the ones CloudFront sends', () => {
    const { ResponseHeadersPolicyConfig } = theOne(web, 'AWS::CloudFront::ResponseHeadersPolicy').Properties
    const { SecurityHeadersConfig, CustomHeadersConfig } = ResponseHeadersPolicyConfig
    const { ContentSecurityPolicy } = SecurityHeadersConfig.ContentSecurityPolicy
    expect(ContentSecurityPolicy).toContain('https://cognito-idp.')
    expect(ContentSecurityPolicy).toContain('.amazoncognito.com')
    expect(ContentSecurityPolicy.split('; ').map((directive: string) => directive.split(' ')[0])).toEqual(
      policy.split('; ').map((directive) => directive.split(' ')[0]),
    )
    expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(63072000)
    expect(SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy).toBe(headers['referrer-policy'])
    expect(CustomHeadersConfig.Items).toEqual([
      { Header: 'permissions-policy', Override: true, Value: headers['permissions-policy'] },
    ])
  })
})

describe('the distribution', () => {
  const { DistributionConfig } = theOne(web, 'AWS::CloudFront::Distribution').Properties

  test('sends the API, the form and security.txt to the gateway and the rest to the bucket', () => {
    const behaviors: { PathPattern: string; TargetOriginId: string }[] = DistributionConfig.CacheBehaviors
    expect(behaviors.map(({ PathPattern }) => PathPattern)).toEqual(['/v1/*', formulierPad, securityPad])
    for (const { TargetOriginId } of behaviors) {
      expect(TargetOriginId).not.toBe(DistributionConfig.DefaultCacheBehavior.TargetOriginId)
    }
  })

  test('never remembers a refusal and never replaces the problem+json of the API', () => {
    for (const { ErrorCachingMinTTL, ResponsePagePath } of DistributionConfig.CustomErrorResponses) {
      expect([ErrorCachingMinTTL, ResponsePagePath]).toEqual([0, undefined])
    }
  })

  test('keeps API replies no longer than the API allows, apart per question and caller, over https alone', () => {
    const { CachePolicyConfig } = theOne(web, 'AWS::CloudFront::CachePolicy').Properties
    const { HeadersConfig, QueryStringsConfig } = CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin
    expect(CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
    expect(CachePolicyConfig.MaxTTL).toBeLessThanOrEqual(60)
    expect(QueryStringsConfig.QueryStringBehavior).toBe('all')
    expect(HeadersConfig.Headers).toEqual(expect.arrayContaining(['Authorization', 'Accept', 'Volgcode']))
    for (const { ViewerProtocolPolicy } of DistributionConfig.CacheBehaviors)
      expect(ViewerProtocolPolicy).toBe('https-only')
  })

  test('opens the bucket to nobody else', () => {
    const { PublicAccessBlockConfiguration } = theOne(web, 'AWS::S3::Bucket').Properties
    expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
  })

  test.each([
    ['/', '/index.html'],
    ['/melden', '/index.html'],
    ['/mijn-kern/schoorl', '/index.html'],
    ['/assets/index-4f7k.js', '/assets/index-4f7k.js'],
    ['/bestaat-niet.png', '/bestaat-niet.png'],
  ])('answers %s with %s', (uri, served) => {
    const code = readFileSync(`${root}infra/aws/constructs/pages.js`, 'utf8')
    const request = runInNewContext(`${code}; handler(event)`, { event: { request: { uri } } })
    expect(request.uri).toBe(served)
  })
})

test('every alarm says whom it hurts and reaches somebody', () => {
  const alarms = resourcesOf(observability, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties)
  expect(alarms.length).toBeGreaterThanOrEqual(5)
  for (const { AlarmDescription, AlarmActions } of alarms) {
    expect(AlarmDescription).toMatch(/^(Bewoners|Coördinatoren)/)
    expect(AlarmActions).toHaveLength(1)
  }
  expect(theOne(observability, 'AWS::SNS::Subscription').Properties.Protocol).toBe('email')
})
