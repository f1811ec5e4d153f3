import { expect, test } from 'vitest'
import { rollen } from '../../functions/contract/route.ts'
import { table } from '../../functions/store/table.ts'
import { environment, resourcesOf, stacks, theOne } from '../support/infra.ts'

const { data, identity } = stacks
const dynamo = theOne(data, 'AWS::DynamoDB::Table')

test('keeps the table when its stack goes, can restore it to any second, and refuses to delete it', () => {
  expect(dynamo.DeletionPolicy).toBe('Retain')
  expect(dynamo.UpdateReplacePolicy).toBe('Retain')
  expect(dynamo.Properties.DeletionProtectionEnabled).toBe(true)
  expect(dynamo.Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true)
})

test('makes the table that functions/store describes', () => {
  const { KeySchema, GlobalSecondaryIndexes, TimeToLiveSpecification, StreamSpecification, BillingMode } =
    dynamo.Properties
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ]
  expect(KeySchema).toEqual(keys(table.partitionKey, table.sortKey))
  expect(GlobalSecondaryIndexes).toEqual([
    {
      IndexName: table.index.name,
      KeySchema: keys(table.index.partitionKey, table.index.sortKey),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...table.index.projected] },
    },
  ])
  expect(TimeToLiveSpecification).toEqual({ AttributeName: table.ttlAttribute, Enabled: true })
  expect(StreamSpecification).toEqual({ StreamViewType: table.stream })
  expect(BillingMode).toBe('PAY_PER_REQUEST')
})

test('projects no text, no contact data and no secret into lists', () => {
  const [{ Projection }] = dynamo.Properties.GlobalSecondaryIndexes
  for (const personal of ['omschrijving', 'contact', 'volgcode', 'geschiedenis']) {
    expect(Projection.NonKeyAttributes).not.toContain(personal)
  }
})

test('keeps the accounts of staff and asks every one of them for a second factor', () => {
  const pool = theOne(identity, 'AWS::Cognito::UserPool')
  expect(pool.DeletionPolicy).toBe('Retain')
  expect(pool.Properties).toMatchObject({
    DeletionProtection: 'ACTIVE',
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  })
})

test('has a group per role of the route table', () => {
  const groups = resourcesOf(identity, 'AWS::Cognito::UserPoolGroup').map(
    ({ Properties }) => Properties.GroupName,
  )
  expect(groups.sort()).toEqual([...rollen].sort())
})

test('lets the web sign in by code only, without a secret, and come back to one address', () => {
  expect(theOne(identity, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    CallbackURLs: [`https://${environment.domain}/aanmelden/klaar`],
    LogoutURLs: [`https://${environment.domain}/`],
  })
})
