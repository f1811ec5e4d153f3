/**
 * The promised date as a file for a calendar (iCalendar, RFC 5545): one event of a whole day.
 *
 * The secret of the volglink is not in it: calendars are shared and synchronised with others.
 */
import { addDagen } from '../../../functions/domain/dag.ts'

type Afspraak = {
  /** Makes the event the same one when it is added again. */
  nummer: string
  /** Host of the service. */
  host: string
  /** `YYYY-MM-DD`. */
  datum: string
  /** ISO instant, UTC. */
  gemaaktOp: string
  titel: string
  uitleg: string
}

const compact = (iso: string): string => iso.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
/** Section 3.3.11. */
const escapeText = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

const maxBytes = 75
const bytes = (text: string): number => new TextEncoder().encode(text).length

/** Section 3.1: a line of at most 75 bytes; what follows begins with a space. Characters stay whole. */
function fold(line: string): string {
  let folded = ''
  let width = 0
  for (const character of line) {
    const size = bytes(character)
    if (width + size > maxBytes) {
      folded += '\r\n '
      width = 1
    }
    folded += character
    width += size
  }
  return folded
}

/** @example toAgenda({ nummer: 'M-4F7K-2M9Q', datum: '2026-12-01', … }).split('\r\n')[0] // 'BEGIN:VCALENDAR' */
export function toAgenda({ nummer, host, datum, gemaaktOp, titel, uitleg }: Afspraak): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kernpunt//Melding//NL',
    'BEGIN:VEVENT',
    `UID:${nummer}@${host}`,
    `DTSTAMP:${compact(gemaaktOp)}`,
    `DTSTART;VALUE=DATE:${compact(datum)}`,
    // The end is the first day that is not in it.
    `DTEND;VALUE=DATE:${compact(addDagen(datum, 1))}`,
    `SUMMARY:${escapeText(titel)}`,
    `DESCRIPTION:${escapeText(uitleg)}`,
    // Nobody is busy that day because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
