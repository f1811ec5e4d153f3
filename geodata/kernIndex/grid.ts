/**
 * The grid over all areas. A cell that no edge touches holds its answer. A cell near edges points to a
 * *record* that says which parts cover the point as a function of the few edges here. A crowded cell is split.
 *
 * **Why a record is exact.** Take the edges that touch a cell, in *chains* of neighbours, and let H(p) be the
 * parts whose chains cross the ray from p to the west an odd number of times. Moving p inside the cell, the
 * covering parts M(p) change only where p crosses a chain, and there H(p) changes alike. H also jumps where p
 * passes the height of a chain's end that lies to the west: such an end gets a *stand*, an imagined edge from
 * it straight north, which makes the jump undone. So M(p) xor H(p) is the same everywhere in the cell, and it
 * is computed once, at a point of reference. All coordinates are the original doubles; cells of points and of
 * ends come from one monotone expression, so "west of the cell" and "passes the height" have no rounding.
 */
import { type Arcs, NONE } from './arcs.ts'
import { side } from './side.ts'

/** A split cell has 4 × 4 cells. */
export const SPLIT_BITS = 2
/** Splits below the first level. */
const DEPTH = 4
/** Bits of a finest coordinate below the first level. */
export const FINE_BITS = SPLIT_BITS * DEPTH

/** `chains` of a record with too many owners for a mask: a list of parts to look at one by one. */
export const CROWD = 255
const MAX_OWNERS = 16
const MAX_CHAINS = 250
const MAX_COUNT = 0xffff

/** More edges than this in a cell: split it. */
const MANY_EDGES = Number(process.env.ME ?? 10)
/** Cells of the first level per edge, and at least and at most. */
const CELLS_PER_EDGE = Number(process.env.CPE ?? 4)
const LEAST_CELLS = 128 * 128
const MOST_CELLS = 2 ** 22

/** Edges within this part of a cell beside it count as touching; larger than any rounding, by far. */
const PAD = 2 ** -10
/** The point of reference lies this part of a cell from its western side, within the pad of the cell before. */
const INSET = 2 ** -11

export type Frame = Float64Array
export type Grid = {
  /** An answer (index of an area, -1 none), or -2 - n for the n-th cell near edges of its row. */
  cells: Int16Array
  /** Per row where its cells near edges begin in `places`, minus 2: `places[rowFirst[row] - cell]`. */
  rowFirst: Int32Array
  /** Twice an offset in `records`; or in `splits`, plus one. */
  places: Int32Array
  /** Cells of split cells: an answer, or -2 - place. */
  splits: Int32Array
  records: Uint32Array
}

/** How many columns and rows, and how many finest cells per unit: `[.., columns, rows]` completes the frame. */
export function frameOf(bounds: Float64Array, { vertices, start }: Arcs): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < bounds.length; i += 4) {
    west = Math.min(west, bounds[i]!)
    south = Math.min(south, bounds[i + 1]!)
    east = Math.max(east, bounds[i + 2]!)
    north = Math.max(north, bounds[i + 3]!)
  }
  let spanX = 0
  let spanY = 0
  for (let i = 0; i < vertices.length - 2; i += 2) {
    spanX += Math.abs(vertices[i + 2]! - vertices[i]!)
    spanY += Math.abs(vertices[i + 3]! - vertices[i + 1]!)
  }
  const edges = vertices.length / 2 - (start.length - 1)
  const cells = Math.min(MOST_CELLS, Math.max(LEAST_CELLS, CELLS_PER_EDGE * edges))
  // Cells are as much wider than high as edges run: then as few cells as can be are touched.
  const ratio = ((east - west) * spanY) / ((north - south) * spanX)
  const columns = limited(Math.sqrt(cells * ratio), cells)
  const rows = limited(cells / columns, cells)
  const perX = (columns * 2 ** FINE_BITS * (1 - 2 ** -40)) / (east - west)
  const perY = (rows * 2 ** FINE_BITS * (1 - 2 ** -40)) / (north - south)
  return Float64Array.of(
    west,
    south,
    east,
    north,
    Number.isFinite(perX) ? perX : 0,
    Number.isFinite(perY) ? perY : 0,
    columns,
    rows,
  )
}

