/** Laws of the wijkbudget engine, tried on thousands of random questions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BerekenAntwoord, BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import { divideSainteLague } from '../../functions/domain/wijkbudget/sainteLague.ts'
import { perKern } from '../support/budgetCases.ts'
import * as vragen from '../support/verdelingArbitraries.ts'

const seed = 20_261_122
const law = <T>(runs: number, questions: fc.Arbitrary<T>, holds: (question: T) => void) =>
  fc.assert(fc.property(questions, holds), { numRuns: runs, seed })

/** "7/2" → [7n, 2n] */
const fraction = (exact: string): [teller: bigint, noemer: bigint] => {
  const [teller = '', noemer = '1'] = exact.split('/')
  return [BigInt(teller), BigInt(noemer)]
}
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
const amountsOf = (answer: BerekenAntwoord) => answer.aandelen.map(({ bedragCenten }) => bedragCenten)
const givenTotal = (question: BerekenVraag) =>
  'totaalCenten' in question
    ? question.totaalCenten
    : 'plafondCenten' in question
      ? question.plafondCenten
      : undefined

describe('every method', () => {
  it('has shares that add up to the total together with what stays undistributed', () =>
    law(4000, vragen.eenVraag, (question) => {
      const answer = computeVerdeling(question)
      expect(total(amountsOf(answer)) + BigInt(answer.onverdeeldCenten)).toBe(BigInt(answer.totaalCenten))
      expect(answer.totaalCenten).toBe(givenTotal(question) ?? answer.potCenten ?? answer.totaalCenten)
      expect(Math.min(answer.onverdeeldCenten, ...amountsOf(answer))).toBeGreaterThanOrEqual(0)
    }))

  it('gives no share that differs from its exact share by a full unit', () =>
    law(4000, vragen.eenVraag, (question) => {
      for (const { bedragCenten, exact } of computeVerdeling(question).aandelen) {
        const [teller, noemer] = fraction(exact)
        const difference = BigInt(bedragCenten) * noemer - teller
        const unit = BigInt(question.eenheidCenten) * noemer
        expect(difference > -unit && difference < unit).toBe(true)
      }
    }))

  it('answers the same question the same way, and names its version', () =>
    law(500, vragen.eenVraag, (question) => {
      const answer = computeVerdeling(question)
      expect(computeVerdeling(structuredClone(question), answer.methodeVersie)).toEqual(answer)
    }))
})

describe('the largest remainder', () => {
  it('gives left-over units to the largest remainders, ties to the larger kern, then to the first', () =>
    law(2000, vragen.naarRato, (question) => {
      const unit = BigInt(question.eenheidCenten)
      const rows = computeVerdeling(question).aandelen.map(({ bedragCenten, exact }, place) => {
        const [teller, noemer] = fraction(exact)
        const perUnit = noemer * unit
        return {
          place,
          weight: question.kernen[place]!.inwoners!,
          remainder: teller % perUnit,
          denominator: noemer,
          extra: BigInt(bedragCenten) * noemer > teller - (teller % perUnit),
        }
      })
      for (const lucky of rows.filter(({ extra }) => extra))
        for (const other of rows.filter(({ extra }) => !extra)) {
          const more = lucky.remainder * other.denominator - other.remainder * lucky.denominator
          expect(more >= 0n).toBe(true)
          if (more > 0n) continue
          expect(lucky.weight).toBeGreaterThanOrEqual(other.weight)
          if (lucky.weight === other.weight) expect(lucky.place).toBeLessThan(other.place)
        }
    }))

  it('leaves less than a unit undistributed', () =>
    law(1000, vragen.naarRato, (question) => {
      expect(computeVerdeling(question).onverdeeldCenten).toBe(question.totaalCenten % question.eenheidCenten)
    }))
})

describe('the order of the kernen', () => {
  const distinct = fc
    .oneof(vragen.naarRato, vragen.basisPlusRest, vragen.metGrenzen)
    .map((question) => ({
      ...question,
      kernen: question.kernen.map((kern, i) => ({ ...kern, inwoners: kern.inwoners! * 16 + i })),
    }))
    .filter(({ kernen }) => kernen.some(({ inwoners }) => inwoners > 0))

  it('does not change what a kern gets, when no two kernen have equal weight', () =>
    law(2000, fc.tuple(distinct, fc.nat()), ([question, turn]) => {
      const { kernen } = question
      const cut = turn % kernen.length
      const turned = { ...question, kernen: [...kernen.slice(cut), ...kernen.slice(0, cut)].reverse() }
      expect(perKern(computeVerdeling(turned))).toEqual(perKern(computeVerdeling(question)))
    }))
})

