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
import { CHAIN_EDGES } from './layout.ts'
import { PartSet } from './partSet.ts'
import { side } from './side.ts'

/** The point of reference lies this part of a cell from its western side, within the pad of the cell before. */
const INSET = 2 ** -11

/** Neighbouring edges: first vertex, number of edges, arc; `stands` as in `crossings`. */
export type Chain = {
  vertex: number
  count: number
  arc: number
  stands: number
  /** 1 when it crosses the ray from the point of reference an odd number of times; and from the next one. */
  here: number
  next: number
}

/** The edges near one cell after the other. Reuses its memory, chains included: use what it holds before the next. */
export class Near {
  /** M at the point of reference. */
  readonly covering = new PartSet()
  /** M xor H, once `settle` was called. */
  readonly base = new PartSet()
  /** Only the first `count` count. */
  readonly chains: Chain[] = []
  count = 0
  readonly #arcs: Arcs
  readonly #arcOf: Int32Array
  readonly #frame: Float64Array
  /** Where the row is: its finest cell, and x and y of its first point of reference and the step to the next. */
  #x = 0
  #y = 0
  #shift = 0
  #column = 0
  readonly #reference = new Float64Array(3)

  /** @param arcOf the arc of each vertex */
  constructor(arcs: Arcs, arcOf: Int32Array, frame: Float64Array) {
    this.#arcs = arcs
    this.#arcOf = arcOf
    this.#frame = frame
  }

  /** Goes to a row of cells, whose south-western corner is finest cell (x, y). */
  startRow(x: number, y: number, shift: number): void {
    const f = this.#frame
    const size = 2 ** shift
    this.#x = x
    this.#y = y
    this.#shift = shift
    // A frame without width has one column, and all its points lie on the western side.
    this.#reference[0] = f[4]! > 0 ? f[0]! + (x + INSET * size) / f[4]! : f[0]!
    this.#reference[1] = f[5]! > 0 ? f[1]! + (y + 0.5 * size) / f[5]! : f[1]!
    this.#reference[2] = f[4]! > 0 ? size / f[4]! : 0
  }

  /** Takes `edges[from]` up to `edges[to]`, those near the cell in a column of the row. */
  read(edges: Int32Array, from: number, to: number, column: number): void {
    const v = this.#arcs.vertices
    const west = this.#reference[0]!
    const y = this.#reference[1]!
    const width = this.#reference[2]!
    const x = west + column * width
    const nextX = west + (column + 1) * width
    this.#column = column
    this.count = 0
    let last: Chain | undefined
    for (let i = from; i < to; i++) {
      const edge = edges[i]!
      const arc = this.#arcOf[edge]!
      if (last && last.arc === arc && last.vertex + last.count === edge && last.count < CHAIN_EDGES)
        last.count++
      else last = this.#begin(edge, arc)
      if (v[2 * edge + 1]! > y === v[2 * edge + 3]! > y) continue
      last.here ^= this.#crosses(edge, x, y)
      last.next ^= this.#crosses(edge, nextX, y)
    }
  }

  #begin(vertex: number, arc: number): Chain {
    const chain = this.chains[this.count]
    this.count++
    if (!chain) {
      const fresh = { vertex, count: 1, arc, stands: 0, here: 0, next: 0 }
      this.chains.push(fresh)
      return fresh
    }
    chain.vertex = vertex
    chain.count = 1
    chain.arc = arc
    chain.stands = 0
    chain.here = 0
    chain.next = 0
    return chain
  }

  /** Fills `parts` with those that have one of the edges. */
  listTouched(parts: PartSet): void {
    const { owners } = this.#arcs
    parts.count = 0
    for (let k = 0; k < this.count; k++) {
      const { arc } = this.chains[k]!
      parts.add(owners[2 * arc]!)
      if (owners[2 * arc + 1] !== NONE) parts.add(owners[2 * arc + 1]!)
    }
  }

  /** Gives each chain its stands and sets `base`. */
  settle(): void {
    this.base.copy(this.covering)
    for (let k = 0; k < this.count; k++) {
      const chain = this.chains[k]!
      chain.stands = this.#stands(chain.vertex) | (this.#stands(chain.vertex + chain.count) << 1)
      if (chain.here ^ this.#crossesStands(chain, this.#reference[1]!)) this.toggle(this.base, chain.arc)
    }
  }

  /** 1 for an end of a chain in the row of the cell but west of it. */
  #stands(vertex: number): number {
    const v = this.#arcs.vertices
    const f = this.#frame
    const shift = this.#shift
    const fineX = ((v[2 * vertex]! - f[0]!) * f[4]!) | 0
    const fineY = ((v[2 * vertex + 1]! - f[1]!) * f[5]!) | 0
    return +(fineY >> shift === this.#y >> shift && fineX >> shift < (this.#x >> shift) + this.#column)
  }

  #crossesStands({ vertex, count, stands }: Chain, y: number): number {
    const v = this.#arcs.vertices
    const first = stands & +!(v[2 * vertex + 1]! > y)
    const last = (stands >> 1) & +!(v[2 * (vertex + count) + 1]! > y)
    return first ^ last
  }

  /** Puts in `covering` what the points from far west to the point of reference cross. */
  moveHere(): void {
    for (let k = 0; k < this.count; k++) {
      if (this.chains[k]!.here) this.toggle(this.covering, this.chains[k]!.arc)
    }
  }

  /** Changes the parts that cover the point of reference into those that cover the next one. */
  moveNext(): void {
    for (let k = 0; k < this.count; k++) {
      if (this.chains[k]!.here !== this.chains[k]!.next) this.toggle(this.covering, this.chains[k]!.arc)
    }
  }

  /** Sets `covering` to M = base xor H as `around` has it, at the point of reference of the first cell of the row. */
  enter(around: Near): void {
    const x = this.#reference[0]!
    const y = this.#reference[1]!
    this.covering.copy(around.base)
    for (let k = 0; k < around.count; k++) {
      const chain = around.chains[k]!
      let odd = this.#crossesStands(chain, y)
      for (let i = chain.vertex; i < chain.vertex + chain.count; i++) odd ^= this.#crosses(i, x, y)
      if (odd) this.toggle(this.covering, chain.arc)
    }
  }

  /** Takes the owners of an arc out of a set of parts, or puts them in. */
  toggle(parts: PartSet, arc: number): void {
    const { owners } = this.#arcs
    parts.toggle(owners[2 * arc]!)
    if (owners[2 * arc + 1] !== NONE) parts.toggle(owners[2 * arc + 1]!)
  }

  #crosses(edge: number, x: number, y: number): number {
    const v = this.#arcs.vertices
    const ay = v[2 * edge + 1]!
    const by = v[2 * edge + 3]!
    if (by > y === ay > y) return 0
    const turn = side(v[2 * edge]!, ay, v[2 * edge + 2]!, by, x, y)
    return +(by > y ? turn > 0 : turn < 0)
  }
}
