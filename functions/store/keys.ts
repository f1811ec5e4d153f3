/**
 * Every key of the table, and the questions they answer. No other file spells a key.
 *
 * | question                                         | where | partition                 | sort                    |
 * |--------------------------------------------------|-------|---------------------------|-------------------------|
 * | one melding, with its history                    | table | melding#nummer            | melding                 |
 * | the contact data of a melding                    | table | melding#nummer            | contact                 |
 * | who follows the melding of another              | table | melding#nummer            | volger#id               |
 * | mails about a melding                            | table | melding#nummer            | bericht#0003#id         |
 * | mails to be sent, or that failed, due first      | lijst | post#klaar                | instant#nummer          |
 * | was the daily mail to a team sent                | table | dagbericht#2026-04-07     | team                    |
 * | one photo                                        | table | foto#code                 | foto                    |
 * | photos that no melding names yet, oldest first   | lijst | foto#los                  | op#code                 |
 * | how much somebody sent in an hour                | table | budget#hash of the sender | 2026-04-07T09           |
 * | is a proof of work used already                  | table | bewijs#hash               | bewijs                  |
 * | what was erased in a year, by day                | table | vernietiging#2026         | 2026-04-07#nummer#0004  |
 * | open work of a kern, newest first                | lijst | melding#kern#open         | geregistreerdOp#nummer  |
 * | closed meldingen of a kern, newest first         | lijst | melding#kern#gesloten     | geregistreerdOp#nummer  |
 * | one initiatief                                   | table | initiatief#nummer         | initiatief              |
 * | initiatieven of a kern, newest first             | lijst | initiatief#kern           | geregistreerdOp#nummer  |
 * | verdelingen of a year, oldest version first      | table | wijkbudget#jaar           | verdeling#0001          |
 * | versions of the population, oldest first         | table | bevolking                 | versie#0001             |
 * | scenario's of a year, by code and version        | table | scenario#jaar             | code#0001               |
 * | where the ledgers of a year stand                | table | grootboek#jaar            | stand#kern              |
 * | how many versions of a year were adopted         | table | grootboek#jaar            | vaststellingen          |
 * | what adopting a verdeling booked, all kernen     | table | grootboek#jaar            | boeking#sleutel         |
 * | other lines of the ledger of a kern              | table | grootboek#jaar#kern       | boeking#sleutel         |
 * | versions of the kernindeling, oldest first       | table | kernindeling              | versie#0002             |
 * | which version was adopted for a day              | table | kernindeling              | datum#2027-01-01        |
 * | outlines and index of a version, in pieces       | table | kernindeling#0002         | rev 0003#piece 0000     |
 * | how far re-assigning for a version is            | table | hertoewijzing             | versie#0002             |
 * | activity in a period, all kernen                 | table | activiteit                | 2026-04#kern            |
 * | the same by the kernen of today                  | table | activiteit-nu             | 2026-04#kern            |
 * | heatmap of a period, all kernen                  | table | dichtheid                 | 2026-04#kern            |
 * | is somebody rebuilding the counts                | table | herbouw                   | herbouw                 |
 * | which changes did a rebuild count already        | table | venster#run               | 2026-04#0001            |
 * | how far an import is                             | table | import#hash of the file   | voortgang               |
 */
import type { DagPeriode } from '../domain/ports.ts'

export type Key = { pk: string; sk: string }

/** Sort keys of what is counted; the stream needs to deliver no other items. */
export const meldingSort = 'melding'
export const initiatiefSort = 'initiatief'

export const meldingKey = (nummer: string): Key => ({ pk: `melding#${nummer}`, sk: meldingSort })
export const contactSort = 'contact'
export const contactKey = (nummer: string): Key => ({ pk: `melding#${nummer}`, sk: contactSort })
/** The melding that an item belongs to, from its partition. */
export const nummerOfPartition = (pk: string): string => pk.slice(pk.indexOf('#') + 1)
export const volgerPrefix = 'volger#'
export const volgerKey = (nummer: string, volger: string): Key => ({
  pk: `melding#${nummer}`,
  sk: `${volgerPrefix}${volger}`,
})
export const berichtPrefix = 'bericht#'
/** `ontvanger` is the id of a volger, or `melder`. */
export const berichtKey = (nummer: string, versie: number, ontvanger: string): Key => ({
  pk: `melding#${nummer}`,
  sk: `${berichtPrefix}${four(versie)}#${ontvanger}`,
})
/** In the index only while something is still to be done about a mail. */
export const postLijst = (staat: 'klaar' | 'mislukt'): string => `post#${staat}`
/** `dag` is `YYYY-MM-DD`. */
export const dagberichtKey = (dag: string, team: string): Key => ({ pk: `dagbericht#${dag}`, sk: team })
export const fotoSort = 'foto'
export const fotoKey = (foto: string): Key => ({ pk: `foto#${foto}`, sk: fotoSort })
export const losseFotos = 'foto#los'
export const bewijsKey = (bewijs: string): Key => ({ pk: `bewijs#${bewijs}`, sk: 'bewijs' })
/** `uur` is `2026-04-07T09`, UTC. */
export const budgetKey = (afzender: string, uur: string): Key => ({ pk: `budget#${afzender}`, sk: uur })
export const vernietigingPartition = (jaar: number | string): string => `vernietiging#${jaar}`
/** `deel`: the version of the melding that is without it, or who followed. */
export const vernietigingKey = (datum: string, nummer: string, deel: number | 'volger'): Key => ({
  pk: vernietigingPartition(datum.slice(0, 4)),
  sk: `${datum}#${nummer}#${deel === 'volger' ? deel : four(deel)}`,
})
export const initiatiefKey = (nummer: string): Key => ({
  pk: `initiatief#${nummer}`,
  sk: initiatiefSort,
})

