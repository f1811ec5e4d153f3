import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCrossing } from '../../geodata/import/crossing.ts'
import { measure, polygonsOf, windingOf } from '../../geodata/import/measure.ts'
import { toRd } from '../../geodata/import/rd.ts'
import { readGebieden } from '../../geodata/import/readGebieden.ts'
import { checkGebieden, describe as describeReport } from '../../geodata/import/report.ts'
import { Refusal } from '../../geodata/import/source.ts'
import { buurt, kindsIn, polygon, type Ring, sourceOf, square, squareBuurt } from './importBuilders.ts'

const good = square(0)
const hole = square(0.25, 0.25, 0.5)
const neighbour = squareBuurt(1)
const [southWest, southEast, northEast, northWest] = good as [number[], number[], number[], number[]]
const swap = (ring: Ring) => ring.map(([lon, lat]) => [lat!, lon!])

/** What is wrong → the geometry and what the check must say, and nothing else. */
const mendable: [string, unknown, Record<string, number>][] = [
  ['a ring that is not closed', polygon(good.slice(0, -1)), { 'open-ring': 1 }],
  ['a point that stands there twice', polygon([good[0]!, ...good]), { 'dubbel-punt': 1 }],
  ['an outer ring that turns clockwise', polygon(good.toReversed()), { draairichting: 1 }],
  ['a third coordinate', polygon(good.map((point) => [...point, 12.5])), { hoogte: 1 }],
  [
    'a hole of two points',
    polygon(good, [hole[0]!, hole[1]!, hole[0]!]),
    { 'kleine-ring': 1, zelfdoorsnijding: 1 },
  ],
  ['a spike', polygon([...good.slice(0, 3), [4.7, 52.62], ...good.slice(2)]), { zelfdoorsnijding: 1 }],
]

describe('a buurt with', () => {
  test.each(mendable)('%s is put right and said', (_, geometry, kinds) => {
    const features = [buurt(0, geometry), neighbour]
    expect(kindsIn(features)).toEqual(kinds)
    const { vlak } = readGebieden(sourceOf(features)).gebieden[0]!
    expect(measure(vlak).squareMeters).toBeCloseTo(measure(polygon(good) as GeoJSON.Polygon).squareMeters, 0)
    expect(windingOf(polygonsOf(vlak)[0]![0]!)).toBeGreaterThan(0)
  })

  test('a border like a bow tie becomes its two triangles', () => {
    const features = [
      buurt(0, polygon([southWest, northEast, southEast, northWest, southWest])),
      squareBuurt(2),
    ]
    expect(kindsIn(features)).toEqual({ zelfdoorsnijding: 1 })
    const { vlak } = readGebieden(sourceOf(features)).gebieden[0]!
    expect(vlak.type).toBe('MultiPolygon')
    const half = measure(polygon(good) as GeoJSON.Polygon).squareMeters / 2
    expect(measure(vlak).squareMeters / half).toBeCloseTo(1, 3)
  })

  test('a code that another has too is joined with it', () => {
    expect(kindsIn([squareBuurt(0), squareBuurt(0, 1)])).toEqual({ 'dubbele-code': 1 })
    const { gebieden } = readGebieden(sourceOf([squareBuurt(0), squareBuurt(0, 1), squareBuurt(0)]))
    expect(gebieden).toHaveLength(1)
    expect(measure(gebieden[0]!.vlak).squareMeters).toBeCloseTo(
      2 * measure(polygon(good) as GeoJSON.Polygon).squareMeters,
      -1,
    )
  })

  test('degrees in the wrong order is turned round', () => {
    const features = [buurt(0, polygon(swap(good))), buurt(1, polygon(swap(square(1))))]
    expect(kindsIn(features)).toEqual({ omgewisseld: 1 })
    expect(readGebieden(sourceOf(features)).gebieden[0]!.vlak).toEqual(polygon(good))
  })

  test('RD in the wrong order is turned round and converted', () => {
    const inRd = (ring: Ring) => swap(ring.map(([lon, lat]) => toRd(lon!, lat!)))
    const features = [buurt(0, polygon(inRd(good))), buurt(1, polygon(inRd(square(1))))]
    expect(kindsIn(features)).toEqual({ omgewisseld: 1 })
    expect(readGebieden(sourceOf(features)).gebieden[0]!.vlak).toEqual(polygon(good))
  })

  test('another coordinate system than the rest is converted', () => {
    const inRd = good.map(([lon, lat]) => toRd(lon!, lat!))
    const features = [buurt(0, polygon(inRd)), squareBuurt(1), squareBuurt(2)]
    expect(kindsIn(features)).toEqual({ 'gemengd-stelsel': 1 })
    expect(readGebieden(sourceOf(features)).gebieden[0]!.vlak).toEqual(polygon(good))
  })

  test('degrees in a file that says RD is read as degrees', () => {
    expect(kindsIn([squareBuurt(0), neighbour], 'urn:ogc:def:crs:EPSG::28992')).toEqual({
      'ander-stelsel': 1,
    })
  })
})

