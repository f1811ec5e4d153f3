/** Every change of one melding by staff: what must be so, and the line that it leaves. Merging is in `samenvoeging.ts`. */
import { ofFields, Problem } from '../../contract/problem.ts'
import type { Wijziging, Wijzigingsoort } from '../../contract/wijziging.ts'
import { promiseDatum } from '../belofte.ts'
import { isCategorie, unknownCategorie } from '../melding.ts'
import type { GemeenteFeiten, MeldingRecord } from '../ports.ts'
import { append, type Daad } from './geschiedenis.ts'
import { assertMogelijk } from './mogelijk.ts'
import { changeStatus, resume, type Statusregels } from './status.ts'
import { outdated, toList } from './woorden.ts'

/** What of a gemeente a change asks for. */
export type Werkregels = Statusregels & Pick<GemeenteFeiten, 'teams'>

/** Who did it: `door` is the name of a member of staff. */
export type Behandelaar = Daad & { door: string }

/** A change of one melding; the two of a merge take two. */
export type EnkeleWijziging = Exclude<Wijziging, { soort: 'samenvoeging' | 'losmaking' }>

type Of<S extends Wijzigingsoort> = Extract<Wijziging, { soort: S }>

/** Another categorie brings its team, and a new term from the change: never late at once. */
function changeCategorie(
  melding: MeldingRecord,
  { categorie, toelichting }: Of<'categorie'>,
  by: Behandelaar,
  regels: Werkregels,
): MeldingRecord {
  if (!isCategorie(categorie, regels))
    throw wrongField('categorie', 'onbekende-categorie', unknownCategorie(categorie, regels))
  const find = (code: string) => regels.categorieen.find((each) => each.code === code)
  const naam = (code: string) => find(code)?.naam ?? code
  if (categorie === melding.categorie)
    throw new Problem('wijziging-niet-mogelijk', `De categorie is al ${naam(categorie)}.`)
  const team = find(categorie)?.team
  return append(
    melding,
    {
      soort: 'categorie',
      categorie,
      toelichting: [`Van ${naam(melding.categorie)} naar ${naam(categorie)}.`, toelichting]
        .filter(Boolean)
        .join(' '),
      team,
      ...(team === melding.team && { medewerker: melding.medewerker }),
      streefDatum: promiseDatum(categorie, by.op, regels),
    },
    by,
  )
}

const wrongField = (field: string, code: string, detail: string): Problem =>
  ofFields([{ pointer: `/wijziging/${field}`, code, detail }])

function assertTeam(team: string, { teams }: Werkregels): void {
  const names = teams.map(({ naam }) => naam)
  if (!names.includes(team))
    throw wrongField('team', 'onbekend-team', `“${team}” is geen team. Kies uit: ${toList(names)}.`)
}

/** Without a team it stays with the one it has; without a person it goes back to the team. */
function assign(
  melding: MeldingRecord,
  { team = melding.team, medewerker }: Of<'toewijzing'>,
  by: Behandelaar,
  regels: Werkregels,
): MeldingRecord {
  if (team !== undefined && team !== melding.team) assertTeam(team, regels)
  if (team === melding.team && medewerker === melding.medewerker)
    throw new Problem(
      'wijziging-niet-mogelijk',
      `${melding.nummer} is al van ${[medewerker, team && `team ${team}`].filter(Boolean).join(' van ') || 'niemand'}.`,
    )
  return append(melding, { soort: 'toewijzing', team, medewerker }, by)
}

function addTaak(
  melding: MeldingRecord,
  { omschrijving, team }: Of<'taak'>,
  by: Behandelaar,
  regels: Werkregels,
): MeldingRecord {
  assertTeam(team, regels)
  const taak = (melding.taken?.length ?? 0) + 1
  return append(melding, { soort: 'taak', taak, team, toelichting: omschrijving }, by)
}

function finishTaak(melding: MeldingRecord, { taak }: Of<'taak-klaar'>, by: Behandelaar): MeldingRecord {
  const found = melding.taken?.find((each) => each.taak === taak)
  if (!found || found.klaarOp)
    throw new Problem(
      'wijziging-niet-mogelijk',
      found ? `Taak ${taak} is al klaar.` : `${melding.nummer} heeft geen taak ${taak}.`,
    )
  return append(melding, { soort: 'taak-klaar', taak }, by)
}

function markPersoonlijk(
  melding: MeldingRecord,
  { persoonlijk }: Of<'persoonlijk'>,
  by: Behandelaar,
): MeldingRecord {
  if (persoonlijk === (melding.persoonlijk === true))
    throw new Problem(
      'wijziging-niet-mogelijk',
      `De tekst van ${melding.nummer} is ${persoonlijk ? 'al' : 'niet'} gemerkt als persoonlijk.`,
    )
  const toelichting = persoonlijk
    ? 'Tekst gemerkt als persoonlijk.'
    : 'Tekst niet meer gemerkt als persoonlijk.'
  return append(melding, { soort: 'persoonlijk', toelichting }, by, { persoonlijk: persoonlijk || undefined })
}

const say =
  (soort: 'notitie' | 'bericht' | 'vraag') =>
  (melding: MeldingRecord, { tekst }: { tekst: string }, by: Behandelaar): MeldingRecord =>
    append(melding, { soort, toelichting: tekst }, by)

type Changes = {
  [S in EnkeleWijziging['soort']]: (
    melding: MeldingRecord,
    wijziging: Of<S>,
    by: Behandelaar,
    regels: Werkregels,
  ) => MeldingRecord
}

const changes: Changes = {
  status: (melding, wijziging, by, regels) => changeStatus(melding, wijziging, by, regels, '/wijziging'),
  categorie: changeCategorie,
  toewijzing: assign,
  notitie: say('notitie'),
  bericht: say('bericht'),
  vraag: say('vraag'),
  hervatting: (melding, { tekst }, by, regels) =>
    append(melding, { soort: 'hervatting', toelichting: tekst, ...resume(melding, by.op, regels) }, by),
  taak: addTaak,
  'taak-klaar': finishTaak,
  persoonlijk: markPersoonlijk,
}

/** @throws Problem `versie-verouderd` when the change was based on another version, with what happened since */
export function assertVersie(melding: MeldingRecord, versie: number): void {
  if (versie !== melding.versie) throw outdated(melding, versie)
}

/**
 * The melding one version on.
 *
 * @throws Problem `wijziging-niet-mogelijk` with why, `ongeldige-invoer` for what the settings do not have, and what
 *   `changeStatus` throws
 * @example changeMelding(melding, { soort: 'notitie', tekst: 'Gebeld.' }, { op, door: 'Noor' }, bergen).versie // + 1
 */
export function changeMelding(
  melding: MeldingRecord,
  wijziging: EnkeleWijziging,
  by: Behandelaar,
  regels: Werkregels,
): MeldingRecord {
  assertMogelijk(melding, wijziging.soort)
  // The table ties soort and shape together; TypeScript cannot follow that through a variable.
  const change = changes[wijziging.soort] as (...all: unknown[]) => MeldingRecord
  return change(melding, wijziging, by, regels)
}
