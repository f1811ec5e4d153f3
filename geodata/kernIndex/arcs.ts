/**
 * Polygons → arcs: every border once, with the parts on both sides of it.
 *
 * A *part* is one polygon of an area (a Polygon has one, a MultiPolygon some). A *vertex* is a distinct
 * position; an *edge* a distinct pair of vertices with at most two owners (parts whose ring uses it); an
 * *arc* a run of edges with the same owners. Equality is equality of doubles: no snapping. Where more than
 * two rings use an edge (overlapping files, doubled features, spikes) it stands there once per two owners;
 * crossings of coinciding edges then add up as the rings do.
 */

import { Edges, NONE, Points } from './distinct.ts'

export type Area = { code: string; geometry: Polygonal }
/** GeoJSON Polygon or MultiPolygon; x, y in any unit (lon, lat in degrees for kernen). */
export type Polygonal =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }
type Ring = readonly (readonly number[])[]

export type Arcs = {
  codes: string[]
  /** Area (index in `codes`) of each part. */
  partArea: Uint32Array
  /** x, y per vertex, arc after arc; neighbours in an arc share no storage with other arcs. */
  vertices: Float64Array
  /** First vertex of each arc, and one past the end. */
  start: Uint32Array
  /** Two parts per arc, the second may be `NONE`. */
  owners: Int32Array
}

/**
 * Codes ascending in UTF-16 code units; areas with the same code are one. Rings may be open or closed and
 * turn either way; repeated positions are skipped.
 *
 * @throws Error naming the code when a coordinate is not a finite number
 */
export function toArcs(areas: readonly Area[]): Arcs {
  const codes = [...new Set(areas.map((area) => area.code))].sort((a, b) => (a < b ? -1 : 1))
  const rank = new Map(codes.map((code, i) => [code, i]))
  const sorted = areas.toSorted((a, b) => rank.get(a.code)! - rank.get(b.code)!)
  const partArea: number[] = []
  const rings: { part: number; code: string; ring: Ring }[] = []
  for (const { code, geometry } of sorted) {
    for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      for (const ring of polygon) rings.push({ part: partArea.length, code, ring })
      partArea.push(rank.get(code)!)
    }
  }
  return { codes, partArea: Uint32Array.from(partArea), ...joinEdges(rings) }
}

function joinEdges(rings: { part: number; code: string; ring: Ring }[]) {
  const positions = rings.reduce((sum, { ring }) => sum + ring.length + 1, 0)
  const points = new Points(positions)
  const edges = new Edges(positions)
  const walk = new Int32Array(positions)
  let walked = 0
  for (const { part, code, ring } of rings) {
    let first = NONE
    let from = NONE
    const before = walked
    for (const position of ring) {
      const to = points.add(position[0]!, position[1]!)
      if (to === NONE) throw new Error(`Het vlak van ${code} heeft een coördinaat die geen getal is.`)
      if (first === NONE) first = to
      else if (to !== from) walk[walked++] = edges.add(from, to, part)
      from = to
    }
    if (first === NONE) continue
    // Closes an open ring; a ring of one position stays as an edge of length zero, so that it covers itself.
    if (from !== first) walk[walked++] = edges.add(from, first, part)
    else if (walked === before) walk[walked++] = edges.add(first, first, part)
  }
  return chain(points, edges, walk.subarray(0, walked))
}

/** Strings edges together in the order in which the rings first used them. */
function chain(points: Points, edges: Edges, walk: Int32Array) {
  const vertices = new Float64Array(4 * edges.count)
  const start = new Uint32Array(edges.count + 1)
  const owners = new Int32Array(2 * edges.count)
  let arcs = 0
  let end = 0
  let last = NONE
  const put = (point: number) => {
    vertices[2 * end] = points.x[point]!
    vertices[2 * end + 1] = points.y[point]!
    end++
  }
  for (let i = 0; i < walk.length; i++) {
    const edge = walk[i]!
    if (edge < 0) {
      last = NONE
      continue
    }
    const one = edges.owner[2 * edge]!
    const two = edges.owner[2 * edge + 1]!
    const joined =
      last !== NONE &&
      edges.to[last] === edges.from[edge] &&
      owners[2 * arcs - 2] === one &&
      owners[2 * arcs - 1] === two
    if (!joined) {
      start[arcs] = end
      owners[2 * arcs] = one
      owners[2 * arcs + 1] = two
      arcs++
      put(edges.from[edge]!)
    }
    put(edges.to[edge]!)
    last = edge
  }
  start[arcs] = end
  return {
    vertices: vertices.subarray(0, 2 * end),
    start: start.subarray(0, arcs + 1),
    owners: owners.subarray(0, 2 * arcs),
  }
}
