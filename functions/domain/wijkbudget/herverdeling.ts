/** Onderbesteding at a reference date, and moving it to kernen that ran out (domain rule 17). */
import type { Onderbesteding } from '../../contract/onderbesteding.ts'
import type { BerekenAntwoord, VraagVan } from '../../contract/wijkbudget.ts'
import type { RegelRecord } from '../ports.ts'
import { computeStand, type Stand } from './grootboek.ts'
import { largestRemainder } from './largestRemainder.ts'
import { potOf } from './onderbesteding.ts'
import { proportional, roundHalfUp, sum } from './verhouding.ts'

type Kern = { readonly code: string; readonly naam: string }
type Bedragen = Onderbesteding['totaal']

/** 1 November, when there is still time to spend what moves. */
export const defaultPeildatum = (jaar: number): string => `${jaar}-11-01`

/** Per kern what was budgeted, bound or spent and free at the end of a day, by the date of the lines. */
export function foldOnderbesteding(
  jaar: number,
  peildatum: string,
  kernen: readonly Kern[],
  regels: readonly RegelRecord[],
): Onderbesteding {
  const rijen = kernen.map(({ code, naam }) => {
    const own = regels.filter(
      (regel) => regel.kern === code && regel.datum <= peildatum && regel.soort !== 'slot',
    )
    return { kern: code, naam, ...toBedragen(computeStand(own)) }
  })
  const som = (veld: 'budgetCenten' | 'vrijCenten') => rijen.reduce((totaal, rij) => totaal + rij[veld], 0)
  return { jaar, peildatum, kernen: rijen, totaal: withShare(som('budgetCenten'), som('vrijCenten')) }
}

const toBedragen = ({ openingCenten, toegekendCenten, teruggevorderdCenten, vrijCenten }: Stand): Bedragen =>
  withShare(openingCenten + toegekendCenten - teruggevorderdCenten, vrijCenten)

const withShare = (budgetCenten: number, vrijCenten: number): Bedragen => ({
  budgetCenten,
  vastgelegdCenten: budgetCenten - vrijCenten,
  vrijCenten,
  vrijPct:
    budgetCenten <= 0 || vrijCenten < 0
      ? null
      : Number(roundHalfUp(BigInt(vrijCenten) * 10_000n, BigInt(budgetCenten))),
})

/**
 * The question for the engine. Of a kern that bound more since the reference date only what is free now counts,
 * so that the proposal can be carried out.
 */
export function toHerverdelingVraag(
  opDatum: Onderbesteding,
  nu: ReadonlyMap<string, number>,
  aanvragen: ReadonlyMap<string, number>,
  { inwoners, eenheidCenten }: { inwoners: ReadonlyMap<string, number | undefined>; eenheidCenten: number },
): Record<string, unknown> {
  return {
    methode: 'onderbesteding',
    verdeelsleutel: 'inwoners',
    eenheidCenten,
    kernen: opDatum.kernen.map(({ kern, naam, budgetCenten, vrijCenten }) => ({
      kern,
      naam,
      inwoners: inwoners.get(kern),
      toegekendCenten: budgetCenten,
      verplichtCenten: budgetCenten - Math.max(0, Math.min(vrijCenten, nu.get(kern) ?? 0)),
      openAanvraagCenten: aanvragen.get(kern) ?? 0,
    })),
  }
}

/**
 * What each kern hands in, in cents: together exactly what the others get extra, in proportion to what each has
 * over after its own requests. Kernen that hand in nothing are absent.
 */
export function computeInleg(
  { kernen }: Pick<VraagVan<'onderbesteding'>, 'kernen'>,
  { aandelen }: Pick<BerekenAntwoord, 'aandelen'>,
): Map<string, number> {
  const over = potOf(kernen)
  const bedrag = aandelen.reduce((som, aandeel) => som + BigInt(aandeel.bedragCenten), 0n)
  if (bedrag === 0n) return new Map()
  const delen = largestRemainder(proportional(bedrag, over), 1n, bedrag, over)
  if (bedrag > sum(over)) throw new RangeError(`The pot of ${sum(over)} cents cannot give ${bedrag}.`)
  return new Map(
    kernen.flatMap(({ kern }, i): [string, number][] => (delen[i]! > 0n ? [[kern, Number(delen[i])]] : [])),
  )
}
