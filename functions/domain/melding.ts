/** The rules of a melding: how it starts, which status may follow which, and what a change leaves behind. */

import type { NieuweMelding, Status } from '../contract/melding.ts'
import { type FieldError, ofFields, Problem } from '../contract/problem.ts'
import type { NieuweStatus } from '../contract/wijziging.ts'
import { checkAntwoorden } from './antwoorden.ts'
import { promiseDatum, type Termijnregels } from './belofte.ts'
import { toDag } from './dag.ts'
import { checkPlaats, type Plaats } from './plaats.ts'
import type { Gebeurtenis, GemeenteFeiten, MeldingRecord } from './ports.ts'

/**
 * Which status may follow which (domain rule 5). A planned melding may get another date; a closed one may be
 * opened again, because residents come back when a repair did not hold.
 */
export const overgangen: Readonly<Record<Status, readonly Status[]>> = {
  ontvangen: ['in-behandeling', 'gepland', 'gesloten'],
  'in-behandeling': ['gepland', 'gesloten'],
  gepland: ['gepland', 'in-behandeling', 'gesloten'],
  gesloten: ['in-behandeling'],
}

/** Field errors that need the gemeente to see them; `body` may be anything, the schema names the rest. */
export function checkMelding(body: unknown, gemeente: GemeenteFeiten): FieldError[] {
  const { categorie, geometrie } = (body ?? {}) as { categorie?: unknown; geometrie?: unknown }
  const unknown =
    typeof categorie === 'string' && categorie !== '' && !isCategorie(categorie, gemeente)
      ? [
          {
            pointer: '/categorie',
            code: 'onbekende-categorie',
            detail: unknownCategorie(categorie, gemeente),
          },
        ]
      : []
  return [...unknown, ...checkPlaats(geometrie, gemeente), ...checkAntwoorden(body, gemeente)]
}

export const isCategorie = (code: string, gemeente: GemeenteFeiten): boolean =>
  gemeente.categorieen.some((categorie) => categorie.code === code)

const unknownCategorie = (code: string, gemeente: GemeenteFeiten): string =>
  `“${code.slice(0, 80)}” is geen categorie. Kies uit: ${gemeente.categorieen.map((c) => c.code).join(', ')}.`

/** What only the outside can give to a new record. `volgcode` is a secret of at least 128 bits. */
export type Geboorte = { nummer: string; volgcode: string; op: string; sleutel?: string; inhoud?: string }

/** A new melding in its first status, with the date promised for it. Contact data is kept apart and is not in here. */
export function startMelding(
  body: NieuweMelding,
  plaats: Plaats,
  geboorte: Geboorte,
  regels: Termijnregels,
): MeldingRecord {
  const { op, ...rest } = geboorte
  const streefDatum = promiseDatum(body.categorie, op, regels)
  return {
    ...rest,
    categorie: body.categorie,
    omschrijving: body.omschrijving,
    positie: body.geometrie.coordinates,
    kern: plaats.kern,
    kernHerkomst: plaats.herkomst,
    status: 'ontvangen',
    versie: 1,
    geregistreerdOp: op,
    gewijzigdOp: op,
    streefDatum,
    geschiedenis: [{ status: 'ontvangen', streefDatum, op }],
  }
}

/**
 * The melding after a change of status; history only grows. Opening it again gives a new term from that day, and
 * the history says so; any other change keeps what was promised.
 *
 * @throws Problem `versie-verouderd` when the change was based on another version than `melding`, with what
 *   happened since; `overgang-niet-toegestaan` with the allowed list; `ongeldige-invoer` for a planned day before
 *   today in Amsterdam (today itself can be).
 */
export function changeStatus(
  melding: MeldingRecord,
  change: NieuweStatus,
  by: { op: string; door: string; sleutel?: string },
  regels: Termijnregels,
): MeldingRecord {
  if (change.versie !== melding.versie) throw outdated(melding, change.versie)
  const toegestaan = [...overgangen[melding.status]]
  if (!toegestaan.includes(change.status))
    throw new Problem(
      'overgang-niet-toegestaan',
      `Van ${inWords(melding.status)} naar ${inWords(change.status)} kan niet. Het kan wel naar: ${toegestaan.map(inWords).join(', ')}.`,
      { toegestaan },
    )
  if (change.geplandeDatum && change.geplandeDatum < toDag(by.op)) throw ofFields([inThePast])
  const { reden: _reden, geplandeDatum: _geplandeDatum, ...rest } = melding
  const { versie: _versie, ...entry } = change
  const promised =
    melding.status === 'gesloten' ? { streefDatum: promiseDatum(melding.categorie, by.op, regels) } : {}
  return {
    ...rest,
    status: change.status,
    ...(change.reden && { reden: change.reden }),
    ...(change.geplandeDatum && { geplandeDatum: change.geplandeDatum }),
    versie: melding.versie + 1,
    gewijzigdOp: by.op,
    ...promised,
    geschiedenis: [...melding.geschiedenis, { ...entry, ...promised, ...by }],
  }
}

const inThePast: FieldError = {
  pointer: '/geplandeDatum',
  code: 'in-verleden',
  detail: 'De datum ligt in het verleden.',
}

/** "Someone was before you", with who did what after the version that was looked at. */
export function outdated(melding: MeldingRecord, seen: number): Problem {
  const since = melding.geschiedenis.slice(-Math.max(1, melding.versie - seen)).map(sentence)
  return new Problem(
    'versie-verouderd',
    `U keek naar versie ${seen}, maar de melding is nu bij versie ${melding.versie}. Intussen: ${since.join('; ')}.`,
    { huidigeVersie: melding.versie },
  )
}

/**
 * The melding as it was just after the change that carries `sleutel` (the hash of an Idempotency-Key), so that
 * a retry gets the first answer. Undefined when no change carries it.
 */
export function asAfterChange(melding: MeldingRecord, sleutel: string): MeldingRecord | undefined {
  const at = melding.geschiedenis.findIndex((entry) => entry.sleutel === sleutel)
  const entry = melding.geschiedenis[at]
  if (!entry) return undefined
  const { reden: _reden, geplandeDatum: _geplandeDatum, ...rest } = melding
  const geschiedenis = melding.geschiedenis.slice(0, at + 1)
  return {
    ...rest,
    status: entry.status,
    ...(entry.reden && { reden: entry.reden }),
    ...(entry.geplandeDatum && { geplandeDatum: entry.geplandeDatum }),
    versie: melding.versie - (melding.geschiedenis.length - 1 - at),
    gewijzigdOp: entry.op,
    streefDatum: geschiedenis.findLast(({ streefDatum }) => streefDatum)?.streefDatum ?? melding.streefDatum,
    geschiedenis,
  }
}

/** Whether a history entry is what `change` asks for: a retry, not another request with the same key. */
export const isSameChange = (after: MeldingRecord, change: NieuweStatus): boolean => {
  const entry = after.geschiedenis.at(-1)
  return (
    after.versie === change.versie + 1 &&
    entry?.status === change.status &&
    entry.reden === change.reden &&
    entry.geplandeDatum === change.geplandeDatum &&
    entry.toelichting === change.toelichting
  )
}

const inWords = (status: Status): string => status.replace('-', ' ')

const when = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

const sentence = ({ status, reden, geplandeDatum, door, op }: Gebeurtenis): string =>
  [
    inWords(status),
    reden && `(${reden.replaceAll('-', ' ')})`,
    geplandeDatum && `op ${geplandeDatum}`,
    door && `door ${door}`,
    `op ${when.format(new Date(op))}`,
  ]
    .filter(Boolean)
    .join(' ')
