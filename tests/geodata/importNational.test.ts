/** Whole-country files, dirty and clean. They are not in the repository; without them this is skipped. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findGaps, findOverlaps, unite } from '../../geodata/import/coverage.ts'
import { measure, polygonsOf, type Vlak, windingOf } from '../../geodata/import/measure.ts'
import { readSourceFile } from '../../geodata/import/readers/file.ts'
import { type Gebied, type Gelezen, readGebieden } from '../../geodata/import/readGebieden.ts'
import { checkGebieden } from '../../geodata/import/report.ts'

const shared = '../shared/geodata'
const read = (name: string) => readGebieden(readSourceFile(`${shared}/${name}.geojson.gz`))
const people = ({ gebieden }: Gelezen) => gebieden.reduce((sum, { inwoners }) => sum + (inwoners ?? 0), 0)
const areaOf = (gebieden: readonly Gebied[]) =>
  gebieden.reduce((sum, { vlak }) => sum + measure(vlak).squareMeters, 0)
/** In the plane of the coordinates: areas of kilometres and of slivers then add up to the last digit. */
const squareDegrees = (vlak: Vlak) =>
  polygonsOf(vlak)
    .flatMap((rings) => rings.map((ring, nth) => (Math.abs(windingOf(ring)) / 2) * (nth === 0 ? 1 : -1)))
    .reduce((sum, area) => sum + area, 0)
/** A province's worth, so that a test takes seconds: the areas that begin west of `lon` and south of `lat`. */
const southWest = (gebieden: readonly Gebied[], lon: number, lat: number) =>
  gebieden.filter(({ vlak }) => {
    const [x, y] = polygonsOf(vlak)[0]![0]![0]!
    return x! < lon && y! < lat
  })

describe.skipIf(!existsSync(shared))('the whole country', () => {
  test('in dirty wijken of 2024 has every inhabitant and its water apart', () => {
    const wijken = read('nl-wijken-2024')
    expect(wijken.soort).toBe('wijk')
    expect([wijken.gebieden.length, wijken.water.length]).toEqual([3393, 81])
    expect(people(wijken)).toBe(17_942_715)
    expect(areaOf(wijken.gebieden) / 1e10).toBeCloseTo(3.508, 2)
  })

  test('in postcodes of 2020 is read as areas', () => {
    const postcodes = read('nl-pc4-2020')
    expect(postcodes.soort).toBe('postcode')
    expect(postcodes.gebieden).toHaveLength(4067)
    expect(people(postcodes)).toBe(17_472_870)
    expect(postcodes.findings).toEqual([])
  })

  test.each(['nl-wijken-2024', 'nl-pc4-2020'])(
    'in %s overlaps by as much as its areas are larger than their union',
    (name) => {
      const some = southWest(read(name).gebieden, 4.6, 51.7)
      const overlap = findOverlaps(some).reduce((sum, { vlak }) => sum + squareDegrees(vlak), 0)
      const surplus =
        some.reduce((sum, { vlak }) => sum + squareDegrees(vlak), 0) - squareDegrees(unite(some)!)
      expect(some.length).toBeGreaterThan(150)
      expect(overlap).toBeGreaterThan(1e-5)
      // A place in three areas counts three times as a pair and twice as surplus.
      expect(overlap / surplus).toBeGreaterThan(0.98)
      expect(overlap / surplus).toBeLessThan(1.1)
      expect(findGaps(some).length).toBeGreaterThan(100)
    },
    120_000,
  )

  test('in clean wijken of 2022 has no overlap, and no gap but the enclaves of Baarle and small lakes', () => {
    const wijken = read('nl-wijken-2022-tmap')
    const some = { ...wijken, gebieden: southWest(wijken.gebieden, 4.6, 51.7) }
    const found = checkGebieden(some).filter(({ kind }) => kind !== 'dubbel-punt')
    expect(found.filter(({ kind }) => kind === 'overlap')).toEqual([])
    expect(found.filter(({ kind }) => kind === 'gat').length).toBeLessThan(5)
  }, 120_000)
})
