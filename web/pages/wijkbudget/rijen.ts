/** The sheet as rows: shares beside last year's, and the totals that must add up. */
import type { Kern } from '../../../functions/contract/kern.ts'
import type { BerekenAntwoord } from '../../../functions/contract/wijkbudget.ts'
import { compareVerdelingen } from '../../../functions/domain/wijkbudget/compareVerdelingen.ts'

export type Rij = {
  kern: string
  naam: string
  inwoners: number
  bedragCenten: number
  /** Null when nothing was adopted for the year before. */
  vorigCenten: number | null
  verschilCenten: number | null
  /** Hundredths of a percent. */
  verschilPct: number | null
  perInwonerCenten: number | null
  uitleg: string
  /** By the other rounding rule, when that was asked. */
  sainteLagueCenten: number | null
}

export function makeRijen(
  antwoord: BerekenAntwoord,
  kernen: readonly Pick<Kern, 'code' | 'naam'>[],
  inwonersOf: Readonly<Record<string, number>>,
  vorig: Readonly<Record<string, number>> | undefined,
): Rij[] {
  const oud = Object.entries(vorig ?? {}).map(([kern, bedragCenten]) => ({ kern, bedragCenten }))
  const anders = new Map(
    antwoord.vergelijking?.aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]),
  )
  const uitlegOf = new Map(antwoord.aandelen.map(({ kern, uitleg }) => [kern, uitleg]))
  return compareVerdelingen(oud, antwoord.aandelen, inwonersOf).map((row) => ({
    kern: row.kern,
    naam: kernen.find(({ code }) => code === row.kern)?.naam ?? row.kern,
    inwoners: inwonersOf[row.kern] ?? 0,
    bedragCenten: row.nieuwCenten,
    vorigCenten: vorig ? row.oudCenten : null,
    verschilCenten: vorig ? row.verschilCenten : null,
    verschilPct: vorig ? row.verschilPct : null,
    perInwonerCenten: row.perInwonerCenten,
    uitleg: uitlegOf.get(row.kern) ?? '',
    sainteLagueCenten: anders.get(row.kern) ?? null,
  }))
}

export const sumOf = (rijen: readonly Rij[], value: (rij: Rij) => number | null): number =>
  rijen.reduce((sum, rij) => sum + (value(rij) ?? 0), 0)

/** 1250 → "12,5%": one decimal, with a sign. */
export function formatPct(hundredths: number | null): string {
  if (hundredths === null) return '–'
  const tenths = Math.round(Math.abs(hundredths) / 10)
  const sign = tenths === 0 ? '' : hundredths < 0 ? '-' : '+'
  return `${sign}${Math.floor(tenths / 10)},${tenths % 10}%`
}
