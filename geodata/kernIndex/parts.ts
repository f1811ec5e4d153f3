/** The whole polygons of an index, edge by edge: exact, and slow beside the grid. */
import { crossings, ODD, TOUCH } from './crossings.ts'
import { metersPerDegree, squareToBox, squareToEdge } from './distance.ts'
import type { Sections } from './layout.ts'

export class Parts {
  /** Area of each part, ascending. */
  readonly area: Uint32Array
  readonly #vertices: Float64Array
  readonly #bounds: Float64Array
  readonly #arcStart: Uint32Array
  readonly #partStart: Uint32Array
  readonly #partArcs: Uint32Array

  constructor({ vertices, bounds, arcStart, partStart, partArcs, partArea }: Sections) {
    this.area = partArea
    this.#vertices = vertices
    this.#bounds = bounds
    this.#arcStart = arcStart
    this.#partStart = partStart
    this.#partArcs = partArcs
  }

  covers(part: number, x: number, y: number): boolean {
    const b = this.#bounds
    const inBounds =
      x >= b[4 * part]! && x <= b[4 * part + 2]! && y >= b[4 * part + 1]! && y <= b[4 * part + 3]!
    if (!inBounds) return false
    let odd = 0
    for (let k = this.#partStart[part]!; k < this.#partStart[part + 1]!; k++) {
      const arc = this.#partArcs[k]!
      const start = this.#arcStart[arc]!
      const found = crossings(this.#vertices, start, this.#arcStart[arc + 1]! - start - 1, 0, x, y)
      if (found === TOUCH) return true
      odd ^= found
    }
    return odd === ODD
  }

  /** The area with the nearest edge and the square of its distance in metres, at most `most`; else undefined. */
  nearestEdge(x: number, y: number, most: number): { index: number; square: number } | undefined {
    const [perX, perY] = metersPerDegree(y)
    let best = most
    let index = -1
    for (let part = 0; part < this.area.length; part++) {
      if (squareToBox(this.#bounds, part, x, y, perX, perY) > best) continue
      const square = this.#squareToEdges(part, x, y, perX, perY)
      if (square < best || (square === best && index < 0)) {
        best = square
        index = this.area[part]!
      }
    }
    return index < 0 ? undefined : { index, square: best }
  }

  #squareToEdges(part: number, x: number, y: number, perX: number, perY: number): number {
    let best = Infinity
    for (let k = this.#partStart[part]!; k < this.#partStart[part + 1]!; k++) {
      const arc = this.#partArcs[k]!
      for (let i = this.#arcStart[arc]!; i < this.#arcStart[arc + 1]! - 1; i++) {
        best = Math.min(best, squareToEdge(this.#vertices, i, x, y, perX, perY))
      }
    }
    return best
  }
}
