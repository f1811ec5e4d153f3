/**
 * The rule of the kern lookup written down plainly, to judge the fast one by: every ring of every polygon,
 * with `orient2d` of robust-predicates. Shares no code with `geodata/kernIndex.ts`.
 */
import { orient2d } from 'robust-predicates'

export type ReferenceArea = {
  code: string
  geometry:
    | { type: 'Polygon'; coordinates: readonly (readonly (readonly number[])[])[] }
    | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly (readonly number[])[])[])[] }
}

/** A power of two: multiplying by it is exact and keeps products of denormals from underflowing. */
const SCALE = 2 ** 400

type Polygon = { area: number; box: number[]; rings: Float64Array[] }

/** Makes the function (x, y) → every index of a covering area, in the order of the codes. */
export function exactReference(areas: readonly ReferenceArea[]): (x: number, y: number) => number[] {
  const codes = [...new Set(areas.map(({ code }) => code))].sort()
  const polygons: Polygon[] = areas.flatMap(({ code, geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => {
      const points = rings.flat()
      const xs = points.map((p) => p[0]!)
      const ys = points.map((p) => p[1]!)
      const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
      const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity)
      return {
        area: codes.indexOf(code),
        box: [least(xs), least(ys), most(xs), most(ys)],
        rings: rings.map((ring) =>
          Float64Array.from([...ring, ring[0]!].flatMap((p) => [p[0]! * SCALE, p[1]! * SCALE])),
        ),
      }
    }),
  )
  return (x, y) => {
    const found = new Set<number>()
    for (const { area, box, rings } of polygons) {
      const near = x >= box[0]! && x <= box[2]! && y >= box[1]! && y <= box[3]!
      if (near && covers(rings, x * SCALE, y * SCALE)) found.add(area)
    }
    return [...found].sort((a, b) => a - b)
  }
}

function covers(rings: Float64Array[], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const ax = ring[i]!
      const ay = ring[i + 1]!
      const bx = ring[i + 2]!
      const by = ring[i + 3]!
      if ((ay < y && by < y) || (ay > y && by > y)) continue
      const turn = orient2d(ax, ay, bx, by, x, y)
      if (turn === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return true
      // The lower end belongs to the edge, the upper does not: a ring through (x', y) counts once.
      if (ay <= y && by > y && turn > 0) inside = !inside
      if (by <= y && ay > y && turn < 0) inside = !inside
    }
  }
  return inside
}
