/** Verdelingen of a year: versions that are only ever added, and adopted once. */
import * as z from 'zod'
import { Verdeling } from '../contract/verdeling.ts'
import type { VerdelingRecord, WijkbudgetStore } from '../domain/ports.ts'
import { toAttributes, type Values } from './attributes.ts'
import { type Connection, isAbsent, put, queryAll } from './connection.ts'
import { verdelingKey, wijkbudgetPartition } from './keys.ts'

const Item = Verdeling.extend({
  voorstellerId: z.string(),
  vaststellerId: z.string().optional(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

// Through JSON, because the answer of a calculation may hold members that are `undefined`.
const toItem = (verdeling: VerdelingRecord): Values => ({
  ...verdelingKey(verdeling.jaar, verdeling.versie),
  ...(JSON.parse(JSON.stringify(verdeling)) as Values),
})

const fromItem = (item: Values): VerdelingRecord => Item.parse(item)

/** Each attempt loses only to somebody else's version, so this many people would have to propose at once. */
const attempts = 20

export const createWijkbudgetStore = (connection: Connection): WijkbudgetStore => {
  const list = async (jaar: number): Promise<VerdelingRecord[]> => {
    const items = await queryAll(connection, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toAttributes({ ':pk': wijkbudgetPartition(jaar) }),
      ConsistentRead: true,
    })
    return items.map(fromItem)
  }

  return {
    list,

    async append(verdeling) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const present = await list(verdeling.jaar)
        const same = verdeling.sleutel && present.find(({ sleutel }) => sleutel === verdeling.sleutel)
        if (same) return { soort: 'bestaat', aanwezig: same, versie: same.versie }
        const versie = (present.at(-1)?.versie ?? 0) + 1
        const outcome = await put(connection, toItem({ ...verdeling, versie }), isAbsent)
        if (outcome.written) return { soort: 'nieuw', versie }
      }
      throw new Error(`No free version for ${verdeling.jaar} in ${attempts} attempts.`)
    },

    async adopt(verdeling) {
      const isConcept = 'attribute_exists(pk) AND attribute_not_exists(vaststelling)'
      const outcome = await put(connection, toItem(verdeling), isConcept)
      return outcome.written
    },
  }
}
