import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Activiteit, Dichtheid } from '../../functions/contract/activiteit.ts'
import { statussen } from '../../functions/contract/melding.ts'
import { foldActiviteit, foldDichtheid } from '../../functions/domain/activiteit.ts'
import { toCel } from '../../functions/domain/cel.ts'
import type { Telling } from '../../functions/domain/ports.ts'

const kernen = [
  { code: 'schoorl', naam: 'Schoorl', inwoners: 4_000 },
  { code: 'groet', naam: 'Groet', inwoners: 0 },
]
const telling = (overrides: Partial<Telling> = {}): Telling => ({
  soort: 'melding',
  kern: 'schoorl',
  maand: '2026-01',
  categorie: 'bomen',
  status: 'ontvangen',
  aantal: 1,
  ...overrides,
})

describe('the activity of kernen', () => {
  test('has a row for every kern, in the order of the indeling, also when nothing happened', () => {
    const { kernen: rows, totaal, perMaand } = foldActiviteit([], kernen, {})
    expect(rows.map(({ kern, meldingen }) => [kern, meldingen])).toEqual([
      ['schoorl', 0],
      ['groet', 0],
    ])
    expect(totaal).toEqual({ meldingen: 0, initiatieven: 0 })
    expect(perMaand).toEqual([])
  })

  test('counts per 1,000 inwoners in one decimal, and not where nobody lives', () => {
    const tellingen = [telling({ aantal: 25 }), telling({ kern: 'groet', aantal: 3 })]
    const rows = foldActiviteit(tellingen, kernen, {}).kernen
    expect(rows.map(({ per1000Inwoners }) => per1000Inwoners)).toEqual([6.3, null])
  })

  test('keeps initiatieven apart from meldingen', () => {
    const initiatief = telling({ soort: 'initiatief', categorie: '', status: 'ingediend', aantal: 2 })
    const { kernen: rows, totaal, perMaand } = foldActiviteit([initiatief, telling()], kernen, {})
    expect(totaal).toEqual({ meldingen: 1, initiatieven: 2 })
    expect(rows[0]).toMatchObject({
      perStatus: { ontvangen: 1 },
      perCategorie: { bomen: 1 },
      initiatieven: 2,
    })
    expect(perMaand).toEqual([{ maand: '2026-01', meldingen: 1 }])
  })

  test('shows a month without meldingen between two others', () => {
    const { perMaand } = foldActiviteit(
      [telling({ maand: '2026-02' }), telling({ maand: '2025-12' })],
      kernen,
      {},
    )
    expect(perMaand).toEqual([
      { maand: '2025-12', meldingen: 1 },
      { maand: '2026-01', meldingen: 0 },
      { maand: '2026-02', meldingen: 1 },
    ])
  })

  test('adds up: total, rows, statuses, categorieën and months tell the same number', () => {
    const arbitrary = fc.record({
      soort: fc.constant('melding' as const),
      kern: fc.constantFrom('schoorl', 'groet', 'weggehaald'),
      maand: fc.constantFrom('2025-11', '2026-01', '2026-02'),
      categorie: fc.constantFrom('bomen', 'dieren'),
      status: fc.constantFrom(...statussen),
      aantal: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(fc.array(arbitrary), (tellingen) => {
        const activiteit = Activiteit.parse(foldActiviteit(tellingen, kernen, { van: '2025-11-01' }))
        const sum = (numbers: (number | undefined)[]) =>
          numbers.reduce<number>((total, n) => total + (n ?? 0), 0)
        const { meldingen } = activiteit.totaal
        expect(sum(activiteit.kernen.map((row) => row.meldingen))).toBe(meldingen)
        expect(sum(activiteit.kernen.flatMap((row) => Object.values(row.perStatus)))).toBe(meldingen)
        expect(sum(activiteit.kernen.flatMap((row) => Object.values(row.perCategorie)))).toBe(meldingen)
        expect(sum(activiteit.perMaand.map((row) => row.meldingen))).toBe(meldingen)
      }),
      { seed: 20_261_122 },
    )
  })
})

test('a kern whose inwoners are not or only partly known has no figure per 1,000', () => {
  const tellingen = [
    { kern: 'groet', maand: '2026-01', soort: 'melding', status: 'ontvangen', categorie: 'bomen', aantal: 4 },
  ] as const
  const per1000In = (inwonersBron: string) =>
    foldActiviteit(tellingen, [{ code: 'groet', naam: 'Groet', inwoners: 200, inwonersBron }], {}).kernen[0]
      ?.per1000Inwoners
  expect(per1000In('CBS')).toBe(20)
  expect(per1000In('CBS, onvolledig')).toBeNull()
  expect(per1000In('ontbreekt')).toBeNull()
})

describe('the heatmap', () => {
  const cel = toCel(4.7, 52.67)
  const cellen = [
    { kern: 'schoorl', cel: cel + 1, aantal: 2 },
    { kern: 'schoorl', cel, aantal: 3 },
    { kern: 'groet', cel, aantal: 1 },
  ]

  test('adds a cell that two kernen share, and goes from west to east', () => {
    const dichtheid = Dichtheid.parse(foldDichtheid(cellen, { tot: '2026-02-01' }))
    expect(dichtheid).toEqual({
      vanDatum: null,
      totDatum: '2026-02-01',
      celMeter: 100,
      meldingen: 6,
      cellen: [4.70017, 52.67035, 4, 4.70163, 52.67035, 2],
    })
  })

  test('can be of one kern', () =>
    expect(foldDichtheid(cellen, {}, 'groet').cellen).toEqual([4.70017, 52.67035, 1]))

  test('can be of a kern as it is divided now: every count of a cell goes where the cell lies', () => {
    const kernNu = (telling: { cel: number }) => (telling.cel === cel ? 'groet' : 'schoorl')
    expect(foldDichtheid(cellen, {}, 'groet', kernNu).cellen).toEqual([4.70017, 52.67035, 4])
    expect(foldDichtheid(cellen, {}, 'schoorl', kernNu).cellen).toEqual([4.70163, 52.67035, 2])
  })
})
