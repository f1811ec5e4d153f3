/** Money that kernen did not spend at the reference date, proposed for kernen that ran out. */
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatEuro } from '../geld.ts'
import { largestRemainder } from './largestRemainder.ts'
import { nameOf, type Uitkomst } from './uitkomst.ts'
import { explainRounding } from './uitleg.ts'
import { proportional, sum, wholeCents, wholeUnits } from './verhouding.ts'

const positive = (bedrag: bigint): bigint => (bedrag > 0n ? bedrag : 0n)

/**
 * A kern first pays its open requests from its own room (allocated − committed). What room is left goes into
 * the pot; what is still asked is divided from the pot, in proportion to the amounts asked, and never more than
 * asked. Amounts are the extra per kern, in whole units; what nobody asked for stays undistributed.
 */
export function computeOnderbesteding(vraag: VraagVan<'onderbesteding'>): Uitkomst {
  const { kernen } = vraag
  const eenheid = BigInt(vraag.eenheidCenten)
  const ruimte = kernen.map((kern) => positive(BigInt(kern.toegekendCenten) - BigInt(kern.verplichtCenten)))
  const gevraagd = kernen.map((kern) => BigInt(kern.openAanvraagCenten))
  const pot = sum(ruimte.map((over, i) => positive(over - gevraagd[i]!)))
  const tekorten = gevraagd.map((vraagt, i) => wholeUnits(positive(vraagt - ruimte[i]!), eenheid))
  const tekort = sum(tekorten)
  const bedrag = tekort > pot ? wholeUnits(pot, eenheid) : tekort
  const exact = tekort > pot ? proportional(bedrag, tekorten) : wholeCents(tekorten)
  const bedragen = largestRemainder(exact, eenheid, bedrag, tekorten)
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
        return `${naam} vraagt ${formatEuro(vraagt)}, heeft zelf nog ${formatEuro(over)} en krijgt ${formatEuro(bedragen[i]!)} extra uit de pot van ${formatEuro(pot)}${explainRounding(eenheid)}.`
      return `${naam} heeft nog ${formatEuro(over)}, vraagt ${formatEuro(vraagt)} en legt ${formatEuro(over - vraagt)} in de pot.`
    },
  }
}
