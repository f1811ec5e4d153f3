/**
 * Cleans each picture that comes into the bucket: one picture, one call, so a picture that was made to break a decoder
 * breaks nothing else. What fails is called again by Lambda, twice; then what came in goes by itself within a day, and
 * who sent it reads that it did not arrive.
 */
import { Duration } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { fotoMap } from '../../../functions/contract/foto.ts'
import { allowFotos } from './allowFotos.ts'
import { KernpuntFunction } from './KernpuntFunction.ts'

type FotoreinigingProps = {
  table: Table
  fotoBucket: string
  gemeente: string
  logRetention: RetentionDays
}

export class Fotoreiniging extends Construct {
  readonly function: KernpuntFunction

  constructor(scope: Construct, id: string, { table, fotoBucket, ...settings }: FotoreinigingProps) {
    super(scope, id)
    this.function = new KernpuntFunction(this, 'Function', {
      entry: 'foto',
      description: 'Kernpunt: maakt een foto schoon',
      // Forty megapixels are 160 MB, a few times over; more memory is also more processor.
      memoryMb: 2048,
      timeout: Duration.minutes(1),
      native: 'sharp',
      ...settings,
      environment: { TABEL: table.tableName, FOTOBUCKET: fotoBucket },
    })
    this.function.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [table.tableArn])
    allowFotos(this.function, fotoBucket, {
      ruw: ['s3:GetObject', 's3:DeleteObject'],
      schoon: ['s3:PutObject'],
    })
    new Rule(this, 'Binnen', {
      description: 'Kernpunt: er is een foto binnengekomen',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [fotoBucket] }, object: { key: [{ prefix: fotoMap.ruw }] } },
      },
      targets: [new LambdaFunction(this.function, { retryAttempts: 8, maxEventAge: Duration.hours(1) })],
    })
  }
}
