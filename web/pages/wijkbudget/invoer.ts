/** What stands in the form of a verdeling, as text; it is also what stands in the address. */
import { methodeNaam, type SchermMethode } from '../../texts/nlVerdelen.ts'

/** `?` may stay empty. Lists of pairs are written as "500:5.000;2.500:10.000;:15.000". */
const velden = {
  totaal: 'bedrag',
  basis: 'bedrag',
  perInwoner: 'tarief',
  ondergrens: 'bedrag',
  bovengrens: 'bedrag',
  plafond: 'bedrag',
  grens: 'tarief',
  stap: 'aantal',
  stappen: 'aantal',
  pctInwoners: 'procent',
  pctOppervlakte: 'procent',
  pctGelijk: 'procent',
  klassen: 'klassen',
  typen: 'typen',
  /** Kern → name of its type. */
  type: 'perKern',
} as const
export type Veld = keyof typeof velden
export const soortOf = (veld: Veld) => velden[veld]

export type Invoer = Record<Veld, string> & {
  methode: SchermMethode
  gewicht: 'inwoners' | 'vertegenwoordigde-inwoners'
  /** Kern → inhabitants whom its kernoverleg speaks for. */
  vertegenwoordigd: string
  /** Rounding unit in cents. */
  eenheid: string
  /** Compare with another rounding rule. */
  vergelijk: string
  /** Version of the population; empty: the newest for the year. */
  bevolking: string
  controletotaal: string
}

/** Which fields a method asks. */
export const methodeVelden: Record<SchermMethode, readonly (Veld | `${Veld}?`)[]> = {
  'naar-rato': ['totaal'],
  'basis-plus-rest-naar-rato': ['totaal', 'basis'],
  'naar-rato-met-grenzen': ['totaal', 'ondergrens?', 'bovengrens?'],
  'basis-plus-per-inwoner': ['basis', 'perInwoner'],
  'basis-per-type-plus-per-inwoner': ['typen', 'type', 'perInwoner'],
  'basis-per-klasse-plus-per-inwoner': ['klassen', 'perInwoner'],
  staffel: ['klassen'],
  gelijk: ['totaal'],
  'gewogen-maatstaven': ['totaal', 'pctInwoners?', 'pctOppervlakte?', 'pctGelijk?'],
  'ingroei-lineair': ['totaal', 'basis?', 'stap', 'stappen'],
  'ingroei-begrensd': ['grens', 'basis?'],
  'korten-naar-rato': ['plafond', 'basis', 'perInwoner'],
}

/** Methods in which another weight than all inhabitants can count. */
export const metGewicht: readonly SchermMethode[] = [
  'naar-rato',
  'basis-plus-rest-naar-rato',
  'naar-rato-met-grenzen',
  'basis-plus-per-inwoner',
  'basis-per-type-plus-per-inwoner',
  'basis-per-klasse-plus-per-inwoner',
  'staffel',
]

export const plainVeld = (name: Veld | `${Veld}?`): Veld => name.replace('?', '') as Veld

const empty: Invoer = {
  ...(Object.fromEntries(Object.keys(velden).map((veld) => [veld, ''])) as Record<Veld, string>),
  methode: 'naar-rato',
  gewicht: 'inwoners',
  vertegenwoordigd: '',
  eenheid: '1',
  vergelijk: '',
  bevolking: '',
  controletotaal: '',
}
export const invoerVelden = Object.keys(empty) as (keyof Invoer)[]

/** Unknown words fall back to the default. */
export function readInvoer(query: Readonly<Record<string, string>>): Invoer {
  const given = Object.fromEntries(invoerVelden.flatMap((veld) => (query[veld] ? [[veld, query[veld]]] : [])))
  const { methode = '', gewicht, eenheid = '', ...rest } = given
  return {
    ...empty,
    ...rest,
    methode: methode in methodeNaam ? (methode as SchermMethode) : empty.methode,
    gewicht: gewicht === 'vertegenwoordigde-inwoners' ? gewicht : 'inwoners',
    eenheid: ['1', '100', '10000'].includes(eenheid) ? eenheid : '1',
  }
}

/** The address without defaults; `undefined` takes a parameter away. */
export const writeInvoer = (invoer: Invoer): Record<string, string | undefined> =>
  Object.fromEntries(
    invoerVelden.map((veld) => [veld, invoer[veld] === empty[veld] ? undefined : invoer[veld]]),
  )

/** "a:1;b:2" → [["a","1"],["b","2"]]. */
export const readParen = (text: string): [string, string][] =>
  text === ''
    ? []
    : text.split(';').map((pair) => {
        const [left = '', right = ''] = pair.split(':')
        return [left, right]
      })

/** The two signs that tie the text together cannot be typed. */
const clean = (text: string) => text.replaceAll(/[:;]/g, '')
export const writeParen = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([left, right]) => `${clean(left)}:${clean(right)}`).join(';')
