/** Which meldingen the list shows: kept in the address, asked of the service, and said in a sentence. */
import type { Signaal } from '../../../functions/contract/behandeling.ts'
import type { Status } from '../../../functions/contract/melding.ts'
import type { View } from '../../state/view.ts'
import { formatDatum } from '../../texts/format.ts'
import { statusNaam } from '../../texts/nlKaart.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'

/** `laat`: everything past its date, also three times. */
export type Termijnkeuze = Signaal | 'laat'
export const niemand = '-'

export type Werkfilter = {
  kern?: string
  groep?: string
  categorie?: string
  team?: string
  /** A name; `-` for what nobody has. */
  medewerker?: string
  /** Left out: all that is open. */
  status?: Status | 'alle'
  termijn?: Termijnkeuze
  tekst?: string
  /** Registered on these days, both included. */
  van?: string
  tot?: string
}

/** Parameters of the address that belong to a filter, besides those of the view. */
export const filterNamen = [
  'groep',
  'categorie',
  'team',
  'medewerker',
  'status',
  'laat',
  'signaal',
  'tekst',
] as const

type Query = Readonly<Record<string, string | undefined>>
const termijnen = Object.keys(nlWerkplek.filter.termijnen)
const isStatus = (word: string | undefined): word is Status => word !== undefined && word in statusNaam

/** Words that mean nothing are left out. */
export function readFilter({ kern, van, tot }: Pick<View, 'kern' | 'van' | 'tot'>, query: Query): Werkfilter {
  const { groep, categorie, team, medewerker, status, tekst } = query
  const termijn = query.laat === 'true' ? 'laat' : query.signaal
  return dropEmpty({
    kern,
    van,
    tot,
    groep: categorie ? undefined : groep,
    categorie,
    team,
    medewerker,
    status: status === 'alle' || isStatus(status) ? status : undefined,
    termijn: termijn && termijnen.includes(termijn) ? (termijn as Termijnkeuze) : undefined,
    tekst,
  })
}

const dropEmpty = (filter: { [K in keyof Werkfilter]: Werkfilter[K] | undefined }): Werkfilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Werkfilter

/** As parameters of the address; what is not chosen is undefined, so that it is taken out. */
export function writeFilter({ kern, van, tot, termijn, ...rest }: Werkfilter): {
  view: Pick<View, 'kern' | 'van' | 'tot'>
  other: Record<(typeof filterNamen)[number], string | undefined>
} {
  const { groep, categorie, team, medewerker, status, tekst } = rest
  const laat = termijn === 'laat' ? 'true' : undefined
  const signaal = termijn === 'laat' ? undefined : termijn
  return {
    view: { kern, van, tot },
    other: { groep, categorie, team, medewerker, status, tekst, laat, signaal },
  }
}

/** What the service is asked: `listBehandelingen`. */
export function toVraag(filter: Werkfilter): Record<string, string | undefined> {
  const { view, other } = writeFilter(filter)
  const { status, ...rest } = other
  const open = !status && !filter.termijn ? 'true' : undefined
  return { ...view, ...rest, open, status: status === 'alle' ? undefined : status }
}

/** How many choices hold, for who has the filters folded away. */
export const countKeuzes = ({ van, tot, ...rest }: Werkfilter): number =>
  Object.keys(rest).length + (van || tot ? 1 : 0)

export type Namen = {
  kern(code: string): string
  categorie(code: string): string
  groep(code: string): string
  /** The name of who looks. */
  ik: string
}

/** @example describeFilter({ kern: 'schoorl', termijn: 'laat' }, namen)   // 'Open meldingen in Schoorl, die te laat zijn.' */
export function describeFilter(filter: Werkfilter, namen: Namen): string {
  const t = nlWerkplek.filter.zin
  const { kern, groep, categorie, team, medewerker, status, termijn, tekst } = filter
  const who =
    medewerker === niemand ? t.niemand : medewerker === namen.ik ? t.mij : medewerker && t.naam(medewerker)
  const what = [
    status === undefined ? t.open : status === 'alle' ? t.alle : t.status(statusNaam[status]),
    kern && t.kern(namen.kern(kern)),
    categorie ? t.onderwerp(namen.categorie(categorie)) : groep && t.onderwerp(namen.groep(groep)),
    team && t.team(team),
    who,
  ]
  const more = [termijn && t[termijn], tekst && t.tekst(tekst), describePeriode(filter)]
  return `${[what.filter(Boolean).join(' '), ...more.filter(Boolean)].join(', ')}.`
}

function describePeriode({ van, tot }: Werkfilter): string | undefined {
  const t = nlWerkplek.filter.zin
  if (van && tot) return t.periode(formatDatum(van), formatDatum(tot))
  if (van) return t.vanaf(formatDatum(van))
  return tot && t.tot(formatDatum(tot))
}

/** For the name of a file: only letters, digits and hyphens. */
export const toBestandsdeel = (filter: Werkfilter): string =>
  [filter.kern, filter.categorie ?? filter.groep, filter.team, filter.status, filter.termijn]
    .filter((part): part is string => Boolean(part))
    .map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
    .join('-')
