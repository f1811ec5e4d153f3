import { describe, expect, test } from 'vitest'
import { dayOf, daysOfMonth, naamOf, periodeNamen, periodeOf } from '../../web/state/periode.ts'

describe('a period', () => {
  test.each([
    ['maand', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['maand', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['vorige-maand', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['twaalf-maanden', '2026-04-07', '2025-04-08', '2026-04-07'],
    ['twaalf-maanden', '2026-12-31', '2026-01-01', '2026-12-31'],
    ['jaar', '2026-04-07', '2026-01-01', '2026-12-31'],
  ] as const)('%s on %s runs from %s to %s', (naam, today, van, tot) => {
    expect(periodeOf(naam, today)).toEqual({ van, tot })
  })

  test('is known by its name again', () => {
    for (const naam of periodeNamen) expect(naamOf(periodeOf(naam, '2026-04-07'), '2026-04-07')).toBe(naam)
  })

  test('of own days has no name', () => {
    expect(naamOf({ van: '2026-04-01', tot: '2026-04-02' }, '2026-04-07')).toBeUndefined()
  })

  test('of a month ends on its last day', () => {
    expect(daysOfMonth('2026-12')).toEqual({ van: '2026-12-01', tot: '2026-12-31' })
  })

  test('starts at midnight in Amsterdam', () => {
    expect(dayOf(new Date('2026-03-31T22:30:00Z'))).toBe('2026-04-01')
    expect(dayOf(new Date('2026-12-31T22:59:00Z'))).toBe('2026-12-31')
  })
})
