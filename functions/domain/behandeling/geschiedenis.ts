/**
 * The history of a melding: one line for each change, and what a line makes of it. All that handling changes stands in
 * the lines (status, term, categorie, team, question, tasks, merge), so how a melding was after any of them can be told
 * again. Not in the lines: its place and kern, and the reporter's own words, which must be erasable.
 */
import { Problem } from '../../contract/problem.ts'
import type { Gebeurtenis, MeldingRecord } from '../ports.ts'
import { marked } from './persoonlijk.ts'

/** What the lines tell. */
export type Stand = Pick<
  MeldingRecord,
  | 'status'
  | 'reden'
  | 'geplandeDatum'
  | 'streefDatum'
  | 'categorie'
  | 'team'
  | 'medewerker'
  | 'wachtSinds'
  | 'hoofdmelding'
  | 'deelmeldingen'
  | 'taken'
>

/** When and by whom; without `door` it is the reporter. The hashes are those of `Gebeurtenis`. */
export type Daad = Pick<Gebeurtenis, 'op' | 'door' | 'sleutel' | 'inhoud'>

/** What a new line says. Without `status` the melding keeps the one it has, and the line says it again. */
export type Regel = Partial<Omit<Gebeurtenis, keyof Daad>>

/**
 * An item of DynamoDB holds at most 400 kB. Well before that a melding takes no more, so that there is always room for
 * what must be possible: closing it, undoing a merge, erasing. Nobody has met 300 lines; a melding has about five.
 */
export const maxRegels = 300
const maxBytes = 300_000
/** Besides closing: each of these happens at most once for a line that was there, and an open task would hold closing. */
const alwaysFits: readonly Gebeurtenis['soort'][] = ['losgemaakt', 'gewist', 'taak-klaar']

const dropAbsent = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T

/** A melding that is merged is closed by that line; the one that takes it stays as it was. */
const isDeel = (regel: Gebeurtenis): boolean => regel.soort === 'samengevoegd' && regel.status === 'gesloten'

const withoutNummer = (nummers: readonly string[] = [], nummer: string | undefined): string[] | undefined => {
  const rest = nummers.filter((each) => each !== nummer)
  return rest.length > 0 ? rest : undefined
}

/** Who asked a question waits until an answer, until somebody stops waiting, or until it is closed. */
function toWachtSinds(stand: Stand, regel: Gebeurtenis, apart: Stand | undefined): string | undefined {
  if (regel.soort === 'losgemaakt' && stand.hoofdmelding) return apart?.wachtSinds
  if (regel.status === 'gesloten' || regel.soort === 'antwoord' || regel.soort === 'hervatting')
    return undefined
  return regel.soort === 'vraag' ? regel.op : stand.wachtSinds
}

function toTaken({ taken }: Stand, regel: Gebeurtenis): Stand['taken'] {
  const { soort, taak, toelichting = '', team = '', op, door } = regel
  if (soort === 'taak' && taak !== undefined)
    return [...(taken ?? []), { taak, omschrijving: toelichting, team }]
  if (soort !== 'taak-klaar') return taken
  return taken?.map((each) =>
    each.taak === taak ? { ...each, klaarOp: op, ...(door && { klaarDoor: door }) } : each,
  )
}

/**
 * What a line makes of it; what has gone is there as `undefined`.
 * @param apart how it was before it was merged; only read by the line that undoes that
 */
function applyRegel(stand: Stand, regel: Gebeurtenis, apart?: Stand): Stand {
  const { soort, melding } = regel
  const given = soort === 'toewijzing' || soort === 'categorie'
  const isLos = soort === 'losgemaakt'
  return {
    status: regel.status,
    reden: regel.reden,
    geplandeDatum: regel.geplandeDatum,
    streefDatum: regel.streefDatum ?? stand.streefDatum,
    categorie: regel.categorie ?? stand.categorie,
    team: given ? regel.team : stand.team,
    medewerker: given ? regel.medewerker : stand.medewerker,
    wachtSinds: toWachtSinds(stand, regel, apart),
    hoofdmelding: isDeel(regel) ? melding : isLos ? undefined : stand.hoofdmelding,
    deelmeldingen:
      soort === 'samengevoegd' && !isDeel(regel)
        ? [...(stand.deelmeldingen ?? []), melding!]
        : isLos && !stand.hoofdmelding
          ? withoutNummer(stand.deelmeldingen, melding)
          : stand.deelmeldingen,
    taken: toTaken(stand, regel),
  }
}

