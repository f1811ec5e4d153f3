/** Phase-in: from the old division to the new one in steps, so that no kern falls in one year. */
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatEuro } from '../geld.ts'
import { amountsOf, kernenOf } from './bedragPerKern.ts'
import { largestRemainder } from './largestRemainder.ts'
import { nameOf, refuseField, type Uitkomst } from './uitkomst.ts'
import { explainRounding, formatDecimalCents } from './uitleg.ts'
import { parseDecimal, roundHalfUp, sum, wholeUnits } from './verhouding.ts'

/**
 * Year j of n: old + (new − old) × j / n. Year 0 is the old division, year n the new one. When both have
 * another total, the total moves along in the same steps, to the cent (a half upwards).
 */
export function computeIngroeiLineair(vraag: VraagVan<'ingroei-lineair'>): Uitkomst {
  const kernen = kernenOf(vraag.kernen, vraag.nieuwCenten)
  const eenheid = BigInt(vraag.eenheidCenten)
  const jaar = BigInt(vraag.jaar)
  const jaren = BigInt(vraag.jaren)
  const oud = amountsOf(vraag.oudCenten, kernen, 'oudCenten')
  const nieuw = amountsOf(vraag.nieuwCenten, kernen, 'nieuwCenten')
  const tellers = oud.map((bedrag, i) => bedrag * (jaren - jaar) + nieuw[i]! * jaar)
  const totaal = roundHalfUp(sum(tellers), jaren)
  const bedrag = wholeUnits(totaal, eenheid)
  const aantallen = vraag.kernen?.map((kern) => kern.inwoners)
  const gewichten = aantallen?.every((aantal) => aantal !== undefined) ? aantallen.map(BigInt) : nieuw
  const bedragen = largestRemainder({ tellers, noemer: jaren }, eenheid, bedrag, gewichten)
  return {
    kernen,
    exact: { tellers, noemer: jaren },
    bedragen,
    onverdeeld: totaal - bedrag,
    uitleg: (i) =>
      `${nameOf(kernen[i]!)} krijgt in jaar ${jaar} van ${jaren} ${formatEuro(bedragen[i]!)}, op weg van ${formatEuro(oud[i]!)} naar ${formatEuro(nieuw[i]!)}${explainRounding(eenheid)}.`,
  }
}

/**
 * Every change is cut to the limit × inwoners (rounded down to the cent, so that nobody moves more than the
 * limit); then the larger side is scaled down until gains equal losses. The total stays what it was. This is
 * the shape of the gemeentefonds transition of 2023.
 *
 * @throws Problem when old and new do not have the same total: then no limit is budget-neutral
 */
export function computeIngroeiBegrensd(vraag: VraagVan<'ingroei-begrensd'>): Uitkomst {
  const { kernen } = vraag
  const eenheid = BigInt(vraag.eenheidCenten)
  const oud = amountsOf(vraag.oudCenten, kernen, 'oudCenten')
  const nieuw = amountsOf(vraag.nieuwCenten, kernen, 'nieuwCenten')
  const totaal = sum(oud)
  if (sum(nieuw) !== totaal)
    throw refuseField(
      '/nieuwCenten',
      'totalen-verschillen',
      `oudCenten is samen ${formatEuro(totaal)} en nieuwCenten ${formatEuro(sum(nieuw))}; dat moet gelijk zijn.`,
    )
  const grens = parseDecimal(vraag.grensPerInwonerCenten)
  const gewichten = kernen.map((kern) => BigInt(kern.inwoners))
  const stappen = oud.map((bedrag, i) => {
    const verschil = nieuw[i]! - bedrag
    const hoogstens = (gewichten[i]! * grens.teller) / grens.noemer
    if (verschil > hoogstens) return hoogstens
    if (verschil < -hoogstens) return -hoogstens
    return verschil
  })
  const winst = sum(stappen.filter((stap) => stap > 0n))
  const verlies = -sum(stappen.filter((stap) => stap < 0n))
  const [kleinste, grootste] = winst < verlies ? [winst, verlies] : [verlies, winst]
  const noemer = grootste > 0n ? grootste : 1n
  const tellers = oud.map((bedrag, i) => {
    const stap = stappen[i]!
    const isGrootste = stap > 0n ? winst === grootste : verlies === grootste
    return bedrag * noemer + stap * (isGrootste ? kleinste : grootste)
  })
  const bedrag = wholeUnits(totaal, eenheid)
  const bedragen = largestRemainder({ tellers, noemer }, eenheid, bedrag, gewichten)
  const perInwoner = formatDecimalCents(vraag.grensPerInwonerCenten)
  return {
    kernen,
    exact: { tellers, noemer },
    bedragen,
    onverdeeld: totaal - bedrag,
    uitleg: (i) =>
      `${nameOf(kernen[i]!)} gaat van ${formatEuro(oud[i]!)} naar ${formatEuro(bedragen[i]!)}, op weg naar ${formatEuro(nieuw[i]!)} en met hoogstens ${perInwoner} per inwoner verschil${explainRounding(eenheid)}.`,
  }
}
