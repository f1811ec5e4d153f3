/** What each reader of a melding gets to see. Nothing here can hold contact data or the secret code. */
import type { Behandeling, BehandelingDetail } from '../contract/behandeling.ts'
import type { Melding } from '../contract/melding.ts'
import type { Statusregel } from '../contract/opvolging.ts'
import { findSignaal } from './belofte.ts'
import { overgangen } from './melding.ts'
import type { Deps, Gebeurtenis, MeldingRecord, MeldingRegel } from './ports.ts'

/** What a signal of today is computed with. */
type Klok = Pick<Deps, 'gemeente' | 'now'>

const kopLengte = 100

/**
 * The first words of a text on one line, for lists of staff.
 * @example toKop('De lamp\nis stuk')   // 'De lamp is stuk'
 */
export function toKop(omschrijving: string): string {
  const regel = omschrijving.replace(/\s+/g, ' ').trim()
  if (regel.length <= kopLengte) return regel
  const words = regel.slice(0, kopLengte - 1)
  const space = words.lastIndexOf(' ')
  return `${words.slice(0, space > kopLengte / 2 ? space : undefined).toWellFormed()}…`
}

/** Everybody. */
export const toMelding = (melding: Omit<MeldingRegel, 'kop' | 'versie'>): Melding => ({
  nummer: melding.nummer,
  categorie: melding.categorie,
  kern: melding.kern,
  kernHerkomst: melding.kernHerkomst,
  status: melding.status,
  ...(melding.reden && { reden: melding.reden }),
  ...(melding.geplandeDatum && { geplandeDatum: melding.geplandeDatum }),
  geregistreerdOp: melding.geregistreerdOp,
  gewijzigdOp: melding.gewijzigdOp,
  streefDatum: melding.streefDatum,
  geometrie: { type: 'Point', coordinates: [...melding.positie] },
})

/** The reporter, who has the secret of the volglink: own text and history, without names of staff. */
export const toOpvolging = (melding: MeldingRecord) => ({
  ...toMelding(melding),
  volger: false,
  omschrijving: melding.omschrijving,
  antwoorden: [],
  fotos: [],
  mag: [],
  heeftContact: false,
  geschiedenis: melding.geschiedenis.map(toStatusregel),
})

/** A coördinator, in a list. */
export const toBehandeling = (melding: MeldingRegel, { gemeente, now }: Klok): Behandeling => ({
  ...toMelding(melding),
  kop: melding.kop,
  versie: melding.versie,
  wacht: melding.wachtSinds !== undefined,
  postMislukt: melding.postMislukt === true,
  ...(melding.status !== 'gesloten' && { signaal: findSignaal(melding, now().toISOString(), gemeente) }),
})

/** A coördinator, with the melding open. */
export const toBehandelingDetail = (
  melding: MeldingRecord,
  contactvelden: BehandelingDetail['contactvelden'],
  klok: Klok,
): BehandelingDetail => ({
  ...toBehandeling({ ...melding, kop: toKop(melding.omschrijving) }, klok),
  omschrijving: melding.omschrijving,
  geschiedenis: melding.geschiedenis.map((entry) => ({
    ...toStatusregel(entry),
    ...(entry.door && { door: entry.door }),
  })),
  antwoorden: [],
  toegestaan: [...overgangen[melding.status]],
  mag: ['status'],
  aantalVolgers: 0,
  taken: [],
  fotos: [],
  berichten: [],
  deelmeldingen: [],
  persoonlijk: melding.persoonlijk === true,
  contactvelden,
})

const toStatusregel = ({
  soort = 'status',
  status,
  reden,
  geplandeDatum,
  toelichting,
  streefDatum,
  op,
}: Gebeurtenis): Statusregel => ({
  soort,
  status,
  ...(reden && { reden }),
  ...(geplandeDatum && { geplandeDatum }),
  ...(toelichting && { toelichting }),
  ...(streefDatum && { streefDatum }),
  op,
})
