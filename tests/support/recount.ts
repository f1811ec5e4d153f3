/** Counts meldingen the slow and plain way, to compare with what the stream made of them. */
import { expect } from 'vitest'
import { toCel } from '../../functions/domain/cel.ts'
import { toDag } from '../../functions/domain/dag.ts'
import type { MeldingRecord, Stores } from '../../functions/domain/ports.ts'
import { toAttributes, type Values } from '../../functions/store/attributes.ts'
import { type Connection, queryAll } from '../../functions/store/connection.ts'
import { maatstaven } from '../../functions/store/keys.ts'

const tally = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys.toSorted()) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** The counts in the table are exactly those of these meldingen, per month and over all. */
export const expectCounts = async (stores: Stores, meldingen: readonly MeldingRecord[]): Promise<void> => {
  const tellingen = await stores.activiteit.listTellingen({})
  const cellen = await stores.activiteit.listCellen({})
  const byKey = Object.fromEntries(
    tellingen.map(({ kern, maand, categorie, status, aantal }) => [
      [kern, maand, categorie, status].join(),
      aantal,
    ]),
  )
  expect(byKey).toEqual(
    tally(meldingen.map((m) => [m.kern, toDag(m.geregistreerdOp).slice(0, 7), m.categorie, m.status].join())),
  )
  expect(Object.fromEntries(cellen.map(({ kern, cel, aantal }) => [`${kern} ${cel}`, aantal]))).toEqual(
    tally(meldingen.map(({ kern, positie: [lon, lat] }) => `${kern} ${toCel(lon, lat)}`)),
  )
}

/** What is stored, byte for byte, of every telblad that counts something. */
export const readTelbladBytes = async (connection: Connection): Promise<Record<string, string>> => {
  const items: Values[] = []
  for (const maatstaf of maatstaven)
    items.push(
      ...(await queryAll(connection, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toAttributes({ ':pk': maatstaf }),
      })),
    )
  return Object.fromEntries(
    items.flatMap(({ pk, sk, woorden, aantallen }) => {
      const hex = Buffer.from(aantallen as Uint8Array).toString('hex')
      return hex === '' ? [] : [[`${pk} ${sk}`, `${JSON.stringify(woorden)} ${hex}`]]
    }),
  )
}
