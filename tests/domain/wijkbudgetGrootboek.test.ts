import { describe, expect, it } from 'vitest'
import { checkControletotaal } from '../../functions/domain/controle.ts'
import { computeBijdrage, regeling2018 } from '../../functions/domain/fonds.ts'
import { appendRegel, computeStand, type Regel } from '../../functions/domain/wijkbudget/grootboek.ts'
import { computeOverdracht, spendOldest } from '../../functions/domain/wijkbudget/overdracht.ts'
import { findCase } from '../support/budgetCases.ts'

const write = (...regels: Regel[]) => regels.reduce<Regel[]>(appendRegel, [])
const opening: Regel = { soort: 'opening', bedragCenten: 1000 }

describe('the ledger', () => {
  it('M1 closes Wijnjewoude 2020 at what was published', () => {
    const { input, expected } = findCase('M1')
    const lines = input.lines as { type: string; cents: number; ref: string }[]
    const regels = lines.map(({ type, cents, ref }): Regel => {
      const soort = type === 'restant' ? 'opening' : type === 'gemeente' ? 'toekenning' : 'betaling'
      return { soort, bedragCenten: Math.abs(cents), omschrijving: ref }
    })
    expect(computeStand(write(...regels))).toEqual({
      inkomstenCenten: expected.incomeCents,
      betaaldCenten: expected.expenseCents,
      saldoCenten: expected.closingCents,
      gebondenCenten: 0,
      vrijCenten: expected.closingCents,
    })
  })

  it('keeps a commitment bound until it is paid or released', () => {
    const verplicht = write(opening, { soort: 'verplichting', nummer: 'v1', bedragCenten: 600 })
    expect(computeStand(verplicht)).toMatchObject({ saldoCenten: 1000, gebondenCenten: 600, vrijCenten: 400 })
    const betaald = appendRegel(verplicht, { soort: 'betaling', nummer: 'v1', bedragCenten: 450 })
    expect(computeStand(betaald)).toMatchObject({ saldoCenten: 550, gebondenCenten: 150, vrijCenten: 400 })
    const vrijgevallen = appendRegel(betaald, { soort: 'vrijval', nummer: 'v1', bedragCenten: 150 })
    expect(computeStand(vrijgevallen)).toMatchObject({ saldoCenten: 550, gebondenCenten: 0, vrijCenten: 550 })
  })

  it('leaves the lines it was given as they were', () => {
    const regels = Object.freeze([opening])
    expect(appendRegel(regels, { soort: 'toekenning', bedragCenten: 1 })).toHaveLength(2)
    expect(regels).toEqual([opening])
  })

  it.each<[string, Regel, number]>([
    ['a commitment above the free balance', { soort: 'verplichting', nummer: 'v2', bedragCenten: 401 }, 1],
    ['a reservation above the free balance', { soort: 'reservering', nummer: 'r1', bedragCenten: 500 }, 100],
    ['a payment at once above the free balance', { soort: 'betaling', bedragCenten: 401 }, 1],
    ['paying more than was committed', { soort: 'betaling', nummer: 'v1', bedragCenten: 601 }, 1],
    ['releasing more than was committed', { soort: 'vrijval', nummer: 'v1', bedragCenten: 602 }, 2],
    ['paying on a nummer that does not exist', { soort: 'betaling', nummer: 'x', bedragCenten: 5 }, 5],
  ])('refuses %s and says what is missing', (_, regel, tekortCenten) => {
    const regels = write(opening, { soort: 'verplichting', nummer: 'v1', bedragCenten: 600 })
    expect(() => appendRegel(regels, regel)).toThrow(
      expect.objectContaining({ code: 'saldo-ontoereikend', extra: { tekortCenten } }),
    )
  })

  it.each([0, -1, 0.5, Number.NaN])('refuses a line of %s cents', (bedragCenten) => {
    expect(() => appendRegel([opening], { soort: 'toekenning', bedragCenten })).toThrow('moet hoger zijn dan')
  })

  it('takes nothing after its closing line, which states the saldo', () => {
    expect(() => appendRegel([opening], { soort: 'slot', bedragCenten: 999 })).toThrow('maar het saldo is')
    const gesloten = appendRegel([opening], { soort: 'slot', bedragCenten: 1000 })
    expect(() => appendRegel(gesloten, { soort: 'toekenning', bedragCenten: 1 })).toThrow(
      'Dit jaar is afgesloten',
    )
  })
})

describe('carry-over', () => {
  it('M3 returns what is free to the general reserve and keeps what is reserved', () => {
    const { input, expected } = findCase('M3')
    const { vrijCenten, gebondenCenten } = computeStand(
      write(
        { soort: 'opening', bedragCenten: Number(input.openingCents) },
        { soort: 'betaling', bedragCenten: Number(input.awardedCents) },
        { soort: 'reservering', nummer: 'r1', bedragCenten: Number(input.reservedCents) },
      ),
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
