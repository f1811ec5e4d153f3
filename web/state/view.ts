/**
 * What a screen with a map shows, read from the address and written back to it: a link can be mailed, back works.
 * Unknown words fall back to the default; defaults are left out of the address.
 */
export const lagen = ['vlakken', 'hitte', 'punten'] as const
export type Laag = (typeof lagen)[number]

export const kolommen = ['kern', 'meldingen', 'per1000', 'initiatieven', 'open', 'nieuw'] as const
export type Kolom = (typeof kolommen)[number]

/** `toen`: the kern a melding was handled under. `nu`: the kern its place lies in today. */
export const indelingen = ['toen', 'nu'] as const
export type Indeling = (typeof indelingen)[number]

export type View = {
  laag: Laag
  indeling: Indeling
  per1000: boolean
  /** Days, both included. */
  van: string | undefined
  tot: string | undefined
  kern: string | undefined
  kolom: Kolom
  /** Largest (or last in the alphabet) first. */
  aflopend: boolean
}

const isDay = (word: string | undefined): word is string => /^\d{4}-\d{2}-\d{2}$/.test(word ?? '')
const pick = <T extends string>(words: readonly T[], word: string | undefined, otherwise: T): T =>
  words.find((each) => each === word) ?? otherwise

export const asKolom = (word: string): Kolom => pick(kolommen, word, 'meldingen')

export const readView = (query: Readonly<Record<string, string>>): View => ({
  laag: pick(lagen, query.laag, 'vlakken'),
  indeling: pick(indelingen, query.indeling, 'toen'),
  per1000: query.per === '1000',
  van: isDay(query.van) ? query.van : undefined,
  tot: isDay(query.tot) ? query.tot : undefined,
  kern: query.kern || undefined,
  kolom: pick(kolommen, query.kolom, 'meldingen'),
  aflopend: query.volgorde !== 'op',
})

/** The view as the query of an address; `other` parameters of the screen stay. */
export function writeView(view: View, other: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = {
    laag: view.laag === 'vlakken' ? undefined : view.laag,
    indeling: view.indeling === 'toen' ? undefined : view.indeling,
    per: view.per1000 ? '1000' : undefined,
    van: view.van,
    tot: view.tot,
    kern: view.kern,
    kolom: view.kolom === 'meldingen' ? undefined : view.kolom,
    volgorde: view.aflopend ? undefined : 'op',
    ...other,
  }
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
