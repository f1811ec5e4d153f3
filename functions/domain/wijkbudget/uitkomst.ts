/** What a method hands back, and what methods share: kernen in order, exact shares, rounded amounts. */

import { ofFields, type Problem } from '../../contract/problem.ts'
import type { VraagVan } from '../../contract/wijkbudget.ts'
import type { Grens } from './clamp.ts'
import { sum, type Verhouding } from './verhouding.ts'

export type Kern = { readonly kern: string; readonly naam?: string | undefined }

/** All lists follow the order of `kernen`; amounts are cents. */
export type Uitkomst = {
  readonly kernen: readonly Kern[]
  readonly exact: Verhouding
  readonly bedragen: readonly bigint[]
  readonly onverdeeld: bigint
  /** The Dutch sentence of kern `i`. */
  readonly uitleg: (i: number) => string
  readonly grenzen?: readonly Grens[]
  readonly pot?: bigint
  /** Amounts by Sainte-Laguë, when asked for. */
  readonly sainteLague?: readonly bigint[]
}

/** Refuses a question because of one field: `pointer` is a JSON pointer into the question. */
export const refuseField = (pointer: string, code: string, detail: string): Problem =>
  ofFields([{ pointer, code, detail }])

type Gewogen = VraagVan<'naar-rato'>['kernen'][number]

/**
 * The weight of a kern: its inhabitants, or only those in wijken that joined the kernoverleg.
 *
 * @throws Problem when the figure is absent; it never counts as 0
 */
export function weightOf(kern: Gewogen, gewicht: VraagVan<'naar-rato'>['gewicht']): bigint {
  const aantal =
    gewicht === 'inwoners'
      ? kern.inwoners
      : kern.wijken?.reduce((som, wijk) => som + (wijk.aangesloten ? wijk.inwoners : 0), 0)
  if (aantal === undefined)
    throw refuseField(
      '/kernen',
      'gewicht-ontbreekt',
      `Kern ${nameOf(kern)} heeft geen cijfer voor ${gewicht}.`,
    )
  return BigInt(aantal)
}

/** The weights of all kernen; not all 0 when there is something to divide by them. */
export function weightsOf(
  vraag: Pick<VraagVan<'naar-rato'>, 'kernen' | 'gewicht'>,
  teVerdelen: bigint,
): bigint[] {
  const gewichten = vraag.kernen.map((kern) => weightOf(kern, vraag.gewicht))
  if (teVerdelen > 0n && sum(gewichten) === 0n)
    throw refuseField(
      '/kernen',
      'geen-inwoners',
      'Alle kernen samen hebben 0 inwoners, dus naar rato verdelen kan niet.',
    )
  return gewichten
}

export const nameOf = (kern: Kern): string => kern.naam ?? kern.kern
