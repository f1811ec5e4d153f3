import { describe, expect, it } from 'vitest'
import { checkControletotaal } from '../../functions/domain/controle.ts'
import { computeBijdrage, regeling2018 } from '../../functions/domain/fonds.ts'
import {
  bookRegel,
  computeStand,
  legeStand,
  type Regel,
  type Stand,
} from '../../functions/domain/wijkbudget/grootboek.ts'
import { computeOverdracht, spendOldest } from '../../functions/domain/wijkbudget/overdracht.ts'
import { findCase } from '../support/budgetCases.ts'

/** The stand after each line by the rules, which is also what the lines add up to. */
function write(...regels: Regel[]): Stand {
  const stand = regels.reduce(bookRegel, legeStand)
  expect(computeStand(regels)).toEqual(stand)
  return stand
}
const opening: Regel = { soort: 'opening', bedragCenten: 1000 }

describe('the ledger', () => {
  it('M1 closes Wijnjewoude 2020 at what was published', () => {
    const { input, expected } = findCase('M1')
    const lines = input.lines as { type: string; cents: number }[]
    const regels = lines.map(({ type, cents }): Regel => {
      const soort = type === 'restant' ? 'opening' : type === 'gemeente' ? 'toekenning' : 'betaling'
      return { soort, bedragCenten: Math.abs(cents) }
    })
    expect(write(...regels)).toMatchObject({
      openingCenten: 552_826,
      toegekendCenten: 412_880,
      betaaldCenten: expected.expenseCents,
      saldoCenten: expected.closingCents,
      gebondenCenten: 0,
      vrijCenten: expected.closingCents,
    })
    expect(552_826 + 412_880).toBe(expected.incomeCents)
  })

  it('keeps a commitment bound until it is paid or released', () => {
    const v1 = (soort: 'verplichting' | 'betaling' | 'vrijval', bedragCenten: number): Regel => ({
      soort,
      nummer: 'v1',
      bedragCenten,
    })
    const verplicht = write(opening, v1('verplichting', 600))
    expect(verplicht).toMatchObject({
      saldoCenten: 1000,
      gebondenCenten: 600,
      vrijCenten: 400,
      open: { v1: 600 },
    })
    const betaald = write(opening, v1('verplichting', 600), v1('betaling', 450))
    expect(betaald).toMatchObject({
      saldoCenten: 550,
      gebondenCenten: 150,
      vrijCenten: 400,
      open: { v1: 150 },
    })
    const vrijgevallen = write(opening, v1('verplichting', 600), v1('betaling', 450), v1('vrijval', 150))
    expect(vrijgevallen).toMatchObject({ saldoCenten: 550, gebondenCenten: 0, vrijCenten: 550, open: {} })
  })

  it('takes any nummer, also a word that every object knows', () => {
    const bound = write(opening, { soort: 'verplichting', nummer: 'constructor', bedragCenten: 600 })
    expect(bound).toMatchObject({ vrijCenten: 400, open: { constructor: 600 } })
  })

  it('leaves the stand it was given as it was', () => {
    const stand = Object.freeze(write(opening))
    expect(bookRegel(stand, { soort: 'toekenning', bedragCenten: 1 }).saldoCenten).toBe(1001)
    expect(stand.saldoCenten).toBe(1000)
  })

  it.each<[string, Regel, number]>([
    ['a commitment above the free balance', { soort: 'verplichting', nummer: 'v2', bedragCenten: 401 }, 1],
    ['a reservation above the free balance', { soort: 'reservering', nummer: 'r1', bedragCenten: 500 }, 100],
    ['a payment at once above the free balance', { soort: 'betaling', bedragCenten: 401 }, 1],
    ['paying more than was committed', { soort: 'betaling', nummer: 'v1', bedragCenten: 601 }, 1],
    ['releasing more than was committed', { soort: 'vrijval', nummer: 'v1', bedragCenten: 602 }, 2],
    ['paying on a nummer that does not exist', { soort: 'betaling', nummer: 'x', bedragCenten: 5 }, 5],
    ['taking back more than is free', { soort: 'terugvordering', bedragCenten: 450 }, 50],
    [
      'undoing an opening of which the money is committed',
      { soort: 'opening', bedragCenten: 1000, tegenVan: 1 },
      600,
    ],
  ])('refuses %s and says what is missing', (_, regel, tekortCenten) => {
    const stand = write(opening, { soort: 'verplichting', nummer: 'v1', bedragCenten: 600 })
    expect(() => bookRegel(stand, regel)).toThrow(
      expect.objectContaining({ code: 'saldo-ontoereikend', extra: { tekortCenten } }),
    )
  })

  it.each([0, -1, 0.5, Number.NaN])('refuses a line of %s cents', (bedragCenten) => {
    expect(() => bookRegel(legeStand, { soort: 'toekenning', bedragCenten })).toThrow('moet hoger zijn dan')
  })

  it('takes nothing after its closing line, which states the saldo', () => {
    expect(() => write(opening, { soort: 'slot', bedragCenten: 999 })).toThrow('maar het saldo is')
    const gesloten = write(opening, { soort: 'slot', bedragCenten: 1000 })
    expect(() => bookRegel(gesloten, { soort: 'toekenning', bedragCenten: 1 })).toThrow(
      'Dit jaar is afgesloten',
    )
  })
})

