/**
 * Choosing from a list by where the term stands: late, or one signal. What decides is the row (`past`); `vensters` are
 * bounds on the promised day for a store that looks through much, and hold every row that fits.
 *
 * It works because a later day is never a louder signal: for one term the days of one signal are one stretch.
 */
import type { Signaal as Signaalwoord } from '../contract/behandeling.ts'
import { findSignaal, type Termijnregels } from './belofte.ts'
import { addDagen, toDag } from './dag.ts'
import { isLate, signaalOfDatum, type Termijn } from './deadline.ts'
import type { GemeenteFeiten, MeldingRegel } from './ports.ts'

/** Days between which the promised day lies, edges included. `overige`: of every categorie but these. */
export type Streefvenster = {
  categorieen: readonly string[]
  overige?: true
  van?: string
  tot?: string
}

type Rij = Pick<MeldingRegel, 'categorie' | 'streefDatum' | 'wachtSinds'>

/** Only of what is open. What waits for its reporter may lie outside the vensters: its term stands still. */
export type Termijnkeuze = {
  /** Says which choice this is; with the vensters it is what a cursor belongs to. */
  naam: string
  vensters: readonly Streefvenster[]
  past(rij: Rij): boolean
}

const ranks: readonly Signaalwoord[] = ['op-tijd', 'bijna', 'te-laat', 'veel-te-laat']

/** Past its promised day; what waits is when it was late before the question. */
export const kiesLaat = (now: string): Termijnkeuze => ({
  naam: 'laat',
  vensters: [{ categorieen: [], overige: true, tot: addDagen(toDag(now), -1) }],
  past: ({ streefDatum, wachtSinds = now }) => isLate(streefDatum, wachtSinds),
})

/** How many steps from 0 until `holds`, which stays true from there on. */
function countUntil(holds: (steps: number) => boolean): number {
  let high = 1
  while (!holds(high)) high *= 2
  let low = 0
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return high
}

/** The first promised day with at most this rank; undefined for the loudest, which begins nowhere. */
function findFirstDag(rank: number, now: string, rankOf: (dag: string) => number): string | undefined {
  const today = toDag(now)
  if (rank === 3) return undefined
  if (rank === 2) return addDagen(today, 1 - countUntil((days) => rankOf(addDagen(today, -days)) > 2))
  return rank === 1
    ? today
    : addDagen(
        today,
        countUntil((days) => rankOf(addDagen(today, days)) < 1),
      )
}

type Regels = Termijnregels & Pick<GemeenteFeiten, 'signaalgrenzen'>

/** The first promised day of each rank and calmer, from `op-tijd` to `te-laat`; the loudest begins nowhere. */
function toTrap(
  termijn: Termijn,
  now: string,
  { isWerkdag, signaalgrenzen }: Regels,
): (string | undefined)[] {
  const rankOf = (dag: string) =>
    ranks.indexOf(signaalOfDatum(dag, termijn, (each) => isWerkdag(each), now, signaalgrenzen))
  return ranks.map((_, rank) => findFirstDag(rank, now, rankOf))
}

const keyOf = ({ aantal, eenheid }: Termijn): string => `${aantal} ${eenheid}`

/**
 * `findSignaal` for many rows at one moment: the days where a signal begins are worked out once for each term.
 * @param now ISO instant
 */
export function openSignaal(now: string, regels: Regels): (rij: Rij) => Signaalwoord {
  const trappen = new Map<string, (string | undefined)[]>()
  const termijnen = new Map(regels.categorieen.map(({ code, termijn }) => [code, termijn]))
  return (rij) => {
    const termijn = termijnen.get(rij.categorie)
    if (!termijn || rij.wachtSinds !== undefined) return findSignaal(rij, now, regels)
    const key = keyOf(termijn)
    const trap = trappen.get(key) ?? toTrap(termijn, now, regels)
    trappen.set(key, trap)
    return ranks[trap.findIndex((begin) => begin === undefined || rij.streefDatum >= begin)]!
  }
}

function toVenster(
  rank: number,
  termijn: Termijn,
  now: string,
  regels: Regels,
): Pick<Streefvenster, 'van' | 'tot'> {
  const trap = toTrap(termijn, now, regels)
  const [van, next] = [trap[rank], trap[rank - 1]]
  return { ...(van && { van }), ...(next && { tot: addDagen(next, -1) }) }
}

/** Of a categorie that the settings no longer have it is only known whether it is late. */
const toOverigVenster = (
  signaal: Signaalwoord,
  today: string,
): Pick<Streefvenster, 'van' | 'tot'> | undefined => {
  if (signaal === 'op-tijd') return { van: today }
  return signaal === 'te-laat' ? { tot: addDagen(today, -1) } : undefined
}

/** What has this signal at `now` (ISO instant), by the rules of `findSignaal`. */
export function kiesSignaal(signaal: Signaalwoord, now: string, regels: Regels): Termijnkeuze {
  const { categorieen } = regels
  const rank = ranks.indexOf(signaal)
  const byTermijn = Map.groupBy(categorieen, ({ termijn }) => keyOf(termijn))
  const overig = toOverigVenster(signaal, toDag(now))
  const signaalOf = openSignaal(now, regels)
  return {
    naam: signaal,
    vensters: [
      ...[...byTermijn.values()].map((group) => ({
        categorieen: group.map(({ code }) => code),
        ...toVenster(rank, group[0]!.termijn, now, regels),
      })),
      ...(overig
        ? [{ categorieen: categorieen.map(({ code }) => code), overige: true as const, ...overig }]
        : []),
    ],
    past: (rij) => signaalOf(rij) === signaal,
  }
}

/** What both choose; the bounds are those of the first. */
export const kiesBeide = (een: Termijnkeuze, ander: Termijnkeuze): Termijnkeuze => ({
  naam: `${een.naam} ${ander.naam}`,
  vensters: een.vensters,
  past: (rij) => een.past(rij) && ander.past(rij),
})
