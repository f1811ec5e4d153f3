/** Photos on AWS: who may do what with them, and where they go when they come in. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { adresHeader, randHeader } from '../../functions/contract/rand.ts'
import { actionsOf, environment, grantsOf, resourcesOf, stacks, theOne } from '../support/infra.ts'
import { root } from '../support/sources.ts'

const { data, api, web } = stacks
const origin = `https://${environment.fotoBucket}.s3.${environment.region}.amazonaws.com`

describe('the bucket of photos', () => {
  const bucket = theOne(data, 'AWS::S3::Bucket')
  const { Properties } = bucket

  test('is private, encrypted, and kept when its stack goes', () => {
    expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
    const [{ ServerSideEncryptionByDefault }] = Properties.BucketEncryption.ServerSideEncryptionConfiguration
    expect(ServerSideEncryptionByDefault.SSEAlgorithm).toBe('AES256')
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain'])
    const [denied] = theOne(data, 'AWS::S3::BucketPolicy').Properties.PolicyDocument.Statement
    expect(denied).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
  })

  test('forgets what came in within a day, and keeps no earlier version of what was erased', () => {
    const rules: { Prefix?: string; ExpirationInDays?: number }[] = Properties.LifecycleConfiguration.Rules
    expect(rules.filter(({ ExpirationInDays }) => ExpirationInDays)).toMatchObject([
      { Prefix: 'ruw/', ExpirationInDays: 1 },
    ])
    expect(Properties).not.toHaveProperty('VersioningConfiguration')
  })

  test('takes forms from the own web only', () => {
    expect(Properties.CorsConfiguration.CorsRules).toMatchObject([
      { AllowedMethods: ['POST'], AllowedOrigins: [`https://${environment.domain}`] },
    ])
  })

  test('says what comes in on the event bus, and only that is cleaned', () => {
    expect(Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    })
    const rules = resourcesOf(api, 'AWS::Events::Rule').filter(({ Properties: rule }) => rule.EventPattern)
    const pattern = rules
      .map(({ Properties: rule }) => rule.EventPattern)
      .find(({ source }) => source[0] === 'aws.s3')
    expect(pattern).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [environment.fotoBucket] }, object: { key: [{ prefix: 'ruw/' }] } },
    })
  })

  test('brings along no function of CDK’s own', () => {
    expect(resourcesOf(data, 'AWS::Lambda::Function')).toEqual([])
  })
})

describe('the grants on photos', () => {
  const ofS3 = (name: string) =>
    grantsOf(api, name)
      .filter((statement) => actionsOf(statement).some((action) => action.startsWith('s3:')))
      .map((statement) => [statement.Resource, actionsOf(statement).sort()])
  const ruw = `arn:aws:s3:::${environment.fotoBucket}/ruw/*`
  const schoon = `arn:aws:s3:::${environment.fotoBucket}/schoon/*`

  test('let nobody but who cleans read what came in', () => {
    expect(ofS3('Api')).toEqual([
      [ruw, ['s3:PutObject']],
      [schoon, ['s3:GetObject']],
    ])
    expect(ofS3('Formulier')).toEqual([[ruw, ['s3:PutObject']]])
    expect(ofS3('Foto')).toEqual([
      [ruw, ['s3:DeleteObject', 's3:GetObject']],
      [schoon, ['s3:PutObject']],
    ])
    for (const other of ['Stroom', 'Hertoewijzing', 'Post']) expect(ofS3(other)).toEqual([])
  })

  test('let who cleans change its record and nothing else in the table', () => {
    const actions = grantsOf(api, 'Foto').flatMap(actionsOf)
    expect(actions.filter((action) => action.startsWith('dynamodb:')).sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:UpdateItem',
    ])
  })
})

test('what cleans knows its table and bucket and no secret, on the processor its decoder was built for', () => {
  const [, cleaner] = Object.entries(api.Resources).find(([id]) => /^FotoFunction[0-9A-F]{8}$/.test(id))!
  const { Architectures, Environment, MemorySize } = cleaner.Properties
  expect(Object.keys(Environment.Variables).sort()).toEqual([
    'FOTOBUCKET',
    'GEMEENTE',
    'GEODATA',
    'NODE_OPTIONS',
    'TABEL',
  ])
  expect([Architectures, MemorySize]).toEqual([['x86_64'], 2048])
})

test('the web may send photos to the bucket and show them, and nothing more than that', () => {
  const { ResponseHeadersPolicyConfig } = theOne(web, 'AWS::CloudFront::ResponseHeadersPolicy').Properties
  const policy: string =
    ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy
  const allowed = policy.split('; ').filter((directive) => directive.includes(origin))
  expect(allowed.map((directive) => directive.split(' ')[0])).toEqual(['img-src', 'connect-src'])
})

describe('our edge', () => {
  const { DistributionConfig } = theOne(web, 'AWS::CloudFront::Distribution').Properties

  test('says who calls, and overwrites what somebody wrote there', () => {
    const code = readFileSync(`${root}infra/aws/constructs/rand.js`, 'utf8')
    const event = {
      viewer: { ip: '2001:db8::7' },
      request: { uri: '/v1/meldingen', headers: { [adresHeader]: { value: '192.0.2.1' } } },
    }
    const request = runInNewContext(`${code}; handler(event)`, { event })
    expect(request).toEqual({ uri: '/v1/meldingen', headers: { [adresHeader]: { value: '2001:db8::7' } } })
    for (const { FunctionAssociations } of DistributionConfig.CacheBehaviors)
      expect(FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }])
  })

  test('sends a secret along, that only the functions behind it know', () => {
    const headers = DistributionConfig.Origins.flatMap(
      (each: { OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }) =>
        each.OriginCustomHeaders ?? [],
    )
    expect(headers.map(({ HeaderName }: { HeaderName: string }) => HeaderName)).toEqual([randHeader])
    expect(JSON.stringify(headers[0].HeaderValue)).toContain('{{resolve:secretsmanager:')
    const knowing = Object.entries(api.Resources)
      .filter(([, { Properties }]) => Properties?.Environment?.Variables?.RAND_SLEUTEL)
      .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))
    expect(knowing.sort()).toEqual(['Api', 'Formulier'])
  })
})
