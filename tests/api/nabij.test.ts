import { describe, expect, test } from 'vitest'
import type { MeldingRecord, Positie } from '../../functions/domain/ports.ts'
import { schoorl, startApi } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'
import { makeMelding } from '../support/records.ts'

const now = () => new Date('2026-04-07T09:30:00Z')
/** So many metres north of the label of Schoorl. */
const north = (meter: number): Positie => [schoorl[0], schoorl[1] + meter / 111_195]

const ask = async (meldingen: Partial<MeldingRecord>[], over: Record<string, unknown> = {}) => {
  const memory = memoryStores()
  for (const [n, melding] of meldingen.entries()) {
    const record = makeMelding(n, {
      geregistreerdOp: '2026-04-01T10:00:00.000Z',
      positie: schoorl as Positie,
      ...melding,
    })
    memory.meldingen.set(record.nummer, record)
  }
  const { call } = startApi({ stores: memory.stores, now })
  return call('POST', '/v1/meldingen/_nabij', {
    body: {
      categorie: 'straatverlichting',
      geometrie: { type: 'Point', coordinates: schoorl },
      omschrijving: 'De lantaarn brandt niet',
      ...over,
    },
  })
}
const nummers = (body: { meldingen: { nummer: string }[] }) => body.meldingen.map(({ nummer }) => nummer)
const first = makeMelding(0).nummer

describe('what is open nearby', () => {
  test('comes with distance, state and date, and with no word of who reported it', async () => {
    const { status, body, text } = await ask([
      { positie: north(12), omschrijving: 'De lantaarn brandt niet, Jan' },
    ])
    expect(status).toBe(200)
    expect(body.meldingen).toMatchObject([
      { nummer: first, status: 'ontvangen', streefDatum: '2026-01-15', afstandMeter: 12 },
    ])
    expect(text).not.toMatch(/Jan|lantaarn|kop/)
  })

  test.each<[string, Partial<MeldingRecord>]>([
    ['closed', { status: 'gesloten' }],
    ['too far', { positie: north(31) }],
    ['of another group', { categorie: 'bomen' }],
    ['more than a year old', { geregistreerdOp: '2025-04-01T10:00:00.000Z' }],
    [
      'something else of the same kind',
      { omschrijving: 'Kast met draden staat open bij 27', positie: north(28) },
    ],
  ])('leaves out what is %s', async (_, melding) => {
    expect((await ask([melding])).body.meldingen).toEqual([])
  })

  test('leaves out what is not public, also when it is what is asked about', async () => {
    const over = { categorie: 'iets-anders' }
    expect((await ask([over], over)).body.meldingen).toEqual([])
  })

  test('answers a guess of a number or address in it as any other word', async () => {
    const omschrijving = 'Bel 06 12345678 of jan@example.nl'
    const guess = (tekst: string) => ask([{ positie: north(24), omschrijving }], { omschrijving: tekst })
    for (const [right, wrong] of [
      ['12345678', '87654321'],
      ['jan example', 'kees giraf'],
      ['06 12345678', '06 87654321'],
    ] as const)
      expect((await guess(right)).body).toEqual((await guess(wrong)).body)
  })

  test('is at most five, most likely the same first', async () => {
    const meters = [25, 5, 20, 1, 15, 10, 3]
    const { body } = await ask(meters.map((meter) => ({ positie: north(meter) })))
    expect(body.meldingen.map(({ afstandMeter }: { afstandMeter: number }) => afstandMeter)).toEqual([
      1, 3, 5, 10, 15,
    ])
    expect(new Set(nummers(body)).size).toBe(5)
  })

  test('can be asked before anything is typed', async () => {
    expect(nummers((await ask([{}], { omschrijving: undefined })).body)).toEqual([first])
  })

  test('is refused outside the gemeente and for a categorie that is not there, at the field', async () => {
    const outside = await ask([], { geometrie: { type: 'Point', coordinates: [5.5, 52] } })
    expect([outside.status, outside.body.code]).toEqual([400, 'buiten-gemeente'])
    const unknown = await ask([], { categorie: 'zand' })
    expect(unknown.body.errors).toMatchObject([{ pointer: '/categorie', code: 'onbekende-categorie' }])
  })
})
