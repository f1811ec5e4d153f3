/** Numbers and dates as a Dutch letter writes them: 1.234,5 · 7 april 2026 · 14.05 uur. */
const zone = 'Europe/Amsterdam'
const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const day = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
})
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: zone })
const month = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const formatGetal = (n: number): string => whole.format(n)
export const formatDecimaal = (n: number): string => oneDecimal.format(n)

/** Where a number of inwoners comes from. A kern that is no unit of the CBS gets an estimate out of its buurten. */
export const bronNaam = (bron: string): string =>
  bron === 'schatting' ? 'geschat: het CBS telt deze kern niet apart' : `bron: ${bron}`

/** A day: an ISO instant (its day in Amsterdam) or a date `YYYY-MM-DD`. */
export const formatDatum = (iso: string): string =>
  day.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso))
const short = new Intl.DateTimeFormat('nl-NL', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: zone,
})
/** The day of an ISO instant where there is little room: 21-11-2026. */
export const formatKort = (iso: string): string => short.format(new Date(iso))
const fullDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const days = {
  nl: new Intl.DateTimeFormat('nl-NL', fullDay),
  en: new Intl.DateTimeFormat('en-GB', fullDay),
}
/** A date `YYYY-MM-DD` with its day of the week: dinsdag 1 december 2026. */
export const formatDag = (datum: string, taal: 'nl' | 'en' = 'nl'): string =>
  days[taal].format(new Date(`${datum}T00:00:00Z`))

export const formatMoment = (iso: string): string =>
  `${formatDatum(iso)}, ${clock.format(new Date(iso)).replace(':', '.')} uur`
/** `2026-04` → april 2026. */
export const formatMaand = (maand: string): string => month.format(new Date(`${maand}-15T00:00:00Z`))

/** Metres in words: below a kilometre in metres, above it in kilometres. */
export const formatAfstand = (meter: number): string =>
  meter < 1000 ? `${whole.format(meter)} meter` : `${oneDecimal.format(meter / 1000)} kilometer`
