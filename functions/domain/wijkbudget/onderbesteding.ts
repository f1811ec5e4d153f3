/** Money that kernen did not spend at the reference date, proposed for kernen that ran out. */
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatEuro } from '../geld.ts'
import { fillToCaps } from './fillToCaps.ts'
import { largestRemainder } from './largestRemainder.ts'
import { nameOf, refuseField, type Uitkomst } from './uitkomst.ts'
import { explainRounding } from './uitleg.ts'
import { sum, wholeCents, wholeUnits } from './verhouding.ts'

const positive = (bedrag: bigint): bigint => (bedrag > 0n ? bedrag : 0n)
const smallest = (a: bigint, b: bigint): bigint => a - positive(a - b)

type Kern = VraagVan<'onderbesteding'>['kernen'][number]

const roomOf = (kern: Kern): bigint => positive(BigInt(kern.toegekendCenten) - BigInt(kern.verplichtCenten))

/** What each kern has over after its own open requests, in cents. */
export const potOf = (kernen: readonly Kern[]): bigint[] =>
  kernen.map((kern) => positive(roomOf(kern) - BigInt(kern.openAanvraagCenten)))

/**
 * A kern first pays its open requests from its own room (allocated − committed). What room is left goes into
 * the pot; what is still asked is divided from the pot, never more than asked: by inwoners, or in proportion to
 * the amounts asked (`verdeelsleutel`). Without a choice it is by inwoners when the question holds inwoners,
 * otherwise by amounts asked. Amounts are the extra per kern, in whole units; what nobody asked for stays
 * undistributed.
 */
export function computeOnderbesteding(vraag: VraagVan<'onderbesteding'>): Uitkomst {
  const { kernen } = vraag
  const eenheid = BigInt(vraag.eenheidCenten)
  const ruimte = kernen.map(roomOf)
  const gevraagd = kernen.map((kern) => BigInt(kern.openAanvraagCenten))
  const pot = sum(potOf(kernen))
  const tekorten = gevraagd.map((vraagt, i) => wholeUnits(positive(vraagt - ruimte[i]!), eenheid))
  const verdeelsleutel = vraag.verdeelsleutel ?? usualSleutel(kernen)
  const gewichten = verdeelsleutel === 'aanvraag' ? tekorten : inwonersOf(kernen, tekorten)
  const schaars = sum(tekorten) > pot
  const metGewicht = sum(tekorten.filter((_, i) => gewichten[i]! > 0n))
  const bedrag = schaars ? wholeUnits(smallest(pot, metGewicht), eenheid) : sum(tekorten)
  const exact = schaars ? fillToCaps(bedrag, gewichten, tekorten) : wholeCents(tekorten)
  const bedragen = largestRemainder(exact, eenheid, bedrag, gewichten)
  const hoe = schaars && verdeelsleutel === 'inwoners' ? ', naar inwoners' : ''
  return {
    kernen,
    exact,
    bedragen,
    pot,
    onverdeeld: pot - bedrag,
    uitleg: (i) => {
      const naam = nameOf(kernen[i]!)
      const [over, vraagt] = [ruimte[i]!, gevraagd[i]!]
      if (vraagt > over)
        return `${naam} vraagt ${formatEuro(vraagt)}, heeft zelf nog ${formatEuro(over)} en krijgt ${formatEuro(bedragen[i]!)} extra uit de pot van ${formatEuro(pot)}${hoe}${explainRounding(eenheid)}.`
      return `${naam} heeft nog ${formatEuro(over)}, vraagt ${formatEuro(vraagt)} en legt ${formatEuro(over - vraagt)} in de pot.`
    },
  }
}

/** A question without any inwoners cannot mean a division by them. */
const usualSleutel = (kernen: readonly Kern[]): 'inwoners' | 'aanvraag' =>
  kernen.some(({ inwoners }) => inwoners !== undefined) ? 'inwoners' : 'aanvraag'

/** @throws Problem when a kern that asks has no figure; it never counts as 0 */
function inwonersOf(kernen: readonly Kern[], tekorten: readonly bigint[]): bigint[] {
  return kernen.map((kern, i) => {
    if (tekorten[i] === 0n) return 0n
    if (kern.inwoners === undefined)
      throw refuseField(
        '/kernen',
        'gewicht-ontbreekt',
        `Kern ${nameOf(kern)} heeft geen cijfer voor inwoners.`,
      )
    return BigInt(kern.inwoners)
  })
}