const limited = (count: number, most: number) => Math.max(1, Math.min(Math.round(count) || 1, most, 2 ** 20))

export function toGrid(arcs: Arcs, frame: Frame): Grid {
  const builder = new GridBuilder(arcs, frame)
  const [columns, rows] = [frame[6]!, frame[7]!]
  const edges = new Int32Array(arcs.vertices.length / 2 - (arcs.start.length - 1))
  for (let arc = 0, n = 0; arc < arcs.start.length - 1; arc++) {
    for (let i = arcs.start[arc]!; i < arcs.start[arc + 1]! - 1; i++) edges[n++] = i
  }
  const { cells, splits, records } = builder
  builder.fill(cells, { edges, x: 0, y: 0, shift: FINE_BITS, columns, rows })
  return { ...shorten(cells.words, columns, rows), splits: splits.used(), records: new Uint32Array(records.used()) }
}

/** First-level cells in 16 bits: what is not an answer becomes its number in the row. */
function shorten(wide: Int32Array, columns: number, rows: number) {
  const cells = new Int16Array(columns * rows)
  const rowFirst = new Int32Array(rows)
  const places = new Words()
  for (let i = 0; i < cells.length; i++) {
    const row = Math.floor(i / columns)
    if (i % columns === 0) rowFirst[row] = places.length - 2
    const value = wide[i]!
    cells[i] = value >= -1 ? value : rowFirst[row]! - places.push(-2 - value)
  }
  return { cells, rowFirst, places: places.used() }
}

/** A raster of cells of 2^shift finest cells each, whose south-western corner is finest cell (x, y). */
type Block = { edges: Int32Array; x: number; y: number; shift: number; columns: number; rows: number }
/** Runs of neighbouring edges: first vertex, number of edges, arc and which ends have a stand. */
type Chain = { vertex: number; count: number; arc: number; stands: number }
/** Covering parts as a function of the point: those of `base`, changed by each chain crossed. */
type Near = { base: number[]; chains: Chain[] }

class GridBuilder {
  readonly cells = new Words()
  readonly splits = new Words()
  readonly records = new Words()
  readonly #arcs: Arcs
  readonly #frame: Frame
  /** Arc of each vertex. */
  readonly #arcOf: Int32Array

  constructor(arcs: Arcs, frame: Frame) {
    this.#arcs = arcs
    this.#frame = frame
    this.#arcOf = new Int32Array(arcs.vertices.length / 2)
    for (let arc = 0; arc < arcs.start.length - 1; arc++)
      this.#arcOf.fill(arc, arcs.start[arc], arcs.start[arc + 1])
  }