/** So that text order is the order of versions. */
const four = (versie: number): string => String(versie).padStart(4, '0')

export const wijkbudgetPartition = (jaar: number): string => `wijkbudget#${jaar}`
export const verdelingKey = (jaar: number, versie: number): Key => ({
  pk: wijkbudgetPartition(jaar),
  sk: `verdeling#${four(versie)}`,
})

export const bevolkingPartition = 'bevolking'
export const bevolkingKey = (versie: number): Key => ({
  pk: bevolkingPartition,
  sk: `versie#${four(versie)}`,
})

export const scenarioPartition = (jaar: number): string => `scenario#${jaar}`
/** What the versions of one scenario begin with. */
export const scenarioPrefix = (scenario: string): string => `${scenario}#`
export const scenarioKey = (jaar: number, scenario: string, versie: number): Key => ({
  pk: scenarioPartition(jaar),
  sk: `${scenarioPrefix(scenario)}${four(versie)}`,
})

/** Of a year, or of one kern in it. */
export const grootboekPartition = (jaar: number, kern?: string): string =>
  kern === undefined ? `grootboek#${jaar}` : `grootboek#${jaar}#${kern}`
export const standPrefix = 'stand#'
export const standKey = (jaar: number, kern: string): Key => ({
  pk: grootboekPartition(jaar),
  sk: `${standPrefix}${kern}`,
})
export const vaststellingenKey = (jaar: number): Key => ({
  pk: grootboekPartition(jaar),
  sk: 'vaststellingen',
})
export const boekingPrefix = 'boeking#'
export const boekingKey = (partition: string, sleutel: string): Key => ({
  pk: partition,
  sk: `${boekingPrefix}${sleutel}`,
})

export const kernindelingPartition = 'kernindeling'
export const versiePrefix = 'versie#'
export const kernindelingKey = (versie: number): Key => ({
  pk: kernindelingPartition,
  sk: `${versiePrefix}${four(versie)}`,
})
export const ingangsdatumKey = (datum: string): Key => ({ pk: kernindelingPartition, sk: `datum#${datum}` })
export const gebouwdKey = (versie: number, rev: number, stuk: number): Key => ({
  pk: `${kernindelingPartition}#${four(versie)}`,
  sk: `${four(rev)}#${four(stuk)}`,
})
export const hertoewijzingPartition = 'hertoewijzing'
export const hertoewijzingKey = (versie: number): Key => ({
  pk: hertoewijzingPartition,
  sk: `${versiePrefix}${four(versie)}`,
})

/** Kinds of counts, one item per month and kern each; a period is one contiguous Query. */
export const maatstaven = ['activiteit', 'activiteit-nu', 'dichtheid'] as const
export type Maatstaf = (typeof maatstaven)[number]
/** `maand` is `YYYY-MM`. */
export const maatstafKey = (maatstaf: Maatstaf, maand: string, kern: string): Key => ({
  pk: maatstaf,
  sk: `${maand}#${kern}`,
})
/** Sort keys of a period of days; `~` sorts after every letter of a kerncode. */
export const maandRange = ({ van, tot }: DagPeriode): [from: string, to: string] => [
  van?.slice(0, 7) ?? '0',
  tot ? `${tot.slice(0, 7)}#~` : '~',
]

export const herbouwKey: Key = { pk: 'herbouw', sk: 'herbouw' }
/** Which versions a rebuild counted; more items when there are many. */
export const vensterPartition = (eigenaar: string): string => `venster#${eigenaar}`
export const vensterKey = (eigenaar: string, maand: string, deel: number): Key => ({
  pk: vensterPartition(eigenaar),
  sk: `${maand}#${String(deel).padStart(4, '0')}`,
})

export const importKey = (hash: string): Key => ({ pk: `import#${hash}`, sk: 'voortgang' })

export const openLijst = (kern: string): string => `melding#${kern}#open`
export const geslotenLijst = (kern: string): string => `melding#${kern}#gesloten`
export const initiatiefLijst = (kern: string): string => `initiatief#${kern}`
/** Place in a list. The instant is written in full UTC, so that text order is time order. */
export const volgorde = (geregistreerdOp: string, nummer: string): string =>
  `${new Date(geregistreerdOp).toISOString()}#${nummer}`
/** The instant in a place of a list. */
export const instantOfPlace = (place: string): string => place.slice(0, '2026-11-22T12:00:00.000Z'.length)
/** Before every list position, and after every one. */
export const volgordeEnds = { first: '0', last: '~' }

/** An attribute in an expression: some of our names, such as `status`, are reserved words of DynamoDB. */
export const alias = (name: string): string => `#${name}`
/** The `ExpressionAttributeNames` that go with it. */
export const aliases = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [alias(name), name]))
