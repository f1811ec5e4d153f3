/** Weighted measures: each maatstaf (inwoners, oppervlakte, voorzieningen, …) divides its part of the total. */
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatEuro } from '../geld.ts'
import { largestRemainder } from './largestRemainder.ts'
import { nameOf, refuseField, type Uitkomst } from './uitkomst.ts'
import { explainRounding, formatProcent } from './uitleg.ts'
import { parseDecimals, proportional, sum, wholeUnits } from './verhouding.ts'

type Vraag = VraagVan<'gewogen-maatstaven'>

/**
 * Share of a kern = total × Σ (part of the maatstaf × value of the kern / value of all kernen). The parts are
 * added exactly and rounded once, so that no kern loses a cent per maatstaf.
 *
 * @throws Problem when a value is absent, or when all values of a maatstaf are 0
 */
export function computeGewogenMaatstaven(vraag: Vraag): Uitkomst {
  const { kernen } = vraag
  const totaal = BigInt(vraag.totaalCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const bedrag = wholeUnits(totaal, eenheid)
  const aandelen = parseDecimals(vraag.maatstaven.map(({ aandeelPct }) => aandeelPct)).tellers
  const maatstaven = vraag.maatstaven
    .map(({ maatstaf, aandeelPct }, i) => ({ maatstaf, aandeelPct, aandeel: aandelen[i]! }))
    .filter(({ aandeel }) => aandeel > 0n)
    .map((deel) => ({ ...deel, waarden: valuesOf(kernen, deel.maatstaf) }))

  // One denominator for all: the product of the sums of the maatstaven.
  const sommen = maatstaven.map(({ waarden }) => sum(waarden))
  const product = sommen.reduce((a, b) => a * b, 1n)
  const gewichten = kernen.map((_, k) =>
    sum(maatstaven.map(({ aandeel, waarden }, m) => (aandeel * waarden[k]! * product) / sommen[m]!)),
  )
  const exact = proportional(bedrag, gewichten)
  const bedragen = largestRemainder(exact, eenheid, bedrag, gewichten)
  const namen = maatstaven
    .map(({ maatstaf, aandeelPct }) => `${maatstaf} (${String(aandeelPct).replace('.', ',')}%)`)
    .join(', ')
  return {
    kernen,
    exact,
    bedragen,
    onverdeeld: totaal - bedrag,
    uitleg: (i) =>
      `${nameOf(kernen[i]!)} telt voor ${formatProcent(gewichten[i]!, exact.noemer)} mee (${namen}) en krijgt daarom ${formatEuro(bedragen[i]!)} van de ${formatEuro(totaal)}${explainRounding(eenheid)}.`,
  }
}

/** The values of one maatstaf per kern, as integers on one scale. */
function valuesOf(kernen: Vraag['kernen'], maatstaf: string): bigint[] {
  const waarden = kernen.map((kern, i) => {
    const waarde = Object.hasOwn(kern.waarden, maatstaf) ? kern.waarden[maatstaf] : undefined
    const gevonden = waarde ?? (maatstaf === 'inwoners' ? kern.inwoners : undefined)
    if (gevonden !== undefined) return gevonden
    throw refuseField(
      `/kernen/${i}/waarden`,
      'waarde-ontbreekt',
      `Kern ${nameOf(kern)} heeft geen waarde voor maatstaf ${maatstaf}.`,
    )
  })
  const { tellers } = parseDecimals(waarden)
  if (sum(tellers) === 0n)
    throw refuseField(
      '/maatstaven',
      'maatstaf-nul',
      `Maatstaf ${maatstaf} is bij alle kernen samen 0, dus verdelen kan niet.`,
    )
  return tellers
}