  /** Writes the cells of a block and gives the place of the first. `around` holds in all of the block. */
  fill(cells: Words, block: Block, around?: Near): number {
    const { columns, rows, shift } = block
    const size = 2 ** shift
    const at = cells.reserve(columns * rows)
    const { first, edges } = this.#spread(block)
    for (let row = 0; row < rows; row++) {
      const y = this.#frame[1]! + (block.y + (row + 0.5) * size) / this.#frame[5]!
      const refX = (column: number) => this.#frame[0]! + (block.x + (column + INSET) * size) / this.#frame[4]!
      let covering = around
        ? this.#coveringAt(around, refX(0), y)
        : this.#crossed(edges.subarray(first[row * columns]!, first[row * columns + 1]!), refX(0), y)
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column
        const here = edges.subarray(first[cell]!, first[cell + 1]!)
        const west = block.x + column * size
        const south = block.y + row * size
        if (here.length === 0) cells.words[at + cell] = this.#answer(covering[0])
        else {
          const value = this.#cell(here, covering, { x: west, y: south, shift }, refX(column), y)
          cells.words[at + cell] = value
          covering = this.#moveEast(here, covering, refX(column), refX(column + 1), y)
        }
      }
    }
    return at
  }

  #answer(part: number | undefined): number {
    return part === undefined ? -1 : this.#arcs.partArea[part]!
  }

  /** The value of a cell that edges touch: an answer, a record or a split. */
  #cell(
    edges: Int32Array,
    covering: number[],
    cell: { x: number; y: number; shift: number },
    x: number,
    y: number,
  ): number {
    const { owners } = this.#arcs
    const touched = new Set<number>()
    for (const edge of edges) {
      const arc = this.#arcOf[edge]!
      touched.add(owners[2 * arc]!)
      if (owners[2 * arc + 1] !== NONE) touched.add(owners[2 * arc + 1]!)
    }
    // The lowest part that covers all of the cell hides the parts above it.
    const whole = covering.find((part) => !touched.has(part)) ?? Infinity
    const relevant = edges.filter((edge) => owners[2 * this.#arcOf[edge]!]! < whole)
    if (relevant.length === 0) return this.#answer(whole)
    const parts = [...touched].filter((part) => part < whole).sort((a, b) => a - b)
    if (whole !== Infinity) parts.push(whole)
    const near: Near = { base: covering.filter((part) => part <= whole), chains: this.#chain(relevant, cell) }
    near.base = this.#coveringAt(near, x, y)
    if (relevant.length > MANY_EDGES && cell.shift > 0) {
      const count = 1 << SPLIT_BITS
      const block = { edges: relevant, x: cell.x, y: cell.y, shift: cell.shift - SPLIT_BITS, columns: count, rows: count }
      return -2 - (2 * this.fill(this.splits, block, near) + 1)
    }
    return -2 - 2 * this.#record(near, parts)
  }

  #record(near: Near, parts: number[]): number {
    const { chains, base } = near
    const crowd =
      parts.length > MAX_OWNERS || chains.length > MAX_CHAINS || chains.some(({ count }) => count > MAX_COUNT)
    if (crowd) return this.records.push(CROWD, parts.length, ...parts)
    const bit = (part: number) => (part === NONE ? 0 : (1 << (parts.indexOf(part) + 1)) >> 1)
    const mask = base.reduce((bits, part) => bits | bit(part), 0)
    const { owners, partArea } = this.#arcs
    return this.records.push(
      (mask << 8) | chains.length,
      ...chains.flatMap(({ vertex, count, arc, stands }) => [
        (vertex << 2) | stands,
        (count << 16) | bit(owners[2 * arc]!) | bit(owners[2 * arc + 1]!),
      ]),
      ...parts.map((part) => partArea[part]!),
    )
  }

  /** Neighbouring edges as chains, with a stand at each end in the row of the cell but west of it. */
  #chain(edges: Int32Array, { x, y, shift }: { x: number; y: number; shift: number }): Chain[] {
    const chains: Chain[] = []
    let last: Chain | undefined
    for (const edge of edges) {
      const arc = this.#arcOf[edge]!
      if (last && last.arc === arc && last.vertex + last.count === edge) last.count++
      else {
        last = { vertex: edge, count: 1, arc, stands: 0 }
        chains.push(last)
      }
    }
    for (const chain of chains) {
      const stands = (vertex: number) =>
        this.#fineY(vertex) >> shift === y >> shift && this.#fineX(vertex) >> shift < x >> shift
      chain.stands = (stands(chain.vertex) ? 1 : 0) | (stands(chain.vertex + chain.count) ? 2 : 0)
    }
    return chains
  }

  #fineX(vertex: number): number {
    return ((this.#arcs.vertices[2 * vertex]! - this.#frame[0]!) * this.#frame[4]!) | 0
  }

  #fineY(vertex: number): number {
    return ((this.#arcs.vertices[2 * vertex + 1]! - this.#frame[1]!) * this.#frame[5]!) | 0
  }

  /** M(p) = base xor H(p); with M as base it gives the base, as xor undoes itself. */
  #coveringAt({ base, chains }: Near, x: number, y: number): number[] {
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

  /** Parts whose edges cross the ray from (x, y) to the west an odd number of times. */
  #crossed(edges: Int32Array, x: number, y: number): number[] {
    const parts: number[] = []
    for (const edge of edges)
      if (this.#crosses(edge, x, y)) toggle(parts, this.#arcs.owners, this.#arcOf[edge]!)
    return parts
  }

  #moveEast(edges: Int32Array, covering: number[], fromX: number, toX: number, y: number): number[] {
    const moved = covering.slice()
    for (const edge of edges) {
      if (this.#crosses(edge, fromX, y) !== this.#crosses(edge, toX, y))
        toggle(moved, this.#arcs.owners, this.#arcOf[edge]!)
    }
    return moved
  }

  #crosses(edge: number, x: number, y: number): boolean {
    const v = this.#arcs.vertices
    const ay = v[2 * edge + 1]!
    const by = v[2 * edge + 3]!
    if (by > y === ay > y) return false
    const turn = side(v[2 * edge]!, ay, v[2 * edge + 2]!, by, x, y)
    return by > y ? turn > 0 : turn < 0
  }

  /** Sorts edges by the cells of a block they touch, the pad included; in a cell they keep their order. */
  #spread({ edges, x, y, shift, columns, rows }: Block): { first: Int32Array; edges: Int32Array } {
    const v = this.#arcs.vertices
    const [originX, originY, , , perX, perY] = this.#frame as unknown as number[]
    const size = 2 ** shift
    const cellOf = new Words()
    const edgeOf = new Words()
    const first = new Int32Array(columns * rows + 1)
    for (const edge of edges) {
      let ax = ((v[2 * edge]! - originX!) * perX! - x) / size
      let ay = ((v[2 * edge + 1]! - originY!) * perY! - y) / size
      let bx = ((v[2 * edge + 2]! - originX!) * perX! - x) / size
      let by = ((v[2 * edge + 3]! - originY!) * perY! - y) / size
      if (by < ay) [ax, ay, bx, by] = [bx, by, ax, ay]
      const top = Math.min(rows - 1, Math.floor(by + PAD))
      for (let row = Math.max(0, Math.floor(ay - PAD)); row <= top; row++) {
        const low = row - PAD
        const high = row + 1 + PAD
        const fromX = ay < low ? ax + (bx - ax) * ((low - ay) / (by - ay)) : ax
        const toX = by > high ? ax + (bx - ax) * ((high - ay) / (by - ay)) : bx
        const east = Math.min(columns - 1, Math.floor(Math.max(fromX, toX) + PAD))
        for (let column = Math.max(0, Math.floor(Math.min(fromX, toX) - PAD)); column <= east; column++) {
          first[row * columns + column + 1]!++
          cellOf.push(row * columns + column)
          edgeOf.push(edge)
        }
      }
    }
    for (let cell = 0; cell < columns * rows; cell++) first[cell + 1]! += first[cell]!
    const sorted = new Int32Array(cellOf.length)
    const next = first.slice()
    for (let i = 0; i < cellOf.length; i++) sorted[next[cellOf.words[i]!]!++] = edgeOf.words[i]!
    return { first, edges: sorted }
  }
}

/** Takes the owners of an arc out of a sorted set of parts, or puts them in. */
function toggle(parts: number[], owners: Int32Array, arc: number): void {
  for (let k = 2 * arc; k < 2 * arc + 2; k++) {
    const part = owners[k]!
    if (part === NONE) continue
    let i = 0
    while (i < parts.length && parts[i]! < part) i++
    if (parts[i] === part) parts.splice(i, 1)
    else parts.splice(i, 0, part)
  }
}

/** 32-bit words that grow. */
class Words {
  words = new Int32Array(64)
  length = 0

  /** Room for `count` words more; gives the place of the first. */
  reserve(count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.words.length) {
      const wider = new Int32Array(Math.max(this.length, 2 * this.words.length))
      wider.set(this.words)
      this.words = wider
    }
    return at
  }

  push(...words: number[]): number {
    const at = this.reserve(words.length)
    for (let i = 0; i < words.length; i++) this.words[at + i] = words[i]!
    return at
  }

  used(): Int32Array<ArrayBuffer> {
    return this.words.slice(0, this.length)
  }
}