describe('floor and cap', () => {
  it('hold for every kern, and all kernen between them get the same per inhabitant', () =>
    law(3000, vragen.metGrenzen, (question) => {
      const { aandelen, onverdeeldCenten } = computeVerdeling(question)
      const floor = question.ondergrensCenten ?? 0
      const cap = question.bovengrensCenten ?? Number.POSITIVE_INFINITY
      const rows = aandelen.map((row, i) => ({ ...row, weight: BigInt(question.kernen[i]!.inwoners!) }))
      for (const { grens, bedragCenten } of rows) {
        expect(bedragCenten).toBeGreaterThanOrEqual(floor)
        expect(bedragCenten).toBeLessThanOrEqual(cap)
        if (grens) expect(bedragCenten).toBe(grens === 'ondergrens' ? floor : cap)
      }
      const free = rows.filter(({ grens, weight }) => !grens && weight > 0n)
      const reference = free[0]
      if (!reference) return
      // The level L = teller / (noemer × weight) of the first free kern is that of all, and it explains the bounds.
      const [teller, noemer] = fraction(reference.exact)
      for (const row of rows.filter(({ weight }) => weight > 0n)) {
        const atLevel = teller * row.weight
        const [own, denominator] = fraction(row.exact)
        const gets = (own * noemer * reference.weight) / denominator
        if (!row.grens) expect(own * noemer * reference.weight).toBe(atLevel * denominator)
        if (row.grens === 'ondergrens') expect(gets >= atLevel).toBe(true)
        if (row.grens === 'bovengrens') expect(gets <= atLevel).toBe(true)
      }
      expect(onverdeeldCenten).toBe(question.totaalCenten % question.eenheidCenten)
    }))

  it('leave money undistributed only when every kern with inhabitants is at the cap', () =>
    law(1000, vragen.metGrenzen, (question) => {
      const { aandelen, onverdeeldCenten } = computeVerdeling(question)
      if (onverdeeldCenten < question.eenheidCenten) return
      for (const [i, { bedragCenten }] of aandelen.entries())
        if (question.kernen[i]!.inwoners! > 0) expect(bedragCenten).toBe(question.bovengrensCenten)
    }))

  it('that do not bind give what naar rato gives', () =>
    law(500, vragen.naarRato, (question) => {
      const bounded = { ...question, methode: 'naar-rato-met-grenzen' as const, ondergrensCenten: 0 }
      expect(amountsOf(computeVerdeling(bounded))).toEqual(amountsOf(computeVerdeling(question)))
    }))
})

describe('phase-in', () => {
  it('starts at the old amounts and ends at the new ones', () =>
    law(1000, vragen.ingroeiLineair, (question) => {
      const inYear = (jaar: number) => perKern(computeVerdeling({ ...question, eenheidCenten: 1, jaar }))
      expect(inYear(0)).toEqual(question.oudCenten)
      expect(inYear(question.jaren)).toEqual(question.nieuwCenten)
    }))

  it('with a limit moves nobody further than the limit or past the new amount, and keeps the total', () =>
    law(2000, vragen.ingroeiBegrensd, (question) => {
      const { aandelen } = computeVerdeling(question)
      expect(total(aandelen.map(({ bedragCenten }) => bedragCenten))).toBe(
        total(Object.values(question.oudCenten)),
      )
      for (const [i, { kern, bedragCenten }] of aandelen.entries()) {
        const [oud, nieuw] = [question.oudCenten[kern]!, question.nieuwCenten[kern]!]
        const limit = Number(question.grensPerInwonerCenten) * question.kernen[i]!.inwoners
        expect(Math.abs(bedragCenten - oud)).toBeLessThanOrEqual(limit)
        expect(bedragCenten).toBeGreaterThanOrEqual(Math.min(oud, nieuw))
        expect(bedragCenten).toBeLessThanOrEqual(Math.max(oud, nieuw))
      }
    }))
})

describe('redistribution of what was not spent', () => {
  it('conserves the pot and never gives more than is asked and missing', () =>
    law(2000, vragen.onderbesteding, (question) => {
      const { aandelen, potCenten = 0, onverdeeldCenten } = computeVerdeling(question)
      const missing = question.kernen.map((kern) =>
        Math.max(0, kern.openAanvraagCenten - Math.max(0, kern.toegekendCenten - kern.verplichtCenten)),
      )
      for (const [i, { bedragCenten }] of aandelen.entries())
        expect(bedragCenten).toBeLessThanOrEqual(missing[i]!)
      expect(total(aandelen.map(({ bedragCenten }) => bedragCenten))).toBe(
        BigInt(potCenten - onverdeeldCenten),
      )
      if (question.eenheidCenten === 1 && total(missing) <= potCenten)
        expect(aandelen.map(({ bedragCenten }) => bedragCenten)).toEqual(missing)
    }))
})

describe('cutting to a ceiling', () => {
  it('gives nobody more than the formula, to the unit', () =>
    law(1000, vragen.korten, (question) => {
      for (const { kern, bedragCenten } of computeVerdeling(question).aandelen)
        expect(bedragCenten).toBeLessThan(question.formuleCenten[kern]! + question.eenheidCenten)
    }))
})

describe('Sainte-Laguë', () => {
  /** Seat by seat, straight from the definition. */
  const stepByStep = (units: number, weights: readonly bigint[]): bigint[] => {
    const given = weights.map(() => 0n)
    for (let unit = 0; unit < units; unit++) {
      let best = 0
      for (let i = 1; i < weights.length; i++) {
        const more = weights[i]! * (2n * given[best]! + 1n) - weights[best]! * (2n * given[i]! + 1n)
        if (more > 0n || (more === 0n && weights[i]! > weights[best]!)) best = i
      }
      given[best]! += 1n
    }
    return given
  }
  const weights = vragen.kernen.map((rows) => rows.map(({ inwoners }) => BigInt(inwoners)))

  it('jumps to what giving unit by unit ends at', () =>
    law(1000, fc.tuple(fc.nat(60), weights), ([units, weight]) => {
      expect(divideSainteLague(BigInt(units), weight)).toEqual(stepByStep(units, weight))
    }))

  it('never takes a unit from a kern when the total grows', () =>
    law(1000, fc.tuple(fc.maxSafeNat(), weights), ([units, weight]) => {
      const before = divideSainteLague(BigInt(units), weight)
      const after = divideSainteLague(BigInt(units) + 1n, weight)
      expect(after.every((amount, i) => amount >= before[i]!)).toBe(true)
    }))
})
