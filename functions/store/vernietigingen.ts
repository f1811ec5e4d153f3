/** Erasing what is personal of a melding, and the lines of the archive that say what was erased. */
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { Vernietigingen } from '../contract/behandeling.ts'
import type { MeldingRecord, VernietigingStore, VolgerRecord } from '../domain/ports.ts'
import type { Vernietiging } from '../domain/vernietiging.ts'
import { fromAttributes, toAttributes, type Values } from './attributes.ts'
import {
  type Connection,
  conditionalPut,
  conditionalUpdate,
  isAbsent,
  isOwnWrite,
  remove,
} from './connection.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { contactKey, meldingKey, vernietigingKey, vernietigingPartition, volgerKey } from './keys.ts'
import { toMeldingChanges } from './meldingItem.ts'
import { transact } from './transact.ts'

type Settings = { connection: Connection; cursorKey: string; now(): Date }

const Regel = z.object(Vernietigingen.shape.regels.element.shape)

/** A transaction holds 100 writes; of more followers the first go before it, which a retry repeats. */
const mostVolgers = 90

const removeFirst = async (
  connection: Connection,
  nummer: string,
  volgers: readonly VolgerRecord[],
): Promise<readonly VolgerRecord[]> => {
  for (const { volger } of volgers.slice(mostVolgers)) await remove(connection, volgerKey(nummer, volger))
  return volgers.slice(0, mostVolgers)
}

/** Melding, contact data, followers and the line of the archive: all in one transaction. */
const toWrites = (
  { connection: { tableName } }: Settings,
  { nummer, versie }: MeldingRecord,
  changes: Values,
  regel: Vernietiging,
  volgers: readonly VolgerRecord[],
) => {
  const contact = regel.wat.includes('contact')
  const deletions = [
    ...(contact ? [contactKey(nummer)] : []),
    ...volgers.map((each) => volgerKey(nummer, each.volger)),
  ]
  const line = { ...vernietigingKey(regel.datum, nummer, versie), ...regel }
  return [
    {
      Update: conditionalUpdate(tableName, meldingKey(nummer), changes, 'versie = :vorige', {
        ':vorige': versie - 1,
      }),
    },
    { Put: conditionalPut(tableName, line, isAbsent) },
    ...deletions.map((key) => ({ Delete: { TableName: tableName, Key: toAttributes(key) } })),
  ]
}

export const createVernietigingStore = (settings: Settings): VernietigingStore => {
  const { connection, cursorKey } = settings
  return {
    async erase(melding, regel, volgers) {
      const rest = await removeFirst(connection, melding.nummer, volgers)
      const changes = {
        ...toMeldingChanges(melding, settings.now().toISOString()),
        ...(regel.wat.includes('contact') && { heeftContact: undefined }),
      }
      const refusals = await transact(connection, toWrites(settings, melding, changes, regel, rest))
      const present = refusals?.[0]?.present
      const own = present !== undefined && isOwnWrite(present, { ...present, ...changes })
      return refusals && !own ? 'verouderd' : 'gewist'
    },

    async noteVolger(nummer, grond, datum) {
      const regel: Vernietiging = { nummer, wat: ['volgers'], grond, datum }
      const { client, tableName } = connection
      const Item = toAttributes({ ...vernietigingKey(datum, nummer, 'volger'), ...regel })
      await client.send(new PutItemCommand({ TableName: tableName, Item }))
    },

    async list(jaar, { limiet, cursor }) {
      const partition = vernietigingPartition(jaar)
      const start = cursor === undefined ? undefined : fromCursor(cursorKey, partition, cursor)
      const { Items = [], LastEvaluatedKey } = await connection.client.send(
        new QueryCommand({
          TableName: connection.tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toAttributes({ ':pk': partition }),
          Limit: limiet,
          ...(start !== undefined && { ExclusiveStartKey: toAttributes({ pk: partition, sk: start }) }),
        }),
      )
      const last = LastEvaluatedKey?.sk?.S
      return {
        rijen: Items.map((item) => Regel.parse(fromAttributes(item))),
        ...(last !== undefined && { volgende: toCursor(cursorKey, partition, last) }),
      }
    },
  }
}
