/** What can be done with a melding as it is now, for staff and for its reporter, and why something cannot. */
import type { Status } from '../../contract/melding.ts'
import type { Reactiesoort } from '../../contract/opvolging.ts'
import { Problem } from '../../contract/problem.ts'
import type { Wijzigingsoort } from '../../contract/wijziging.ts'
import { overgangen } from '../melding.ts'
import type { MeldingRecord } from '../ports.ts'
import { findSluiting, gewisteTekst } from '../vernietiging.ts'
import { toList } from './woorden.ts'

const isOpen = ({ status }: MeldingRecord): boolean => status !== 'gesloten'
const listOpenTaken = ({ taken = [] }: MeldingRecord) => taken.filter(({ klaarOp }) => klaarOp === undefined)

const merged = ({ nummer, hoofdmelding }: MeldingRecord): string | undefined =>
  hoofdmelding && `${nummer} is samengevoegd met ${hoofdmelding}. Maak haar eerst los.`
const closed = (melding: MeldingRecord): string | undefined =>
  merged(melding) ?? (isOpen(melding) ? undefined : `${melding.nummer} is gesloten. Open haar eerst weer.`)
const never = (): undefined => undefined

/** A sentence when it cannot be done; a table, so that what is offered and what is refused never differ. */
const refusals: Record<Wijzigingsoort, (melding: MeldingRecord) => string | undefined> = {
  status: merged,
  categorie: closed,
  toewijzing: closed,
  notitie: never,
  bericht: never,
  vraag: (melding) =>
    closed(melding) ??
    (melding.wachtSinds &&
      'Er staat al een vraag open. Wacht op het antwoord, of ga verder zonder antwoord.'),
  hervatting: (melding) =>
    melding.wachtSinds ? undefined : 'Er staat geen vraag open, dus de termijn loopt al.',
  taak: closed,
  'taak-klaar': (melding) =>
    listOpenTaken(melding).length > 0 ? undefined : 'Er staat geen taak open bij deze melding.',
  samenvoeging: (melding) =>
    closed(melding) ??
    (melding.deelmeldingen &&
      `Bij ${melding.nummer} horen al andere meldingen (${toList(melding.deelmeldingen)}). Voeg die eerst bij de andere melding, of kies deze melding als hoofdmelding.`),
  losmaking: ({ nummer, hoofdmelding }) => (hoofdmelding ? undefined : `${nummer} is niet samengevoegd.`),
  persoonlijk: never,
}

/** @throws Problem `wijziging-niet-mogelijk` with why */
export function assertMogelijk(melding: MeldingRecord, soort: Wijzigingsoort): void {
  const refusal = refusals[soort](melding)
  if (refusal) throw new Problem('wijziging-niet-mogelijk', refusal)
}

/** Open tasks hold closing; their work would be forgotten. @throws Problem `taken-open` naming them */
export function assertTakenKlaar(melding: MeldingRecord): void {
  const open = listOpenTaken(melding).map(({ taak, omschrijving }) => `${taak} (${omschrijving})`)
  if (open.length > 0)
    throw new Problem('taken-open', `Nog niet klaar: taak ${toList(open)}. Rond dat eerst af.`)
}

export const listToegestaan = (melding: MeldingRecord): Status[] =>
  melding.hoofdmelding ? [] : [...overgangen[melding.status]]

export const listMag = (melding: MeldingRecord): Wijzigingsoort[] =>
  (Object.keys(refusals) as Wijzigingsoort[]).filter((soort) => refusals[soort](melding) === undefined)

/** What stands beside a melding and decides what its reporter can do. */
export type Omgeving = { heeftContact: boolean; aantalVolgers: number }

/** So long a reporter can say whether it was solved: a repair shows within weeks, and after that it is a new melding. */
export const oordeelDagen = 30
const day = 86_400_000

function refuseOordeel(melding: MeldingRecord, now: string): string | undefined {
  const sluiting = findSluiting(melding)
  if (sluiting === undefined) return 'De melding is nog niet gesloten.'
  if (melding.reden === 'ingetrokken' || melding.reden === 'dubbel')
    return 'Uw oordeel vragen wij alleen als wij de melding zelf hebben afgehandeld.'
  const judged = melding.geschiedenis.some(({ soort, op }) => soort === 'oordeel' && op >= sluiting)
  if (judged) return 'U hebt al gezegd of het opgelost is.'
  return Date.parse(now) - Date.parse(sluiting) > oordeelDagen * day
    ? `De melding is langer dan ${oordeelDagen} dagen geleden gesloten. Doe een nieuwe melding als het weer mis is.`
    : undefined
}

const closedForMelder = (melding: MeldingRecord): string | undefined =>
  isOpen(melding) ? undefined : 'De melding is gesloten.'

/** Everything else a reporter does waits for staff first; without this he alone could fill the history. */
const maxCorrecties = 20

function refuseCorrectie(melding: MeldingRecord): string | undefined {
  if (melding.omschrijving === gewisteTekst) return 'De tekst van deze melding is gewist.'
  const corrected = melding.geschiedenis.filter(({ soort }) => soort === 'correctie').length
  return corrected < maxCorrecties
    ? undefined
    : `U hebt de tekst al ${maxCorrecties} keer verbeterd. Bel de gemeente als er nog iets niet klopt.`
}

/** As `refusals`, for the reporter. A withdrawal that would close it for others too is refused. */
const refusalsOfMelder: Record<
  Reactiesoort,
  (melding: MeldingRecord, omgeving: Omgeving, now: string) => string | undefined
> = {
  antwoord: ({ wachtSinds }) => (wachtSinds ? undefined : 'Er staat geen vraag aan u open.'),
  correctie: (melding) => closedForMelder(melding) ?? refuseCorrectie(melding),
  intrekken: (melding, { aantalVolgers }) =>
    closedForMelder(melding) ??
    (melding.deelmeldingen || aantalVolgers > 0
      ? 'Anderen hebben dit ook gemeld of volgen deze melding, dus wij handelen haar af. U kunt wel uw contactgegevens laten wissen.'
      : undefined),
  oordeel: (melding, _omgeving, now) => refuseOordeel(melding, now),
  'contact-wissen': (_melding, { heeftContact }) =>
    heeftContact ? undefined : 'Er zijn geen contactgegevens van u bij deze melding.',
}

const reactions: Record<Reactiesoort, string> = {
  antwoord: 'onze vraag beantwoorden',
  correctie: 'uw tekst verbeteren',
  intrekken: 'de melding intrekken',
  oordeel: 'zeggen of het opgelost is',
  'contact-wissen': 'uw contactgegevens laten wissen',
}

export const listReacties = (melding: MeldingRecord, omgeving: Omgeving, now: string): Reactiesoort[] =>
  (Object.keys(refusalsOfMelder) as Reactiesoort[]).filter(
    (soort) => refusalsOfMelder[soort](melding, omgeving, now) === undefined,
  )

/** Why not, and what is possible instead. */
export function refuseReactie(why: string, mag: readonly Reactiesoort[]): Problem {
  const instead = mag.length > 0 ? ` U kunt nu wel: ${toList(mag.map((soort) => reactions[soort]))}.` : ''
  return new Problem('reactie-niet-mogelijk', why + instead)
}

/** @throws Problem `reactie-niet-mogelijk` with why, and what is possible */
export function assertReactie(
  melding: MeldingRecord,
  soort: Reactiesoort,
  omgeving: Omgeving,
  now: string,
): void {
  const refusal = refusalsOfMelder[soort](melding, omgeving, now)
  if (refusal) throw refuseReactie(refusal, listReacties(melding, omgeving, now))
}
