import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDagen,
  fromKlok,
  lastDagOfMaand,
  startOfDag,
  toDag,
  toInterval,
} from '../../functions/domain/dag.ts'

describe('a day in Amsterdam', () => {
  test.each([
    ['2026-01-31T22:59:59Z', '2026-01-31', 'winter, a minute before midnight'],
    ['2026-01-31T23:00:00Z', '2026-02-01', 'winter, at midnight'],
    ['2026-06-30T21:59:59Z', '2026-06-30', 'summer, a minute before midnight'],
    ['2026-06-30T22:00:00Z', '2026-07-01', 'summer, at midnight'],
    ['2026-03-29T01:30:00+02:00', '2026-03-29', 'another offset'],
  ])('%s falls on %s (%s)', (instant, dag) => expect(toDag(instant)).toBe(dag))

  test.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23, 'summer time begins'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25, 'summer time ends'],
    ['2026-12-31', '2026-12-30T23:00:00.000Z', 24, 'an ordinary day'],
  ])('%s begins at %s and lasts %i hours (%s)', (dag, start, hours) => {
    expect(startOfDag(dag)).toBe(start)
    const next = startOfDag(addDagen(dag, 1))
    expect((Date.parse(next) - Date.parse(start)) / 3_600_000).toBe(hours)
  })

  test('a clock reading that comes twice means the first, one that is skipped an hour later', () => {
    expect(fromKlok('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z')
    expect(fromKlok('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z')
    expect(fromKlok('2026-07-01 09:15:00')).toBe('2026-07-01T07:15:00.000Z')
  })

  test('every instant lies in the interval of its own day and in no other', () => {
    const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2100, 0, 1) })
    fc.assert(
      fc.property(instants, (millis) => {
        const instant = new Date(millis).toISOString()
        const dag = toDag(instant)
        const { vanaf = '', voor = '' } = toInterval({ van: dag, tot: dag })
        return vanaf <= instant && instant < voor && toDag(vanaf) === dag && toDag(voor) !== dag
      }),
      { numRuns: 2000, seed: 20_261_122 },
    )
  })

  test('a period without an end looks from its first day on', () => {
    expect(toInterval({ van: '2026-04-07' })).toEqual({ vanaf: '2026-04-06T22:00:00.000Z' })
    expect(toInterval({})).toEqual({})
  })

  test.each([
    ['2024-02', '2024-02-29'],
    ['2026-02-11', '2026-02-28'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (maand, dag) => expect(lastDagOfMaand(maand)).toBe(dag))
})
