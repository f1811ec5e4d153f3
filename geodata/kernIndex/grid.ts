/**
 * The grid over all areas. A cell that no edge touches holds its answer. A cell near edges points to a *record*:
 * which parts cover a point, as a function of the few edges here (see `covering.ts`). A crowded cell is split.
 */
import type { Arcs } from './arcs.ts'
import { type Cell, Covering, type Near } from './covering.ts'
import { CROWD, FINE_BITS, type Sections, SPLIT_BITS } from './layout.ts'
import { type Block, spreadEdges, type Touching } from './spread.ts'
import { Words } from './words.ts'

/** More edges than this in a cell: split it. */
const MANY_EDGES = 10
/** ... unless it has more than this part of the edges around it: splitting does not thin out borders that coincide. */
const WORTHWHILE = 0.75
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
  const block = { edges: listEdges(arcs.start), x: 0, y: 0, shift: FINE_BITS, columns, rows }
  builder.fill(cells, block, { base: [], chains: [] })
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

type Six = [number, number, number, number, number, number]

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
  fill(cells: Words, block: Block, around: Near): number {
    const at = cells.reserve(block.columns * block.rows)
    const touching = spreadEdges(this.#arcs.vertices, this.#frame, block)
    for (let row = 0; row < block.rows; row++) this.#fillRow(cells, at, block, row, touching, around)
    return at
  }

  /** Goes along a row from west to east, with the parts that cover the point of reference of each cell. */
  #fillRow(
    cells: Words,
    at: number,
    block: Block,
    row: number,
    { first, edges }: Touching,
    around: Near,
  ): void {
    const [originX, originY, , , perX, perY] = this.#frame as unknown as Six
    const { columns, shift } = block
    const size = 2 ** shift
    const south = block.y + row * size
    const y = originY + (south + 0.5 * size) / perY
    const referenceX = (column: number) => originX + (block.x + (column + INSET) * size) / perX
    const covering = this.#covering.coveringAt(around, referenceX(0), y)
    for (let column = 0; column < columns; column++) {
      const from = column
      while (column < columns && first[row * columns + column] === first[row * columns + column + 1]) column++
      const answer = covering.length ? this.#arcs.partArea[covering[0]!]! : -1
      cells.words.fill(answer, at + row * columns + from, at + row * columns + column)
      if (column === columns) break
      const cell = row * columns + column
      const here = edges.subarray(first[cell], first[cell + 1])
      const x = referenceX(column)
      // The first level starts from nothing: what its first column crosses before its point of reference counts.
      if (column === 0 && shift === FINE_BITS) this.#covering.moveEast(here, covering, -Infinity, x, y)
      const place = { x: block.x + column * size, y: south, shift }
      const value = this.#cell(here, covering, place, x, y, block.edges.length)
      cells.words[at + cell] = value
      this.#covering.moveEast(here, covering, x, referenceX(column + 1), y)
    }
  }

  /**
   * The value of a cell that edges touch: an answer, or -2 minus the place of a record or a split. `covering`
   * holds at (x, y); `around` edges are in the block.
   */
  #cell(edges: Int32Array, covering: number[], cell: Cell, x: number, y: number, around: number): number {
    const parts = this.#covering.touched(edges)
    // The lowest part that covers all of the cell hides the parts above it.
    let whole = Infinity
    for (let i = covering.length - 1; i >= 0; i--) if (!parts.includes(covering[i]!)) whole = covering[i]!
    while (parts.length && parts.at(-1)! > whole) parts.pop()
    if (parts.length === 0) return this.#arcs.partArea[whole]!
    if (whole !== Infinity) parts.push(whole)
    const near = this.#covering.near(edges, whole, covering, cell, x, y)
    if (edges.length > MANY_EDGES && edges.length < WORTHWHILE * around && cell.shift > 0) {
      const count = 1 << SPLIT_BITS
      const block = { ...cell, edges, shift: cell.shift - SPLIT_BITS, columns: count, rows: count }
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
