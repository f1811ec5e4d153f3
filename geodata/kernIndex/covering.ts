/**
 * Which parts cover a point, from the few edges near it.
 *
 * Take the edges that touch a cell, in *chains* of neighbours, and let H(p) be the parts whose chains cross the
 * ray from p to the west an odd number of times. Moving p inside the cell, the covering parts M(p) change only
 * where p crosses a chain, and there H(p) changes alike. H also jumps where p passes the height of a chain's end
 * that lies to the west: such an end gets a *stand*, an imagined edge from it straight north, which undoes the
 * jump. So M(p) xor H(p), the *base*, is the same everywhere in the cell, and is computed once. Coordinates are
 * the original doubles, and cells of points and of ends come from one monotone expression, so "west of the cell"
 * and "passes the height" have no rounding.
 */
import type { Arcs } from './arcs.ts'
import { NONE } from './distinct.ts'
import { side } from './side.ts'

/** A cell of 2^shift finest cells, whose south-western corner is finest cell (x, y). */
export type Cell = { x: number; y: number; shift: number }
/** Neighbouring edges: first vertex, number of edges, arc; `stands` as in `crossings` of `kernIndex.ts`. */
export type Chain = { vertex: number; count: number; arc: number; stands: number }
/** Covering parts as a function of the point: those of `base`, changed by each chain crossed. Ascending. */
export type Near = { base: number[]; chains: Chain[] }

export class Covering {
  readonly #arcs: Arcs
  readonly #frame: Float64Array
  /** Arc of each vertex. */
  readonly #arcOf: Int32Array

  constructor(arcs: Arcs, frame: Float64Array) {
    this.#arcs = arcs
    this.#frame = frame
    this.#arcOf = new Int32Array(arcs.vertices.length / 2)
    for (let arc = 0; arc < arcs.start.length - 1; arc++) {
      this.#arcOf.fill(arc, arcs.start[arc], arcs.start[arc + 1])
    }
  }

  /** Parts with one of these edges, ascending. */
  touched(edges: Int32Array): number[] {
    const { owners } = this.#arcs
    const parts: number[] = []
    let last = NONE
    for (let i = 0; i < edges.length; i++) {
      const arc = this.#arcOf[edges[i]!]!
      if (arc === last) continue
      last = arc
      insert(parts, owners[2 * arc]!)
      if (owners[2 * arc + 1] !== NONE) insert(parts, owners[2 * arc + 1]!)
    }
    return parts
  }

  /**
   * What a cell needs to know of its parts up to `whole`: neighbouring edges as chains, with a stand at each end
   * in the row of the cell but west of it, and the base that makes the parts at (x, y) those of `covering`.
   */
  near(edges: Int32Array, whole: number, covering: number[], cell: Cell, x: number, y: number): Near {
    const { owners } = this.#arcs
    const chains: Chain[] = []
    let last: Chain | undefined
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!
      const arc = this.#arcOf[edge]!
      if (last && last.arc === arc && last.vertex + last.count === edge) last.count++
      else if (owners[2 * arc]! < whole) {
        last = { vertex: edge, count: 1, arc, stands: 0 }
        chains.push(last)
      }
    }
    for (const chain of chains) {
      if (this.#stands(chain.vertex, cell)) chain.stands |= 1
      if (this.#stands(chain.vertex + chain.count, cell)) chain.stands |= 2
    }
    const near = { base: covering.filter((part) => part <= whole), chains }
    near.base = this.coveringAt(near, x, y)
    return near
  }

  #stands(vertex: number, { x, y, shift }: Cell): boolean {
    return this.#fineY(vertex) >> shift === y >> shift && this.#fineX(vertex) >> shift < x >> shift
  }

  #fineX(vertex: number): number {
    return ((this.#arcs.vertices[2 * vertex]! - this.#frame[0]!) * this.#frame[4]!) | 0
  }

  #fineY(vertex: number): number {
    return ((this.#arcs.vertices[2 * vertex + 1]! - this.#frame[1]!) * this.#frame[5]!) | 0
  }

  /** M(p) = base xor H(p); with M as base it gives the base, as xor undoes itself. */
  coveringAt({ base, chains }: Near, x: number, y: number): number[] {
    const { owners, vertices } = this.#arcs
    const covering = base.slice()
    for (const { vertex, count, arc, stands } of chains) {
      let odd = false
      for (let i = vertex; i < vertex + count; i++) if (this.#crosses(i, x, y)) odd = !odd
      if (stands & 1 && !(vertices[2 * vertex + 1]! > y)) odd = !odd
      if (stands & 2 && !(vertices[2 * (vertex + count) + 1]! > y)) odd = !odd
      if (odd) toggle(covering, owners, arc)
    }
    return covering
  }

  /** Changes the parts that cover (fromX, y) into those that cover (toX, y); all edges between are given. */
  moveEast(edges: Int32Array, covering: number[], fromX: number, toX: number, y: number): void {
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!
      if (this.#crosses(edge, toX, y) && (fromX === -Infinity || !this.#crosses(edge, fromX, y))) {
        toggle(covering, this.#arcs.owners, this.#arcOf[edge]!)
      }
    }
  }

  #crosses(edge: number, x: number, y: number): boolean {
    const v = this.#arcs.vertices
    const ay = v[2 * edge + 1]!
    const by = v[2 * edge + 3]!
    if (by > y === ay > y) return false
    const turn = side(v[2 * edge]!, ay, v[2 * edge + 2]!, by, x, y)
    return by > y ? turn > 0 : turn < 0
  }
}

/** Takes the owners of an arc out of a sorted set of parts, or puts them in. */
function toggle(parts: number[], owners: Int32Array, arc: number): void {
  for (let k = 2 * arc; k < 2 * arc + 2; k++) {
    const part = owners[k]!
    if (part === NONE) continue
    const i = parts.indexOf(part)
    if (i < 0) insert(parts, part)
    else parts.splice(i, 1)
  }
}

/** Puts a part into a sorted set. */
function insert(parts: number[], part: number): void {
  let i = parts.length
  while (i > 0 && parts[i - 1]! > part) i--
  if (parts[i - 1] === part) return
  parts.push(part)
  for (let k = parts.length - 1; k > i; k--) parts[k] = parts[k - 1]!
  parts[i] = part
}
