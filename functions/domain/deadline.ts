/**
 * When a melding must be done: a term in working or calendar days, in Europe/Amsterdam (domain rule 6).
 *
 * - The day of receipt does not count. One that comes in on Saturday at 00:30 local time came in on Saturday.
 * - The term ends at the end of its last day: late is the day after. A term in calendar days may end on a
 *   Sunday; the extension of the Algemene termijnenwet (article 1) is for terms set by law, which this is not.
 * - While the reporter must answer, the term stands still: from the day of the question up to, not including,
 *   the day of the answer. So what was in time when we asked stays in time while we wait, and a question that
 *   is answered the same day costs nothing.
 * - Reopening and another category start a new term; the day of the change does not count either, so a change
 *   never makes a melding late at once.
 *
 * No library: `date-fns` and `luxon` count days but know no Dutch holidays, closing days or pauses, and the rest
 * is one loop.
 */
import type { Categorie } from '../contract/instellingen.ts'
import { addDagen, toDag } from './dag.ts'

export type Termijn = Categorie['termijn']

/** Instants (ISO, UTC) between which the reporter had to answer. Still waiting: `tot` is now. */
export type Pauze = { van: string; tot: string }

export type Looptijd = {
  /** Instant at which the term began to run: receipt, reopening, or change of category. */
  from: string
  termijn: Termijn
  pauzes: readonly Pauze[]
}

/** What happens to a term: it starts (anew), waits for the reporter, goes on. */
export type Termijnstap = { op: string } & (
  | { stap: 'start'; termijn: Termijn }
  | { stap: 'wacht' }
  | { stap: 'verder' }
)

/** Shares of a term at which somebody must be told; 3 is three times the term. */
export type Signaalgrenzen = { bijna: number; veelTeLaat: number }
export type Signaal = 'op-tijd' | 'bijna' | 'te-laat' | 'veel-te-laat'

type IsWerkdag = (dag: string) => boolean

/** Whether a day is one of the days that the term is counted in. */
function openTeldagen({ termijn, pauzes }: Looptijd, isWerkdag: IsWerkdag): IsWerkdag {
  const stil = pauzes.map(({ van, tot }) => [toDag(van), toDag(tot)] as const)
  return (dag) =>
    (termijn.eenheid === 'dagen' || isWerkdag(dag)) && !stil.some(([van, tot]) => van <= dag && dag < tot)
}

/**
 * The last day of the term, `YYYY-MM-DD`.
 *
 * @param isWerkdag from `openWerkdagen`; only asked for a term in working days.
 * @throws RangeError when the term is not a whole number of at least one day
 * @example dueDate({ from: '2026-04-24T10:00:00Z', termijn: { aantal: 1, eenheid: 'werkdagen' }, pauzes: [] }, isWerkdag) // Friday before Koningsdag → '2026-04-28'
 */
export function dueDate(looptijd: Looptijd, isWerkdag: IsWerkdag): string {
  const { aantal } = looptijd.termijn
  if (!Number.isSafeInteger(aantal) || aantal < 1) throw new RangeError(`A term of ${aantal} days.`)
  const telt = openTeldagen(looptijd, isWerkdag)
  let dag = toDag(looptijd.from)
  for (let over = aantal; over > 0; ) {
    dag = addDagen(dag, 1)
    if (telt(dag)) over--
  }
  return dag
}

/**
 * Where the last day goes to when a term has stood still: the days that were left at the question come after the answer.
 * It asks only for the day that was promised, so another term in the settings moves nothing. What was late when we asked
 * stays late by as much.
 *
 * @param from instant at which the term that runs now began
 * @example resumeDate('2026-12-01', { van: '2026-11-26T10:00:00Z', tot: '2026-11-30T10:00:00Z' }, from, 'dagen', isWerkdag) // '2026-12-05'
 */
export function resumeDate(
  due: string,
  { van, tot }: Pauze,
  from: string,
  eenheid: Termijn['eenheid'],
  isWerkdag: IsWerkdag,
): string {
  const telt: IsWerkdag = (dag) => eenheid === 'dagen' || isWerkdag(dag)
  const first = addDagen(toDag(from), 1)
  const later = (dag: string) => (dag > first ? dag : first)
  let over = 0
  for (let dag = later(toDag(van)); dag <= due; dag = addDagen(dag, 1)) if (telt(dag)) over++
  if (over === 0) return due
  let dag = addDagen(later(toDag(tot)), -1)
  while (over > 0) {
    dag = addDagen(dag, 1)
    if (telt(dag)) over--
  }
  return dag
}

