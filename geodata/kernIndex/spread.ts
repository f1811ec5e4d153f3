/** Which edges touch which cells. */
import { Words } from './words.ts'

/** A raster of cells of 2^shift finest cells each, whose south-western corner is finest cell (x, y). */
export type Block = { edges: Int32Array; x: number; y: number; shift: number; columns: number; rows: number }

/** Edges within this part of a cell beside it count as touching; larger than any rounding, by far. */
const PAD = 2 ** -10

/** The edges of cell c are `edges[first[c]]` up to `edges[first[c + 1]]`, in the order of the block. */
export type Touching = { first: Int32Array; edges: Int32Array }

/**
 * Sorts the edges of a block by the cells they touch, the pad included. Edge i runs from vertex i to i + 1. Each
 * edge is clipped to the padded rows it passes; what rounding does to a clipped end is far less than the pad.
 */
export function spreadEdges(
  v: Float64Array,
  frame: Float64Array,
  { edges, x, y, shift, columns, rows }: Block,
): Touching {
  const [originX, originY, , , perX, perY] = frame as unknown as number[]
  const size = 2 ** shift
  const cellOf = new Words()
  const edgeOf = new Words()
  const first = new Int32Array(columns * rows + 1)
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!
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
  const [cells, unsorted] = [cellOf.words, edgeOf.words]
  for (let i = 0; i < sorted.length; i++) sorted[next[cells[i]!]!++] = unsorted[i]!
  return { first, edges: sorted }
}
