/** All telbladen at once, for a rebuild. */
import { toAttributes } from './attributes.ts'
import { type Connection, conditionalPut, getItem, isAbsent, queryAll } from './connection.ts'
import { holdsHerbouw } from './herbouw.ts'
import { type Maatstaf, maatstafKey } from './keys.ts'
import { fromTelbladItem, type Telblad, toTelbladItem } from './telblad.ts'
import { transact } from './transact.ts'

/** Strongly consistent. */
export const listTelbladen = async (connection: Connection, maatstaf: Maatstaf): Promise<Telblad[]> => {
  const items = await queryAll(connection, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toAttributes({ ':pk': maatstaf }),
    ConsistentRead: true,
  })
  return items.map((item) => fromTelbladItem(maatstaf, item))
}

/**
 * Puts fresh counts in place of what is there, whatever that is.
 * @param eigenaar who holds the right to rebuild
 * @returns `false`, and nothing is written, when somebody took that right away.
 */
export const replaceTelblad = async (
  connection: Connection,
  telblad: Telblad,
  eigenaar: string,
): Promise<boolean> => {
  const { tableName } = connection
  const { maatstaf, maand, kern } = telblad
  for (;;) {
    const present = await getItem(connection, maatstafKey(maatstaf, maand, kern))
    const before = present ? fromTelbladItem(maatstaf, present).revisie : 0
    const item = toTelbladItem({ ...telblad, revisie: before + 1 })
    const write = present
      ? conditionalPut(tableName, item, 'revisie = :before', { ':before': before })
      : conditionalPut(tableName, item, isAbsent)
    const refusals = await transact(connection, [holdsHerbouw(tableName, eigenaar), { Put: write }])
    if (!refusals) return true
    if (refusals[0]?.failed) return false
  }
}
