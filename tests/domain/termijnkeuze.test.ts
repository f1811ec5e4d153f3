import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSignaal } from '../../functions/domain/belofte.ts'
import { addDagen, toDag } from '../../functions/domain/dag.ts'
import type { OpenWerk } from '../../functions/domain/ports.ts'
import { countSignalen } from '../../functions/domain/signaleringen.ts'
import {
  kiesLaat,
  kiesSignaal,
  openSignaal,
  type Streefvenster,
} from '../../functions/domain/termijnkeuze.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'

const bergen = loadGemeente('GM0373')
const signalen = ['op-tijd', 'bijna', 'te-laat', 'veel-te-laat'] as const
const codes = [...bergen.categorieen.map(({ code }) => code), 'verdwenen']

const now = fc
  .integer({ min: 0, max: 366 * 24 * 4 })
  .map((q) => new Date(Date.UTC(2026, 0, 1, 0, 15 * q)).toISOString())
const rijOf = (op: string) =>
  fc.record(
    {
      categorie: fc.constantFrom(...codes),
      streefDatum: fc.integer({ min: -120, max: 120 }).map((days) => addDagen(toDag(op), days)),
      wachtSinds: fc
        .integer({ min: 0, max: 60 })
        .map((days) => new Date(Date.parse(op) - days * 86_400_000).toISOString()),
    },
    { requiredKeys: ['categorie', 'streefDatum'] },
  )
const moment = now.chain((op) =>
  fc.tuple(fc.constant(op), fc.array(rijOf(op), { minLength: 20, maxLength: 20 })),
)

const inVenster = (
  { categorieen, overige, van, tot }: Streefvenster,
  rij: { categorie: string; streefDatum: string },
) =>
  categorieen.includes(rij.categorie) !== (overige ?? false) &&
  rij.streefDatum >= (van ?? '') &&
  rij.streefDatum <= (tot ?? '9')

describe('choosing a signal', () => {
  test('chooses each row for its own signal and for no other', () => {
    fc.assert(
      fc.property(moment, ([op, rijen]) => {
        const keuzes = signalen.map((signaal) => kiesSignaal(signaal, op, bergen))
        const signaalOf = openSignaal(op, bergen)
        for (const rij of rijen) {
          const signaal = findSignaal(rij, op, bergen)
          expect(signaalOf(rij)).toBe(signaal)
          expect(keuzes.filter(({ past }) => past(rij)).map(({ naam }) => naam)).toEqual([signaal])
        }
      }),
      { numRuns: 100, seed: 20_261_122 },
    )
  })

  test('has vensters that hold every row that fits, and of what does not wait no other', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...signalen), ([op, rijen], signaal) => {
        const { vensters, past } = kiesSignaal(signaal, op, bergen)
        for (const rij of rijen.filter(({ wachtSinds }) => wachtSinds === undefined))
          expect(vensters.some((venster) => inVenster(venster, rij))).toBe(past(rij))
      }),
      { numRuns: 100, seed: 20_261_122 },
    )
  })
})

test('late is past the promised day, and what waits is late only when it was before the question', () => {
  const { past, vensters } = kiesLaat('2026-11-22T23:30:00Z')
  const rij = { categorie: 'bomen', streefDatum: '2026-11-22' }
  // It is the 23rd in Amsterdam.
  expect(past(rij)).toBe(true)
  expect(past({ ...rij, streefDatum: '2026-11-23' })).toBe(false)
  expect(past({ ...rij, wachtSinds: '2026-11-22T12:00:00Z' })).toBe(false)
  expect(past({ ...rij, wachtSinds: '2026-11-23T12:00:00Z' })).toBe(true)
  expect(vensters.map((venster) => inVenster(venster, rij))).toEqual([true])
})

describe('counting open work', () => {
  const werk = (n: number, over: Partial<OpenWerk>): OpenWerk => ({
    nummer: `M-${n}`,
    kern: 'schoorl',
    categorie: 'straatverlichting',
    streefDatum: '2026-12-30',
    team: 'Wegen',
    ...over,
  })
  const op = '2026-11-24T12:00:00Z'

  test('gives a line per kern and team that has any, with its signals', () => {
    const open = [
      werk(1, {}),
      werk(2, { streefDatum: '2026-11-24' }),
      werk(3, { streefDatum: '2026-11-23' }),
      werk(4, { streefDatum: '2026-10-01' }),
      werk(5, { streefDatum: '2026-10-01', wachtSinds: '2026-09-01T12:00:00Z' }),
      werk(6, { team: 'Opgeheven team' }),
      werk(7, { kern: 'egmond-binnen', team: 'Groen' }),
    ]
    expect(countSignalen(open, ['egmond-binnen', 'schoorl'], op, bergen)).toEqual([
      { kern: 'egmond-binnen', team: 'Groen', open: 1, bijna: 0, teLaat: 0, veelTeLaat: 0 },
      { kern: 'schoorl', team: 'Wegen', open: 5, bijna: 1, teLaat: 1, veelTeLaat: 1 },
      { kern: 'schoorl', team: 'Opgeheven team', open: 1, bijna: 0, teLaat: 0, veelTeLaat: 0 },
    ])
  })

  test('counts what has no team of its own for the team of its categorie', () => {
    const { team: _team, ...zonder } = werk(1, { categorie: 'bomen' })
    expect(countSignalen([zonder], ['schoorl'], op, bergen)).toMatchObject([{ team: 'Groen', open: 1 }])
  })
})
