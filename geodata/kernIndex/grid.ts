/**
 * The grid over all areas. A cell that no edge touches holds its answer. A cell near edges has a *place*: with one
 * chain of edges the chain and the answers on its two sides; else it points to a *record*: which parts cover a
 * point, as a function of the few edges here (see `covering.ts`). A crowded cell is split.
 */
import type { Arcs } from './arcs.ts'
import { type Chain, Near } from './covering.ts'
import { CHAIN_VERTICES, CROWD, FINE_BITS, RECORD, type Sections, SPLIT, SPLIT_BITS } from './layout.ts'
import { PartSet } from './partSet.ts'
import { type Block, spreadEdges, type Touching } from './spread.ts'
import { Words } from './words.ts'

/** More edges than this in a cell: split it. */
const MANY_EDGES = 10
/** ... unless it has more than this part of the edges around it: splitting does not thin out borders that coincide. */
const WORTHWHILE = 0.75
/** What a record has room for; a cell with more becomes a crowd. */
const MAX_OWNERS = 24
const MAX_CHAINS = CROWD - 1
/** The sections of the grid for these arcs in this frame. */
export function toGrid(
  arcs: Arcs,
  frame: Float64Array,
): Pick<Sections, 'cells' | 'rowFirst' | 'places' | 'splits' | 'records'> {
  const builder = new GridBuilder(arcs, frame)
  const [columns, rows] = [frame[6]!, frame[7]!]
  const block = { edges: listEdges(arcs.start), x: 0, y: 0, shift: FINE_BITS, columns, rows }
  const { cells, rowFirst } = builder.fillFirst(block)
  return {
    cells,
    rowFirst,
    places: builder.places.used(),
    splits: builder.splits.used(),
    records: builder.records.used(),
  }
}

/** Every vertex but the last of its arc begins an edge. */
function listEdges(start: Uint32Array): Int32Array {
  const edges = new Int32Array(start.at(-1)! - (start.length - 1))
  let count = 0
  for (let arc = 0; arc < start.length - 1; arc++) {
    for (let i = start[arc]!; i < start[arc + 1]! - 1; i++) edges[count++] = i
  }
  return edges
}

/** Arc of each vertex. */
function listArcs(start: Uint32Array): Int32Array {
  const arcOf = new Int32Array(start.at(-1)!)
  for (let arc = 0; arc < start.length - 1; arc++) arcOf.fill(arc, start[arc], start[arc + 1])
  return arcOf
}

/** No value yet. */
const UNDECIDED = -Infinity

class GridBuilder {
  readonly places = new Words()
  readonly splits = new Words()
  readonly records = new Words()
  readonly #arcs: Arcs
  readonly #frame: Float64Array
  readonly #arcOf: Int32Array
  readonly #touched = new PartSet()
  #rowFirst = 0

  constructor(arcs: Arcs, frame: Float64Array) {
    this.#arcs = arcs
    this.#frame = frame
    this.#arcOf = listArcs(arcs.start)
  }