/** What cannot be put right → the geometry and the words of the report. */
const fatal: [string, unknown, string][] = [
  [
    'NaN',
    polygon([[4.7, Number.NaN], ...good]),
    'een coördinaat is geen getal: object 2 (BU03730100), [4.7,null]',
  ],
  [
    'an empty coordinate',
    polygon([[4.7, null], ...good]),
    'een coördinaat is geen getal: object 2 (BU03730100)',
  ],
  ['a text for a coordinate', polygon([['4.7', '52.6'], ...good]), 'een coördinaat is geen getal: object 2'],
  [
    'a point at 0, 0',
    polygon([[0, 0], ...good]),
    'een punt ligt niet in Nederland: object 2 (BU03730100), [0, 0]',
  ],
  ['RD among degrees', polygon([[108515, 520503], ...good]), 'punten in twee coördinaatstelsels: object 2'],
  ['no geometry', null, 'er is geen vlak: object 2 (BU03730100), de geometrie ontbreekt'],
  ['a line', { type: 'LineString', coordinates: good }, 'de geometrie is een LineString'],
  ['no rings', polygon(), 'de geometrie heeft geen punten'],
  ['three points', polygon([southWest, southEast, southWest]), 'er blijft geen vlak over'],
  ['coordinates that are no lists', { type: 'Polygon', coordinates: 'x' }, 'de geometrie heeft geen punten'],
]

describe('a buurt is named and refused for', () => {
  test.each(fatal)('%s', (_, geometry, words) => {
    const gelezen = readGebieden(sourceOf([neighbour, buurt(0, geometry)]))
    const findings = checkGebieden(gelezen)
    expect(gelezen.gebieden).toHaveLength(1)
    expect(describeReport(gelezen, findings, 'proef', false).join('\n')).toContain(words)
  })

  test.each([
    [{ buurtcode: null }, 'de kenmerken kloppen niet: object 2, er is geen buurtcode'],
    [{ buurtcode: '0373' }, 'de kenmerken kloppen niet: object 2, er is geen buurtcode'],
    [{ aantal_inwoners: -5 }, 'het aantal inwoners is -5'],
    [{ aantal_inwoners: 'veel' }, 'het aantal inwoners is veel'],
  ])('the facts %j', (properties, words) => {
    const gelezen = readGebieden(sourceOf([neighbour, buurt(0, polygon(good), properties)]))
    expect(describeReport(gelezen, gelezen.findings, 'proef', false).join('\n')).toContain(words)
  })
})

describe('a source is refused with', () => {
  test.each([
    ['no features', [], undefined, 'proef.json heeft geen gebieden in GM0373.'],
    [
      'other fields',
      [{ properties: { naam: 'x' }, geometry: null }],
      undefined,
      'geen veld met een buurtcode',
    ],
    [
      'another gemeente',
      [buurt(0, polygon(good), { gemeentecode: 'GM0001' })],
      undefined,
      'geen daarvan ligt in GM0373',
    ],
    ['Web Mercator', [neighbour], 'EPSG:3857', 'proef.json gebruikt het coördinaatstelsel EPSG:3857'],
  ])('%s', (_, features, crs, words) => {
    const read = () => readGebieden(sourceOf(features, crs), { gemeente: 'GM0373' })
    expect(read).toThrow(Refusal)
    expect(read).toThrow(words)
  })

  test('too many points, with both numbers', () => {
    const read = () => readGebieden(sourceOf([neighbour]), { max: { vertices: 4 } })
    expect(read).toThrow('proef.json heeft 5 punten; hoogstens 4 kan.')
  })
})

describe('a border', () => {
  /** In steps of a centimetre, so that rounding to 6 decimals folds it again and again. */
  test.each([
    [
      [31, 24],
      [46, 8],
      [23, 20],
      [50, 1],
    ],
    [
      ...[
        [144, 136],
        [191, 202],
        [107, 156],
        [122, 133],
      ],
      ...[
        [79, 65],
        [117, 152],
        [92, 79],
      ],
    ],
  ])('that rounding tangles is untangled: %j, …', (...points) => {
    const ring = [...points, points[0]!].map(([x, y]) => [4.7 + x! / 1e7, 52.6 + y! / 1e7])
    const { gebieden } = readGebieden(sourceOf([buurt(0, polygon(ring))]))
    expect(gebieden).toHaveLength(1)
    expect(findCrossing(gebieden[0]!.vlak)).toBeUndefined()
  })

  test('of random points crosses itself exactly when two of its edges properly cross', () => {
    const coordinate = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 4, maxLength: 6, selector: String }),
        (points) => {
          const ring = [...points, points[0]!]
          const edges = points.map((from, i) => [from, ring[i + 1]!] as const)
          const turn = ([ax, ay]: number[], [bx, by]: number[], [cx, cy]: number[]) =>
            Math.sign((bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!))
          const crosses = edges.some(([a, b], i) =>
            edges
              .slice(i + 1)
              .some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
          )
          const onOneLine = edges.some(([a, b], i) =>
            edges.slice(i + 1).some(([c, d]) => turn(a, b, c) === 0 && turn(a, b, d) === 0),
          )
          fc.pre(!onOneLine)
          expect(findCrossing({ type: 'Polygon', coordinates: [ring] }) !== undefined).toBe(crosses)
        },
      ),
    )
  })

  test('that touches itself in a point does not cross', () => {
    const touching = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0.5],
      [0, 4],
      [0, 0],
    ]
    expect(
      findCrossing({
        type: 'MultiPolygon',
        coordinates: [
          [touching],
          [
            [
              [4, 4],
              [5, 4],
              [5, 5],
              [4, 4],
            ],
          ],
        ],
      }),
    ).toBeUndefined()
  })
})