/**
 * How it was after the last of these lines, the first of which is that of its registration. Lines of before they told
 * a categorie get that of the melding.
 */
export function foldRegels(
  regels: readonly Gebeurtenis[],
  { categorie, streefDatum }: Pick<MeldingRecord, 'categorie' | 'streefDatum'>,
): Stand {
  const [first, ...rest] = regels
  if (!first) throw new RangeError('A history without lines.')
  const { team, medewerker } = first
  let stand: Stand = {
    ...applyRegel({ status: first.status, categorie, streefDatum }, first),
    team,
    medewerker,
  }
  let apart: Stand | undefined
  for (const regel of rest) {
    if (isDeel(regel)) apart = stand
    stand = applyRegel(stand, regel, apart)
  }
  return stand
}

/** How it was before it was merged; undefined when it never was. */
export const foldBeforeSamenvoeging = (melding: MeldingRecord): Stand | undefined => {
  const at = melding.geschiedenis.findLastIndex(isDeel)
  return at > 0 ? foldRegels(melding.geschiedenis.slice(0, at), melding) : undefined
}

/**
 * The melding one version on, with one line more; words in which something personal was found mark it.
 * @param extra what no line may tell: another kern, another text
 * @throws Problem `wijziging-niet-mogelijk` (of the reporter `reactie-niet-mogelijk`) when its history is full; closing,
 *   finishing a task, undoing and erasing always fit
 */
export function append(
  melding: MeldingRecord,
  regel: Regel,
  by: Daad,
  extra: Partial<
    Pick<MeldingRecord, 'kern' | 'kernHerkomst' | 'omschrijving' | 'persoonlijk' | 'gewistDatum'>
  > = {},
): MeldingRecord {
  const { status, reden, geplandeDatum } = regel.status ? regel : melding
  const line = dropAbsent<Gebeurtenis>({ ...regel, status: status!, reden, geplandeDatum, ...by })
  const after = dropAbsent<MeldingRecord>({
    ...melding,
    ...applyRegel(melding, line, foldBeforeSamenvoeging(melding)),
    ...marked(melding, line.toelichting),
    ...extra,
    versie: melding.versie + 1,
    gewijzigdOp: by.op,
    geschiedenis: [...melding.geschiedenis, line],
  })
  const closes = line.status === 'gesloten' && melding.status !== 'gesloten'
  if (!closes && !(line.soort && alwaysFits.includes(line.soort))) assertRoom(after, by.door === undefined)
  return after
}

/** UTF-8 takes at most three bytes for what JavaScript counts as one; JSON is longer than what the table keeps. */
const bytesOf = (melding: MeldingRecord): number => {
  const json = JSON.stringify(melding)
  return json.length + 2 * (json.match(/[^\0-\x7f]/g)?.length ?? 0)
}

function assertRoom(melding: MeldingRecord, isMelder: boolean): void {
  const full = melding.geschiedenis.length > maxRegels
  if (!full && bytesOf(melding) <= maxBytes) return
  if (isMelder)
    throw new Problem(
      'reactie-niet-mogelijk',
      `Bij uw melding ${melding.nummer} staat al zo veel dat er niets meer bij past. Bel de gemeente als u nog iets wilt zeggen.`,
    )
  throw new Problem(
    'wijziging-niet-mogelijk',
    `Bij ${melding.nummer} staat al zo veel dat er niets meer bij past${full ? ` (${maxRegels} regels)` : ''}. Sluit deze melding en ga verder met een nieuwe.`,
  )
}

/** The melding as it was just after the line that `isIt` finds; undefined when there is none. */
export function asAfter(
  melding: MeldingRecord,
  isIt: (regel: Gebeurtenis) => boolean,
): MeldingRecord | undefined {
  const at = melding.geschiedenis.findLastIndex(isIt)
  const regel = melding.geschiedenis[at]
  if (!regel) return undefined
  const geschiedenis = melding.geschiedenis.slice(0, at + 1)
  return dropAbsent<MeldingRecord>({
    ...melding,
    ...foldRegels(geschiedenis, melding),
    versie: melding.versie - (melding.geschiedenis.length - 1 - at),
    gewijzigdOp: regel.op,
    geschiedenis,
  })
}

/**
 * The melding as it was just after the change that carries `sleutel` (the hash of an Idempotency-Key), so that a retry
 * gets the first answer. Words that were corrected or erased since stay so. Undefined when no change carries it.
 */
export const asAfterChange = (melding: MeldingRecord, sleutel: string): MeldingRecord | undefined =>
  asAfter(melding, (regel) => regel.sleutel === sleutel)
