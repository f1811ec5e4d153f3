/**
 * The grid over all areas. A cell that no edge touches holds its answer. A cell near edges points to a *record*:
 * which parts cover a point, as a function of the few edges here (see `covering.ts`). A crowded cell is split.
 */
import type { Arcs } from './arcs.ts'
import { type Cell, Covering, type Near } from './covering.ts'
import { CROWD, FINE_BITS, type Sections, SPLIT_BITS } from './layout.ts'
import { type Block, spreadEdges } from './spread.ts'
import { Words } from './words.ts'

/** More edges than this in a cell: split it. */
const MANY_EDGES = 10
/** What a record has room for; a cell with more becomes a crowd. */
const MAX_OWNERS = 16
const MAX_CHAINS = CROWD - 1
const MAX_COUNT = 0xffff
/** The point of reference lies this part of a cell from its western side, within the pad of the cell before. */
const INSET = 2 ** -11

/** The sections of the grid for these arcs in this frame. */
export function toGrid(
  arcs: Arcs,
  frame: Float64Array,
): Pick<Sections, 'cells' | 'rowFirst' | 'places' | 'splits' | 'records'> {
  const builder = new GridBuilder(arcs, frame)
  const { cells, splits, records } = builder
  const [columns, rows] = [frame[6]!, frame[7]!]
  builder.fill(cells, { edges: listEdges(arcs.start), x: 0, y: 0, shift: FINE_BITS, columns, rows })
  return {
    ...shorten(cells.words, columns, rows),
    splits: splits.used(),
    records: new Uint32Array(records.used()),
  }
}

/** Every vertex but the last of its arc begins an edge. */
function listEdges(start: Uint32Array): Int32Array {
  const edges = new Words()
  for (let arc = 0; arc < start.length - 1; arc++) {
    for (let i = start[arc]!; i < start[arc + 1]! - 1; i++) edges.push(i)
  }
  return edges.used()
}

/** First-level cells in 16 bits: what is not an answer becomes its number in the row. */
function shorten(wide: Int32Array, columns: number, rows: number) {
  const cells = new Int16Array(columns * rows)
  const rowFirst = new Int32Array(rows)
  const places = new Words()
  for (let row = 0; row < rows; row++) {
    const first = places.length - 2
    rowFirst[row] = first
    for (let i = row * columns; i < (row + 1) * columns; i++) {
      const value = wide[i]!
      cells[i] = value >= -1 ? value : first - places.push(-2 - value)
    }
  }
  return { cells, rowFirst, places: places.used() }
}

class GridBuilder {
  readonly cells = new Words()
  readonly splits = new Words()
  readonly records = new Words()
  readonly #arcs: Arcs
  readonly #frame: Float64Array
  readonly #covering: Covering

  constructor(arcs: Arcs, frame: Float64Array) {
    this.#arcs = arcs
    this.#frame = frame
    this.#covering = new Covering(arcs, frame)
  }

  /** Writes the cells of a block and gives the place of the first. `around` holds in all of the block. */
  fill(cells: Words, block: Block, around?: Near): number {
    const { columns, rows, shift } = block
    const [originX, originY, , , perX, perY] = this.#frame as unknown as number[]
    const size = 2 ** shift
    const at = cells.reserve(columns * rows)
    const { first, edges } = spreadEdges(this.#arcs.vertices, this.#frame, block)
    for (let row = 0; row < rows; row++) {
      const south = block.y + row * size
      const y = originY! + (south + 0.5 * size) / perY!
      let x = originX! + (block.x + INSET * size) / perX!
      const covering = around ? this.#covering.coveringAt(around, x, y) : []
      if (!around)
        this.#covering.moveEast(
          edges,
          first[row * columns]!,
          first[row * columns + 1]!,
          covering,
          -Infinity,
          x,
          y,
        )
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column
        const from = first[cell]!
        const to = first[cell + 1]!
        if (from === to) {
          cells.words[at + cell] = covering.length ? this.#arcs.partArea[covering[0]!]! : -1
          continue
        }
        const west = block.x + column * size
        x = originX! + (west + INSET * size) / perX!
        const value = this.#cell(edges.subarray(from, to), covering, { x: west, y: south, shift }, x, y)
        cells.words[at + cell] = value
        this.#covering.moveEast(
          edges,
          from,
          to,
          covering,
          x,
          originX! + (west + (1 + INSET) * size) / perX!,
          y,
        )
      }
    }
    return at
  }

  /** The value of a cell that edges touch: an answer, or -2 minus the place of a record or a split. */
  #cell(edges: Int32Array, covering: number[], cell: Cell, x: number, y: number): number {
    const parts = this.#covering.touched(edges)
    // The lowest part that covers all of the cell hides the parts above it.
    let whole = Infinity
    for (let i = covering.length - 1; i >= 0; i--) if (!parts.includes(covering[i]!)) whole = covering[i]!
    while (parts.length && parts.at(-1)! > whole) parts.pop()
    if (parts.length === 0) return this.#arcs.partArea[whole]!
    if (whole !== Infinity) parts.push(whole)
    const near = this.#covering.near(edges, whole, covering, cell, x, y)
    if (edges.length > MANY_EDGES && cell.shift > 0) {
      const count = 1 << SPLIT_BITS
      const block = {
        edges,
        x: cell.x,
        y: cell.y,
        shift: cell.shift - SPLIT_BITS,
        columns: count,
        rows: count,
      }
      return -2 - (2 * this.fill(this.splits, block, near) + 1)
    }
    return -2 - 2 * this.#record(near, parts)
  }

  #record({ base, chains }: Near, parts: number[]): number {
    const crowd =
      parts.length > MAX_OWNERS || chains.length > MAX_CHAINS || chains.some(({ count }) => count > MAX_COUNT)
    const at = this.records.length
    if (crowd) {
      this.records.push(CROWD)
      this.records.push(parts.length)
      for (const part of parts) this.records.push(part)
      return at
    }
    const { owners, partArea } = this.#arcs
    let mask = 0
    for (const part of base) mask |= bitOf(parts, part)
    this.records.push((mask << 8) | chains.length)
    for (const { vertex, count, arc, stands } of chains) {
      this.records.push((vertex << 2) | stands)
      this.records.push((count << 16) | bitOf(parts, owners[2 * arc]!) | bitOf(parts, owners[2 * arc + 1]!))
    }
    for (const part of parts) this.records.push(partArea[part]!)
    return at
  }
}

/** The bit of a part in the masks of a record; 0 for a part the record leaves out. */
const bitOf = (parts: number[], part: number): number => (1 << (parts.indexOf(part) + 1)) >> 1
