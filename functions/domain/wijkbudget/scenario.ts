/** Scenario's beside each other: old → new per kern, and what more inhabitants would cost (domain rule 15). */

import { Problem } from '../../contract/problem.ts'
import type { Samenvoeging, VergelijkRij } from '../../contract/scenario.ts'
import type { BerekenAntwoord, BerekenVraag } from '../../contract/wijkbudget.ts'
import { compareVerdelingen } from './compareVerdelingen.ts'
import { computeMethode } from './methoden.ts'
import { sum } from './verhouding.ts'

type Inwonertal = { readonly code: string; readonly naam: string; readonly inwoners: number | undefined }

/** Treats kernen as one: their inwoners are added up, and the whole stands where its first part stood. */
export function joinKernen<K extends Inwonertal>(
  kernen: readonly K[],
  samenvoegingen: readonly Samenvoeging[],
): Inwonertal[] {
  return kernen.flatMap((kern): Inwonertal[] => {
    const samen = samenvoegingen.find(({ van }) => van.includes(kern.code))
    if (!samen) return [kern]
    const delen = kernen.filter(({ code }) => samen.van.includes(code))
    if (delen[0] !== kern) return []
    const aantallen = delen.map(({ inwoners }) => inwoners)
    const bekend = aantallen.every((aantal) => aantal !== undefined)
    const inwoners = bekend ? aantallen.reduce((som, aantal) => som + aantal, 0) : undefined
    return [{ code: samen.kern, naam: samen.naam, inwoners }]
  })
}

export type Aandeel = { readonly kern: string; readonly bedragCenten: number }

/** Amounts per kern in the coarsest division of `samenvoegingen`, so that both sides of a comparison have it. */
export function joinAandelen(
  aandelen: readonly Aandeel[],
  samenvoegingen: readonly Samenvoeging[],
): Aandeel[] {
  const wholeOf = (kern: string) => samenvoegingen.find(({ van }) => van.includes(kern))?.kern ?? kern
  const perKern = new Map<string, number>()
  for (const { kern, bedragCenten } of aandelen)
    perKern.set(wholeOf(kern), (perKern.get(wholeOf(kern)) ?? 0) + bedragCenten)
  return [...perKern].map(([kern, bedragCenten]) => ({ kern, bedragCenten }))
}

/** More kernen than any gemeente has: then only amounts are compared, and the answer stays fast. */
const maxGevoelig = 200

type Kant = { aandelen: readonly Aandeel[]; samenvoegingen: readonly Samenvoeging[] }
type Scenario = { vraag: BerekenVraag; antwoord: BerekenAntwoord; samenvoegingen: readonly Samenvoeging[] }

/**
 * One row per kern of the scenario, then those only the basis has. Where one side treats kernen as one, the row is
 * of the whole.
 *
 * @param namen of the gemeente's kernen, by kerncode
 */
export function compareScenario(
  basis: Kant,
  { vraag, antwoord, samenvoegingen }: Scenario,
  namen: ReadonlyMap<string, string>,
  extraInwoners: number,
): VergelijkRij[] {
  const samen = [...samenvoegingen, ...basis.samenvoegingen]
  const kernen: readonly { kern: string; naam?: string | undefined; inwoners?: number | undefined }[] =
    vraag.kernen ?? []
  const inwoners = new Map(
    joinAandelen(
      kernen.flatMap(({ kern, inwoners }) =>
        inwoners === undefined ? [] : [{ kern, bedragCenten: inwoners }],
      ),
      samen,
    ).map(({ kern, bedragCenten }) => [kern, bedragCenten]),
  )
  const naamOf = (kern: string) =>
    samen.find((each) => each.kern === kern)?.naam ??
    kernen.find((each) => each.kern === kern)?.naam ??
    namen.get(kern) ??
    kern
  const rijen = compareVerdelingen(
    joinAandelen(basis.aandelen, samen),
    joinAandelen(antwoord.aandelen, samen),
    Object.fromEntries(inwoners),
  )
  return rijen.map((rij) => ({
    ...rij,
    naam: naamOf(rij.kern),
    inwoners: inwoners.get(rij.kern) ?? null,
    uitleg: antwoord.aandelen.find(({ kern }) => kern === rij.kern)?.uitleg ?? null,
    gevoeligheid:
      kernen.length > maxGevoelig
        ? null
        : computeGevoeligheid(vraag, rij.kern, extraInwoners, antwoord.methodeVersie),
  }))
}

/**
 * What changes when one kern has more inhabitants: for that kern, and for all kernen together (0 when a fixed total
 * is divided). Null when inhabitants of this kern are no part of the question.
 *
 * @example computeGevoeligheid(vraag, 'schoorl', 100, 1) // { kernCenten: 42055, totaalCenten: 0 }
 */
export function computeGevoeligheid(
  vraag: BerekenVraag,
  kern: string,
  extraInwoners: number,
  methodeVersie: number,
): { kernCenten: number; totaalCenten: number } | null {
  const at = vraag.kernen?.findIndex((each) => each.kern === kern) ?? -1
  const more = at < 0 ? undefined : withExtra(vraag, at, extraInwoners)
  if (!more) return null
  try {
    const oud = computeMethode(vraag, methodeVersie).bedragen
    const nieuw = computeMethode(more, methodeVersie).bedragen
    return { kernCenten: Number(nieuw[at]! - oud[at]!), totaalCenten: Number(sum(nieuw) - sum(oud)) }
  } catch (error) {
    // So many inhabitants may fit no class.
    if (error instanceof Problem) return null
    throw error
  }
}

type MetInwoners = { inwoners?: number; wijken?: { aangesloten: boolean; inwoners: number }[] }

/** With more inhabitants in one kern: in its first wijk that joined the kernoverleg, when those are the weight. */
function withExtra(vraag: BerekenVraag, at: number, extra: number): BerekenVraag | undefined {
  const byWijk = 'gewicht' in vraag && vraag.gewicht === 'vertegenwoordigde-inwoners'
  const kern: MetInwoners = vraag.kernen?.[at] ?? {}
  const { inwoners, wijken = [] } = kern
  const first = wijken.findIndex(({ aangesloten }) => aangesloten)
  if (byWijk ? first < 0 : inwoners === undefined) return undefined
  const more = byWijk
    ? { wijken: wijken.map((wijk, i) => (i === first ? { ...wijk, inwoners: wijk.inwoners + extra } : wijk)) }
    : { inwoners: (inwoners ?? 0) + extra }
  // The kernen are those of this very question, so they fit its method.
  return {
    ...vraag,
    kernen: vraag.kernen?.map((each, i) => (i === at ? { ...each, ...more } : each)),
  } as BerekenVraag
}
