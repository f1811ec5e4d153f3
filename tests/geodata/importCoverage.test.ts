import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps, findOverlaps, type Gebied, unite } from '../../geodata/import/coverage.ts'
import { measure } from '../../geodata/import/measure.ts'
import { mendCoverage } from '../../geodata/import/mendCoverage.ts'
import { kindsIn, polygon, type Ring, square, squareBuurt } from './importBuilders.ts'

const gebied = (code: string, ...rings: Ring[]): Gebied => ({
  code,
  vlak: { type: 'Polygon', coordinates: rings },
})
const size = (vlak: GeoJSON.Polygon | GeoJSON.MultiPolygon) => measure(vlak).squareMeters
const total = (gebieden: readonly Gebied[]) => gebieden.reduce((sum, { vlak }) => sum + size(vlak), 0)

/** Nine squares in a ring of eight and one in the middle, of which `shape` stands for the middle. */
const around = (shape?: Ring): Gebied[] => {
  const cells = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ column, row })))
  return cells.flatMap(({ column, row }, i) => {
    const ring = column === 1 && row === 1 ? shape : square(column, row)
    return ring ? [gebied(`B${i}`, ring)] : []
  })
}
/** The middle square with its east border `degrees` to the west. */
const narrower = (degrees: number): Ring =>
  square(1, 1).map(([lon, lat]) => [lon! > 4.715 ? Number((lon! - degrees).toFixed(6)) : lon!, lat!])

describe('the size of a square of 0.01 degrees at 52.6 north', () => {
  test('is that of the WGS84 ellipsoid', () => {
    // 0.01 degree is 677.6 m along the parallel of 52.605 and 1,112.7 m along the meridian (NIMA TR8350.2).
    expect(size(gebied('a', square(0)).vlak) / 10_000).toBeCloseTo(75.4, 1)
  })
})

describe('overlaps', () => {
  test('are not found where areas share a border', () => {
    expect(findOverlaps(around(square(1, 1)))).toEqual([])
  })

  test('are measured per pair, lowest code first', () => {
    const [overlap, ...others] = findOverlaps([gebied('b', square(0.5)), gebied('a', square(0))])
    expect(others).toEqual([])
    expect(overlap).toMatchObject({ code: 'a', other: 'b' })
    expect(overlap!.squareMeters / size(gebied('a', square(0)).vlak)).toBeCloseTo(0.5, 4)
  })

  test('of parts of an area are all in one', () => {
    const two: Gebied = {
      code: 'b',
      vlak: { type: 'MultiPolygon', coordinates: [[square(0.5)], [square(5)]] },
    }
    expect(
      findOverlaps([gebied('a', square(0)), two, gebied('c', square(5))]).map(({ other }) => other),
    ).toEqual(['b', 'c'])
  })

  test('narrower than the rounding are noise', () => {
    const shifted = square(1).map(([lon, lat]) => [Number((lon! - 0.000001).toFixed(6)), lat!])
    expect(findOverlaps([gebied('a', square(0)), gebied('b', shifted)])).toEqual([])
  })
})

describe('gaps', () => {
  test('are holes in the whole, with their width', () => {
    const [gap, ...others] = findGaps(around(narrower(0.0004)))
    expect(others).toEqual([])
    // 0.0004 degree is 27.1 m.
    expect(gap!.width).toBeGreaterThan(24)
    expect(gap!.width).toBeLessThan(27.1)
    expect(gap!.squareMeters / 10_000).toBeCloseTo(3.0, 1)
  })

  test('are not found where a lake was left out', () => {
    expect(findGaps(around(), [gebied('water', narrower(0.0004))])).toEqual([])
    expect(findGaps(around(), [gebied('elders', square(7))])).toHaveLength(1)
  })

  test('open to the outside are not gaps', () => {
    expect(findGaps([gebied('a', square(0)), gebied('b', square(1.01))])).toEqual([])
  })

  test('are told apart: a sloppy border is a defect, a lake is not', () => {
    const squares = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ column, row })))
    const buurten = squares
      .filter(({ column, row }) => column !== 1 || row !== 1)
      .map(({ column, row }) => squareBuurt(10 * row + column, column, row))
    const middle = squareBuurt(11)
    expect(kindsIn(buurten)).toEqual({ opening: 1 })
    expect(kindsIn([...buurten, { ...middle, geometry: polygon(narrower(0.0004)) }])).toEqual({ gat: 1 })
    expect(kindsIn([...buurten, { ...middle, geometry: polygon(square(1, 1, 1.1)) }])).toMatchObject({
      overlap: 3,
    })
  })
})

describe('mending', () => {
  test('gives an overlap to the lowest code', () => {
    const [a, b] = mendCoverage([gebied('a', square(0)), gebied('b', square(0.5))], [])
    expect(a!.vlak).toEqual(gebied('a', square(0)).vlak)
    expect(size(b!.vlak) / size(gebied('b', square(0)).vlak)).toBeCloseTo(0.5, 3)
  })

  test('gives a gap to the neighbour with the longest border along it', () => {
    const mended = mendCoverage(around(narrower(0.0004)), [])
    const grown = mended.filter(({ vlak }, i) => size(vlak) > size(around(narrower(0.0004))[i]!.vlak) + 1)
    // Both long sides of the gap border one area: the middle or its eastern neighbour.
    expect(grown).toHaveLength(1)
    expect(['B4', 'B5']).toContain(grown[0]!.code)
    expect(total(mended)).toBeCloseTo(total(around(square(1, 1))), -1)
  })

  test('leaves what fits exactly as it is', () => {
    const gebieden = around(square(1, 1))
    expect(mendCoverage(gebieden, [])).toEqual(gebieden)
  })

  test('refuses an area that lies wholly in another', () => {
    expect(() => mendCoverage([gebied('a', square(0)), gebied('b', square(0.25, 0.25, 0.5))], [])).toThrow(
      'b ligt helemaal in a; er blijft geen vlak voor over.',
    )
  })

  test('always ends with areas that cover what was covered, once', () => {
    const shift = fc.integer({ min: -300, max: 300 }).map((millionths) => millionths / 1e6)
    fc.assert(
      fc.property(fc.array(fc.tuple(shift, shift), { minLength: 9, maxLength: 9 }), (shifts) => {
        const gebieden = around(square(1, 1)).map(({ code, vlak }, i): Gebied => {
          const ring = (vlak.coordinates as Ring[])[0]!
          const [dx, dy] = shifts[i]!
          return gebied(
            code,
            ring.map(([lon, lat]) => [Number((lon! + dx).toFixed(6)), Number((lat! + dy).toFixed(6))]),
          )
        })
        const mended = mendCoverage(gebieden, [])
        expect(findOverlaps(mended)).toEqual([])
        expect(findGaps(mended).filter(({ width }) => width < 50)).toEqual([])
        // Every point is in one area, so the sum is the whole; borders of some 20 km move by centimetres.
        expect(Math.abs(total(mended) - size(unite(mended)!))).toBeLessThan(1000)
        expect(total(mended)).toBeGreaterThan(size(unite(gebieden)!) - 1000)
      }),
      { numRuns: 20 },
    )
  })
})
