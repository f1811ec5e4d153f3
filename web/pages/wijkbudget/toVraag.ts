/** What stands in the form, as the question for the engine; or what is wrong with it, per field. */
import type { Kern } from '../../../functions/contract/kern.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { parseEuro } from '../../../functions/domain/geld.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { methodeNaam, type SchermMethode } from '../../texts/nlWijkbudget.ts'

/** Text as typed; money as people write it. Also the parameters in the address. */
export type Invoer = {
  totaal: string
  methode: SchermMethode
  basis: string
  perInwoner: string
  ondergrens: string
  bovengrens: string
  eenheid: string
}
export const invoerVelden = [
  'totaal',
  'methode',
  'basis',
  'perInwoner',
  'ondergrens',
  'bovengrens',
  'eenheid',
] as const

type Bedragveld = 'totaal' | 'basis' | 'perInwoner' | 'ondergrens' | 'bovengrens'

/** Which amounts a method asks; `?` may stay empty. */
export const bedragvelden: Record<SchermMethode, readonly (Bedragveld | `${Bedragveld}?`)[]> = {
  'naar-rato': ['totaal'],
  'basis-plus-rest-naar-rato': ['totaal', 'basis'],
  'naar-rato-met-grenzen': ['totaal', 'ondergrens?', 'bovengrens?'],
  'basis-plus-per-inwoner': ['basis', 'perInwoner'],
  gelijk: ['totaal'],
}

export const readInvoer = (query: Readonly<Record<string, string>>): Invoer => ({
  totaal: query.totaal ?? '',
  methode: query.methode && query.methode in methodeNaam ? (query.methode as SchermMethode) : 'naar-rato',
  basis: query.basis ?? '',
  perInwoner: query.perInwoner ?? '',
  ondergrens: query.ondergrens ?? '',
  bovengrens: query.bovengrens ?? '',
  eenheid: ['1', '100', '10000'].includes(query.eenheid ?? '') ? query.eenheid! : '1',
})

export type Vraagstand =
  | { soort: 'leeg' }
  | { soort: 'fout'; fouten: Fouten }
  | { soort: 'vraag'; vraag: BerekenVraag }

type Centen = Partial<Record<Bedragveld, number>>

function readBedragen(invoer: Invoer): { centen: Centen; fouten: Fouten; empty: boolean } {
  const centen: Centen = {}
  const fouten: Fouten = {}
  let empty = false
  for (const name of bedragvelden[invoer.methode]) {
    const field = name.replace('?', '') as Bedragveld
    const text = invoer[field].trim()
    if (!text) {
      if (!name.endsWith('?')) empty = true
      continue
    }
    try {
      centen[field] = parseEuro(text)
    } catch (error) {
      fouten[field] = error instanceof Problem ? error.message : String(error)
    }
  }
  return { centen, fouten, empty }
}

export function toVraag(invoer: Invoer, kernen: readonly Kern[]): Vraagstand {
  const { centen, fouten, empty } = readBedragen(invoer)
  if (Object.keys(fouten).length > 0) return { soort: 'fout', fouten }
  if (empty) return { soort: 'leeg' }
  const eenheidCenten = Number(invoer.eenheid)
  const rows = kernen.map(({ code, naam, inwoners }) => ({ kern: code, naam, inwoners }))
  const { totaal: totaalCenten = 0, basis: basisCenten = 0 } = centen
  const naarInwoners = { gewicht: 'inwoners', eenheidCenten, kernen: rows } as const
  switch (invoer.methode) {
    case 'naar-rato':
      return { soort: 'vraag', vraag: { methode: 'naar-rato', ...naarInwoners, totaalCenten } }
    case 'basis-plus-rest-naar-rato':
      return {
        soort: 'vraag',
        vraag: { methode: invoer.methode, ...naarInwoners, totaalCenten, basisCenten },
      }
    case 'naar-rato-met-grenzen':
      return {
        soort: 'vraag',
        vraag: {
          methode: invoer.methode,
          ...naarInwoners,
          totaalCenten,
          ondergrensCenten: centen.ondergrens ?? null,
          bovengrensCenten: centen.bovengrens ?? null,
        },
      }
    case 'basis-plus-per-inwoner':
      return {
        soort: 'vraag',
        vraag: {
          methode: invoer.methode,
          ...naarInwoners,
          basisCenten,
          perInwonerCenten: String(centen.perInwoner),
        },
      }
    case 'gelijk':
      return { soort: 'vraag', vraag: { methode: 'gelijk', eenheidCenten, totaalCenten, kernen: rows } }
  }
}
