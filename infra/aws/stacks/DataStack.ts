/** What may never get lost: the one table, as `functions/store/table.ts` describes it, and the photos. */
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { fotoMap } from '../../../functions/contract/foto.ts'
import { table } from '../../../functions/store/table.ts'
import { acknowledge } from '../acknowledge.ts'
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
    this.#addFotos(props.environment)
  }

  /**
   * Browsers send pictures here by a signed form and fetch cleaned ones by a signed address. No versions: what was
   * erased is gone. What comes in says so on the event bus (as a property: CDK's own switch brings a function of its own
   * with wide grants), and is gone after a day, cleaned or not.
   */
  #addFotos({ fotoBucket, domain }: Environment): void {
    const bucket = new Bucket(this, 'Fotos', {
      bucketName: fotoBucket,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [
        { prefix: fotoMap.ruw, expiration: Duration.days(1) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [`https://${domain}`],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const cfn = bucket.node.defaultChild as CfnBucket
    cfn.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    acknowledge(
      bucket,
      'S1',
      'Access logs would hold the addresses of residents; each address is signed for minutes.',
    )
  }
}
