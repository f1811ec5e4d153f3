import * as turf from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Area, buildKernIndex, type Polygonal } from '../../geodata/buildKernIndex.ts'
import { openKernIndex } from '../../geodata/kernIndex.ts'
import { makeOutline } from '../../geodata/outline.ts'
import { exactReference } from '../support/exactReference.ts'

type Position = [x: number, y: number]
type Buurt = GeoJSON.Polygon

/** Buurten in rows and columns whose corners lie anywhere near their place, shared with the neighbours to the bit. */
const buurten = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 4 }),
    moved: fc.array(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), {
      minLength: 25,
      maxLength: 25,
    }),
  })
  .map(({ columns, rows, moved }) => {
    const corner = (column: number, row: number): Position => {
      const [dx, dy] = moved[row * 5 + column]!
      return [4.6 + (column + dx / 1000) * 0.05, 52.6 + (row + dy / 1000) * 0.03]
    }
    return Array.from({ length: columns * rows }, (_, i): Buurt => {
      const [column, row] = [i % columns, Math.floor(i / columns)]
      const ring = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
      return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
    })
  })
/** Which of three kernen each buurt belongs to. */
const indeling = fc.array(fc.nat(2), { minLength: 16, maxLength: 16 })
const anywhere = fc.tuple(
  fc.double({ min: 4.55, max: 4.85, noNaN: true }),
  fc.double({ min: 52.55, max: 52.75, noNaN: true }),
)
const somewhere = fc.array(anywhere, { minLength: 20, maxLength: 20 })

const toKernen = (all: readonly Buurt[], kernOf: readonly number[]): Area[] =>
  [...new Set(all.map((_, i) => kernOf[i]!))].map((kern) => ({
    code: `kern-${kern}`,
    geometry: {
      type: 'MultiPolygon',
      coordinates: all.filter((_, i) => kernOf[i] === kern).map(({ coordinates }) => coordinates),
    },
  }))
const open = (areas: readonly Area[]) => openKernIndex(buildKernIndex(areas))
/** Corners and middles of edges, where rounding puts points on, beside and between borders. */
const onBorders = (all: readonly Buurt[]): Position[] =>
  all.flatMap(({ coordinates: [ring = []] }) =>
    ring.slice(1).flatMap(([x, y], i): Position[] => {
      const [fromX, fromY] = ring[i] as Position
      return [
        [x!, y!],
        [(x! + fromX) / 2, (y! + fromY) / 2],
      ]
    }),
  )

describe('kernen of buurten that share their borders', () => {
  test('have a point away from borders in the one buurt that turf finds, or in none', () => {
    fc.assert(
      fc.property(buurten, indeling, somewhere, (all, kernOf, points) => {
        const index = open(toKernen(all, kernOf))
        for (const [x, y] of points) {
          const inside = all.flatMap((buurt, i) =>
            turf.booleanPointInPolygon([x, y], buurt) ? [`kern-${kernOf[i]}`] : [],
          )
          expect(inside.length).toBeLessThanOrEqual(1)
          expect(index.findAll(x, y).map((k) => index.codes[k])).toEqual(inside)
          expect(index.codes[index.find(x, y)]).toBe(inside[0])
        }
      }),
    )
  })

  test('give every point, also on a border, the answer of the exact reference', () => {
    fc.assert(
      fc.property(buurten, indeling, (all, kernOf) => {
        const kernen = toKernen(all, kernOf)
        const index = open(kernen)
        const reference = exactReference(kernen)
        for (const [x, y] of onBorders(all)) expect(index.find(x, y)).toBe(reference(x, y)[0] ?? -1)
      }),
    )
  })

  test('are together the gemeente: a point is in a kern exactly when it is in the union', () => {
    fc.assert(
      fc.property(buurten, indeling, somewhere, (all, kernOf, points) => {
        const kernen = open(toKernen(all, kernOf))
        const union = makeOutline(all).geometry as Polygonal
        const gemeente = open([{ code: 'gemeente', geometry: union }])
        const corners = all.flatMap(({ coordinates: [ring = []] }) => ring as Position[])
        for (const [x, y] of [...points, ...corners])
          expect(kernen.find(x, y) >= 0).toBe(gemeente.find(x, y) >= 0)
      }),
    )
  })

  test('give the same answers and the same codes in any order', () => {
    fc.assert(
      fc.property(buurten, indeling, fc.nat(2), somewhere, (all, kernOf, turn, points) => {
        const kernen = toKernen(all, kernOf)
        const shuffled = [...kernen.slice(turn), ...kernen.slice(0, turn)].map(({ code, geometry }) => ({
          code,
          geometry: { ...geometry, coordinates: geometry.coordinates.toReversed() } as Polygonal,
        }))
        const [one, other] = [open(kernen), open(shuffled)]
        expect(other.codes).toEqual(one.codes)
        for (const [x, y] of [...points, ...onBorders(all)]) expect(other.find(x, y)).toBe(one.find(x, y))
      }),
    )
  })
})
