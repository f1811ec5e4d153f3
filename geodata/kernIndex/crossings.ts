/** How often a run of edges crosses the ray from a point to the west: the inner loop of every lookup. */
import { side } from './side.ts'

/** The answers of `crossings`: 0 for an even number, else these. `TOUCH`: the point lies on an edge. */
export const ODD = 1
export const TOUCH = 2

/**
 * Follows `count` edges from vertex `start` and counts how many cross the ray from (x, y) to the west. An edge
 * has the lower of its ys, not the higher, so a vertex on the ray counts once. `stands`: bit 0 the first vertex
 * and bit 1 the last has an imagined edge to the north, west of the point. Sums instead of branches, as whether
 * the next edge is crossed cannot be predicted; `exactly` sorts out the few near the line or its end. The bound is
 * that of `side.ts`, written out, as an imported constant is read anew for each edge; where the products differ in
 * sign, `left + right` is less than the sum of their sizes, but then nothing is in doubt.
 */
export function crossings(
  v: Float64Array,
  start: number,
  count: number,
  stands: number,
  x: number,
  y: number,
): number {
  let k = 2 * start
  const end = k + 2 * count
  let ax = v[k]! - x
  let ay = v[k + 1]! - y
  let above = +(ay > 0)
  let odd = stands & (1 - above)
  while (k < end) {
    k += 2
    const bx = v[k]! - x
    const by = v[k + 1]! - y
    const left = ay * bx
    const right = ax * by
    const turn = left - right
    const now = +(by > 0)
    if (!(Math.abs(turn) > 3.4e-16 * Math.abs(left + right) + 1e-300)) {
      const found = exactly(v, k, x, y)
      if (found === TOUCH) return TOUCH
      odd ^= found
    } else odd ^= (above ^ now) & (+(turn > 0) ^ now ^ 1)
    ax = bx
    ay = by
    above = now
  }
  return odd ^ ((stands >> 1) & (1 - above))
}

/** `crossings` of one edge, ending at `k`, whose line runs (nearly) through the point. */
function exactly(v: Float64Array, k: number, x: number, y: number): number {
  const ax = v[k - 2]!
  const ay = v[k - 1]!
  const bx = v[k]!
  const by = v[k + 1]!
  if (ax === x && ay === y) return TOUCH
  if (by > y !== ay > y) {
    const turn = side(ax, ay, bx, by, x, y)
    return turn === 0 ? TOUCH : +(turn > 0 === by > y)
  }
  return by === y && (bx === x || (ay === y && bx < x !== ax < x)) ? TOUCH : 0
}
