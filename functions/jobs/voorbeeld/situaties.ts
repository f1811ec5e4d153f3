/** Some of the example meldingen in the middle of their handling, so that every screen has something to show. */
import { reactOn } from '../../domain/behandeling/reactie.ts'
import { mergeMeldingen } from '../../domain/behandeling/samenvoeging.ts'
import { changeMelding, type EnkeleWijziging } from '../../domain/behandeling/wijziging.ts'
import type { GemeenteFeiten, MeldingRecord, VolgerRecord } from '../../domain/ports.ts'
import { door } from './meldingen.ts'
import { merk } from './teksten.ts'

const nobody = { heeftContact: false, aantalVolgers: 0 }

type Stap = (melding: MeldingRecord, op: string, gemeente: GemeenteFeiten) => MeldingRecord

const change =
  (wijziging: EnkeleWijziging): Stap =>
  (melding, op, gemeente) =>
    changeMelding(melding, wijziging, { op, door }, gemeente)

const tell = (text: string): string => `${text} ${merk}`
const vraag = change({ soort: 'vraag', tekst: tell('Waar is het precies? Noem een huisnummer of een paal.') })
const notitie = change({ soort: 'notitie', tekst: tell('Op maandag gekeken. Er is een onderdeel besteld.') })
const bericht = change({ soort: 'bericht', tekst: tell('Dank u wel. We komen deze week kijken.') })
const taak =
  (omschrijving: string): Stap =>
  (melding, op, gemeente) =>
    changeMelding(
      melding,
      { soort: 'taak', omschrijving: tell(omschrijving), team: gemeente.teams[0]!.naam },
      { op, door },
      gemeente,
    )
/** Names of the demo logins, so that who tries one finds work of his own. */
const geef = (medewerker: string) => change({ soort: 'toewijzing', medewerker })
const antwoord: Stap = (melding, op, gemeente) =>
  reactOn(
    melding,
    { soort: 'antwoord', tekst: tell('Bij nummer 12, aan de overkant.') },
    { op },
    nobody,
    gemeente,
  )

/** What was done, one after the other, with the newest open meldingen. */
const situaties: readonly (readonly Stap[])[] = [
  [vraag],
  [geef('Noor Visser'), vraag, antwoord],
  [geef('Sanne Mulder'), notitie],
  [taak('Paal rechtzetten'), taak('Lamp vervangen'), change({ soort: 'taak-klaar', taak: 1 })],
  [bericht, geef('Noor Visser')],
  [notitie, vraag],
]

/** Instants after the last change, evenly up to `end`. */
const instants = ({ gewijzigdOp }: MeldingRecord, count: number, end: number): string[] => {
  const from = Date.parse(gewijzigdOp)
  return Array.from({ length: count }, (_, i) =>
    new Date(from + Math.floor(((end - from) * (i + 1)) / (count + 1))).toISOString(),
  )
}

/** The two open ones of the same categorie that lie nearest to each other. */
function findPaar(open: readonly MeldingRecord[]): [deel: MeldingRecord, hoofd: MeldingRecord] | undefined {
  const pairs = open.flatMap((deel) =>
    open
      .filter(
        ({ categorie, geregistreerdOp }) =>
          categorie === deel.categorie && geregistreerdOp < deel.geregistreerdOp,
      )
      .map((hoofd) => ({
        deel,
        hoofd,
        apart: Math.hypot(...deel.positie.map((n, i) => n - hoofd.positie[i]!)),
      })),
  )
  const nearest = pairs.toSorted((a, b) => a.apart - b.apart)[0]
  return nearest && [nearest.deel, nearest.hoofd]
}

export type Volging = { nummer: string; volger: VolgerRecord }

/**
 * The same meldingen, some of them further: with an open question, an answer, notes, tasks, a person who has it, and two
 * that were merged. The one that is left of those is followed by somebody else.
 * @param end epoch milliseconds; nothing happens after it
 */
export function addSituaties(
  meldingen: readonly MeldingRecord[],
  gemeente: GemeenteFeiten,
  end: number,
  sha256: (text: string) => string,
): { meldingen: MeldingRecord[]; volgingen: Volging[] } {
  const open = meldingen
    .filter(({ status }) => status !== 'gesloten')
    .toSorted((a, b) => (a.geregistreerdOp < b.geregistreerdOp ? 1 : -1))
  const paar = findPaar(open)
  const changed = new Map<string, MeldingRecord>()
  const rest = open.filter((melding) => !paar?.includes(melding))
  for (const [i, stappen] of situaties.entries()) {
    const melding = rest[i]
    if (!melding) break
    const ops = instants(melding, stappen.length, end)
    changed.set(
      melding.nummer,
      stappen.reduce((current, stap, at) => stap(current, ops[at]!, gemeente), melding),
    )
  }
  const volgingen: Volging[] = []
  if (paar) {
    const [later] = paar.toSorted((a, b) => (a.gewijzigdOp < b.gewijzigdOp ? 1 : -1))
    const [op = ''] = instants(later!, 1, end)
    for (const each of Object.values(mergeMeldingen(...paar, { op, door }))) changed.set(each.nummer, each)
    const hash = sha256(`volger ${paar[1].nummer}`)
    const volger = { volger: hash.slice(0, 32), volgcode: hash.slice(32), op }
    volgingen.push({ nummer: paar[1].nummer, volger })
  }
  return { meldingen: meldingen.map((melding) => changed.get(melding.nummer) ?? melding), volgingen }
}
