/** Another status of a melding, by staff or by its reporter, and what that does to its date and kern. */
import { type FieldError, ofFields, Problem } from '../../contract/problem.ts'
import type { NieuweStatus } from '../../contract/wijziging.ts'
import { promiseDatum, resumeDatum } from '../belofte.ts'
import { toDag } from '../dag.ts'
import { overgangen } from '../melding.ts'
import type { GemeenteFeiten, MeldingRecord } from '../ports.ts'
import { append, type Daad, type Regel } from './geschiedenis.ts'
import { assertMogelijk, assertTakenKlaar } from './mogelijk.ts'
import { inWords } from './woorden.ts'

/** What of a gemeente a status asks for. */
export type Statusregels = Pick<GemeenteFeiten, 'categorieen' | 'isWerkdag' | 'findKern'>

/** A question that waits no longer moves the date; one that did not move is not promised again. */
export function resume(melding: MeldingRecord, op: string, regels: Statusregels): Pick<Regel, 'streefDatum'> {
  const streefDatum = resumeDatum(melding, op, regels)
  return streefDatum === melding.streefDatum ? {} : { streefDatum }
}

/** What is opened again gets a new term from that day. */
export const reopen = (
  { categorie }: MeldingRecord,
  op: string,
  regels: Statusregels,
): Pick<Regel, 'streefDatum'> => ({ streefDatum: promiseDatum(categorie, op, regels) })

/** What is open again is work of the kern that its place lies in today; of one outside by now, of the kern it had. */
export function kernToday(melding: MeldingRecord, { findKern }: Pick<Statusregels, 'findKern'>) {
  const oordeel = findKern(...melding.positie)
  return oordeel.soort === 'buiten' ? {} : { kern: oordeel.kern, kernHerkomst: oordeel.soort }
}

/**
 * The melding after another status. Opening it again gives a new term from that day, and closing ends the waiting for an
 * answer: the days that it stood still are added, so that they do not count as late.
 *
 * @param base of the JSON pointer of a wrong date
 * @throws Problem `overgang-niet-toegestaan` with the allowed list; `taken-open`; `ongeldige-invoer` for a planned day
 *   before today in Amsterdam (today itself can be)
 */
export function changeStatus(
  melding: MeldingRecord,
  change: Omit<NieuweStatus, 'versie'>,
  by: Daad,
  regels: Statusregels,
  base = '',
): MeldingRecord {
  assertMogelijk(melding, 'status')
  const { status, reden, geplandeDatum, toelichting } = change
  const toegestaan = [...overgangen[melding.status]]
  if (!toegestaan.includes(status))
    throw new Problem(
      'overgang-niet-toegestaan',
      `Van ${inWords(melding.status)} naar ${inWords(status)} kan niet. Het kan wel naar: ${toegestaan.map(inWords).join(', ')}.`,
      { toegestaan },
    )
  if (geplandeDatum && geplandeDatum < toDag(by.op)) throw ofFields([inThePast(base)])
  if (status === 'gesloten') assertTakenKlaar(melding)
  const line: Regel = { status, reden, geplandeDatum, toelichting }
  if (melding.status === 'gesloten')
    return append(melding, { ...line, ...reopen(melding, by.op, regels) }, by, kernToday(melding, regels))
  if (status === 'gesloten') return append(melding, { ...line, ...resume(melding, by.op, regels) }, by)
  return append(melding, line, by)
}

const inThePast = (base: string): FieldError => ({
  pointer: `${base}/geplandeDatum`,
  code: 'in-verleden',
  detail: 'De datum ligt in het verleden.',
})
