/** Points to look up, and changes to areas that make lookups go wrong. */
import type { Area } from '../../geodata/buildKernIndex.ts'
import { randomFrom } from './kernIndexAreas.ts'

export type Points = { xs: Float64Array; ys: Float64Array }
type Position = readonly [x: number, y: number]

/** Every edge as its two positions. */
export function listEdges(areas: readonly Area[]): [Position, Position][] {
  return areas.flatMap(({ geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    return rings.flatMap((ring) =>
      ring
        .slice(1)
        .map((to, i): [Position, Position] => [ring[i] as unknown as Position, to as unknown as Position]),
    )
  })
}

function extent(edges: [Position, Position][]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [[x, y]] of edges) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return { west, south, width: east - west, height: north - south }
}

/** The neighbour of a double, `step` representable values further from zero; beside zero, the smallest denormal. */
function nudge(value: number, step: number): number {
  if (value === 0) return step * Number.MIN_VALUE
  const double = new Float64Array([value])
  const bits = new BigInt64Array(double.buffer)
  bits[0]! += BigInt(step)
  return double[0]!
}

function toPoints(count: number, make: (i: number) => Position): Points {
  const points = { xs: new Float64Array(count), ys: new Float64Array(count) }
  for (let i = 0; i < count; i++) [points.xs[i], points.ys[i]] = make(i)
  return points
}

/** Evenly over the box of all areas. */
export function uniformPoints(areas: readonly Area[], count: number): Points {
  const { west, south, width, height } = extent(listEdges(areas))
  const random = randomFrom(1)
  return toPoints(count, () => [west + random() * width, south + random() * height])
}

/** Around fifty places, as meldingen lie in the streets of a kern. */
export function clusteredPoints(areas: readonly Area[], count: number): Points {
  const { west, south, width, height } = extent(listEdges(areas))
  const random = randomFrom(2)
  const centres = Array.from(
    { length: 50 },
    (): Position => [west + random() * width, south + random() * height],
  )
  const spread = () => (random() + random() - 1) * 0.02
  return toPoints(count, (i) => {
    const [x, y] = centres[i % centres.length]!
    return [x + spread() * width, y + spread() * height]
  })
}

/** Where lookups go wrong: ten kinds in turn, from even to one representable value beside an edge, and nonsense. */
export function awkwardPoints(areas: readonly Area[], count: number): Points {
  const edges = listEdges(areas)
  const { west, south, width, height } = extent(edges)
  const random = randomFrom(3)
  const ulp = () => Math.floor(random() * 3) - 1
  const anywhere = (): Position => [west + random() * width, south + random() * height]
  const nonsense: Position[] = [
    [NaN, south],
    [west, NaN],
    [Infinity, south],
    [west, -Infinity],
    [-0, 0],
  ]
  const kinds: ((a: Position, b: Position) => Position)[] = [
    anywhere,
    (a) => a,
    ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2],
    ([x, y]) => [nudge(x, ulp()), nudge(y, ulp())],
    ([ax, ay], [bx, by]) => [nudge((ax + bx) / 2, ulp()), nudge((ay + by) / 2, ulp())],
    ([, y]) => [west + random() * width, y],
    ([x]) => [x, south + random() * height],
    ([ax, ay], [bx, by]) => {
      const along = random()
      const off = (random() - 0.5) * 1e-4 * random()
      return [ax + along * (bx - ax) + off * width, ay + along * (by - ay) - off * height]
    },
    () => [west + (random() * 1.4 - 0.2) * width, south + (random() * 1.4 - 0.2) * height],
    () => (random() < 0.01 ? nonsense[Math.floor(random() * nonsense.length)]! : anywhere()),
  ]
  return toPoints(count, (i) => kinds[i % kinds.length]!(...edges[Math.floor(random() * edges.length)]!))
}

type Change = (areas: readonly Area[]) => Area[]
const eachRing =
  (change: (ring: Position[]) => Position[]): Change =>
  (areas) =>
    areas.map(({ code, geometry }) => {
      const rings = (polygon: readonly unknown[]) => polygon.map((ring) => change(ring as Position[]))
      return geometry.type === 'Polygon'
        ? { code, geometry: { type: 'Polygon', coordinates: rings(geometry.coordinates) } }
        : { code, geometry: { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) } }
    })
const eachPosition = (change: (position: Position) => Position) => eachRing((ring) => ring.map(change))
const rounded = (value: number, unit: number) => Math.round(value / unit) * unit

/** Areas as other files have them. RD is approximate here: its sizes matter, not its places. */
export const mutations: Record<string, Change> = {
  'zoals ze zijn': (areas) => [...areas],
  'ringen omgekeerd': eachRing((ring) => ring.toReversed()),
  'op 3 decimalen': eachPosition(([x, y]) => [rounded(x, 0.001), rounded(y, 0.001)]),
  'RD in millimeters': eachPosition(([x, y]) => [
    rounded((x - 3) * 68_000, 0.001),
    rounded((y - 49.5) * 111_000, 0.001),
  ]),
  'RD in hele meters': eachPosition(([x, y]) => [
    rounded((x - 3) * 68_000, 1),
    rounded((y - 49.5) * 111_000, 1),
  ]),
  'elk vlak dubbel': (areas) => [...areas, ...areas.map((area) => ({ ...area, code: `${area.code}-2` }))],
  'naar (0, 0) geschoven': (areas) => {
    const [west, south] = listEdges(areas)[0]![0]
    return eachPosition(([x, y]) => [x - west, y - south])(areas)
  },
}
