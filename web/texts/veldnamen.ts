/** Field names of the API as people know them: a refusal of the service says "Het totaal", not "totaalCenten". */
import { Problem } from '../../functions/contract/problem.ts'

const namen: Readonly<Record<string, string>> = {
  aandeelPct: 'het deel in procenten',
  basisCenten: 'het vaste bedrag',
  basisCentenPerType: 'het vaste bedrag per soort',
  bedragCenten: 'het bedrag',
  bovengrensCenten: 'het maximum',
  eenheidCenten: 'de afronding',
  grensPerInwonerCenten: 'de grens per inwoner',
  ondergrensCenten: 'het minimum',
  openAanvraagCenten: 'het gevraagde bedrag',
  perInwonerCenten: 'het bedrag per inwoner',
  plafondCenten: 'het plafond',
  toegekendCenten: 'het toegekende bedrag',
  totEnMetInwoners: 'de bovengrens van een klasse',
  totaalCenten: 'het totaal',
  vanInwoners: 'de ondergrens van een klasse',
  verplichtCenten: 'het verplichte bedrag',
}
const known = new RegExp(`([.:!?] )?\\b(${Object.keys(namen).join('|')})\\b`, 'g')

/** @example inWoorden('totaalCenten mag niet negatief zijn.') // 'Het totaal mag niet negatief zijn.' */
export const inWoorden = (zin: string): string =>
  zin.replace(known, (_match, start: string | undefined, veld: string, at: number) => {
    const naam = namen[veld] ?? veld
    const begins = start !== undefined || at === 0
    return (start ?? '') + (begins ? naam.charAt(0).toUpperCase() + naam.slice(1) : naam)
  })

/** The same refusal with its sentences, those of its fields too, in the words of the screen. */
export const toWoorden = ({ code, message, extra, cause }: Problem): Problem =>
  new Problem(
    code,
    inWoorden(message),
    {
      ...extra,
      ...(extra.errors && {
        errors: extra.errors.map((error) => ({ ...error, detail: inWoorden(error.detail) })),
      }),
    },
    { cause },
  )
