/**
 * Point → kern: which area covers a position, exactly.
 *
 * **Rule.** The answer is the area with the lowest code (UTF-16 order) whose *closed* polygon covers the
 * point, or none. A point on a border thus has one answer, whatever the order or direction of vertices, on
 * every machine. A polygon covers a point that lies on one of its edges, or for which a ray to the west
 * crosses its rings an odd number of times; an area covers what one of its polygons covers.
 *
 * **Units.** x is longitude, y latitude, in degrees WGS84, in that order; only `nearest` minds, the rest
 * works in any plane. **Memory.** An index is views on the bytes it was opened with; `find` and `findMany` allocate
 * nothing.
 */
import { crossings, ODD, TOUCH } from './kernIndex/crossings.ts'
import { metersPerDegree, squareToBox, squareToEdge } from './kernIndex/distance.ts'
import { CROWD, FINE_BITS, readFile, type Sections, SPLIT_BITS } from './kernIndex/layout.ts'

const SPLIT_MASK = (1 << SPLIT_BITS) - 1
/** Points that `findMany` handles at a time. */
const BLOCK = 1024

export type Nearest = { index: number; meters: number }

/**
 * Opens the bytes of `buildKernIndex`. Keep the bytes unchanged as long as the index is used.
 *
 * @throws Error with a Dutch sentence when the bytes are of another kind or version, cut off or damaged
 * @example openKernIndex(readFileSync('kernen.idx')).find(4.7, 52.67) // 2, an index in `codes`
 */
export const openKernIndex = (bytes: Uint8Array): KernIndex => new KernIndex(readFile(bytes))

export class KernIndex {
  /** Codes of the areas, ascending. */
  readonly codes: readonly string[]
  readonly #vertices: Float64Array
  readonly #frame: Float64Array
  readonly #columns: number
  readonly #queue = new Int32Array(BLOCK)
  readonly #found = new Int32Array(BLOCK)
  readonly #cells: Int16Array
  readonly #rowFirst: Int32Array
  readonly #places: Int32Array
  readonly #splits: Int32Array
  readonly #records: Uint32Array
  readonly #bounds: Float64Array
  readonly #arcStart: Uint32Array
  readonly #partStart: Uint32Array
  readonly #partArcs: Uint32Array
  readonly #partArea: Uint32Array

  constructor(sections: Sections) {
    this.codes = JSON.parse(new TextDecoder().decode(sections.codes))
    this.#frame = sections.frame
    this.#vertices = sections.vertices
    this.#columns = sections.frame[6]!
    this.#cells = sections.cells
    this.#rowFirst = sections.rowFirst
    this.#places = sections.places
    this.#splits = sections.splits
    this.#records = sections.records
    this.#bounds = sections.bounds
    this.#arcStart = sections.arcStart
    this.#partStart = sections.partStart
    this.#partArcs = sections.partArcs
    this.#partArea = sections.partArea
  }

  /** Index in `codes` of the lowest code that covers the point; -1 outside all and for NaN or Infinity. */
  find(x: number, y: number): number {
    const f = this.#frame
    if (!(x >= f[0]! && y >= f[1]! && x <= f[2]! && y <= f[3]!)) return -1
    const fineX = ((x - f[0]!) * f[4]!) | 0
    const fineY = ((y - f[1]!) * f[5]!) | 0
    const value = this.#cells[(fineY >> FINE_BITS) * this.#columns + (fineX >> FINE_BITS)]!
    if (value >= -1) return value
    const record = this.#follow(value, fineX, fineY)
    return record >= 0 ? this.#readRecord(record, x, y) : -2 - record
  }

  /**
   * `find` for many points: `out[i]` is the answer for `xs[i], ys[i]`. The three have the same length. A block of
   * points first reads all its cells, without a branch on what they hold; those near edges wait in a queue, which
   * is followed to records and then read. The loads of each pass do not wait for one another.
   */
  findMany(xs: Float64Array, ys: Float64Array, out: Int32Array): void {
    for (let from = 0; from < xs.length; from += BLOCK) {
      const waiting = this.#readCells(xs, ys, out, from, Math.min(from + BLOCK, xs.length))
      this.#followCells(xs, ys, out, waiting)
      for (let k = 0; k < waiting; k++) {
        const i = this.#queue[k]!
        const record = this.#found[k]!
        out[i] = record >= 0 ? this.#readRecord(record, xs[i]!, ys[i]!) : -2 - record
      }
    }
  }

