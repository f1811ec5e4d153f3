/**
 * Mail: a function that a clock wakes every minute to send what is ready, and at seven on working days for the mail to
 * the teams; and one that hears what came back. The stream only writes down that there is a mail, so trouble with mail
 * holds up nothing. A failed run needs no queue: what it did not send is still ready a minute later.
 */
import { Duration, Stack } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { table as tableDefinition } from '../../../functions/store/table.ts'
import type { MailStack } from '../stacks/MailStack.ts'
import { KernpuntFunction } from './KernpuntFunction.ts'

type PostProps = {
  table: Table
  mail: MailStack
  mailFrom: string
  /** Where the web lives. */
  webadres: string
  /** Secret that addresses are hashed with where they are counted. */
  sleutel: string
  gemeente: string
  logRetention: RetentionDays
}

export class Post extends Construct {
  readonly sender: KernpuntFunction
  /** Hears what came back. */
  readonly returns: KernpuntFunction

  constructor(
    scope: Construct,
    id: string,
    { table, mail, mailFrom, webadres, sleutel, ...settings }: PostProps,
  ) {
    super(scope, id)
    const { identity, configuration } = mail
    const TABEL = table.tableName

    this.sender = new KernpuntFunction(this, 'Verzender', {
      entry: 'post',
      description: 'Kernpunt: verstuurt mail aan melders, volgers en teams',
      memoryMb: 512,
      timeout: Duration.minutes(1),
      ...settings,
      environment: {
        TABEL,
        WEBADRES: webadres,
        CURSOR_SLEUTEL: sleutel,
        AFZENDER: mailFrom,
        MAILCONFIGURATIE: configuration.configurationSetName,
      },
    })
    const index = `${table.tableArn}/index/${tableDefinition.index.name}`
    this.sender.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn])
    this.sender.allow(['dynamodb:Query'], [table.tableArn, index])
    const configurationArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configuration.configurationSetName,
    })
    // A mail that was composed here is "raw" to SES, and asks for both.
    this.sender.allow(['ses:SendEmail', 'ses:SendRawEmail'], [identity.emailIdentityArn, configurationArn])
    new Rule(this, 'ElkeMinuut', {
      description: 'Kernpunt: mail die klaarstaat',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.sender, { retryAttempts: 0, event: RuleTargetInput.fromObject({}) })],
    })
    const clock = new Role(this, 'KlokRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
    clock.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.sender.functionArn] }),
    )
    // A rule knows no time zone.
    new CfnSchedule(this, 'Dagbericht', {
      description: 'Kernpunt: wat bijna of te laat is, aan elk team; feestdagen slaat de functie zelf over',
      scheduleExpression: 'cron(0 7 ? * MON-FRI *)',
      scheduleExpressionTimezone: 'Europe/Amsterdam',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.sender.functionArn,
        roleArn: clock.roleArn,
        input: JSON.stringify({ taak: 'dagbericht' }),
        retryPolicy: {
          maximumRetryAttempts: 5,
          maximumEventAgeInSeconds: Duration.hours(3).toSeconds(),
        },
      },
    })

    this.returns = new KernpuntFunction(this, 'Terugkeer', {
      entry: 'postbus',
      description: 'Kernpunt: mail die terugkwam',
      memoryMb: 256,
      timeout: Duration.seconds(20),
      ...settings,
      environment: { TABEL },
    })
    this.returns.allow(['dynamodb:UpdateItem'], [table.tableArn])
    new Rule(this, 'Teruggekomen', {
      description: 'Kernpunt: mail die terugkwam',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Bounce', 'Complaint', 'Reject'],
          mail: { tags: { 'ses:configuration-set': [configuration.configurationSetName] } },
        },
      },
      targets: [new LambdaFunction(this.returns, { retryAttempts: 10 })],
    })
  }
}
