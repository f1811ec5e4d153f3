/** Periods in words to days and back. Days are `YYYY-MM-DD` in Europe/Amsterdam, both included. */
export const periodeNamen = ['alles', 'maand', 'vorige-maand', 'twaalf-maanden', 'jaar'] as const
export type PeriodeNaam = (typeof periodeNamen)[number]
export type Periode = { van: string | undefined; tot: string | undefined }

const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
/** The calendar day of a moment in the Netherlands. */
export const dayOf = (moment: Date): string => amsterdam.format(moment)

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** First and last day of `YYYY-MM`. */
export function daysOfMonth(maand: string): { van: string; tot: string } {
  const [year, month] = maand.split('-').map(Number) as [number, number]
  return { van: iso(year, month - 1, 1), tot: iso(year, month, 0) }
}

export function periodeOf(naam: PeriodeNaam, today: string): Periode {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  switch (naam) {
    case 'alles':
      return { van: undefined, tot: undefined }
    case 'maand':
      return daysOfMonth(today.slice(0, 7))
    case 'vorige-maand':
      return daysOfMonth(iso(year, month - 2, 1).slice(0, 7))
    case 'twaalf-maanden':
      return { van: iso(year - 1, month - 1, day + 1), tot: today }
    case 'jaar':
      return { van: iso(year, 0, 1), tot: iso(year, 11, 31) }
  }
}

/** Which word fits these days; undefined: the reader chose days of their own. */
export const naamOf = ({ van, tot }: Periode, today: string): PeriodeNaam | undefined =>
  periodeNamen.find((naam) => {
    const periode = periodeOf(naam, today)
    return periode.van === van && periode.tot === tot
  })
