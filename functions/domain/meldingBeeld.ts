/** What each reader of a melding gets to see. Nothing here can hold contact data or the secret code. */
import type { Behandeling, BehandelingDetail } from '../contract/behandeling.ts'
import type { Melding } from '../contract/melding.ts'
import type { Regelsoort, Statusregel } from '../contract/opvolging.ts'
import { listMag, listToegestaan } from './behandeling/mogelijk.ts'
import { findSignaal } from './belofte.ts'
import type { Deps, Gebeurtenis, GemeenteFeiten, MeldingRecord, MeldingRegel } from './ports.ts'

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

/** A coördinator, in a list. */
export const toBehandeling = (melding: MeldingRegel, { gemeente, now }: Klok): Behandeling => ({
  ...toMelding(melding),
  kop: melding.kop,
  versie: melding.versie,
  ...(melding.team && { team: melding.team }),
  ...(melding.medewerker && { medewerker: melding.medewerker }),
  wacht: melding.wachtSinds !== undefined,
  postMislukt: melding.postMislukt === true,
  ...(melding.status !== 'gesloten' && { signaal: findSignaal(melding, now().toISOString(), gemeente) }),
})

/** Beside the melding, from other places. */
export type Ernaast = Pick<BehandelingDetail, 'contactvelden' | 'aantalVolgers' | 'fotos' | 'berichten'>

/** Still with the team that the rules chose for what was reported: only then does their reason hold. */
const isFirstToedeling = ({ team, geschiedenis }: MeldingRecord): boolean =>
  team === geschiedenis[0]?.team && !geschiedenis.some(({ soort }) => soort === 'categorie')

/** A coördinator, with the melding open. */
export const toBehandelingDetail = (
  melding: MeldingRecord,
  ernaast: Ernaast,
  klok: Klok,
): BehandelingDetail => ({
  ...toBehandeling({ ...melding, kop: toKop(melding.omschrijving) }, klok),
  ...ernaast,
  omschrijving: melding.omschrijving,
  antwoorden: toAntwoorden(melding, klok.gemeente),
  geschiedenis: melding.geschiedenis.map(toBehandelregel),
  toegestaan: listToegestaan(melding),
  mag: listMag(melding),
  taken: melding.taken ?? [],
  deelmeldingen: melding.deelmeldingen ?? [],
  persoonlijk: melding.persoonlijk === true,
  ...(melding.waarom && isFirstToedeling(melding) && { waarom: melding.waarom }),
  ...(melding.hoofdmelding && { hoofdmelding: melding.hoofdmelding }),
  ...(melding.gewistDatum && { gewistOp: melding.gewistDatum }),
})

/** With the question in words; of one that the settings no longer have, its code. */
export function toAntwoorden(
  { categorie, antwoorden = {} }: Pick<MeldingRecord, 'categorie' | 'antwoorden'>,
  { categorieen }: Pick<GemeenteFeiten, 'categorieen'>,
): BehandelingDetail['antwoorden'] {
  const own = categorieen.filter(({ code }) => code === categorie)
  // Another categorie since then does not change what was asked.
  const vragen = [...own, ...categorieen].flatMap((each) => each.vragen ?? [])
  return Object.entries(antwoorden).map(([code, antwoord]) => ({
    vraag: vragen.find((vraag) => vraag.code === code)?.vraag ?? code,
    antwoord,
  }))
}

/** Which lines change the status itself; the others only say again what it is. */
const statusSoorten: readonly Regelsoort[] = ['status', 'oordeel', 'samengevoegd', 'losgemaakt']

/** What a line says to whom it may concern; names, teams and tasks are for staff. */
export function toStatusregel(regel: Gebeurtenis): Statusregel {
  const {
    soort = 'status',
    status,
    reden,
    geplandeDatum,
    toelichting,
    categorie,
    melding,
    streefDatum,
    op,
  } = regel
  const changed = statusSoorten.includes(soort)
  return {
    soort,
    status,
    ...(changed && reden && { reden }),
    ...(changed && geplandeDatum && { geplandeDatum }),
    ...(toelichting && { toelichting }),
    ...(soort === 'categorie' && categorie && { categorie }),
    ...(melding && { melding }),
    ...(streefDatum && { streefDatum }),
    ...(regel.door === undefined && { melder: true }),
    op,
  }
}

const toBehandelregel = (regel: Gebeurtenis): BehandelingDetail['geschiedenis'][number] => ({
  ...toStatusregel(regel),
  ...(regel.door && { door: regel.door }),
  ...(regel.team && { team: regel.team }),
  ...(regel.medewerker && { medewerker: regel.medewerker }),
  ...(regel.taak && { taak: regel.taak }),
})
