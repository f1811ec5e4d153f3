/** Which edges touch which cells. */
import { Words } from './words.ts'

/** A raster of cells of 2^shift finest cells each, whose south-western corner is finest cell (x, y). */
export type Block = { edges: Int32Array; x: number; y: number; shift: number; columns: number; rows: number }

/** Edges within this part of a cell beside it count as touching; larger than any rounding, by far. */
const PAD = 2 ** -10

/**
 * Pairs of a cell and an edge that touches it: those of a row begin at `rowStart[row]`, and ascend by column, then
 * in the order of the edges in the block.
 */
export type Touching = { rowStart: Int32Array; columns: Int32Array; edges: Int32Array }

/**
 * Sorts the edges of a block by the cells they touch, the pad included. Edge i runs from vertex i to i + 1. Each
 * edge is clipped to the padded rows it passes; what rounding does to a clipped end is far less than the pad.
 */
export function spreadEdges(v: Float64Array, frame: Float64Array, block: Block): Touching {
  const { edges, shift, columns, rows } = block
  const perX = frame[4]!
  const perY = frame[5]!
  const originX = frame[0]!
  const originY = frame[1]!
  const perCell = 2 ** -shift
  const pairs = new Pairs(edges.length)
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!
    let ax = ((v[2 * edge]! - originX) * perX - block.x) * perCell
    let ay = ((v[2 * edge + 1]! - originY) * perY - block.y) * perCell
    let bx = ((v[2 * edge + 2]! - originX) * perX - block.x) * perCell
    let by = ((v[2 * edge + 3]! - originY) * perY - block.y) * perCell
    if (by < ay) {
      const [x, y] = [ax, ay]
      ax = bx
      ay = by
      bx = x
      by = y
    }
    const slope = by > ay ? (bx - ax) / (by - ay) : 0
    const top = Math.min(rows - 1, Math.floor(by + PAD))
    for (let row = Math.max(0, Math.floor(ay - PAD)); row <= top; row++) {
      const low = row - PAD
      const high = row + 1 + PAD
      const fromX = ay < low ? ax + slope * (low - ay) : ax
      const toX = by > high ? ax + slope * (high - ay) : bx
      const east = Math.min(columns - 1, Math.floor(Math.max(fromX, toX) + PAD))
      for (let column = Math.max(0, Math.floor(Math.min(fromX, toX) - PAD)); column <= east; column++) {
        pairs.add(row, column, edge)
      }
    }
  }
  return pairs.sort(columns, rows)
}

class Pairs {
  readonly #words: Words

  constructor(edges: number) {
    this.#words = new Words(9 * edges)
  }

  add(row: number, column: number, edge: number): void {
    const at = this.#words.reserve(3)
    const words = this.#words.words
    words[at] = row
    words[at + 1] = column
    words[at + 2] = edge
  }

  /** Two stable counting sorts, by column and then by row: the cells without edges cost nothing. */
  sort(columns: number, rows: number): Touching {
    const { words, length } = this.#words
    const columnStart = new Int32Array(columns + 1)
    const rowStart = new Int32Array(rows + 1)
    for (let i = 0; i < length; i += 3) {
      rowStart[words[i]! + 1]!++
      columnStart[words[i + 1]! + 1]!++
    }
    accumulate(columnStart)
    accumulate(rowStart)
    const byColumn = new Int32Array(length)
    const nextInColumn = columnStart.slice()
    for (let i = 0; i < length; i += 3) {
      const at = 3 * nextInColumn[words[i + 1]!]!++
      byColumn[at] = words[i]!
      byColumn[at + 1] = words[i + 1]!
      byColumn[at + 2] = words[i + 2]!
    }
    const sorted = { rowStart, columns: new Int32Array(length / 3), edges: new Int32Array(length / 3) }
    const nextInRow = rowStart.slice()
    for (let i = 0; i < length; i += 3) {
      const at = nextInRow[byColumn[i]!]!++
      sorted.columns[at] = byColumn[i + 1]!
      sorted.edges[at] = byColumn[i + 2]!
    }
    return sorted
  }
}

function accumulate(counts: Int32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!
}