  #readCells(xs: Float64Array, ys: Float64Array, out: Int32Array, from: number, to: number): number {
    const cells = this.#cells
    const queue = this.#queue
    const columns = this.#columns
    const f = this.#frame
    const west = f[0]!
    const south = f[1]!
    const east = f[2]!
    const north = f[3]!
    const perX = f[4]!
    const perY = f[5]!
    let waiting = 0
    for (let i = from; i < to; i++) {
      const x = xs[i]!
      const y = ys[i]!
      let value = -1
      if (x >= west && y >= south && x <= east && y <= north) {
        value =
          cells[
            (Math.imul(((y - south) * perY) >> FINE_BITS, columns) + (((x - west) * perX) >> FINE_BITS)) | 0
          ]!
      }
      out[i] = value
      queue[waiting] = i
      // One more waits when the value is below -1.
      waiting = (waiting + ((value + 1) >>> 31)) | 0
    }
    return waiting
  }

  #followCells(xs: Float64Array, ys: Float64Array, out: Int32Array, waiting: number): void {
    const f = this.#frame
    for (let k = 0; k < waiting; k++) {
      const i = this.#queue[k]!
      this.#found[k] = this.#follow(out[i]!, ((xs[i]! - f[0]!) * f[4]!) | 0, ((ys[i]! - f[1]!) * f[5]!) | 0)
    }
  }

  /** Follows a cell near edges, through its splits, to a record, or to an answer, given as -2 - answer. */
  #follow(cell: number, fineX: number, fineY: number): number {
    let place = this.#places[this.#rowFirst[fineY >> FINE_BITS]! - cell]!
    for (let shift = FINE_BITS - SPLIT_BITS; place & 1; shift -= SPLIT_BITS) {
      const row = (fineY >> shift) & SPLIT_MASK
      const column = (fineX >> shift) & SPLIT_MASK
      const value = this.#splits[(place >> 1) + (row << SPLIT_BITS) + column]!
      place = -2 - value
      if (value >= -1) return place
    }
    return place >> 1
  }

  /** The owners a record starts with, changed by each chain that the ray to the west crosses; see `grid.ts`. */
  #readRecord(record: number, x: number, y: number): number {
    const r = this.#records
    const v = this.#vertices
    const head = r[record]!
    const chains = head & 0xff
    if (chains === CROWD) return this.#findInCrowd(record + 1, x, y)
    const end = record + 1 + 2 * chains
    let owners = head >>> 8
    let touched = 0
    for (let at = record + 1; at < end; at += 2) {
      const run = r[at]!
      const mask = r[at + 1]! & 0xffff
      const found = crossings(v, run >>> 2, r[at + 1]! >>> 16, run & 3, x, y)
      owners ^= mask & -(found & ODD)
      touched |= mask & -(found >> 1)
    }
    owners |= touched
    return owners === 0 ? -1 : r[end + 31 - Math.clz32(owners & -owners)]!
  }

  #findInCrowd(list: number, x: number, y: number): number {
    const r = this.#records
    for (let at = list + 1; at <= list + r[list]!; at++) {
      if (this.#covers(r[at]!, x, y)) return this.#partArea[r[at]!]!
    }
    return -1
  }

  /** Every area that covers the point, ascending. Looks at all areas: for reports, not for millions. */
  findAll(x: number, y: number): number[] {
    const found: number[] = []
    for (let part = 0; part < this.#partArea.length; part++) {
      const area = this.#partArea[part]!
      if (found.at(-1) !== area && this.#covers(part, x, y)) found.push(area)
    }
    return found
  }

  /**
   * The area whose edge or inside is nearest, with the distance in metres (0 when covered), or undefined when
   * none lies within `withinMeters`. Equal distances give the lowest code. Measured in the plane that touches
   * WGS84 at the point: 0.1 % off at 50 km, an order of magnitude at thousands.
   */
  nearest(x: number, y: number, withinMeters: number): Nearest | undefined {
    const covering = this.find(x, y)
    if (covering >= 0) return { index: covering, meters: 0 }
    const [perX, perY] = metersPerDegree(y)
    let best = withinMeters ** 2
    let index = -1
    for (let part = 0; part < this.#partArea.length; part++) {
      if (squareToBox(this.#bounds, part, x, y, perX, perY) > best) continue
      const square = this.#squareToEdges(part, x, y, perX, perY)
      if (square < best || (square === best && index < 0)) {
        best = square
        index = this.#partArea[part]!
      }
    }
    return index < 0 ? undefined : { index, meters: Math.sqrt(best) }
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

  /** Whether one polygon covers the point, over all its edges. */
  #covers(part: number, x: number, y: number): boolean {
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
}
