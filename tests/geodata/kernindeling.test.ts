import * as turf from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Snede } from '../../functions/contract/kernindeling.ts'
import { Problem } from '../../functions/contract/problem.ts'
import type { Gebouwd } from '../../functions/domain/kernindeling/ports.ts'
import { openKernIndex } from '../../geodata/kernIndex.ts'
import { cutBuurten, type Stuk } from '../../geodata/kernindeling/cutBuurten.ts'
import { kernVanPlaats, openGebouwd } from '../../geodata/kernindeling/indelingen.ts'
import type { Vlak } from '../../geodata/outline.ts'
import {
  buurten,
  indelingen,
  makeOntwerp,
  ringBuurt,
  ringSnede,
  steenbergen,
  welbergBuurt,
  withoutWelberg,
  withSnede,
} from '../support/ontwerpen.ts'

const vlakken = new Map(buurten.map(({ code, geometrie }) => [code, geometrie as Vlak]))
const [west, south, east, north] = steenbergen.kaart.bbox
const cut = (snede: Partial<Snede>): Stuk[] =>
  cutBuurten(vlakken, [{ ...ringSnede, ...snede }], (code) => code)
const part = (stukken: Stuk[], buurtcode: string, kant?: 'links' | 'rechts'): Vlak =>
  stukken.find((stuk) => stuk.buurtcode === buurtcode && stuk.kant === kant)!.vlak
const pointsOf = (vlak: Vlak): number[][] => turf.coordAll(vlak)
const boxOf = (code: string) => turf.bbox(vlakken.get(code)!) as [number, number, number, number]

/** Square degrees in the plane, in which lines are straight: a vertex on an edge changes nothing. */
const planeArea = (vlak: Vlak): number =>
  (vlak.type === 'Polygon' ? [vlak.coordinates] : vlak.coordinates)
    .flatMap((rings) =>
      rings.map((ring, hole) => {
        const twice = ring.reduce((sum, [x, y], i) => {
          const [nextX, nextY] = ring[(i + 1) % ring.length]!
          return sum + (x! - 4) * (nextY! - 51) - (nextX! - 4) * (y! - 51)
        }, 0)
        return (hole === 0 ? 0.5 : -0.5) * Math.abs(twice)
      }),
    )
    .reduce((sum, area) => sum + area, 0)

/** Across the middle of a buurt, from a random side. */
const lineThrough = (code: string, angle: number): [number, number][] => {
  const [w, s, e, n] = boxOf(code)
  const [x, y, reach] = [(w + e) / 2, (s + n) / 2, Math.hypot(e - w, n - s)]
  const at = (sign: number): [number, number] => [
    x + sign * reach * Math.cos(angle),
    y + sign * reach * Math.sin(angle),
  ]
  return [at(-1), at(1)]
}

