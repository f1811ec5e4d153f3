/** What is not public, on the real engine: in no public page, in no cell, but in the counts of its kern. */

import { describe, expect, test } from 'vitest'
import type { LijstVraag } from '../../functions/domain/ports.ts'
import { kiesLaat } from '../../functions/domain/termijnkeuze.ts'
import { rebuildActiviteit } from '../../functions/jobs/herbouw.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { testNow, useEngine } from '../support/engine.ts'
import { makeMelding } from '../support/records.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const isOpenbaar = (categorie: string) => categorie !== 'besloten'
const besloten = makeMelding(1, { categorie: 'besloten', positie: [4.71, 52.68], streefDatum: '2026-11-20' })
const openbaar = makeMelding(2, { streefDatum: '2026-11-22' })
const gesloten = makeMelding(3, { status: 'gesloten', reden: 'opgelost', streefDatum: '2026-11-01' })
const all = [besloten, openbaar, gesloten]

const fill = async () => {
  const table = await engine.makeTable()
  for (const melding of all) await table.stores.meldingen.add(melding)
  const list = async (vraag: Partial<LijstVraag>) => {
    const { rijen } = await table.stores.meldingen.list({ kernen: ['schoorl'], limiet: 10, ...vraag })
    return rijen.map(({ nummer }) => nummer)
  }
  return { ...table, list }
}

describe('a list', () => {
  test('of the public categorieen has no place for another, and fills its pages', async () => {
    const { list, stores } = await fill()
    const alleenCategorieen = ['straatverlichting']
    expect(await list({ alleenCategorieen })).toEqual([gesloten.nummer, openbaar.nummer])
    expect(await list({ alleenCategorieen, categorie: 'besloten' })).toEqual([])
    const around = [4.705, 52.675, 4.715, 52.685] as const
    expect(await list({ bbox: around })).toEqual([besloten.nummer])
    const vraag = { kernen: ['schoorl'], alleenCategorieen, bbox: around, limiet: 1 }
    expect(await stores.meldingen.list(vraag)).toEqual({ rijen: [] })
  })

  test('of what is late has only what is open and was promised for an earlier day', async () => {
    const { list } = await fill()
    expect(await list({ termijn: kiesLaat('2026-11-22T12:00:00Z') })).toEqual([besloten.nummer])
    expect(await list({ termijn: kiesLaat('2026-11-23T12:00:00Z') })).toEqual([
      openbaar.nummer,
      besloten.nummer,
    ])
    expect(await list({ termijn: kiesLaat('2026-11-23T12:00:00Z'), status: 'gesloten' })).toEqual([])
    expect(await list({ termijn: kiesLaat('2026-11-23T12:00:00Z'), status: 'gepland' })).toEqual([])
  })
})

describe('the heatmap', () => {
  test.each(['the stream', 'a rebuild'])(
    'of %s has no cell of it, and the counts of its kern do have it',
    async (by) => {
      const { connection, stores } = await fill()
      const now = () => testNow
      const records = all.map((melding) => toStreamRecord(undefined, melding))
      if (by === 'the stream')
        await consumeChanges(records, { connection, bewaartermijnOf: () => 365, isOpenbaar, now })
      else await rebuildActiviteit({ connection, kernen: ['schoorl'], isOpenbaar, eigenaar: 'proef', now })
      const tellingen = await stores.activiteit.listTellingen({})
      expect(tellingen.find(({ categorie }) => categorie === 'besloten')?.aantal).toBe(1)
      const cellen = await stores.activiteit.listCellen({})
      expect(cellen.reduce((sum, { aantal }) => sum + aantal, 0)).toBe(2)
    },
  )
})
