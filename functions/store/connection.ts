/** The table and the few ways this product reads and writes it. Reads of one item are strongly consistent. */
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionConflictException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { type Attributes, fromAttributes, toAttributes, type Values } from './attributes.ts'
import { againOnConflict } from './conflict.ts'
import { alias, aliases, type Key } from './keys.ts'

export type Connection = { readonly client: DynamoDBClient; readonly tableName: string }

export const getItem = async ({ client, tableName }: Connection, key: Key): Promise<Values | undefined> => {
  const command = new GetItemCommand({ TableName: tableName, Key: toAttributes(key), ConsistentRead: true })
  const { Item } = await client.send(command)
  return Item && fromAttributes(Item)
}

/** What DynamoDB gives in one BatchGet. */
export const batchSize = 100

/** These attributes of at most `batchSize` items, in any order; what is not there is left out. May be a moment old. */
export const getItems = async (
  { client, tableName }: Connection,
  keys: readonly Key[],
  attributes: readonly string[],
): Promise<Values[]> => {
  const items: Values[] = []
  let left = keys.map((key) => toAttributes(key))
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await sleep(Math.min(25 * 2 ** attempt, 800))
    const question = {
      Keys: left,
      ProjectionExpression: attributes.map(alias).join(', '),
      ExpressionAttributeNames: aliases(attributes),
    }
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [tableName]: question } }))
    items.push(...(answer.Responses?.[tableName] ?? []).map(fromAttributes))
    left = answer.UnprocessedKeys?.[tableName]?.Keys ?? []
  }
  return items
}

/** Every item of a Query, page after page. */
export const queryAll = async (
  { client, tableName }: Connection,
  question: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
): Promise<Values[]> => {
  const items: Values[] = []
  let ExclusiveStartKey: Attributes | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        ...question,
        TableName: tableName,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    )
    items.push(...(page.Items ?? []).map(fromAttributes))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return items
}

/** Every item of a partition, or of it those whose sort key starts with `prefix`; strongly consistent. */
export const queryPartition = (connection: Connection, pk: string, prefix?: string): Promise<Values[]> =>
  queryAll(connection, {
    KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: toAttributes({ ':pk': pk, ...(prefix !== undefined && { ':sk': prefix }) }),
    ConsistentRead: true,
  })

/** A Put that only happens while `condition` holds. `values` are those the condition names. */
export const conditionalPut = (tableName: string, item: Values, condition: string, values?: Values) => ({
  TableName: tableName,
  Item: toAttributes(item),
  ConditionExpression: condition,
  ...(values && { ExpressionAttributeValues: toAttributes(values) }),
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
})

export const isAbsent = 'attribute_not_exists(pk)'

/**
 * Did an attempt that seemed to fail write this after all? A connection can break after the write and before
 * its answer; the retry then meets its own item.
 */
export const isOwnWrite = (present: Values, item: Values): boolean =>
  isDeepStrictEqual(toAttributes(present), toAttributes(item))

const isConflict = (error: unknown): boolean => error instanceof TransactionConflictException

/** What happened to a conditional put: written, or refused with what is there now (`undefined`: nothing). */
export type PutOutcome = { written: true } | { written: false; present: Values | undefined }

export const put = async (
  { client, tableName }: Connection,
  item: Values,
  condition: string,
  values?: Values,
): Promise<PutOutcome> => {
  try {
    const command = new PutItemCommand(conditionalPut(tableName, item, condition, values))
    await againOnConflict(() => client.send(command), isConflict)
    return { written: true }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    const present = error.Item && fromAttributes(error.Item)
    return present && isOwnWrite(present, item) ? { written: true } : { written: false, present }
  }
}

/**
 * Gives an existing item these values, while `condition` holds; a member that is `undefined` is taken away and
 * attributes that are not named stay. Condition and values as for `put`.
 */
export const conditionalUpdate = (
  tableName: string,
  key: Key,
  changes: Values,
  condition: string,
  values: Values,
) => {
  const names = Object.keys(changes)
  const set = names.filter((name) => changes[name] !== undefined)
  const removed = names.filter((name) => changes[name] === undefined)
  const assignments = set.map((name) => `${alias(name)} = :${name}`).join(', ')
  return {
    TableName: tableName,
    Key: toAttributes(key),
    UpdateExpression:
      removed.length > 0
        ? `SET ${assignments} REMOVE ${removed.map(alias).join(', ')}`
        : `SET ${assignments}`,
    ConditionExpression: condition,
    ExpressionAttributeNames: aliases(names),
    ExpressionAttributeValues: toAttributes({
      ...Object.fromEntries(set.map((name) => [`:${name}`, changes[name]])),
      ...values,
    }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
}

/** Such an update, alone. */
export const update = async (
  { client, tableName }: Connection,
  key: Key,
  changes: Values,
  condition: string,
  values: Values,
): Promise<PutOutcome> => {
  const command = new UpdateItemCommand(conditionalUpdate(tableName, key, changes, condition, values))
  try {
    await againOnConflict(() => client.send(command), isConflict)
    return { written: true }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    const present = error.Item && fromAttributes(error.Item)
    const own = present && isOwnWrite(present, { ...present, ...changes })
    return own ? { written: true } : { written: false, present }
  }
}

/** Afterwards it is not there; again may be asked again. */
export const remove = async ({ client, tableName }: Connection, key: Key): Promise<void> => {
  const command = new DeleteItemCommand({ TableName: tableName, Key: toAttributes(key) })
  await againOnConflict(() => client.send(command), isConflict)
}
