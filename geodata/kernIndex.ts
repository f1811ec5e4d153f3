/**
 * Point → kern: which area covers a position, exactly.
 *
 * **Rule.** The answer is the area with the lowest code (UTF-16 order) whose *closed* polygon covers the
 * point, or none. A point on a border thus has one answer, whatever the order or direction of vertices, on
 * every machine. A polygon covers a point that lies on one of its edges, or for which a ray to the west
 * crosses its rings an odd number of times; an area covers what one of its polygons covers. A ring of one position
 * is that position and of two the line between them: a closed polygon keeps what rounding left of it.
 *
 * **Units.** x is longitude, y latitude, in degrees WGS84, in that order; only `nearest` minds, the rest
 * works in any plane. **Memory.** An index is views on the bytes it was opened with; `find` and `findMany` allocate
 * nothing.
 */
import { crossings, ODD } from './kernIndex/crossings.ts'
import {
  CHAIN_EDGES,
  CROWD,
  FINE_BITS,
  RECORD,
  readFile,
  type Sections,
  SPLIT_BITS,
} from './kernIndex/layout.ts'
import { Parts } from './kernIndex/parts.ts'

const FINE = 2 ** FINE_BITS
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
  /**
   * West, south, east, north, and cells of the first level per unit in x and y: scaling by a power of two, as
   * `FINE_BITS` does, rounds nothing. An array, as V8 keeps a field that is a double in a box of its own.
   */
  readonly #frame: Float64Array
  readonly #columns: number
  readonly #queue = new Int32Array(BLOCK)
  readonly #first = new Int32Array(BLOCK)
  readonly #second = new Int32Array(BLOCK)
  readonly #cells: Int16Array
  readonly #rowFirst: Int32Array
  readonly #places: Int32Array
  readonly #splits: Int32Array
  readonly #records: Int32Array
  readonly #parts: Parts

  constructor(sections: Sections) {
    this.codes = JSON.parse(new TextDecoder().decode(sections.codes))
    const [west, south, east, north, perX, perY, columns] = sections.frame
    this.#frame = Float64Array.of(west!, south!, east!, north!, perX! / FINE, perY! / FINE)
    this.#columns = columns!
    this.#vertices = sections.vertices
    this.#cells = sections.cells
    this.#rowFirst = sections.rowFirst
    this.#places = sections.places
    this.#splits = sections.splits
    this.#records = sections.records
    this.#parts = new Parts(sections)
  }

  /** Index in `codes` of the lowest code that covers the point; -1 outside all and for NaN or Infinity. */
  find(x: number, y: number): number {
    const f = this.#frame
    const west = f[0]!
    const south = f[1]!
    if (!(x >= west && y >= south && x <= f[2]! && y <= f[3]!)) return -1
    const row = ((y - south) * f[5]!) | 0
    const value = this.#cells[(Math.imul(row, this.#columns) + (((x - west) * f[4]!) | 0)) | 0]!
    if (value >= -1) return value
    const at = this.#rowFirst[row]! - 2 * value
    return this.#readPlace(this.#places[at]!, this.#places[at + 1]!, x, y)
  }

  /**
   * `find` for many points: `out[i]` is the answer for `xs[i], ys[i]`. The three have the same length. A block of
   * points first reads all its cells, without a branch on what they hold; those near edges wait in a queue, which
   * is followed to records and then read. The loads of each pass do not wait for one another.
   */
  findMany(xs: Float64Array, ys: Float64Array, out: Int32Array): void {
    for (let from = 0; from < xs.length; from += BLOCK) {
      const waiting = this.#readCells(xs, ys, out, from, Math.min(from + BLOCK, xs.length))
      this.#readPlaces(ys, out, waiting)
      for (let k = 0; k < waiting; k++) {
        const i = this.#queue[k]!
        out[i] = this.#readPlace(this.#first[k]!, this.#second[k]!, xs[i]!, ys[i]!)
      }
    }
  }

  #readCells(xs: Float64Array, ys: Float64Array, out: Int32Array, from: number, to: number): number {
    const cells = this.#cells
    const queue = this.#queue
    const columns = this.#columns
    const west = this.#frame[0]!
    const south = this.#frame[1]!
    const east = this.#frame[2]!
    const north = this.#frame[3]!
    const perX = this.#frame[4]!
    const perY = this.#frame[5]!
    let waiting = 0
    for (let i = from; i < to; i++) {
      const x = xs[i]!
      const y = ys[i]!
      let value = -1
      if (x >= west && y >= south && x <= east && y <= north) {
        value = cells[(Math.imul(((y - south) * perY) | 0, columns) + (((x - west) * perX) | 0)) | 0]!
      }
      out[i] = value
      queue[waiting] = i
      // One more waits when the value is below -1.
      waiting = (waiting + ((value + 1) >>> 31)) | 0
    }
    return waiting
  }

  #readPlaces(ys: Float64Array, out: Int32Array, waiting: number): void {
    const places = this.#places
    const south = this.#frame[1]!
    const perY = this.#frame[5]!
    for (let k = 0; k < waiting; k++) {
      const i = this.#queue[k]!
      const at = this.#rowFirst[((ys[i]! - south) * perY) | 0]! - 2 * out[i]!
      this.#first[k] = places[at]!
      this.#second[k] = places[at + 1]!
    }
  }

  /**
   * The answer of a cell near edges: owners that each chain changes which the ray to the west crosses. A place with
   * one chain says what holds on its two sides; on it holds the lower of the two, "none" last. One loop for places
   * and records, and no call in it: V8 then keeps in registers what the loop of a caller needs.
   */
  #readPlace(first: number, second: number, x: number, y: number): number {
    const r = this.#records
    const even = (second << 16) >> 16
    let run = first
    let mask = 1
    let owners = 0
    let touched = 0
    let at = 0
    let end = 0
    if (even < -1) {
      if (even & 1) return this.#readSplit(first, x, y)
      const head = r[first]!
      const chains = head & CROWD
      if (chains === CROWD) return this.#findInCrowd(first + 1, x, y)
      owners = head >>> 8
      run = r[first + 1]!
      mask = r[first + 2]!
      at = first + 3
      end = first + 1 + 2 * chains
    }
    for (;;) {
      const found = crossings(this.#vertices, run >>> 8, (run >>> 2) & CHAIN_EDGES, run & 3, x, y)
      owners ^= mask & -(found & ODD)
      touched |= mask & -(found >> 1)
      if (at === end) break
      run = r[at]!
      mask = r[at + 1]!
      at += 2
    }
    if (even < -1) {
      owners |= touched
      return owners === 0 ? -1 : r[end + 31 - Math.clz32(owners & -owners)]!
    }
    if (touched) return (Math.min(second & 0xffff, second >>> 16) << 16) >> 16
    return even ^ ((even ^ (second >> 16)) & -owners)
  }

  #readSplit(split: number, x: number, y: number): number {
    const f = this.#frame
    const fineX = ((x - f[0]!) * f[4]! * FINE) | 0
    const fineY = ((y - f[1]!) * f[5]! * FINE) | 0
    let place = 2 * split + 1
    for (let shift = FINE_BITS - SPLIT_BITS; place & 1; shift -= SPLIT_BITS) {
      const row = (fineY >> shift) & SPLIT_MASK
      const column = (fineX >> shift) & SPLIT_MASK
      const value = this.#splits[(place >> 1) + (row << SPLIT_BITS) + column]!
      if (value >= -1) return value
      place = -2 - value
    }
    return this.#readPlace(place >> 1, RECORD, x, y)
  }

  #findInCrowd(list: number, x: number, y: number): number {
    const r = this.#records
    for (let at = list + 1; at <= list + r[list]!; at++) {
      if (this.#parts.covers(r[at]!, x, y)) return this.#parts.area[r[at]!]!
    }
    return -1
  }

  /** Every area that covers the point, ascending. Looks at all areas: for reports, not for millions. */
  findAll(x: number, y: number): number[] {
    const found: number[] = []
    this.#parts.area.forEach((area, part) => {
      if (found.at(-1) !== area && this.#parts.covers(part, x, y)) found.push(area)
    })
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
    const found = this.#parts.nearestEdge(x, y, withinMeters ** 2)
    return found && { index: found.index, meters: Math.sqrt(found.square) }
  }
}
