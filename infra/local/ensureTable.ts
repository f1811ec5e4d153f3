/** The table of `functions/store/table.ts` on a local engine. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { table } from '../../functions/store/table.ts'

const { partitionKey, sortKey, index, stream, ttlAttribute } = table

const strings = (names: string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }))

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

const lijst = {
  IndexName: index.name,
  KeySchema: keySchema(index.partitionKey, index.sortKey),
  Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projected] },
}

const definition = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: strings([partitionKey, sortKey, index.partitionKey, index.sortKey]),
  KeySchema: keySchema(partitionKey, sortKey),
  GlobalSecondaryIndexes: [lijst],
  StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
})

type Description = CreateTableCommandInput | TableDescription

/** The parts of a table that `table.ts` decides, as text to compare. */
const essence = ({ KeySchema, StreamSpecification }: Description): string =>
  JSON.stringify([KeySchema?.map(({ AttributeName }) => AttributeName), StreamSpecification?.StreamViewType])

const indexEssence = ({ GlobalSecondaryIndexes = [] }: Description): string =>
  JSON.stringify(
    GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => [
      IndexName,
      KeySchema?.map(({ AttributeName }) => AttributeName),
      [...(Projection?.NonKeyAttributes ?? [])].sort(),
    ]),
  )

const describe = async (client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

/** Only for the embedded engine, which fills the new index from the table before it answers. */
const renewIndex = async (client: DynamoDBClient, present: TableDescription): Promise<void> => {
  const { TableName, GlobalSecondaryIndexes = [] } = present
  for (const { IndexName } of GlobalSecondaryIndexes)
    await client.send(
      new UpdateTableCommand({ TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] }),
    )
  await client.send(
    new UpdateTableCommand({
      TableName,
      AttributeDefinitions: strings([index.partitionKey, index.sortKey]),
      GlobalSecondaryIndexUpdates: [{ Create: lijst }],
    }),
  )
}

/**
 * Makes the table when it is not there, with index, stream and expiry. One whose index an older version made
 * differently gets a new index; `upgrade` first gives its items what they lack. Without `upgrade` the table is not
 * ours alone (AWS, another engine): then nothing is deleted, because a service may be reading that index.
 * @throws Error with a Dutch sentence when the table was made differently, or only its index without `upgrade`.
 */
export const ensureTable = async (
  client: DynamoDBClient,
  TableName: string,
  upgrade?: () => Promise<void>,
): Promise<void> => {
  const present = await describe(client, TableName)
  const wanted = definition(TableName)
  if (present && essence(present) !== essence(wanted))
    throw new Error(
      `De tabel ${TableName} hoort bij een andere versie van Kernpunt. Begin met een schone gegevensmap.`,
    )
  if (present && indexEssence(present) !== indexEssence(wanted)) {
    if (!upgrade)
      throw new Error(
        `De index van tabel ${TableName} hoort bij een andere versie van Kernpunt. Gebruik die versie; er is niets veranderd.`,
      )
    await upgrade()
    await renewIndex(client, present)
  }
  if (!present) {
    await client.send(new CreateTableCommand(wanted))
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
