/** Cut pro rata: amounts of a formula that exceed a ceiling together all shrink by the same part. */
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatEuro } from '../geld.ts'
import { amountsOf, kernenOf } from './bedragPerKern.ts'
import { largestRemainder } from './largestRemainder.ts'
import { nameOf, type Uitkomst } from './uitkomst.ts'
import { explainRounding } from './uitleg.ts'
import { proportional, sum, wholeCents, wholeUnits } from './verhouding.ts'

/** Below the ceiling nothing is cut or rounded, and the room under the ceiling stays undistributed. */
export function computeKorten(vraag: VraagVan<'korten-naar-rato'>): Uitkomst {
  const kernen = kernenOf(vraag.kernen, vraag.formuleCenten)
  const formule = amountsOf(vraag.formuleCenten, kernen, 'formuleCenten')
  const plafond = BigInt(vraag.plafondCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const samen = sum(formule)
  if (samen <= plafond)
    return {
      kernen,
      exact: wholeCents(formule),
      bedragen: formule,
      onverdeeld: plafond - samen,
      uitleg: (i) =>
        `${nameOf(kernen[i]!)} krijgt het hele bedrag van ${formatEuro(formule[i]!)}, want alles samen (${formatEuro(samen)}) past onder het plafond van ${formatEuro(plafond)}.`,
    }
  const bedrag = wholeUnits(plafond, eenheid)
  const exact = proportional(bedrag, formule)
  const bedragen = largestRemainder(exact, eenheid, bedrag, formule)
  return {
    kernen,
    exact,
    bedragen,
    onverdeeld: plafond - bedrag,
    uitleg: (i) =>
      `${nameOf(kernen[i]!)} krijgt ${formatEuro(bedragen[i]!)} in plaats van ${formatEuro(formule[i]!)}, want alles samen (${formatEuro(samen)}) past niet onder het plafond van ${formatEuro(plafond)}${explainRounding(eenheid)}.`,
  }
}
