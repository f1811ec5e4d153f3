/** Does a border cross itself? Exact, and quick on long borders. */
import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import { polygonsOf, type Ring, type Vlak } from './measure.ts'

type Edge = readonly [ax: number, ay: number, bx: number, by: number]

/**
 * A place where two edges of `vlak` cross, or lie on each other over a length (spikes, doubled borders): the start
 * of one of the two. Undefined when there is none. Rings that touch in a point do not cross.
 *
 * The orientation of three points is exact (Shewchuk, 1997), so no tolerance decides; an R-tree keeps a border
 * of 100,000 vertices within a second.
 */
export function findCrossing(vlak: Vlak): [number, number] | undefined {
  const edges = polygonsOf(vlak).flat().flatMap(toEdges)
  if (edges.length < 2) return undefined
  const index = new Flatbush(edges.length)
  for (const [ax, ay, bx, by] of edges) {
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  index.finish()
  for (const [i, one] of edges.entries()) {
    const [ax, ay, bx, by] = one
    const near = index.search(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (j) => j > i && meet(one, edges[j]!),
    )
    if (near.length > 0) return [ax, ay]
  }
}

const toEdges = (ring: Ring): Edge[] =>
  ring.slice(1).flatMap((to, i) => {
    const from = ring[i]!
    return from[0] === to[0] && from[1] === to[1] ? [] : [[from[0]!, from[1]!, to[0]!, to[1]!] as const]
  })

function meet([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): boolean {
  const c = orient2d(ax, ay, bx, by, cx, cy)
  const d = orient2d(ax, ay, bx, by, dx, dy)
  if (c === 0 && d === 0) {
    // On one line: do they share more than a point? Compare along the axis on which the first is longest.
    const [a, b, from, to] = Math.abs(bx - ax) >= Math.abs(by - ay) ? [ax, bx, cx, dx] : [ay, by, cy, dy]
    return Math.max(Math.min(a, b), Math.min(from, to)) < Math.min(Math.max(a, b), Math.max(from, to))
  }
  const opposite = (p: number, q: number) => (p > 0 && q < 0) || (p < 0 && q > 0)
  return opposite(c, d) && opposite(orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by))
}
