/**
 * What happens after a change in the table: one function reads the stream, in order, one batch at a time per shard.
 * A batch that fails is halved until the bad record stands alone; after two hours that record goes to the
 * queue, so that the others can go on long before DynamoDB forgets them (24 hours). Two hours is longer than any
 * rebuild makes the stream wait: on AWS that is at most the quarter of an hour of `Hertoewijzing`.
 */
import { Duration } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { initiatiefKey, meldingKey } from '../../../functions/store/keys.ts'
import { acknowledge } from '../acknowledge.ts'
import { KernpuntFunction } from './KernpuntFunction.ts'

type StreamConsumerProps = {
  table: Table
  gemeente: string
  logRetention: RetentionDays
}

export class StreamConsumer extends Construct {
  readonly function: KernpuntFunction
  /** Where records end that could not be processed: their place in the stream, not their contents. */
  readonly failed: Queue

  constructor(scope: Construct, id: string, { table, ...settings }: StreamConsumerProps) {
    super(scope, id)
    this.failed = new Queue(this, 'Mislukt', { enforceSSL: true, retentionPeriod: Duration.days(14) })
    acknowledge(this.failed, 'SQS3', 'This is the dead-letter queue itself.')

    this.function = new KernpuntFunction(this, 'Function', {
      entry: 'stroom',
      description: 'Kernpunt: tellingen en bewaartermijnen uit de stroom van de tabel',
      memoryMb: 512,
      timeout: Duration.minutes(1),
      ...settings,
      environment: { TABEL: table.tableName },
    })
    // Query: what a rebuild counted around the moment of a change (`functions/store/venster.ts`).
    this.function.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      [table.tableArn],
    )
    acknowledge(
      this,
      'IAM5[Resource::*]',
      'dynamodb:ListStreams knows no resource; reading is granted on this one stream only.',
    )
    this.function.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(2),
        parallelizationFactor: 1,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        maxRecordAge: Duration.hours(2),
        onFailure: new SqsDlq(this.failed),
        // Only what counts: the consumer's own writes never come back to it.
        filters: [
          FilterCriteria.filter({
            dynamodb: { Keys: { sk: { S: FilterRule.or(meldingKey('').sk, initiatiefKey('').sk) } } },
          }),
        ],
      }),
    )
  }
}