describe('cutting a buurt', () => {
  test('makes two parts that are the buurt together, with the left one left of the line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...buurten.map(({ code }) => code)), fc.nat(3599), (buurtcode, tenths) => {
        const lijn = lineThrough(buurtcode, (tenths * Math.PI) / 1800)
        const stukken = cut({ buurtcode, lijn })
        const [links, rechts] = [part(stukken, buurtcode, 'links'), part(stukken, buurtcode, 'rechts')]
        expect((planeArea(links) + planeArea(rechts)) / planeArea(vlakken.get(buurtcode)!)).toBeCloseTo(1, 9)
        const side = ([x, y]: number[]) => {
          const [[ax, ay], [bx, by]] = lijn as [[number, number], [number, number]]
          return ((bx - ax) * (y! - ay) - (by - ay) * (x! - ax)) / Math.hypot(bx - ax, by - ay)
        }
        expect(Math.min(...pointsOf(links).map(side))).toBeGreaterThan(-1e-9)
        expect(Math.max(...pointsOf(rechts).map(side))).toBeLessThan(1e-9)
      }),
      { numRuns: 150 },
    )
  })

  test('runs on straight when the line ends inside, and follows its bends', () => {
    const [w, s, e, n] = boxOf(welbergBuurt)
    const [x, y] = turf.pointOnFeature(vlakken.get(welbergBuurt)!).geometry.coordinates as [number, number]
    const inside: [number, number][] = [
      [x - (e - w) / 100, y],
      [x, y + (n - s) / 200],
      [x + (e - w) / 100, y],
    ]
    const stukken = cut({ buurtcode: welbergBuurt, lijn: inside })
    const shared = (a: number[][], b: number[][]) =>
      a.filter(([lon, lat]) => b.some((p) => p[0] === lon && p[1] === lat))
    const both = shared(
      pointsOf(part(stukken, welbergBuurt, 'links')),
      pointsOf(part(stukken, welbergBuurt, 'rechts')),
    )
    expect(both).toEqual(expect.arrayContaining(inside))
  })

  test('puts the new vertices in the neighbours too, to the last bit', () => {
    const stukken = cut({})
    const old = new Set(pointsOf(vlakken.get(ringBuurt)!).map(String))
    const edge = new Set(ringSnede.lijn.map(String))
    const fresh = pointsOf(part(stukken, ringBuurt, 'links'))
      .map(String)
      .filter((each) => !old.has(each) && !edge.has(each))
    const others = new Set(
      stukken.filter(({ kant }) => !kant).flatMap(({ vlak }) => pointsOf(vlak).map(String)),
    )
    const rechts = new Set(pointsOf(part(stukken, ringBuurt, 'rechts')).map(String))
    // The polders surround a village: in and out, twice.
    expect(new Set(fresh).size).toBe(4)
    expect(fresh.filter((each) => !rechts.has(each))).toEqual([])
    expect(fresh.filter((each) => others.has(each)).length).toBeGreaterThanOrEqual(2)
  })

  test.each<[string, [number, number][]]>([
    [
      'beside the buurt',
      [
        [4, 51],
        [4.1, 51],
      ],
    ],
    [
      'that is one point',
      [
        [4.33, 51.575],
        [4.33, 51.575],
      ],
    ],
    [
      'that crosses itself',
      [
        [4.3, 51.5],
        [4.4, 51.6],
        [4.4, 51.5],
        [4.3, 51.6],
      ],
    ],
    [
      'that comes back to itself',
      [
        [4.3, 51.57],
        [4.4, 51.57],
        [4.35, 51.6],
        [4.35, 51.57],
      ],
    ],
    [
      'that runs back over itself',
      [
        [4.3, 51.57],
        [4.4, 51.57],
        [4.3, 51.57],
      ],
    ],
  ])('with a line %s is refused with a sentence', (_name, lijn) => {
    const refused = () => cut({ buurtcode: welbergBuurt, lijn })
    expect(refused).toThrow(Problem)
    expect(refused).toThrow(`De lijn verdeelt de buurt ${welbergBuurt} niet in tweeën.`)
  })
})

test('an index that an earlier release stored is built again', async () => {
  const gebouwd = await indelingen.build(withSnede())
  const index = gebouwd.index.slice()
  index[4] = 1
  expect(() => openKernIndex(index)).toThrow('versie 1')
  const [lon, lat] = gebouwd.kernen[0]!.labelPunt
  expect(kernVanPlaats(openGebouwd({ ...gebouwd, index }))([lon, lat])).toEqual({
    kern: gebouwd.kernen[0]!.code,
    herkomst: 'binnen',
  })
})

const kernAt = ({ index }: Gebouwd) => {
  const opened = openKernIndex(index)
  return (lon: number, lat: number) => opened.codes[opened.find(lon, lat)]
}
const areaSum = ({ kernen }: Gebouwd) =>
  kernen.reduce((sum, { geometrie }) => sum + planeArea(geometrie as Vlak), 0)
const whole = [...vlakken.values()].reduce((sum, vlak) => sum + planeArea(vlak), 0)

