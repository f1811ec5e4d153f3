import { describe, expect, test } from 'vitest'
import {
  actionsOf,
  environment,
  grantsOf,
  type Resource,
  resourcesOf,
  stacks,
  theOne,
} from '../support/infra.ts'

const { api, mail } = stacks

describe('the sender', () => {
  test('is the domain of the settings, whose records somebody put in DNS, so it is never thrown away', () => {
    const identity = theOne(mail, 'AWS::SES::EmailIdentity')
    expect(identity.DeletionPolicy).toBe('Retain')
    expect(identity.Properties.EmailIdentity).toBe(environment.mailFrom.split('@')[1])
    expect(identity.Properties.FeedbackAttributes.EmailForwardingEnabled).toBe(false)
  })

  test('asks for TLS, and stops writing to who bounced or complained', () => {
    const { DeliveryOptions, SuppressionOptions } = theOne(mail, 'AWS::SES::ConfigurationSet').Properties
    expect(DeliveryOptions.TlsPolicy).toBe('REQUIRE')
    expect([...SuppressionOptions.SuppressedReasons].sort()).toEqual(['BOUNCE', 'COMPLAINT'])
  })

  test('hears of mail that came back, and of nobody who opened one or followed its link', () => {
    const { EventDestination } = theOne(mail, 'AWS::SES::ConfigurationSetEventDestination').Properties
    expect([...EventDestination.MatchingEventTypes].sort()).toEqual(['bounce', 'complaint', 'reject'])
  })
})

describe('the functions of mail', () => {
  const dynamo = (name: string) =>
    grantsOf(api, name)
      .flatMap(actionsOf)
      .filter((action) => action.startsWith('dynamodb:'))
      .map((action) => action.slice('dynamodb:'.length))
      .sort()

  test('read and write what they need of the table and delete nothing', () => {
    expect(dynamo('PostVerzender')).toEqual(['GetItem', 'PutItem', 'Query', 'UpdateItem'])
    expect(dynamo('PostTerugkeer')).toEqual(['UpdateItem'])
  })

  test('send as this one sender, and only the first of them does', () => {
    const sending = grantsOf(api).filter((grant) =>
      actionsOf(grant).some((action) => action.startsWith('ses:')),
    )
    expect(sending).toEqual(
      grantsOf(api, 'PostVerzender').filter((grant) => actionsOf(grant).includes('ses:SendEmail')),
    )
    expect(sending.map(({ Resource }) => [Resource].flat().length)).toEqual([2])
    expect(JSON.stringify(sending)).not.toContain('"*"')
  })

  test('know no secret but the one that addresses are counted with', () => {
    const names = Object.entries(api.Resources)
      .filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith('Post'))
      .map(([, { Properties }]) => Object.keys(Properties.Environment.Variables).sort())
    const common = ['GEMEENTE', 'GEODATA', 'NODE_OPTIONS', 'TABEL']
    expect(names).toEqual([
      [...common, 'AFZENDER', 'CURSOR_SLEUTEL', 'MAILCONFIGURATIE', 'WEBADRES'].sort(),
      common,
    ])
  })
})

describe('the clocks of mail', () => {
  const rulesOf = (name: string): Resource[] =>
    resourcesOf(api, 'AWS::Events::Rule').filter(({ Properties }) =>
      JSON.stringify(Properties.Targets).includes(name),
    )

  test('wake the sender every minute', () => {
    expect(rulesOf('PostVerzender').map(({ Properties }) => Properties.ScheduleExpression)).toEqual([
      'rate(1 minute)',
    ])
  })

  test('strike seven in Amsterdam on working days, in summer and winter', () => {
    const { Properties } = theOne(api, 'AWS::Scheduler::Schedule')
    expect(Properties).toMatchObject({
      ScheduleExpression: 'cron(0 7 ? * MON-FRI *)',
      ScheduleExpressionTimezone: 'Europe/Amsterdam',
      FlexibleTimeWindow: { Mode: 'OFF' },
    })
    expect(JSON.parse(Properties.Target.Input)).toEqual({ taak: 'dagbericht' })
  })

  test('pass on what came back through our own configuration only', () => {
    const [rule] = rulesOf('PostTerugkeer')
    const { source, detail } = rule!.Properties.EventPattern
    expect(source).toEqual(['aws.ses'])
    expect(detail.eventType).toEqual(['Bounce', 'Complaint', 'Reject'])
    expect(JSON.stringify(detail.mail.tags['ses:configuration-set'])).toContain('Configuratie')
  })
})
