import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../functions/domain/wijkbudget/canonicalJson.ts'
import { compareVerdelingen } from '../../functions/domain/wijkbudget/compareVerdelingen.ts'

describe('comparing two verdelingen', () => {
  const row = (oud: number, nieuw: number, inwoners?: number) =>
    compareVerdelingen(
      [{ kern: 'a', bedragCenten: oud }],
      [{ kern: 'a', bedragCenten: nieuw }],
      inwoners === undefined ? {} : { a: inwoners },
    )[0]

  it.each([
    [200, 225, 1250],
    [225, 200, -1111],
    [3, 1, -6667],
    [1, 0, -10_000],
    [100, 100, 0],
    // 0,125% and -0,125%: a half goes away from zero.
    [80_000, 80_100, 13],
    [80_000, 79_900, -13],
    [0, 5, null],
  ])('from %s to %s is %s hundredths of a percent', (oud, nieuw, pct) => {
    expect(row(oud, nieuw)).toMatchObject({ verschilCenten: nieuw - oud, verschilPct: pct })
  })

  it.each([
    [100, 3, 33],
    [101, 2, 51],
    [5, 0, null],
    [5, undefined, null],
  ])('%s cents for %s inhabitants is %s cents each', (nieuw, inwoners, each) => {
    expect(row(0, nieuw, inwoners)?.perInwonerCenten).toBe(each)
  })

  it('shows kernen that came and kernen that went', () => {
    const oud = [{ kern: 'bergen-binnen', bedragCenten: 10 }]
    const nieuw = [
      { kern: 'bergen-binnen-a', bedragCenten: 6 },
      { kern: 'bergen-binnen-b', bedragCenten: 4 },
    ]
    expect(compareVerdelingen(oud, nieuw).map(({ kern, verschilCenten }) => [kern, verschilCenten])).toEqual([
      ['bergen-binnen-a', 6],
      ['bergen-binnen-b', 4],
      ['bergen-binnen', -10],
    ])
  })
})

describe('canonical JSON', () => {
  it.each([
    [{ b: [1, 'x'], a: null }, '{"a":null,"b":[1,"x"]}'],
    [{ a: undefined, '\u20ac': 1, '1': true }, '{"1":true,"€":1}'],
    [[], '[]'],
    ['é"\n', '"é\\"\\n"'],
    [1e15, '1000000000000000'],
    [0.1, '0.1'],
    [-0, '0'],
  ])('of %j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, [undefined], () => 1])(
    'does not exist for %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )

  it('is JSON of the same value, whatever the order of the keys', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : value && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, member]) => [key, turned(member)]),
            )
          : value
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(JSON.stringify(JSON.parse(text))).toBe(
          JSON.stringify(JSON.parse(canonicalJson(turned(value)))),
        )
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 20_261_122, numRuns: 500 },
    )
  })
})
