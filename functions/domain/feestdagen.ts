/**
 * Dutch public holidays and the working days between them. Days are text, `YYYY-MM-DD`, in the calendar of
 * the Netherlands; nothing here knows a time or a zone.
 *
 * Source of the list: Algemene termijnenwet, article 3. Whether people are free on a day is for the gemeente
 * to say, so Bevrijdingsdag and Goede Vrijdag are settings and other closing days are a list.
 *
 * No library: `date-holidays` knows every country but weighs megabytes in a browser. It checks this file in
 * the tests instead.
 */
import { addDagen } from './dag.ts'

export type Feestdag = { datum: string; naam: string }

export type Werkkalender = {
  /** Free on 5 May: `elke-vijf-jaar` is free in 2020, 2025, 2030, … */
  readonly bevrijdingsdag: 'ja' | 'nee' | 'elke-vijf-jaar'
  /** Free on Good Friday. */
  readonly goedeVrijdag: boolean
  /** The gemeente's own closing days, `YYYY-MM-DD`. */
  readonly sluitingsdagen: readonly string[]
}

const pad = (n: number) => String(n).padStart(2, '0')

/**
 * Easter Sunday: the Gregorian computus in the form of "Nature" 1876, as given by J. Meeus, Astronomical
 * Algorithms (2nd ed., 1998), chapter 8. Valid for every year from 1583.
 * @example paaszondag(2026) // '2026-04-05'
 */
export function paaszondag(jaar: number): string {
  const a = jaar % 19
  const b = Math.floor(jaar / 100)
  const c = jaar % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return `${jaar}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`
}

const weekdag = (dag: string): number => new Date(`${dag}T00:00:00Z`).getUTCDay()

/** 27 April, and the day before when that is a Sunday; so since 2014. */
const koningsdag = (jaar: number): string =>
  weekdag(`${jaar}-04-27`) === 0 ? `${jaar}-04-26` : `${jaar}-04-27`

const isBevrijdingsdagVrij = (jaar: number, regel: Werkkalender['bevrijdingsdag']): boolean =>
  regel === 'ja' || (regel === 'elke-vijf-jaar' && jaar % 5 === 0)

/**
 * The holidays of a year from 2014 on, by date. Two can fall on one day: Hemelvaart on 5 May, for instance.
 * @example listFeestdagen(2026, { bevrijdingsdag: 'nee', goedeVrijdag: false })[1] // { datum: '2026-04-05', naam: 'Eerste paasdag' }
 */
export function listFeestdagen(
  jaar: number,
  regels: Pick<Werkkalender, 'bevrijdingsdag' | 'goedeVrijdag'>,
): Feestdag[] {
  const pasen = paaszondag(jaar)
  return [
    { datum: `${jaar}-01-01`, naam: 'Nieuwjaarsdag' },
    ...(regels.goedeVrijdag ? [{ datum: addDagen(pasen, -2), naam: 'Goede Vrijdag' }] : []),
    { datum: pasen, naam: 'Eerste paasdag' },
    { datum: addDagen(pasen, 1), naam: 'Tweede paasdag' },
    { datum: koningsdag(jaar), naam: 'Koningsdag' },
    ...(isBevrijdingsdagVrij(jaar, regels.bevrijdingsdag)
      ? [{ datum: `${jaar}-05-05`, naam: 'Bevrijdingsdag' }]
      : []),
    { datum: addDagen(pasen, 39), naam: 'Hemelvaartsdag' },
    { datum: addDagen(pasen, 49), naam: 'Eerste pinksterdag' },
    { datum: addDagen(pasen, 50), naam: 'Tweede pinksterdag' },
    { datum: `${jaar}-12-25`, naam: 'Eerste kerstdag' },
    { datum: `${jaar}-12-26`, naam: 'Tweede kerstdag' },
  ].sort((one, other) => one.datum.localeCompare(other.datum))
}

/**
 * Tells working days: not a Saturday or Sunday, not a holiday, not a closing day. Make it once and ask it
 * often: it computes the holidays of a year the first time that year is asked for.
 * @example openWerkdagen({ bevrijdingsdag: 'ja', goedeVrijdag: false, sluitingsdagen: [] })('2026-04-27') // false
 */
export function openWerkdagen(kalender: Werkkalender): (dag: string) => boolean {
  const gesloten = new Set(kalender.sluitingsdagen)
  const computed = new Set<string>()
  return (dag) => {
    const jaar = dag.slice(0, 4)
    if (!computed.has(jaar)) {
      computed.add(jaar)
      for (const { datum } of listFeestdagen(Number(jaar), kalender)) gesloten.add(datum)
    }
    return !gesloten.has(dag) && weekdag(dag) % 6 !== 0
  }
}
