import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Area, buildKernIndex } from '../../geodata/buildKernIndex.ts'
import { openKernIndex } from '../../geodata/kernIndex.ts'
import { gemeenteA, generateAreas } from '../bench/kernIndexAreas.ts'
import { awkwardPoints, mutations } from '../bench/kernIndexPoints.ts'
import { exactReference } from '../support/exactReference.ts'

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = (code: string, ...rings: number[][][]): Area => ({
  code,
  geometry: { type: 'Polygon', coordinates: rings },
})
const open = (...areas: Area[]) => openKernIndex(buildKernIndex(areas))

describe('the border rule', () => {
  const left = polygon('a-links', square(0, 0, 1))
  const right = polygon('b-rechts', square(1, 0, 1))

  test.each([
    ['inside', 0.5, 0.5, 'a-links'],
    ['a shared border', 1, 0.5, 'a-links'],
    ['a shared corner', 1, 1, 'a-links'],
    ['an outer corner', 2, 1, 'b-rechts'],
    ['the southern edge', 1.5, 0, 'b-rechts'],
    ['the northern edge', 1.5, 1, 'b-rechts'],
    ['one representable value beyond the edge', 2 + 2 ** -51, 0.5, undefined],
    ['outside', 3, 3, undefined],
    ['not a number', Number.NaN, 0.5, undefined],
    ['infinity', 0.5, Number.POSITIVE_INFINITY, undefined],
  ])('gives the lowest code for %s', (_, x, y, code) => {
    const index = open(right, left)
    expect(index.codes[index.find(x, y)]).toBe(code)
  })

  test('compares codes by character, not by language', () => {
    const index = open(polygon('a', square(0, 0, 1)), polygon('B', square(0, 0, 1)))
    expect(index.codes).toEqual(['B', 'a'])
    expect(index.find(0.5, 0.5)).toBe(0)
  })

  test('leaves a lake out but counts its shore', () => {
    const index = open(polygon('land', square(0, 0, 4), square(1, 1, 2)))
    expect([index.find(2, 2), index.find(1, 2), index.find(0.5, 2)]).toEqual([-1, 0, 0])
  })

  test('gives an enclave to its own kern', () => {
    const enclave = square(1, 1, 2)
    const index = open(polygon('om', square(0, 0, 4), enclave), polygon('in', enclave))
    expect(index.codes[index.find(2, 2)]).toBe('in')
    expect(index.codes[index.find(0.5, 2)]).toBe('om')
  })

  test('keeps more than sixteen areas apart that cover the same point', () => {
    const areas = Array.from({ length: 40 }, (_, i) =>
      polygon(`k${String(i).padStart(2, '0')}`, square(i / 100, 0, 1)),
    )
    const index = open(...areas)
    expect(index.findAll(0.5, 0.5)).toHaveLength(40)
    expect(index.find(1.005, 0.5)).toBe(1)
    expect(index.find(1.385, 0.5)).toBe(39)
  })

  test('covers a polygon that collapsed to a line or a point there and nowhere else', () => {
    const index = open(
      polygon('lijn', [
        [0, 0],
        [2, 1],
        [0, 0],
      ]),
      polygon('punt', [
        [5, 5],
        [5, 5],
        [5, 5],
      ]),
    )
    expect([index.find(1, 0.5), index.find(1, 0.6), index.find(5, 5)]).toEqual([0, -1, 1])
  })

  test.each([
    ['both positions of two rings above each other', [[[3, 0]], [[3, 1]]], [3, 0], [3, 1]],
    ['both positions of two rings side by side', [[[3, 0]], [[4, 0]]], [3, 0], [4, 0]],
    ['both ends of an upright line', [[[3, 0], [3, 1]]], [3, 0], [3, 1]], // biome-ignore format: one case, one row
  ])('covers %s', (_, rings, one, other) => {
    const index = open(polygon('k', ...rings))
    expect([one, other].map(([x, y]) => index.find(x!, y!))).toEqual([0, 0])
    expect(index.find(one[0]!, 0.5)).toBe(rings.length === 1 ? 0 : -1)
  })

  test('stays exact where very many edges meet in one cell', () => {
    const tooth = (i: number) => [
      1e-9 * Math.cos(i) * (i % 2 ? 1 : 0.3),
      1e-9 * Math.sin(i) * (i % 2 ? 1 : 0.3),
    ]
    const areas = [
      polygon(
        'fijn',
        Array.from({ length: 3000 }, (__, i) => tooth(i / 477)),
      ),
      polygon('grof', square(-1, -1, 3)),
    ]
    const index = open(...areas)
    const reference = exactReference(areas)
    const { xs, ys } = awkwardPoints(areas, 3000)
    for (let i = 0; i < xs.length; i++) {
      const [x, y] = i % 2 ? [xs[i]!, ys[i]!] : [xs[i]! * 1e-9, ys[i]! * 1e-9]
      expect(index.find(x, y)).toBe(reference(x, y)[0] ?? -1)
    }
  })

  test('stays exact where products underflow', () => {
    const index = open(
      polygon('k', [
        [0, 0],
        [1, 0],
        [1, 2],
        [0, 0],
      ]),
    )
    expect(index.find(Number.MIN_VALUE, Number.MIN_VALUE)).toBe(0)
    expect(index.find(Number.MIN_VALUE, 3 * Number.MIN_VALUE)).toBe(-1)
  })
})

