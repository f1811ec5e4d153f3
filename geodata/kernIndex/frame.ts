/** How the plane is cut into cells: one monotone expression per axis, for points, vertices and cells alike. */
import type { Arcs } from './arcs.ts'
import { FINE_BITS } from './layout.ts'

/** Rows of more cells than this could have more cells near edges than 16 bits can number. */
const MOST_COLUMNS = 2 ** 15 - 2

/** Cells of the first level for a number of edges: many while the grid fits in a cache, few where bytes count. */
const countCells = (edges: number) => Math.round(1.5 * edges + 5000 * edges ** 0.3)

/**
 * The `frame` section. A coordinate becomes a finest cell by `((x - west) * perX) | 0`; its upper bits, from
 * `FINE_BITS`, are the column. A frame without width or height has one column or row.
 */
export function frameOf(bounds: Float64Array, { vertices, start }: Arcs): Float64Array {
  const [west, south, east, north] = extent(bounds)
  const edges = vertices.length / 2 - (start.length - 1)
  const cells = countCells(edges)
  // Cells as much wider than high as edges run wide rather than high: then as few as can be are touched.
  const ratio = ((east - west) * span(vertices, 1)) / ((north - south) * span(vertices, 0))
  const columns = limited(Math.sqrt(cells * ratio), cells)
  const rows = limited(cells / columns, cells)
  return Float64Array.of(
    west,
    south,
    east,
    north,
    scale(columns, east - west),
    scale(rows, north - south),
    columns,
    rows,
  )
}

function extent(bounds: Float64Array): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < bounds.length; i += 4) {
    west = Math.min(west, bounds[i]!)
    south = Math.min(south, bounds[i + 1]!)
    east = Math.max(east, bounds[i + 2]!)
    north = Math.max(north, bounds[i + 3]!)
  }
  return [west, south, east, north]
}

/** How far all edges together run along x (axis 0) or y (axis 1); jumps between arcs are few and count too. */
function span(vertices: Float64Array, axis: number): number {
  let sum = 0
  for (let i = axis; i < vertices.length - 2; i += 2) sum += Math.abs(vertices[i + 2]! - vertices[i]!)
  return sum
}

const limited = (count: number, most: number) =>
  Math.max(1, Math.min(Math.round(count) || 1, most, MOST_COLUMNS))

/** Finest cells per unit, a hair less than fits, so that the last coordinate falls in the last cell. */
function scale(count: number, width: number): number {
  const perUnit = (count * 2 ** FINE_BITS * (1 - 2 ** -40)) / width
  return width > 0 && Number.isFinite(perUnit) ? perUnit : 0
}
