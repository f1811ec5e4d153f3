/** The whole table, page by page: for jobs, never behind a request. */
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { type Attributes, fromAttributes, type Values } from './attributes.ts'
import type { Connection } from './connection.ts'
import { alias, aliases } from './keys.ts'

/**
 * Strongly consistent: everything that was written before the scan began is in it, in a version at least that
 * new. Only these attributes are read from each item.
 */
export async function* scanPages(
  { client, tableName }: Connection,
  attributes: readonly string[],
): AsyncIterable<Values[]> {
  let ExclusiveStartKey: Attributes | undefined
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        ProjectionExpression: attributes.map(alias).join(', '),
        ExpressionAttributeNames: aliases(attributes),
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    )
    yield (page.Items ?? []).map(fromAttributes)
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
}
