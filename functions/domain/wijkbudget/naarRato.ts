/** Methods that divide a total by weight: naar rato, basis plus rest naar rato, gelijk. */
import { Problem } from '../../contract/problem.ts'
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatAantal, formatEuro } from '../geld.ts'
import { largestRemainder } from './largestRemainder.ts'
import { divideSainteLague } from './sainteLague.ts'
import { type Kern, nameOf, type Uitkomst, weightsOf } from './uitkomst.ts'
import { explainRounding, formatPart } from './uitleg.ts'
import { proportional, sum, type Verhouding, wholeUnits } from './verhouding.ts'

/** Shares of nothing are exactly 0, also when all weights are 0. */
const divide = (bedrag: bigint, gewichten: readonly bigint[]): Verhouding =>
  bedrag === 0n ? { tellers: gewichten.map(() => 0n), noemer: 1n } : proportional(bedrag, gewichten)

/** Total × inwoners / all inwoners. Cents below a whole unit stay undistributed. */
export function computeNaarRato(vraag: VraagVan<'naar-rato'>): Uitkomst {
  const totaal = BigInt(vraag.totaalCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const bedrag = wholeUnits(totaal, eenheid)
  const gewichten = weightsOf(vraag, bedrag)
  const exact = divide(bedrag, gewichten)
  const bedragen = largestRemainder(exact, eenheid, bedrag, gewichten)
  const alle = sum(gewichten)
  const vergelijk = vraag.vergelijkMet === 'sainte-lague'
  return {
    kernen: vraag.kernen,
    exact,
    bedragen,
    onverdeeld: totaal - bedrag,
    uitleg: (i) =>
      `${nameOf(vraag.kernen[i]!)} heeft ${formatPart(gewichten[i]!, alle, vraag.gewicht)} en krijgt daarom ${formatEuro(bedragen[i]!)} van de ${formatEuro(totaal)}${explainRounding(eenheid)}.`,
    ...(vergelijk && {
      sainteLague:
        bedrag === 0n ? bedragen : divideSainteLague(bedrag / eenheid, gewichten).map((n) => n * eenheid),
    }),
  }
}

/**
 * The same base for every kern, the rest by weight. Only the rest is rounded to the unit: the base is a promise.
 *
 * @throws Problem `TOTAAL_LAGER_DAN_BASIS` with what is missing
 */
export function computeBasisPlusRest(vraag: VraagVan<'basis-plus-rest-naar-rato'>): Uitkomst {
  const { kernen } = vraag
  const totaal = BigInt(vraag.totaalCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const basis = BigInt(vraag.basisCenten)
  const rest = totaal - basis * BigInt(kernen.length)
  if (rest < 0n)
    throw new Problem(
      'TOTAAL_LAGER_DAN_BASIS',
      `${kernen.length} keer de basis van ${formatEuro(basis)} is ${formatEuro(-rest)} meer dan het totaal van ${formatEuro(totaal)}.`,
      { tekortCenten: Number(-rest) },
    )
  const bedrag = wholeUnits(rest, eenheid)
  const gewichten = weightsOf(vraag, bedrag)
  const exact = divide(bedrag, gewichten)
  const extra = largestRemainder(exact, eenheid, bedrag, gewichten)
  const alle = sum(gewichten)
  return {
    kernen,
    exact: { tellers: exact.tellers.map((teller) => teller + basis * exact.noemer), noemer: exact.noemer },
    bedragen: extra.map((deel) => basis + deel),
    onverdeeld: rest - bedrag,
    uitleg: (i) =>
      `${nameOf(kernen[i]!)} krijgt ${formatEuro(basis + extra[i]!)}: vast ${formatEuro(basis)}, plus ${formatEuro(extra[i]!)} van de overige ${formatEuro(rest)} voor ${formatPart(gewichten[i]!, alle, vraag.gewicht)}${explainRounding(eenheid)}.`,
  }
}

/** The same for every kern; left-over units go to the first kernen of the list. */
export function computeGelijk(vraag: VraagVan<'gelijk'>): Uitkomst {
  const kernen = vraag.kernen ?? numberedKernen(vraag.aantal ?? 0)
  const totaal = BigInt(vraag.totaalCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const bedrag = wholeUnits(totaal, eenheid)
  const gewichten = kernen.map(() => 1n)
  const exact = proportional(bedrag, gewichten)
  const bedragen = largestRemainder(exact, eenheid, bedrag, gewichten)
  return {
    kernen,
    exact,
    bedragen,
    onverdeeld: totaal - bedrag,
    uitleg: (i) =>
      `${nameOf(kernen[i]!)} krijgt ${formatEuro(bedragen[i]!)}: een gelijk deel van ${formatEuro(totaal)} voor ${formatAantal(kernen.length)} kernen${explainRounding(eenheid)}.`,
  }
}

const numberedKernen = (aantal: number): Kern[] =>
  Array.from({ length: aantal }, (_, i) => ({ kern: `${i + 1}`, naam: `Kern ${i + 1}` }))
