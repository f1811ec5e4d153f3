/**
 * Every key of the table, and the questions they answer. No other file spells a key.
 *
 * | question                                         | where | partition                 | sort                    |
 * |--------------------------------------------------|-------|---------------------------|-------------------------|
 * | one melding, with its history                    | table | melding#nummer            | melding                 |
 * | the contact data of a melding                    | table | melding#nummer            | contact                 |
 * | open work of a kern, newest first                | lijst | melding#kern#open         | geregistreerdOp#nummer  |
 * | closed meldingen of a kern, newest first         | lijst | melding#kern#gesloten     | geregistreerdOp#nummer  |
 * | one initiatief                                   | table | initiatief#nummer         | initiatief              |
 * | initiatieven of a kern, newest first             | lijst | initiatief#kern           | geregistreerdOp#nummer  |
 * | verdelingen of a year, oldest version first      | table | wijkbudget#jaar           | verdeling#0001          |
 * | activity of a year, all kernen                   | table | activiteit#jaar           | 04#kern                 |
 * | heatmap of a year, all kernen                    | table | dichtheid#jaar            | 04#kern                 |
 * | is somebody rebuilding the counts                | table | herbouw                   | herbouw                 |
 * | how far an import is                             | table | import#hash of the file   | voortgang               |
 */
export type Key = { pk: string; sk: string }

export const meldingKey = (nummer: string): Key => ({ pk: `melding#${nummer}`, sk: 'melding' })
export const contactKey = (nummer: string): Key => ({ pk: `melding#${nummer}`, sk: 'contact' })
export const initiatiefKey = (nummer: string): Key => ({ pk: `initiatief#${nummer}`, sk: 'initiatief' })

export const wijkbudgetPartition = (jaar: number): string => `wijkbudget#${jaar}`
export const verdelingKey = (jaar: number, versie: number): Key => ({
  pk: wijkbudgetPartition(jaar),
  sk: `verdeling#${String(versie).padStart(4, '0')}`,
})

/** Kinds of counts, one item per kern and month each. */
export type Maatstaf = 'activiteit' | 'dichtheid'
export const maatstafPartition = (maatstaf: Maatstaf, jaar: string): string => `${maatstaf}#${jaar}`
/** `maand` is `YYYY-MM`. */
export const maatstafKey = (maatstaf: Maatstaf, maand: string, kern: string): Key => ({
  pk: maatstafPartition(maatstaf, maand.slice(0, 4)),
  sk: `${maand.slice(5)}#${kern}`,
})
/** Sort keys of the months `van`–`tot` (`MM`) of one year. `~` sorts after every letter of a kerncode. */
export const maandRange = (van: string, tot: string): [from: string, to: string] => [van, `${tot}#~`]

export const herbouwKey: Key = { pk: 'herbouw', sk: 'herbouw' }
export const importKey = (hash: string): Key => ({ pk: `import#${hash}`, sk: 'voortgang' })

export const openLijst = (kern: string): string => `melding#${kern}#open`
export const geslotenLijst = (kern: string): string => `melding#${kern}#gesloten`
export const initiatiefLijst = (kern: string): string => `initiatief#${kern}`
/** Place in a list. The instant is written in full UTC, so that text order is time order. */
export const volgorde = (geregistreerdOp: string, nummer: string): string =>
  `${new Date(geregistreerdOp).toISOString()}#${nummer}`
/** Before every list position, and after every one. */
export const volgordeEnds = { first: '0', last: '~' }
