/** Activity of a gemeente from its counts: per kern, per month, and per cell of the heatmap. */
import type { Activiteit, Dichtheid, KernActiviteit } from '../contract/activiteit.ts'
import type { Kern } from '../contract/kern.ts'
import { celMeter, centreOfCel } from './cel.ts'
import { inwonersOf } from './kernindeling/inwoners.ts'
import type { CelTelling, DagPeriode, Telling } from './ports.ts'

type KernFeiten = Pick<Kern, 'code' | 'naam' | 'inwoners'> & Partial<Pick<Kern, 'inwonersBron'>>

/** One decimal, half away from zero; `null` where nobody lives. @example per1000(25, 4_000) // 6.3 */
const per1000 = (aantal: number, inwoners: number): number | null =>
  inwoners > 0 ? Math.round((aantal * 10_000) / inwoners) / 10 : null

const bounds = ({ van, tot }: DagPeriode) => ({ vanDatum: van ?? null, totDatum: tot ?? null })

const nextMaand = (maand: string): string => {
  const [jaar, nummer] = maand.split('-').map(Number)
  return new Date(Date.UTC(jaar!, nummer!, 1)).toISOString().slice(0, 7)
}

/** Oldest first, and a month without meldingen between two others counts 0: a histogram has no holes. */
const countMaanden = (tellingen: readonly Telling[]): Activiteit['perMaand'] => {
  const counts = new Map<string, number>()
  for (const { maand, aantal } of tellingen) counts.set(maand, (counts.get(maand) ?? 0) + aantal)
  const last = [...counts.keys()].sort().at(-1)
  const perMaand: Activiteit['perMaand'] = []
  for (let maand = [...counts.keys()].sort()[0]; maand && last && maand <= last; maand = nextMaand(maand))
    perMaand.push({ maand, meldingen: counts.get(maand) ?? 0 })
  return perMaand
}

const foldKern = (
  { code, naam, inwoners, inwonersBron = '' }: KernFeiten,
  tellingen: readonly Telling[],
): KernActiviteit => {
  const perStatus: KernActiviteit['perStatus'] = {}
  const perCategorie: KernActiviteit['perCategorie'] = {}
  let meldingen = 0
  let initiatieven = 0
  for (const { soort, categorie, status, aantal } of tellingen) {
    if (soort === 'initiatief') initiatieven += aantal
    if (soort === 'initiatief' || status === 'ingediend') continue
    meldingen += aantal
    perStatus[status] = (perStatus[status] ?? 0) + aantal
    perCategorie[categorie] = (perCategorie[categorie] ?? 0) + aantal
  }
  return {
    kern: code,
    naam,
    inwoners,
    meldingen,
    per1000Inwoners: per1000(meldingen, inwonersOf({ inwoners, inwonersBron }) ?? 0),
    perStatus,
    perCategorie,
    initiatieven,
  }
}

/**
 * Counts → what dashboards show. Every kern has a row, also with nothing in it, in the order of `kernen` (the
 * kernindeling), and a kern of an earlier one while something is counted there; the total is the sum of the rows,
 * so a table adds up. Counts of any other kern are left out.
 */
export const foldActiviteit = (
  tellingen: readonly Telling[],
  kernen: readonly KernFeiten[],
  periode: DagPeriode,
  vroegere: readonly KernFeiten[] = [],
): Activiteit => {
  const perKern = new Map<string, Telling[]>([...kernen, ...vroegere].map(({ code }) => [code, []]))
  for (const telling of tellingen) perKern.get(telling.kern)?.push(telling)
  const rijen: KernActiviteit[] = kernen.map((kern) => foldKern(kern, perKern.get(kern.code) ?? []))
  for (const kern of vroegere) {
    const own = perKern.get(kern.code) ?? []
    if (own.length > 0) rijen.push({ ...foldKern(kern, own), vervallen: true })
  }
  const sum = (key: 'meldingen' | 'initiatieven') => rijen.reduce((total, rij) => total + rij[key], 0)
  return {
    ...bounds(periode),
    totaal: { meldingen: sum('meldingen'), initiatieven: sum('initiatieven') },
    kernen: rijen,
    perMaand: countMaanden([...perKern.values()].flat().filter(({ soort }) => soort === 'melding')),
  }
}

/**
 * Counts per cell → the heatmap, from south to north and west to east; with `kern` of that kern alone.
 * @param kernOf the kern that a count belongs to, when that is not the one it was counted under
 */
export const foldDichtheid = (
  tellingen: readonly CelTelling[],
  periode: DagPeriode,
  kern?: string,
  kernOf: (telling: CelTelling) => string | undefined = (telling) => telling.kern,
): Dichtheid => {
  const counts = new Map<number, number>()
  for (const telling of tellingen)
    if (kern === undefined || kernOf(telling) === kern)
      counts.set(telling.cel, (counts.get(telling.cel) ?? 0) + telling.aantal)
  const cellen = [...counts].filter(([, aantal]) => aantal > 0).sort(([a], [b]) => a - b)
  return {
    ...bounds(periode),
    celMeter,
    meldingen: cellen.reduce((total, [, aantal]) => total + aantal, 0),
    cellen: cellen.flatMap(([cel, aantal]) => [...centreOfCel(cel), aantal]),
  }
}
