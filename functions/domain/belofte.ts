/**
 * What the gemeente promises the reporter: the day on which it wants to have it done. Once said it is kept with
 * the melding, so another term or calendar in the settings moves no date that somebody was given.
 */

import type { Categorie } from '../contract/instellingen.ts'
import { dueDate, isLate, resumeDate, type Signaal, signaalOfDatum } from './deadline.ts'
import type { Gebeurtenis, GemeenteFeiten, MeldingRecord, MeldingRegel } from './ports.ts'

/** What of a gemeente decides a date. */
export type Termijnregels = { readonly categorieen: readonly Pick<Categorie, 'code' | 'termijn'>[] } & Pick<
  GemeenteFeiten,
  'isWerkdag'
>

const findTermijn = (code: string, { categorieen }: Pick<Termijnregels, 'categorieen'>) =>
  categorieen.find((categorie) => categorie.code === code)?.termijn

/**
 * The last day of the term of a categorie, `YYYY-MM-DD` in Europe/Amsterdam. A categorie that the settings no longer
 * have gets the longest term there is: we do not know what we promise, so we promise no more than for anything else.
 *
 * @param vanaf instant at which it came in, or was opened again
 * @example promiseDatum('straatverlichting', '2026-11-23T09:00:00Z', bergen) // five working days: '2026-11-30'
 */
export function promiseDatum(categorie: string, vanaf: string, regels: Termijnregels): string {
  const termijn = findTermijn(categorie, regels)
  const termijnen = termijn ? [termijn] : regels.categorieen.map((each) => each.termijn)
  const dagen = termijnen.map((each) =>
    dueDate({ from: vanaf, termijn: each, pauzes: [] }, (dag) => regels.isWerkdag(dag)),
  )
  return dagen.sort().at(-1)!
}

/** What promised a date without starting a term: that was the end of a standstill. */
const startsTerm = ({ soort, status, streefDatum }: Gebeurtenis): boolean =>
  streefDatum !== undefined && status !== 'gesloten' && soort !== 'antwoord' && soort !== 'hervatting'

/**
 * The date when a question to the reporter stops waiting at `op`: moved by as long as it waited. Of what waits for nobody,
 * the date it has. When its categorie is gone, working days.
 */
export function resumeDatum(
  { categorie, streefDatum, wachtSinds, geregistreerdOp, geschiedenis }: MeldingRecord,
  op: string,
  regels: Termijnregels,
): string {
  if (wachtSinds === undefined) return streefDatum
  const from = geschiedenis.findLast(startsTerm)?.op ?? geregistreerdOp
  const eenheid = findTermijn(categorie, regels)?.eenheid ?? 'werkdagen'
  return resumeDate(streefDatum, { van: wachtSinds, tot: op }, from, eenheid, (dag) => regels.isWerkdag(dag))
}

/**
 * Where the term of an open melding stands today, or stood when it began to wait for its reporter; only late or not when its
 * categorie is gone.
 */
export function findSignaal(
  { categorie, streefDatum, wachtSinds }: Pick<MeldingRegel, 'categorie' | 'streefDatum' | 'wachtSinds'>,
  today: string,
  gemeente: Termijnregels & Pick<GemeenteFeiten, 'signaalgrenzen'>,
): Signaal {
  const now = wachtSinds ?? today
  const termijn = findTermijn(categorie, gemeente)
  if (!termijn) return isLate(streefDatum, now) ? 'te-laat' : 'op-tijd'
  return signaalOfDatum(streefDatum, termijn, (dag) => gemeente.isWerkdag(dag), now, gemeente.signaalgrenzen)
}