  /** The first level. */
  fillFirst(block: Block): Pick<Sections, 'cells' | 'rowFirst'> {
    const cells = new Int16Array(block.columns * block.rows).fill(-1)
    const rowFirst = new Int32Array(block.rows)
    const touching = spreadEdges(this.#arcs.vertices, this.#frame, block)
    const [near, around] = [this.#makeNear(), this.#makeNear()]
    for (let row = 0; row < block.rows; row++) {
      rowFirst[row] = this.places.length - 4
      this.#rowFirst = rowFirst[row]!
      this.#fillRow(cells, block, row, touching, near, around)
    }
    return { cells, rowFirst }
  }

  /** The cells of a split cell; gives the place of the first. `around` holds in all of it. */
  #fillSplit(block: Block, around: Near): number {
    const cells = new Int32Array(block.columns * block.rows).fill(-1)
    const touching = spreadEdges(this.#arcs.vertices, this.#frame, block)
    const near = this.#makeNear()
    for (let row = 0; row < block.rows; row++) this.#fillRow(cells, block, row, touching, near, around)
    const at = this.splits.reserve(cells.length)
    this.splits.words.set(cells, at)
    return at
  }

  #makeNear(): Near {
    return new Near(this.#arcs, this.#arcOf, this.#frame)
  }

  /** Goes along a row of cells, now -1, from west to east, with the parts that cover each point of reference. */
  #fillRow(
    cells: Int16Array | Int32Array,
    block: Block,
    row: number,
    { rowStart, columns: columnOf, edges }: Touching,
    near: Near,
    around: Near,
  ): void {
    const { columns, shift } = block
    const { covering } = near
    const y = block.y + (row << shift)
    near.startRow(block.x, y, shift)
    near.enter(around)
    let column = 0
    let at = rowStart[row]!
    const end = rowStart[row + 1]!
    while (column < columns) {
      const touched = at < end ? columnOf[at]! : columns
      if (covering.count) {
        const answer = this.#areaOf(covering)
        for (let i = row * columns + column; i < row * columns + touched; i++) cells[i] = answer
      }
      if (touched === columns) break
      const from = at
      while (at < end && columnOf[at] === touched) at++
      near.read(edges, from, at, touched)
      // The first level starts from nothing: what its first column crosses before its point of reference counts.
      if (touched === 0 && shift === FINE_BITS) near.moveHere()
      let value = this.#value(near, shift)
      if (value === UNDECIDED) {
        const x = block.x + (touched << shift)
        const cell = { ...block, edges: edges.subarray(from, at), x, y }
        value = this.#refine(near, cell, block.edges.length)
      }
      cells[row * columns + touched] = value
      near.moveNext()
      column = touched + 1
    }
  }

  /**
   * The value of a cell that edges touch: an answer, or -2 minus a number: on the first level of its place in the
   * row, below of its place. `near` stands at the point of reference.
   */
  #value(near: Near, shift: number): number {
    const { covering } = near
    const parts = this.#touched
    near.listTouched(parts)
    // The lowest part that covers all of the cell hides the parts above it.
    let whole = Infinity
    for (let i = covering.count - 1; i >= 0; i--) {
      if (!parts.has(covering.parts[i]!)) whole = covering.parts[i]!
    }
    parts.limit(whole)
    if (parts.count === 0) return this.#arcs.partArea[whole]!
    if (whole !== Infinity) parts.add(whole)
    near.settle()
    const alone = near.count === 1 && shift === FINE_BITS && fits(near.chains[0]!)
    return alone ? this.#putChain(near) : UNDECIDED
  }

  /** The value of a cell, given as a block of that one, in a block of `around` edges; no answer and no chain. */
  #refine(near: Near, { edges, x, y, shift }: Block, around: number): number {
    const first = shift === FINE_BITS
    if (edges.length > MANY_EDGES && edges.length < WORTHWHILE * around && shift > 0) {
      const count = 1 << SPLIT_BITS
      const split = this.#fillSplit(
        { edges, x, y, shift: shift - SPLIT_BITS, columns: count, rows: count },
        near,
      )
      return first ? this.#put(split, SPLIT) : -2 - (2 * split + 1)
    }
    const record = this.#record(near)
    return first ? this.#put(record, RECORD) : -2 - 2 * record
  }

  #putChain(near: Near): number {
    const chain = near.chains[0]!
    const even = this.#areaOf(near.base)
    near.toggle(near.base, chain.arc)
    const odd = this.#areaOf(near.base)
    if (even === odd) return even
    return this.#put(wordOf(chain), (odd << 16) | (even & 0xffff))
  }

  #put(first: number, second: number): number {
    const at = this.places.reserve(2)
    this.places.words[at] = first
    this.places.words[at + 1] = second
    return (this.#rowFirst - at) >> 1
  }

  #areaOf({ count, parts }: PartSet): number {
    return count ? this.#arcs.partArea[parts[0]!]! : -1
  }

  #record(near: Near): number {
    const { base } = near
    const parts = this.#touched
    const { owners, partArea } = this.#arcs
    const maskOf = ({ arc }: Chain) => bitOf(parts, owners[2 * arc]!) | bitOf(parts, owners[2 * arc + 1]!)
    const crowd = parts.count > MAX_OWNERS || near.count > MAX_CHAINS
    const at = this.records.length
    const chains = near.chains.slice(0, crowd ? 0 : near.count).filter((chain) => maskOf(chain) > 0)
    if (crowd || !chains.every(fits)) {
      this.records.push(CROWD)
      this.records.push(parts.count)
      for (let i = 0; i < parts.count; i++) this.records.push(parts.parts[i]!)
      return at
    }
    let mask = 0
    for (let i = 0; i < base.count; i++) mask |= bitOf(parts, base.parts[i]!)
    this.records.push((mask << 8) | chains.length)
    for (const chain of chains) {
      this.records.push(wordOf(chain))
      this.records.push(maskOf(chain))
    }
    for (let i = 0; i < parts.count; i++) this.records.push(partArea[parts.parts[i]!]!)
    return at
  }
}

const fits = ({ vertex }: Chain): boolean => vertex < CHAIN_VERTICES
const wordOf = ({ vertex, count, stands }: Chain): number => (vertex << 8) | (count << 2) | stands

/** The bit of a part in the masks of a record; 0 for a part the record leaves out. */
const bitOf = ({ parts, count }: PartSet, part: number): number => {
  for (let i = 0; i < count; i++) if (parts[i] === part) return 1 << i
  return 0
}
