import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { klasseOf, makeKlassen } from '../../web/map/klassen.ts'

const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 })

/** Sum of squared differences within classes: what the breaks make as small as possible. */
const spread = (groups: number[][]): number =>
  groups
    .map((group) => {
      const mean = group.reduce((sum, v) => sum + v, 0) / group.length
      return group.reduce((sum, v) => sum + (v - mean) ** 2, 0)
    })
    .reduce((sum, v) => sum + v, 0)

/** Every way to cut sorted values in `count` groups. */
function* cuts(sorted: number[], count: number): Generator<number[][]> {
  if (count === 1) yield [sorted]
  for (let at = 1; at <= sorted.length - count + 1 && count > 1; at++)
    for (const rest of cuts(sorted.slice(at), count - 1)) yield [sorted.slice(0, at), ...rest]
}

describe('classes of a map', () => {
  test.each([
    [[], []],
    [[7, 7, 7], [[7, 7]]],
    [
      [1, 9],
      [
        [1, 1],
        [9, 9],
      ],
    ],
    [
      [1, 2, 3, 50, 51, 90, 91, 200, 201, 300],
      [
        [1, 3],
        [50, 51],
        [90, 91],
        [200, 201],
        [300, 300],
      ],
    ],
  ])('of %j are %j', (given, expected) => {
    expect(makeKlassen(given).map(({ van, tot }) => [van, tot])).toEqual(expected)
  })

  test('hold every value exactly once, in order, in at most five colours', () => {
    fc.assert(
      fc.property(values, (given) => {
        const klassen = makeKlassen(given)
        for (const value of given)
          expect(klassen.filter(({ van, tot }) => value >= van && value <= tot)).toHaveLength(1)
        expect(klassen.map(({ van }) => van)).toEqual(klassen.map(({ van }) => van).sort((a, b) => a - b))
        expect(new Set(klassen.map(({ kleur }) => kleur)).size).toBe(klassen.length)
        expect(klassen.length).toBe(Math.min(5, new Set(given).size))
      }),
    )
  })

  test('have the smallest spread of all ways to cut', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 9 }),
        (given) => {
          const sorted = given.toSorted((a, b) => a - b)
          const klassen = makeKlassen(given)
          const ours = spread(klassen.map((klasse) => sorted.filter((v) => klasseOf(klassen, v) === klasse)))
          const best = Math.min(...[...cuts(sorted, 5)].map(spread))
          expect(ours).toBeCloseTo(best, 6)
        },
      ),
    )
  })
})
