/**
 * Each night: erases personal data whose term is over and photos that nobody sent. A run that was cut off is harmless:
 * what it did not reach waits for the next night.
 */
import { Duration } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { table as tableDefinition } from '../../../functions/store/table.ts'
import { allowFotos } from './allowFotos.ts'
import { KernpuntFunction } from './KernpuntFunction.ts'

type OnderhoudProps = {
  table: Table
  fotoBucket: string
  gemeente: string
  logRetention: RetentionDays
}

export class Onderhoud extends Construct {
  readonly function: KernpuntFunction

  constructor(scope: Construct, id: string, { table, fotoBucket, ...settings }: OnderhoudProps) {
    super(scope, id)
    this.function = new KernpuntFunction(this, 'Function', {
      entry: 'onderhoud',
      description: 'Kernpunt: wist persoonsgegevens waarvan de bewaartermijn voorbij is',
      memoryMb: 512,
      timeout: Duration.minutes(15),
      ...settings,
      environment: { TABEL: table.tableName, FOTOBUCKET: fotoBucket },
    })
    const index = `${table.tableArn}/index/${tableDefinition.index.name}`
    const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']
    this.function.allow(['dynamodb:GetItem', 'dynamodb:Scan', ...writes], [table.tableArn])
    this.function.allow(['dynamodb:Query'], [table.tableArn, index])
    allowFotos(this.function, fotoBucket, { ruw: ['s3:DeleteObject'], schoon: ['s3:DeleteObject'] })
    new Rule(this, 'ElkeNacht', {
      description: 'Kernpunt: wissen wat niet langer bewaard mag blijven',
      schedule: Schedule.cron({ hour: '2', minute: '30' }),
      targets: [new LambdaFunction(this.function, { retryAttempts: 2 })],
    })
  }
}