describe('carry-over', () => {
  it('M3 returns what is free to the general reserve and keeps what is reserved', () => {
    const { input, expected } = findCase('M3')
    const { vrijCenten, gebondenCenten } = write(
      { soort: 'opening', bedragCenten: Number(input.openingCents) },
      { soort: 'betaling', bedragCenten: Number(input.awardedCents) },
      { soort: 'reservering', nummer: 'r1', bedragCenten: Number(input.reservedCents) },
    )
    expect(vrijCenten).toBe(expected.freeCents)
    const vrij = [{ jaar: 2019, bedragCenten: vrijCenten }]
    expect(
      computeOverdracht({ jaar: 2019, gebondenCenten, vrij }, { soort: 'naar-algemene-reserve' }),
    ).toEqual({
      openingCenten: expected.nextOpeningFromCarryOverCents,
      naarReserveCenten: expected.toReserveCents,
      verrekendCenten: 0,
    })
  })

  const einde = {
    jaar: 2026,
    gebondenCenten: 10,
    vrij: [
      { jaar: 2023, bedragCenten: 1 },
      { jaar: 2024, bedragCenten: 20 },
      { jaar: 2026, bedragCenten: 300 },
    ],
  }
  it.each([
    [{ soort: 'onbeperkt' }, 331, 0, 0],
    [{ soort: 'naar-algemene-reserve' }, 10, 321, 0],
    [{ soort: 'verrekenen' }, 331, 0, 321],
    [{ soort: 'reserve', maximumCenten: 100 }, 110, 221, 0],
    [{ soort: 'reserve', maximumCenten: 500 }, 331, 0, 0],
    [{ soort: 'sparen', jaren: 3 }, 330, 1, 0],
  ] as const)(
    'by %j opens at %s, returns %s and deducts %s',
    (regel, openingCenten, naarReserveCenten, verrekendCenten) => {
      expect(computeOverdracht(einde, regel)).toEqual({ openingCenten, naarReserveCenten, verrekendCenten })
    },
  )

  it('spends the oldest money first', () => {
    expect(spendOldest([...einde.vrij].reverse(), 15)).toEqual([
      { jaar: 2024, bedragCenten: 6 },
      { jaar: 2026, bedragCenten: 300 },
    ])
  })
})

describe('the grant rule of 2018', () => {
  const { input, expected } = findCase('N1')
  const rows = (input.eligibleCostsCents as number[]).map((costs, i) => [
    costs,
    (expected.grantCents as number[])[i],
  ])
  it.each(rows)('N1 gives costs of %s cents a grant of %s', (costs, grant) => {
    expect(computeBijdrage(costs!, regeling2018)).toBe(grant)
  })
})

describe('a control total', () => {
  it('N3 finds what the panel leaves of its budget in the first year, and what a later year costs', () => {
    const { input, expected } = findCase('N3')
    const [once, monthly, months, budget] = [
      'oneOffCents',
      'monthlyCents',
      'monthsFirstYear',
      'budgetCents',
    ].map((name) => Number(input[name])) as [number, number, number, number]
    const costs = [once, ...Array<number>(months).fill(monthly)]
    const firstYear = checkControletotaal(costs, budget)
    expect({ firstYearCents: firstYear.som, headroomCents: -firstYear.verschil }).toEqual({
      firstYearCents: expected.firstYearCents,
      headroomCents: expected.headroomCents,
    })
    expect(checkControletotaal(Array<number>(12).fill(monthly), 0).som).toBe(expected.structuralCents)
  })

  it('N4 finds that the hours add up to 899 more than stated', () => {
    const { hours, statedTotal } = findCase('N4').input
    expect(checkControletotaal(hours as number[], Number(statedTotal))).toEqual({
      som: 3587,
      verschil: 899,
      status: 'WIJKT_AF',
    })
  })

  it('N5 finds that the costs of three years are as stated', () => {
    const { stated, ...years } = findCase('N5').input
    for (const [year, costs] of Object.entries(years))
      expect(checkControletotaal(costs as number[], (stated as Record<string, number>)[year]!).status).toBe(
        'KLOPT',
      )
  })
})
