/** Dutch holidays, against known calendars and, for 41 years, against the library `date-holidays`. */
import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import {
  listFeestdagen,
  openWerkdagen,
  paaszondag,
  type Werkkalender,
} from '../../functions/domain/feestdagen.ts'

const jaren = Array.from({ length: 41 }, (_, i) => 2020 + i)
const wettelijk = { bevrijdingsdag: 'ja', goedeVrijdag: true, sluitingsdagen: [] } satisfies Werkkalender

describe('the holidays of a year', () => {
  it('are those of date-holidays, from 2020 up to and including 2060', () => {
    const library = new Holidays('NL')
    // It also lists days on which people work, such as Sint-Maarten and Prinsjesdag.
    const counted =
      /^(Nieuwjaar|Goede Vrijdag|Pasen|Tweede paasdag|Koningsdag|Bevrijdingsdag|Hemelvaartsdag|Pinksteren|Tweede pinksterdag|Kerstmis|Tweede kerstdag)$/
    for (const jaar of jaren) {
      const theirs = library.getHolidays(jaar).filter(({ name }) => counted.test(name))
      expect(theirs).toHaveLength(11)
      expect(listFeestdagen(jaar, wettelijk).map(({ datum }) => datum)).toEqual(
        theirs.map(({ date }) => date.slice(0, 10)).sort(),
      )
    }
  })

  it('are these in 2026', () => {
    expect(listFeestdagen(2026, wettelijk)).toEqual([
      { datum: '2026-01-01', naam: 'Nieuwjaarsdag' },
      { datum: '2026-04-03', naam: 'Goede Vrijdag' },
      { datum: '2026-04-05', naam: 'Eerste paasdag' },
      { datum: '2026-04-06', naam: 'Tweede paasdag' },
      { datum: '2026-04-27', naam: 'Koningsdag' },
      { datum: '2026-05-05', naam: 'Bevrijdingsdag' },
      { datum: '2026-05-14', naam: 'Hemelvaartsdag' },
      { datum: '2026-05-24', naam: 'Eerste pinksterdag' },
      { datum: '2026-05-25', naam: 'Tweede pinksterdag' },
      { datum: '2026-12-25', naam: 'Eerste kerstdag' },
      { datum: '2026-12-26', naam: 'Tweede kerstdag' },
    ])
  })

  it.each([
    ['Koningsdag moves to Saturday the 26th when the 27th is a Sunday', 2025, '2025-04-26', true],
    ['then the 27th is no holiday', 2025, '2025-04-27', false],
    ['Koningsdag stays on Monday the 27th', 2026, '2026-04-27', true],
  ])('%s', (_fact, jaar, dag, free) => {
    expect(listFeestdagen(jaar, wettelijk).some(({ datum }) => datum === dag)).toBe(free)
  })

  it.each([
    ['ja', jaren],
    ['nee', []],
    ['elke-vijf-jaar', [2020, 2025, 2030, 2035, 2040, 2045, 2050, 2055, 2060]],
  ] as const)('with Bevrijdingsdag %s has it in the years that go with it', (bevrijdingsdag, free) => {
    const has = (jaar: number) =>
      listFeestdagen(jaar, { bevrijdingsdag, goedeVrijdag: false }).some((f) => f.naam === 'Bevrijdingsdag')
    expect(jaren.filter(has)).toEqual(free)
  })
})

describe('Easter Sunday', () => {
  it.each([
    [1818, '1818-03-22', 'the earliest there is'],
    [1943, '1943-04-25', 'the latest there is'],
    [1954, '1954-04-18', 'where the simple rule of Gauss is a week late'],
    [1981, '1981-04-19', 'where the simple rule of Gauss says 26 April'],
    [2000, '2000-04-23', 'a leap year that a century usually is not'],
    [2038, '2038-04-25', 'the latest of this century'],
    [2049, '2049-04-18', 'again a week before what Gauss says'],
    [2100, '2100-03-28', 'a century that is no leap year'],
  ])('of %i is %s, %s', (jaar, datum) => {
    expect(paaszondag(jaar)).toBe(datum)
  })
})

describe('a working day', () => {
  const kalender = {
    bevrijdingsdag: 'elke-vijf-jaar',
    goedeVrijdag: false,
    sluitingsdagen: ['2026-05-15'],
  } satisfies Werkkalender

  it.each([
    ['2026-04-24', true, 'Friday'],
    ['2026-04-25', false, 'Saturday'],
    ['2026-04-26', false, 'Sunday'],
    ['2026-04-27', false, 'Koningsdag on Monday'],
    ['2026-05-05', true, 'Bevrijdingsdag between two lustra'],
    ['2025-05-05', false, 'Bevrijdingsdag in a lustrum'],
    ['2026-04-03', true, 'Good Friday where people work'],
    ['2026-05-14', false, 'Hemelvaart'],
    ['2026-05-15', false, 'the Friday after Hemelvaart, closed by the gemeente'],
    ['2028-02-29', true, 'leap day on Tuesday'],
    ['2026-12-31', true, 'the last day of the year'],
    ['2027-01-01', false, 'New Year on Friday'],
  ])('%s: %s, %s', (dag, werkdag) => {
    expect(openWerkdagen(kalender)(dag)).toBe(werkdag)
  })

  it('is answered the same in whatever order years are asked', () => {
    const isWerkdag = openWerkdagen(kalender)
    const days = ['2030-12-25', '2026-04-06', '2030-12-24', '2026-04-07']
    expect(days.map(isWerkdag)).toEqual([false, false, true, true])
  })
})
