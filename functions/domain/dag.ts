/**
 * Days of the calendar in Europe/Amsterdam, and the instants where they begin.
 *
 * A day is text, `YYYY-MM-DD`; an instant is ISO 8601 in UTC with `Z`. Summer time (EU directive 2000/84/EC)
 * makes one day a year 23 hours long and one 25, so a day is never "plus 24 hours".
 */
import type { DagPeriode } from './ports.ts'

const zone = 'Europe/Amsterdam'
const hour = 3_600_000
// Swedish writes dates as ISO does.
const datum = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
const klok = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

/**
 * The day in Amsterdam on which an instant falls.
 * @example toDag('2026-03-28T23:30:00Z') // '2026-03-29'
 */
export const toDag = (instant: string | Date): string => datum.format(new Date(instant))

/**
 * What the clock in Amsterdam says at an instant.
 * @example toKlok('2026-03-28T23:30:00Z') // '2026-03-29 00:30:00'
 */
export const toKlok = (instant: string | Date): string => klok.format(new Date(instant))

/**
 * The instant of a clock reading in Amsterdam, `YYYY-MM-DDTHH:mm:ss` without zone. A reading that the end of
 * summer time repeats means the first of the two; one that its start skips is an hour later on the clock.
 */
export const fromKlok = (reading: string): string => {
  const asUtc = Date.parse(`${reading.replace(' ', 'T')}Z`)
  const summer = asUtc - 2 * hour
  const reads = klok.format(summer).replace(' ', 'T')
  const exact = Date.parse(`${reads}Z`) === asUtc
  return new Date(exact ? summer : asUtc - hour).toISOString()
}

/** First instant of a day in Amsterdam. */
export const startOfDag = (dag: string): string => fromKlok(`${dag}T00:00:00`)

/** The day after; `addDagen(dag, -1)` is the day before. Pure calendar, no zone. */
export const addDagen = (dag: string, aantal: number): string => {
  const day = new Date(`${dag}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + aantal)
  return day.toISOString().slice(0, 10)
}

/** Last day of the month of a day or of a `YYYY-MM`. */
export const lastDagOfMaand = (maand: string): string => {
  const [jaar, nummer] = maand.split('-').map(Number)
  return new Date(Date.UTC(jaar!, nummer!, 0)).toISOString().slice(0, 10)
}

/**
 * Both days included → the instants to look between: at or after `vanaf`, before `voor`.
 * @example toInterval({ tot: '2026-04-07' }) // { voor: '2026-04-07T22:00:00.000Z' }
 */
export const toInterval = ({ van, tot }: DagPeriode): { vanaf?: string; voor?: string } => ({
  ...(van && { vanaf: startOfDag(van) }),
  ...(tot && { voor: startOfDag(addDagen(tot, 1)) }),
})