describe('building a draft', () => {
  test('of version 1 gives the kernen, figures and answers of the files', async () => {
    const built = await indelingen.build(makeOntwerp())
    const shown = ({ code, inwoners, inwonersMethode, oppervlakteHa }: (typeof built.kernen)[number]) => ({
      code,
      inwoners,
      inwonersMethode,
      oppervlakteHa,
    })
    expect(built.kernen.map(shown)).toEqual(steenbergen.kernen.map(shown))
    const now = kernAt(built)
    fc.assert(
      fc.property(
        fc.double({ min: west, max: east, noNaN: true }),
        fc.double({ min: south, max: north, noNaN: true }),
        (lon, lat) => {
          const place = steenbergen.findKern(lon, lat)
          expect(now(lon, lat)).toBe(place.soort === 'binnen' ? place.kern : undefined)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('covers the gemeente once: no gap and no overlap along a cut', async () => {
    const built = await indelingen.build(withSnede())
    expect(areaSum(built) / whole).toBeCloseTo(1, 9)
    const before = kernAt(await indelingen.build(makeOntwerp()))
    const now = kernAt(built)
    const [w, s, e, n] = boxOf(ringBuurt)
    fc.assert(
      fc.property(
        fc.double({ min: w, max: e, noNaN: true }),
        fc.double({ min: s, max: n, noNaN: true }),
        (lon, lat) => {
          const was = before(lon, lat)
          const is = now(lon, lat)
          const insideRing = turf.booleanPointInPolygon([lon, lat], vlakken.get(ringBuurt)!)
          const [[ax, ay], [bx, by]] = ringSnede.lijn as [[number, number], [number, number]]
          const left = (bx - ax) * (lat - ay) - (by - ay) * (lon - ax) > 0
          expect(is).toBe(insideRing ? (left ? 'kruisland' : 'steenbergen') : was)
        },
      ),
      { numRuns: 2000 },
    )
    expect(built.kernen.find(({ code }) => code === 'kruisland')?.delen).toEqual([ringBuurt])
  })

  test('keeps every inhabitant when buurten move', async () => {
    for (const ontwerp of [withoutWelberg(), withSnede()]) {
      const { kernen } = await indelingen.build(ontwerp)
      expect(kernen.reduce((sum, { inwoners }) => sum + inwoners, 0)).toBe(24_465)
    }
  })

  test('leaves out what was left out, and kernen without buurten', async () => {
    const ontwerp = withoutWelberg()
    const [first, ...rest] = ontwerp.kernen
    const without = {
      ...ontwerp,
      kernen: [
        { ...first!, buurtcodes: first!.buurtcodes.filter((code) => code !== welbergBuurt) },
        ...rest,
        { code: 'leeg', naam: 'Leeg', buurtcodes: [] },
      ],
      weggelaten: [welbergBuurt],
    }
    const built = await indelingen.build(without)
    expect(built.kernen.map(({ code }) => code)).not.toContain('leeg')
    expect((areaSum(built) + planeArea(vlakken.get(welbergBuurt)!)) / whole).toBeCloseTo(1, 9)
  })
})

describe('comparing two drafts', () => {
  test('names what moves, whole and in part', async () => {
    expect(await indelingen.compare(makeOntwerp(), withoutWelberg())).toEqual([
      { buurtcode: welbergBuurt, van: 'welberg', naar: 'steenbergen', aandeel: 1 },
    ])
    const parts = await indelingen.compare(makeOntwerp(), withSnede())
    expect(parts.map(({ buurtcode, van, naar }) => [buurtcode, van, naar])).toEqual([
      [ringBuurt, 'kruisland', 'kruisland'],
      [ringBuurt, 'kruisland', 'steenbergen'],
    ])
    expect(parts.reduce((sum, { aandeel }) => sum + aandeel, 0)).toBeCloseTo(1, 9)
    expect(await indelingen.compare(withSnede(), withSnede())).toEqual([])
  })

  test('of a buurt that both cut takes the pieces that differ', async () => {
    const other = withSnede({
      ...ringSnede,
      lijn: [
        [4.3, 51.57],
        [4.5, 51.59],
      ],
    })
    const parts = await indelingen.compare(withSnede(), other)
    expect(parts.map(({ van, naar }) => `${van} ${naar}`).sort()).toEqual([
      'kruisland kruisland',
      'kruisland steenbergen',
      'steenbergen steenbergen',
    ])
  })
})
