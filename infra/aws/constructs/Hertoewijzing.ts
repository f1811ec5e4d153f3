/**
 * Gives open meldingen and initiatieven their kern when a kernindeling comes into force: called when one is adopted,
 * and each hour for one that waits for its day. It keeps its progress in the table, so the next call goes on where a
 * call was cut off; a failed call therefore needs no queue.
 */
import { Duration } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { hertoewijzingPartition } from '../../../functions/store/keys.ts'
import { table as tableDefinition } from '../../../functions/store/table.ts'
import { acknowledge } from '../acknowledge.ts'
import { KernpuntFunction } from './KernpuntFunction.ts'

type HertoewijzingProps = {
  table: Table
  gemeente: string
  logRetention: RetentionDays
  environment: Record<string, string>
}

export class Hertoewijzing extends Construct {
  readonly function: KernpuntFunction

  constructor(scope: Construct, id: string, { table, ...settings }: HertoewijzingProps) {
    super(scope, id)
    this.function = new KernpuntFunction(this, 'Function', {
      entry: 'hertoewijzing',
      description: 'Kernpunt: geeft wat open is zijn kern in een nieuwe indeling',
      memoryMb: 1024,
      timeout: Duration.minutes(15),
      ...settings,
    })
    const index = `${table.tableArn}/index/${tableDefinition.index.name}`
    const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem']
    this.function.allow(['dynamodb:GetItem', 'dynamodb:Scan', ...writes], [table.tableArn])
    this.function.allow(['dynamodb:Query'], [table.tableArn, index])
    acknowledge(
      this,
      'IAM5[Resource::*]',
      'dynamodb:ListStreams knows no resource; reading is granted on this one stream only.',
    )
    this.function.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 1,
        retryAttempts: 3,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { pk: { S: FilterRule.isEqual(hertoewijzingPartition) } } },
          }),
        ],
      }),
    )
    new Rule(this, 'ElkUur', {
      description: 'Kernpunt: een indeling die vandaag ingaat, geldt vanaf middernacht',
      schedule: Schedule.cron({ minute: '1' }),
      targets: [new LambdaFunction(this.function, { retryAttempts: 1 })],
    })
  }
}
