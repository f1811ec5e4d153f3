/** What a new division moves: buurten, inwoners, open meldingen, and euros under the rule that holds now. */
import type { Buurt, IndelingVergelijking } from '../../contract/kernindeling.ts'
import { Problem } from '../../contract/problem.ts'
import type { BerekenVraag } from '../../contract/wijkbudget.ts'
import type { Positie, VerdelingRecord } from '../ports.ts'
import { computeVerdeling } from '../wijkbudget/computeVerdeling.ts'
import { countWeggelaten, divideNaarRato, inwonersOf } from './inwoners.ts'
import type { KernVanPlaats, OpenIndeling, Verschuiving } from './ports.ts'

type Tally = Map<string, { voor: number; na: number }>

/** Open meldingen per kern under two divisions, added place by place. */
export const createMeldingTally = (van: KernVanPlaats, naar: KernVanPlaats) => {
  const counts: Tally = new Map()
  let anders = 0
  const of = (kern: string) => {
    const count = counts.get(kern) ?? { voor: 0, na: 0 }
    counts.set(kern, count)
    return count
  }
  return {
    add(positie: Positie): void {
      const before = van(positie).kern
      const after = naar(positie).kern
      of(before).voor++
      of(after).na++
      if (before !== after) anders++
    },
    of: (kern: string) => counts.get(kern) ?? { voor: 0, na: 0 },
    get anders() {
      return anders
    },
  }
}

/** The adopted question over other kernen; what was said of a kern (type, affiliated) stays with its code. */
const withKernenOf = (vraag: BerekenVraag, { kernen }: OpenIndeling): BerekenVraag => {
  const old = new Map((vraag.kernen ?? []).map((row) => [row.kern, row]))
  const rows = kernen.map((kern) => ({
    ...old.get(kern.code),
    kern: kern.code,
    naam: kern.naam,
    inwoners: inwonersOf(kern),
  }))
  return { ...vraag, kernen: rows } as unknown as BerekenVraag
}

/** Cents per kern, or the sentence why this rule cannot divide over these kernen. */
function divideOver(verdeling: VerdelingRecord, indeling: OpenIndeling): Map<string, number> | string {
  try {
    const without = indeling.kernen.filter((kern) => inwonersOf(kern) === undefined)
    if (without.length > 0)
      return `Niet van elke kern is het aantal inwoners bekend: ${without.map(({ naam }) => naam).join(', ')}.`
    const { aandelen } = computeVerdeling(withKernenOf(verdeling.vraag, indeling))
    return new Map(aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]))
  } catch (error) {
    // A rule that names things per kern can miss them for a new one; the engine may find that anywhere.
    return error instanceof Problem
      ? error.message
      : 'De regel noemt niet alles wat voor deze kernen nodig is.'
  }
}

function compareCenten(verdeling: VerdelingRecord | undefined, van: OpenIndeling, naar: OpenIndeling) {
  if (!verdeling) return { verdeling: null, centenOf: () => null }
  const { jaar, versie, vraag } = verdeling
  const [before, after] = [divideOver(verdeling, van), divideOver(verdeling, naar)]
  const named = { jaar, versie, methode: vraag.methode }
  const reden = [before, after].find((outcome) => typeof outcome === 'string')
  if (typeof before === 'string' || typeof after === 'string')
    return { verdeling: { ...named, ...(reden && { reden }) }, centenOf: () => null }
  return {
    verdeling: named,
    centenOf: (kern: string) => ({ voor: before.get(kern) ?? 0, na: after.get(kern) ?? 0 }),
  }
}

/** Inhabitants that go along with each part that moves; a part that stays is not in the list. */
function listVerhuizingen(verschuivingen: readonly Verschuiving[], buurten: readonly Buurt[]) {
  const byBuurt = Map.groupBy(verschuivingen, ({ buurtcode }) => buurtcode)
  return [...byBuurt].flatMap(([code, parts]) => {
    const buurt = buurten.find((each) => each.code === code)
    const inwoners = divideNaarRato(
      buurt?.inwoners ?? 0,
      parts.map(({ aandeel }) => aandeel),
    )
    return parts.flatMap(({ van, naar }, i) => {
      if (van === naar) return []
      const deel = parts.length > 1
      const naam = buurt?.naam ?? code
      const geschat = deel || (buurt?.geschat ?? true)
      const aantal = buurt?.onbekend ? null : inwoners[i]!
      return [{ buurtcode: code, naam, van, naar, deel, inwoners: aantal, geschat }]
    })
  })
}

/** Nobody in a kern that is not there; null where there is no figure. */
const countOf = (kern: OpenIndeling['kernen'][number] | undefined): number | null =>
  kern ? (inwonersOf(kern) ?? null) : 0

const somOf = ({ record, kernen }: OpenIndeling, buurten: readonly Buurt[]): number =>
  kernen.reduce((sum, { inwoners }) => sum + inwoners, 0) + countWeggelaten(record, buurten)

/**
 * @param verschuivingen every part of a buurt that is divided or moves, by `Indelingen.compare`
 * @param verdeling the adopted one in force, if there is any
 */
export function compareIndelingen(
  van: OpenIndeling,
  naar: OpenIndeling,
  verschuivingen: readonly Verschuiving[],
  {
    buurten,
    meldingen,
    verdeling,
  }: {
    buurten: readonly Buurt[]
    meldingen: ReturnType<typeof createMeldingTally>
    verdeling: VerdelingRecord | undefined
  },
): IndelingVergelijking {
  const centen = compareCenten(verdeling, van, naar)
  const codes = new Set([...naar.kernen, ...van.kernen].map(({ code }) => code))
  const rows = [...codes].map((code) => {
    const before = van.kernen.find((kern) => kern.code === code)
    const after = naar.kernen.find((kern) => kern.code === code)
    return {
      kern: code,
      naam: (after ?? before)!.naam,
      inwoners: { voor: countOf(before), na: countOf(after) },
      inwonersMethode: (after ?? before)!.inwonersMethode,
      openMeldingen: meldingen.of(code),
      centen: centen.centenOf(code),
    }
  })
  return {
    van: van.record.versie,
    naar: naar.record.versie,
    verhuizingen: listVerhuizingen(verschuivingen, buurten),
    kernen: rows,
    openMeldingenAnders: meldingen.anders,
    somInwoners: { voor: somOf(van, buurten), na: somOf(naar, buurten) },
    verdeling: centen.verdeling,
  }
}