describe.each(Object.keys(mutations))('areas %s', (name) => {
  test('get the answers of the exact reference, one by one and in a batch', () => {
    const areas = mutations[name]!(generateAreas({ ...gemeenteA, halvings: 5 }))
    const index = open(...areas)
    const reference = exactReference(areas)
    const { xs, ys } = awkwardPoints(areas, 6000)
    const out = new Int32Array(xs.length)
    index.findMany(xs, ys, out)
    const expected = Array.from(xs, (x, i) => reference(x, ys[i]!)[0] ?? -1)
    expect(Array.from(out)).toEqual(expected)
    expect(Array.from(xs, (x, i) => index.find(x, ys[i]!))).toEqual(expected)
  })
})

/** Small whole numbers: many points on vertices, on edges, on lines through both. */
const whole = fc.integer({ min: 0, max: 6 })
const ring = fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 7 })
const anyArea = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
const anyAreas = fc
  .array(anyArea, { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map((coordinates, i): Area => ({ code: `k${i}`, geometry: { type: 'MultiPolygon', coordinates } })),
  )
const raster = Array.from({ length: 169 }, (_, i) => [(i % 13) / 2, Math.floor(i / 13) / 2] as const)
const answers = (areas: Area[]) => {
  const index = open(...areas)
  return raster.map(([x, y]) => index.codes[index.find(x, y)])
}

test('any rings, also ones that cross themselves, get the answers of the exact reference', () => {
  fc.assert(
    fc.property(anyAreas, (areas) => {
      const index = open(...areas)
      const reference = exactReference(areas)
      for (const [x, y] of raster) {
        expect(index.findAll(x, y)).toEqual(reference(x, y))
        expect(index.find(x, y)).toBe(reference(x, y)[0] ?? -1)
      }
    }),
  )
})

test('the direction of a ring, where it starts and the order of the areas change no answer', () => {
  fc.assert(
    fc.property(anyAreas, fc.nat(6), (areas, turn) => {
      const other = areas.toReversed().map(({ code, geometry }): Area => {
        const rings = (geometry.coordinates as number[][][][]).map((part) =>
          part.map((r) => [...r.slice(turn % r.length), ...r.slice(0, turn % r.length)].toReversed()),
        )
        return { code, geometry: { type: 'MultiPolygon', coordinates: rings } }
      })
      expect(answers(other)).toEqual(answers(areas))
    }),
  )
})

describe('the nearest area', () => {
  const index = open(polygon('oost', square(5, 52, 0.01)), polygon('west', square(4.97, 52, 0.01)))

  test('is the area itself at no distance for a point inside', () => {
    expect(index.nearest(5.005, 52.005, 0)).toEqual({ index: 0, meters: 0 })
  })

  test('is measured in metres on WGS84', () => {
    // 0.01 degree of longitude at 52.005° N, by GeographicLib.
    expect(index.nearest(5.02, 52.005, 1000)?.meters).toBeCloseTo(686.6, 0)
  })

  test('has the lowest code when two are as near', () => {
    const between = open(polygon('b', square(2, 0, 1)), polygon('a', square(0, 0, 1)))
    expect(between.codes[between.nearest(1.5, 0.5, 1e6)!.index]).toBe('a')
  })

  test('is absent beyond the distance asked', () => {
    expect(index.nearest(5.02, 52.005, 600)).toBeUndefined()
  })
})

describe('the file', () => {
  const bytes = buildKernIndex([polygon('k', square(0, 0, 1))])
  const changed = (at: number, value: number) => {
    const copy = bytes.slice()
    copy[at] = value
    return copy
  }

  test('is the same for the same areas', () => {
    expect(buildKernIndex([polygon('k', square(0, 0, 1))])).toEqual(bytes)
  })

  test('opens from bytes that start anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(openKernIndex(shifted.subarray(3)).find(0.5, 0.5)).toBe(0)
  })

  test.each([
    ['of another kind', changed(0, 1), 'Dit is geen kernindex.'],
    ['empty', new Uint8Array(0), 'Dit is geen kernindex.'],
    ['of another version', changed(4, 9), 'Deze kernindex heeft versie 9'],
    [
      'cut off',
      bytes.slice(0, -16),
      `De kernindex is ${bytes.length - 16} bytes; dat moeten er ${bytes.length} zijn.`,
    ],
    ['changed', changed(bytes.length - 12, 77), 'De kernindex is beschadigd'],
  ])('is refused when it is %s', (_, broken, message) => {
    expect(() => openKernIndex(broken)).toThrow(message)
  })

  test('is not made of coordinates that are no numbers', () => {
    expect(() =>
      buildKernIndex([
        polygon('groet', [
          [0, 0],
          [1, Number.NaN],
          [1, 1],
        ]),
      ]),
    ).toThrow('groet')
  })
})
