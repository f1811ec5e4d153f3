/** Naar rato with a floor and a cap for every kern. */
import { Problem } from '../../contract/problem.ts'
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatAantal, formatEuro } from '../geld.ts'
import { solveClamp } from './clamp.ts'
import { largestRemainder } from './largestRemainder.ts'
import { nameOf, type Uitkomst, weightsOf } from './uitkomst.ts'
import { explainRounding, wordFor } from './uitleg.ts'
import { sum, wholeUnits } from './verhouding.ts'

/**
 * Kernen at a bound get exactly that bound (a multiple of the unit); the others are rounded among themselves.
 * Caps that are together below the total leave the difference undistributed.
 *
 * @throws Problem `ONDERGRENZEN_BOVEN_TOTAAL` with what is missing
 */
export function computeMetGrenzen(vraag: VraagVan<'naar-rato-met-grenzen'>): Uitkomst {
  const { kernen } = vraag
  const totaal = BigInt(vraag.totaalCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const ondergrens = BigInt(vraag.ondergrensCenten ?? 0)
  const bovengrens = vraag.bovengrensCenten == null ? null : BigInt(vraag.bovengrensCenten)
  const ruimte = totaal - ondergrens * BigInt(kernen.length)
  if (ruimte < 0n)
    throw new Problem(
      'ONDERGRENZEN_BOVEN_TOTAAL',
      `${kernen.length} keer de ondergrens van ${formatEuro(ondergrens)} is ${formatEuro(-ruimte)} meer dan het totaal van ${formatEuro(totaal)}.`,
      { tekortCenten: Number(-ruimte) },
    )
  const bedrag = wholeUnits(totaal, eenheid)
  const gewichten = weightsOf(vraag, wholeUnits(ruimte, eenheid))
  const { exact, grenzen, onverdeeld } = solveClamp({ bedrag, gewichten, ondergrens, bovengrens })
  const bedragen = largestRemainder(exact, eenheid, bedrag - onverdeeld, gewichten)
  const alle = sum(gewichten)
  return {
    kernen,
    exact,
    bedragen,
    grenzen,
    onverdeeld: totaal - bedrag + onverdeeld,
    uitleg: (i) => {
      const wie = `${nameOf(kernen[i]!)} heeft ${formatAantal(gewichten[i]!)} van de ${formatAantal(alle)} ${wordFor(vraag.gewicht)}`
      const krijgt = formatEuro(bedragen[i]!)
      if (grenzen[i] === 'ondergrens')
        return `${wie} en krijgt de ondergrens van ${krijgt}, want het deel naar inwoners is niet hoger.`
      if (grenzen[i] === 'bovengrens')
        return `${wie} en krijgt de bovengrens van ${krijgt}, want het deel naar inwoners is niet lager.`
      return `${wie} en krijgt ${krijgt}, per inwoner evenveel als elke kern tussen de grenzen${explainRounding(eenheid)}.`
    },
  }
}
