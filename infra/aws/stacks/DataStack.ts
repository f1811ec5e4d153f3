/** What may never get lost: the one table, as `functions/store/table.ts` describes it. */
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { table } from '../../../functions/store/table.ts'
import type { Environment } from '../config.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

export class DataStack extends Stack {
  readonly table: Table

  constructor(scope: Construct, id: string, props: StackProps & { environment: Environment }) {
    super(scope, id, { ...props, description: 'Kernpunt: meldingen, initiatieven en wijkbudgetten' })
    this.table = new Table(this, 'Table', {
      partitionKey: text(table.partitionKey),
      sortKey: text(table.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: table.ttlAttribute,
      stream: StreamViewType[table.stream],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
      deletionProtection: true,
    })
    this.table.addGlobalSecondaryIndex({
      indexName: table.index.name,
      partitionKey: text(table.index.partitionKey),
      sortKey: text(table.index.sortKey),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...table.index.projected],
    })
  }
}
