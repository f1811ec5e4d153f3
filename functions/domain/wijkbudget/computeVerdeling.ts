/** The wijkbudget engine: one question in, shares that are exact to the cent and explained in a sentence out. */
import type { BerekenAntwoord, BerekenVraag } from '../../contract/wijkbudget.ts'
import { formatEuro } from '../geld.ts'
import { computeMethode, newestVersion } from './methoden.ts'
import { nameOf, refuseField } from './uitkomst.ts'
import { formatExact, sum } from './verhouding.ts'

/**
 * Divides by the method of `vraag` (parsed by the contract schema). Pure and deterministic: the same code
 * previews in the browser and decides on the server. Shares + `onverdeeldCenten` = `totaalCenten`, always.
 *
 * @param versie version of the method's rules; give the stored one to recompute an older verdeling
 * @throws Problem `TOTAAL_LAGER_DAN_BASIS`, `ONDERGRENZEN_BOVEN_TOTAAL` (both with `tekortCenten`), or
 *   `ongeldige-invoer` with the field that is wrong
 * @example
 * computeVerdeling({ methode: 'naar-rato', gewicht: 'inwoners', eenheidCenten: 1, totaalCenten: 10000,
 *   kernen: [{ kern: 'a', inwoners: 1 }, { kern: 'b', inwoners: 2 }] }).aandelen[1].bedragCenten // 6667
 */
export function computeVerdeling(
  vraag: BerekenVraag,
  versie = newestVersion(vraag.methode),
): BerekenAntwoord {
  const { kernen, exact, bedragen, onverdeeld, uitleg, grenzen, pot, sainteLague } = computeMethode(
    vraag,
    versie,
  )
  const totaal = sum(bedragen) + onverdeeld
  if (totaal > Number.MAX_SAFE_INTEGER)
    throw refuseField('', 'te-hoog', `Alles samen is ${formatEuro(totaal)}; zo hoog rekent deze dienst niet.`)
  return {
    methode: vraag.methode,
    methodeVersie: versie,
    totaalCenten: Number(totaal),
    aandelen: kernen.map((kern, i) => ({
      kern: kern.kern,
      ...(kern.naam !== undefined && { naam: nameOf(kern) }),
      bedragCenten: Number(bedragen[i]!),
      exact: formatExact(exact.tellers[i]!, exact.noemer),
      uitleg: uitleg(i),
      ...(grenzen?.[i] && { grens: grenzen[i] }),
    })),
    onverdeeldCenten: Number(onverdeeld),
    ...(pot !== undefined && { potCenten: Number(pot) }),
    ...(sainteLague && {
      vergelijking: {
        methode: 'sainte-lague' as const,
        aandelen: kernen.map(({ kern }, i) => ({ kern, bedragCenten: Number(sainteLague[i]!) })),
      },
    }),
  }
}