/** Whether the due date is over, on the clock in Amsterdam. */
export const isLate = (due: string, now: string): boolean => toDag(now) > due

/**
 * Which part of the term is used at the end of today: 1 on the due date, 2 after twice the term.
 * @example On the fourth working day of five: 0.8.
 */
export function shareUsed(looptijd: Looptijd, isWerkdag: IsWerkdag, now: string): number {
  const telt = openTeldagen(looptijd, isWerkdag)
  const today = toDag(now)
  let gebruikt = 0
  for (let dag = addDagen(toDag(looptijd.from), 1); dag <= today; dag = addDagen(dag, 1)) {
    if (telt(dag)) gebruikt++
  }
  return gebruikt / looptijd.termijn.aantal
}

/**
 * The loudest signal that fits. On the due date itself a melding is `bijna`, also when its term is one day;
 * `te-laat` follows the calendar, so a term that ended on Friday is late on Saturday.
 */
export const signaalOf = (
  looptijd: Looptijd,
  isWerkdag: IsWerkdag,
  now: string,
  grenzen: Signaalgrenzen = { bijna: 0.8, veelTeLaat: 3 },
): Signaal =>
  toSignaal(shareUsed(looptijd, isWerkdag, now), isLate(dueDate(looptijd, isWerkdag), now), grenzen)

function toSignaal(share: number, late: boolean, grenzen: Signaalgrenzen): Signaal {
  if (share >= grenzen.veelTeLaat) return 'veel-te-laat'
  if (late) return 'te-laat'
  return share >= grenzen.bijna ? 'bijna' : 'op-tijd'
}

/**
 * The same for a term of which only the last day is known, as in a list: counted from that day, back or on.
 * Questions to the reporter are in the date itself, so they need not be known.
 *
 * @example signaalOfDatum('2026-11-27', { aantal: 5, eenheid: 'werkdagen' }, isWerkdag, '2026-11-26T10:00:00Z', grenzen) // 'bijna'
 */
export function signaalOfDatum(
  due: string,
  termijn: Termijn,
  isWerkdag: IsWerkdag,
  now: string,
  grenzen: Signaalgrenzen,
): Signaal {
  const telt = openTeldagen({ from: now, termijn, pauzes: [] }, isWerkdag)
  const today = toDag(now)
  const late = isLate(due, now)
  const [first, last] = late ? [due, today] : [today, due]
  // Farther away changes nothing: it is much too late then, or not begun.
  const most = termijn.aantal * Math.max(grenzen.veelTeLaat - 1, 1)
  let between = 0
  for (let dag = addDagen(first, 1); dag <= last && between < most; dag = addDagen(dag, 1))
    if (telt(dag)) between++
  return toSignaal(1 + (late ? between : -between) / termijn.aantal, late, grenzen)
}

/**
 * The term that runs now, from what happened, oldest first. A new start (another category, reopening) ends what
 * went before, but not a question that is still open: the reporter has not answered it yet. A closed melding
 * waits for nobody, so closing counts as `verder`.
 *
 * @param now until when a pause that is still open counts
 * @throws RangeError when the first step is not a start
 */
export function toLooptijd(stappen: readonly Termijnstap[], now: string): Looptijd {
  let looptijd: { from: string; termijn: Termijn; pauzes: Pauze[] } | undefined
  let vraag: string | undefined
  for (const stap of stappen) {
    if (stap.stap === 'start') {
      looptijd = { from: stap.op, termijn: stap.termijn, pauzes: [] }
      vraag &&= stap.op
    } else if (!looptijd) {
      throw new RangeError(`A term that starts with "${stap.stap}".`)
    } else if (stap.stap === 'wacht') {
      vraag ??= stap.op
    } else if (vraag) {
      looptijd.pauzes.push({ van: vraag, tot: stap.op })
      vraag = undefined
    }
  }
  if (!looptijd) throw new RangeError('A term without a start.')
  return vraag ? { ...looptijd, pauzes: [...looptijd.pauzes, { van: vraag, tot: now }] } : looptijd
}
