/** Verdelingen of a year: versions that are only ever added, and adopted once (by the boeking in `grootboeken.ts`). */
import * as z from 'zod'
import { Verdeling } from '../contract/verdeling.ts'
import type { VerdelingRecord, WijkbudgetStore } from '../domain/ports.ts'
import { appendVersie } from './appendVersie.ts'
import type { Values } from './attributes.ts'
import { type Connection, conditionalPut, queryPartition } from './connection.ts'
import { verdelingKey, wijkbudgetPartition } from './keys.ts'

const Item = Verdeling.extend({
  voorstellerId: z.string(),
  vaststellerId: z.string().optional(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

const isConcept = 'attribute_exists(pk) AND attribute_not_exists(vaststelling)'

// Through JSON, because the answer of a calculation may hold members that are `undefined`.
const toItem = (verdeling: VerdelingRecord): Values => ({
  ...verdelingKey(verdeling.jaar, verdeling.versie),
  ...(JSON.parse(JSON.stringify(verdeling)) as Values),
})

/** For in a transaction: adopts this verdeling, once. */
export const adoption = (tableName: string, verdeling: VerdelingRecord) =>
  conditionalPut(tableName, toItem(verdeling), isConcept)

const fromItem = (item: Values): VerdelingRecord => Item.parse(item)

export const createWijkbudgetStore = (connection: Connection): WijkbudgetStore => {
  const list = async (jaar: number): Promise<VerdelingRecord[]> => {
    const items = await queryPartition(connection, wijkbudgetPartition(jaar))
    return items.map(fromItem)
  }
  return {
    list,
    append: (verdeling) => appendVersie(connection, verdeling, { list: () => list(verdeling.jaar), toItem }),
  }
}
