/** The table of `functions/store/table.ts` on a local engine. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { table } from '../../functions/store/table.ts'

const { partitionKey, sortKey, index, stream, ttlAttribute } = table

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

const definition = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [partitionKey, sortKey, index.partitionKey, index.sortKey].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  KeySchema: keySchema(partitionKey, sortKey),
  GlobalSecondaryIndexes: [
    {
      IndexName: index.name,
      KeySchema: keySchema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
})

/** The parts of a table that `table.ts` decides, as text to compare. */
const essence = (description: CreateTableCommandInput | TableDescription): string => {
  const { KeySchema, GlobalSecondaryIndexes, StreamSpecification } = description
  const indexes = (GlobalSecondaryIndexes ?? []).map((entry) => [
    entry.IndexName,
    entry.KeySchema?.map(({ AttributeName }) => AttributeName),
    [...(entry.Projection?.NonKeyAttributes ?? [])].sort(),
  ])
  const keys = KeySchema?.map(({ AttributeName }) => AttributeName)
  return JSON.stringify([keys, indexes, StreamSpecification?.StreamViewType])
}

const describe = async (client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

/**
 * Makes the table when it is not there, with index, stream and expiry.
 * @throws Error with a Dutch sentence when there is a table that an older version made differently.
 */
export const ensureTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const present = await describe(client, TableName)
  if (present && essence(present) !== essence(definition(TableName)))
    throw new Error(
      `De tabel ${TableName} hoort bij een andere versie van Kernpunt. Begin met een schone gegevensmap.`,
    )
  if (!present) {
    await client.send(new CreateTableCommand(definition(TableName)))
    await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName })
  }
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }))
  if (TimeToLiveDescription?.TimeToLiveStatus !== 'ENABLED')
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
      }),
    )
}
