/** Due dates: facts of the calendar, and the laws that hold for every term, pause and change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDagen, toDag } from '../../functions/domain/dag.ts'
import {
  dueDate,
  isLate,
  type Looptijd,
  shareUsed,
  signaalOf,
  type Termijn,
  type Termijnstap,
  toLooptijd,
} from '../../functions/domain/deadline.ts'
import { openWerkdagen } from '../../functions/domain/feestdagen.ts'

const isWerkdag = openWerkdagen({ bevrijdingsdag: 'ja', goedeVrijdag: true, sluitingsdagen: ['2026-05-15'] })
const werkdagen = (aantal: number): Termijn => ({ aantal, eenheid: 'werkdagen' })
const dagen = (aantal: number): Termijn => ({ aantal, eenheid: 'dagen' })
const looptijd = (from: string, termijn: Termijn, ...pauzes: [string, string][]): Looptijd => ({
  from,
  termijn,
  pauzes: pauzes.map(([van, tot]) => ({ van, tot })),
})
const due = (...start: Parameters<typeof looptijd>) => dueDate(looptijd(...start), isWerkdag)

describe('the due date', () => {
  it.each([
    ['the day of receipt does not count', '2026-11-23T08:00:00Z', werkdagen(1), '2026-11-24'],
    ['a weekend does not count in working days', '2026-11-20T08:00:00Z', werkdagen(1), '2026-11-23'],
    ['a weekend counts in calendar days', '2026-11-20T08:00:00Z', dagen(1), '2026-11-21'],
    ['Friday 23:30 is Friday', '2026-11-20T22:30:00Z', werkdagen(1), '2026-11-23'],
    ['Saturday 00:30 counts from Saturday, in winter', '2026-11-20T23:30:00Z', dagen(1), '2026-11-22'],
    ['Saturday 00:30 counts from Saturday, in summer', '2026-07-03T22:30:00Z', dagen(1), '2026-07-05'],
    ['Saturday 00:30 is due as late as Sunday is', '2026-11-20T23:30:00Z', werkdagen(5), '2026-11-27'],
    ['summer time starts in the night after receipt', '2026-03-28T22:59:00Z', dagen(1), '2026-03-29'],
    ['summer time started an hour ago', '2026-03-29T02:00:00Z', dagen(1), '2026-03-30'],
    ['the last minute of the short day', '2026-03-29T21:59:00Z', dagen(1), '2026-03-30'],
    ['the first minute after the short day', '2026-03-29T22:00:00Z', dagen(1), '2026-03-31'],
    ['the last minute of the long day', '2026-10-25T22:59:00Z', dagen(1), '2026-10-26'],
    ['the first minute after the long day', '2026-10-25T23:00:00Z', dagen(1), '2026-10-27'],
    ['over the long day', '2026-10-24T10:00:00Z', dagen(2), '2026-10-26'],
    ['31 December goes over New Year', '2026-12-31T10:00:00Z', werkdagen(1), '2027-01-04'],
    ['31 December 23:30 UTC is New Year', '2026-12-31T23:30:00Z', dagen(1), '2027-01-02'],
    ['leap day counts', '2028-02-28T10:00:00Z', werkdagen(1), '2028-02-29'],
    ['received on leap day', '2028-02-29T10:00:00Z', dagen(365), '2029-02-28'],
    ['no leap day in another year', '2027-02-28T10:00:00Z', dagen(1), '2027-03-01'],
    ['Koningsdag is skipped', '2026-04-24T10:00:00Z', werkdagen(1), '2026-04-28'],
    ['Good Friday to Easter Monday is skipped', '2026-04-02T10:00:00Z', werkdagen(1), '2026-04-07'],
    ['Hemelvaart and the closing day after it', '2026-05-13T10:00:00Z', werkdagen(1), '2026-05-18'],
    ['Christmas on a Friday', '2026-12-24T10:00:00Z', werkdagen(2), '2026-12-29'],
    ['three weeks over May 2026', '2026-04-24T10:00:00Z', werkdagen(15), '2026-05-21'],
    ['calendar days take no notice of holidays', '2026-12-24T10:00:00Z', dagen(2), '2026-12-26'],
  ] as const)('%s', (_fact, from, termijn, expected) => {
    expect(due(from, termijn)).toBe(expected)
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a term of %d days', (aantal) => {
    expect(() => due('2026-11-20T08:00:00Z', dagen(aantal))).toThrow(RangeError)
  })
})

describe('a pause', () => {
  const from = '2026-11-20T08:00:00Z' // Friday

  it.each([
    ['within a day costs nothing', '2026-11-24T08:00:00Z', '2026-11-24T15:00:00Z', '2026-11-27'],
    ['from Tuesday to Thursday is two days', '2026-11-24T08:00:00Z', '2026-11-26T08:00:00Z', '2026-12-01'],
    ['over the weekend is the Friday', '2026-11-27T08:00:00Z', '2026-11-30T08:00:00Z', '2026-11-30'],
    ['that starts on the due date saves it', '2026-11-27T15:00:00Z', '2026-12-09T08:00:00Z', '2026-12-09'],
    ['after the due date changes nothing', '2026-11-28T15:00:00Z', '2026-12-09T08:00:00Z', '2026-11-27'],
    ['that begins at 00:30 begins that day', '2026-11-24T23:30:00Z', '2026-11-26T08:00:00Z', '2026-11-30'],
  ])('%s', (_fact, van, tot, expected) => {
    expect(due(from, werkdagen(5), [van, tot])).toBe(expected)
  })

  it('adds up with another, and counts a day once where they overlap', () => {
    expect(
      due(
        from,
        dagen(3),
        ['2026-11-21T08:00:00Z', '2026-11-23T08:00:00Z'],
        ['2026-11-22T08:00:00Z', '2026-11-24T08:00:00Z'],
      ),
    ).toBe('2026-11-26')
  })
})

describe('late and almost late', () => {
  const week = looptijd('2026-11-20T08:00:00Z', werkdagen(5)) // due Friday 27 November
  const signaal = (start: Looptijd, now: string) => signaalOf(start, isWerkdag, now)

  it.each([
    ['2026-11-26T10:00:00Z', 0.8, 'bijna', 'the fourth of five working days'],
    ['2026-11-25T10:00:00Z', 0.6, 'op-tijd', 'the third'],
    ['2026-11-27T22:59:59Z', 1, 'bijna', 'the last second of the due date'],
    ['2026-11-27T23:00:00Z', 1, 'te-laat', 'the first second after it, a Saturday'],
    ['2026-12-10T10:00:00Z', 2.8, 'te-laat', 'almost three times the term'],
    ['2026-12-11T10:00:00Z', 3, 'veel-te-laat', 'three times the term'],
    ['2026-11-20T10:00:00Z', 0, 'op-tijd', 'the day of receipt'],
  ])('at %s has used %d and is %s: %s', (now, share, expected) => {
    expect(shareUsed(week, isWerkdag, now)).toBe(share)
    expect(signaal(week, now)).toBe(expected)
  })

  it('is almost late on its only day', () => {
    const day = looptijd('2026-11-20T08:00:00Z', dagen(1))
    expect(signaal(day, '2026-11-21T08:00:00Z')).toBe('bijna')
    expect(signaal(day, '2026-11-22T08:00:00Z')).toBe('te-laat')
    expect(signaal(day, '2026-11-23T08:00:00Z')).toBe('veel-te-laat')
  })

  it('follows the limits of the gemeente', () => {
    expect(signaalOf(week, isWerkdag, '2026-11-25T10:00:00Z', { bijna: 0.5, veelTeLaat: 2 })).toBe('bijna')
  })
})

describe('the term that runs now', () => {
  const received: Termijnstap = { op: '2026-11-02T08:00:00Z', stap: 'start', termijn: werkdagen(5) }
  const now = '2026-11-20T08:00:00Z'

  it('is the first one, with its pauses', () => {
    const stappen: Termijnstap[] = [
      received,
      { op: '2026-11-03T08:00:00Z', stap: 'wacht' },
      { op: '2026-11-05T08:00:00Z', stap: 'verder' },
    ]
    expect(toLooptijd(stappen, now)).toEqual(
      looptijd(received.op, werkdagen(5), ['2026-11-03T08:00:00Z', '2026-11-05T08:00:00Z']),
    )
  })

  it('waits until now while a question is open', () => {
    const open: Termijnstap[] = [received, { op: '2026-11-03T08:00:00Z', stap: 'wacht' }]
    expect(toLooptijd(open, now).pauzes).toEqual([{ van: '2026-11-03T08:00:00Z', tot: now }])
  })

  it('starts anew after reopening, without the old pauses', () => {
    const stappen: Termijnstap[] = [
      received,
      { op: '2026-11-03T08:00:00Z', stap: 'wacht' },
      { op: '2026-11-05T08:00:00Z', stap: 'verder' },
      { op: '2026-11-18T08:00:00Z', stap: 'start', termijn: werkdagen(5) },
    ]
    expect(dueDate(toLooptijd(stappen, now), isWerkdag)).toBe('2026-11-25')
  })

  it('keeps waiting for an open answer when the category changes', () => {
    const stappen: Termijnstap[] = [
      received,
      { op: '2026-11-03T08:00:00Z', stap: 'wacht' },
      { op: '2026-11-04T08:00:00Z', stap: 'start', termijn: dagen(1) },
    ]
    expect(toLooptijd(stappen, now)).toEqual(
      looptijd('2026-11-04T08:00:00Z', dagen(1), ['2026-11-04T08:00:00Z', now]),
    )
  })

  it('takes no notice of a second question or of an answer to none', () => {
    const stappen: Termijnstap[] = [
      received,
      { op: '2026-11-03T08:00:00Z', stap: 'verder' },
      { op: '2026-11-04T08:00:00Z', stap: 'wacht' },
      { op: '2026-11-05T08:00:00Z', stap: 'wacht' },
    ]
    expect(toLooptijd(stappen, now).pauzes).toEqual([{ van: '2026-11-04T08:00:00Z', tot: now }])
  })

  it.each([[[]], [[{ op: now, stap: 'wacht' } as const]]])('needs a start', (stappen) => {
    expect(() => toLooptijd(stappen, now)).toThrow(RangeError)
  })
})

describe('every term', () => {
  const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
    fc.assert(fc.property(arbitrary, holds), { numRuns: 500, seed: 20_261_122 })
  const instant = fc
    .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2060, 0, 1) / 60_000 })
    .map((minute) => new Date(minute * 60_000).toISOString())
  const termijn: fc.Arbitrary<Termijn> = fc.record({
    aantal: fc.integer({ min: 1, max: 60 }),
    eenheid: fc.constantFrom('werkdagen', 'dagen'),
  })
  const later = (op: string, hours: number) => new Date(Date.parse(op) + hours * 3_600_000).toISOString()
  const hours = fc.integer({ min: 0, max: 24 * 40 })

  it('of working days never ends on a day that is none', () =>
    law(fc.tuple(instant, fc.integer({ min: 1, max: 60 })), ([from, n]) => {
      expect(isWerkdag(due(from, werkdagen(n)))).toBe(true)
    }))

  it('ends later when it is a day longer, and at most an equal number of calendar days is shorter', () =>
    law(fc.tuple(instant, termijn), ([from, term]) => {
      const longer = { ...term, aantal: term.aantal + 1 }
      expect(due(from, longer) > due(from, term)).toBe(true)
      expect(due(from, dagen(term.aantal)) <= due(from, term)).toBe(true)
    }))

  it('ends no earlier when it starts later', () =>
    law(fc.tuple(instant, hours, termijn), ([from, wait, term]) => {
      expect(due(later(from, wait), term) >= due(from, term)).toBe(true)
    }))

  it('of calendar days moves by the days it stands still inside the term', () =>
    law(fc.tuple(instant, fc.integer({ min: 1, max: 60 }), fc.nat(59), hours), ([from, n, after, length]) => {
      const van = later(from, 24 * (1 + (after % n)) + 1)
      const tot = later(van, length)
      fc.pre(toDag(van) > toDag(from) && toDag(van) <= due(from, dagen(n)))
      const days = (Date.parse(toDag(tot)) - Date.parse(toDag(van))) / 86_400_000
      expect(due(from, dagen(n), [van, tot])).toBe(addDagen(due(from, dagen(n)), days))
    }))

  it('stands still the same for one pause as for its two halves', () =>
    law(fc.tuple(instant, termijn, hours, hours, hours), ([from, term, start, first, second]) => {
      const [van, half, tot] = [
        later(from, start),
        later(from, start + first),
        later(from, start + first + second),
      ]
      expect(due(from, term, [van, half], [half, tot])).toBe(due(from, term, [van, tot]))
    }))

  it('that is in time when we ask stays in time while we wait', () =>
    law(fc.tuple(instant, termijn, hours, hours), ([from, term, asked, waited]) => {
      const van = later(from, asked)
      fc.pre(!isLate(due(from, term), van))
      const now = later(van, waited)
      expect(isLate(due(from, term, [van, now]), now)).toBe(false)
    }))

  it('is never late at once after a change of category', () =>
    law(fc.tuple(instant, termijn, termijn, hours), ([from, before, after, wait]) => {
      const op = later(from, wait)
      const now = toLooptijd(
        [
          { op: from, stap: 'start', termijn: before },
          { op, stap: 'start', termijn: after },
        ],
        op,
      )
      expect(dueDate(now, isWerkdag) > toDag(op)).toBe(true)
      expect(signaalOf(now, isWerkdag, op)).toBe('op-tijd')
    }))

  it('is used for exactly one on its due date, and late the next day', () =>
    law(fc.tuple(instant, termijn), ([from, term]) => {
      const start = looptijd(from, term)
      const last = dueDate(start, isWerkdag)
      expect(shareUsed(start, isWerkdag, `${last}T11:00:00Z`)).toBe(1)
      expect(isLate(last, `${last}T11:00:00Z`)).toBe(false)
      expect(isLate(last, `${addDagen(last, 1)}T11:00:00Z`)).toBe(true)
    }))
})
