/**
 * Point → kern: which area covers a position, exactly.
 *
 * **Rule.** The answer is the area with the lowest code (UTF-16 order) whose *closed* polygon covers the
 * point, or none. A point on a border thus has one answer, whatever the order or direction of vertices, on
 * every machine. A polygon covers a point that lies on one of its edges, or for which a ray to the west
 * crosses its rings an odd number of times; an area covers what one of its polygons covers.
 *
 * **Units.** x is longitude, y latitude, in degrees WGS84, in that order; only `nearest` minds, the rest
 * works in any plane. **Memory.** An index is views on the bytes it was opened with; no call allocates.
 */
import { CROWD, FINE_BITS, SPLIT_BITS } from './kernIndex/grid.ts'
import { readFile, type Sections } from './kernIndex/layout.ts'
import { side } from './kernIndex/side.ts'

/** What `crossings` says of a run of edges: an even or odd number of crossings, or the point lies on one. */
const ODD = 1
const TOUCH = 2
const SPLIT_MASK = (1 << SPLIT_BITS) - 1
type Six = [number, number, number, number, number, number]

export type Nearest = { index: number; meters: number }

/**
 * Opens the bytes of `buildKernIndex`. Keep the bytes unchanged as long as the index is used.
 *
 * @throws Error with a Dutch sentence when the bytes are of another kind or version, cut off or damaged
 * @example openKernIndex(readFileSync('kernen.idx')).find(4.7, 52.67) // 1, an index in `codes`
 */
export const openKernIndex = (bytes: Uint8Array): KernIndex => new KernIndex(readFile(bytes))

export class KernIndex {
  /** Codes of the areas, ascending. */
  readonly codes: readonly string[]
  readonly #vertices: Float64Array
  readonly #frame: Float64Array
  readonly #columns: number
  readonly #cells: Int32Array
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
    return value >= -1 ? value : this.#findNear(value, fineX, fineY, x, y)
  }

  /** `find` for many points: `out[i]` is the answer for `xs[i], ys[i]`. The three have the same length. */
  findMany(xs: Float64Array, ys: Float64Array, out: Int32Array): void {
    const cells = this.#cells
    const columns = this.#columns
    const [west, south, east, north, perX, perY] = this.#frame as unknown as Six
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!
      const y = ys[i]!
      if (x >= west && y >= south && x <= east && y <= north) {
        const fineX = ((x - west) * perX) | 0
        const fineY = ((y - south) * perY) | 0
        const value = cells[(fineY >> FINE_BITS) * columns + (fineX >> FINE_BITS)]!
        out[i] = value >= -1 ? value : this.#findNear(value, fineX, fineY, x, y)
      } else out[i] = -1
    }
  }

  /** Follows a cell that is not an answer, through its splits, to an answer or a record. */
  #findNear(cell: number, fineX: number, fineY: number, x: number, y: number): number {
    let place = -2 - cell
    for (let shift = FINE_BITS - SPLIT_BITS; place & 1; shift -= SPLIT_BITS) {
      const row = (fineY >> shift) & SPLIT_MASK
      const column = (fineX >> shift) & SPLIT_MASK
      const value = this.#cells[(place >> 1) + (row << SPLIT_BITS) + column]!
      if (value >= -1) return value
      place = -2 - value
    }
    return this.#readRecord(place >> 1, x, y)
  }

  /** The owners a record starts with, changed by each chain that the ray to the west crosses; see `grid.ts`. */
  #readRecord(record: number, x: number, y: number): number {
    const r = this.#records
    const v = this.#vertices
    let owners = r[record]! >>> 8
    const chains = r[record]! & 0xff
    if (chains === CROWD) return this.#findInCrowd(record + 1, x, y)
    const end = record + 1 + 2 * chains
    let touched = 0
    for (let at = record + 1; at < end; at += 2) {
      const start = r[at]! >>> 2
      const stands = r[at]! & 3
      const count = r[at + 1]! >>> 16
      const mask = r[at + 1]! & 0xffff
      const found = crossings(v, start, count, x, y)
      if (found === TOUCH) touched |= mask
      else if (found === ODD) owners ^= mask
      if (stands & 1 && !(v[2 * start + 1]! > y)) owners ^= mask
      if (stands & 2 && !(v[2 * (start + count) + 1]! > y)) owners ^= mask
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
    const phi = (y * Math.PI) / 180
    const perX = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi)
    const perY = 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)
    let best = withinMeters ** 2
    let index = -1
    for (let part = 0; part < this.#partArea.length; part++) {
      if (this.#squareToBounds(part, x, y, perX, perY) > best) continue
      const square = this.#squareToEdges(part, x, y, perX, perY)
      if (square < best || (square === best && index < 0)) {
        best = square
        index = this.#partArea[part]!
      }
    }
    return index < 0 ? undefined : { index, meters: Math.sqrt(best) }
  }

  #squareToBounds(part: number, x: number, y: number, perX: number, perY: number): number {
    const b = this.#bounds
    const dx = Math.max(b[4 * part]! - x, x - b[4 * part + 2]!, 0) * perX
    const dy = Math.max(b[4 * part + 1]! - y, y - b[4 * part + 3]!, 0) * perY
    return dx * dx + dy * dy
  }

  #squareToEdges(part: number, x: number, y: number, perX: number, perY: number): number {
    const v = this.#vertices
    let best = Infinity
    for (let k = this.#partStart[part]!; k < this.#partStart[part + 1]!; k++) {
      const arc = this.#partArcs[k]!
      for (let i = this.#arcStart[arc]!; i < this.#arcStart[arc + 1]! - 1; i++) {
        const ax = (v[2 * i]! - x) * perX
        const ay = (v[2 * i + 1]! - y) * perY
        const dx = (v[2 * i + 2]! - v[2 * i]!) * perX
        const dy = (v[2 * i + 3]! - v[2 * i + 1]!) * perY
        const length = dx * dx + dy * dy
        const along = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0
        best = Math.min(best, (ax + along * dx) ** 2 + (ay + along * dy) ** 2)
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
      const found = crossings(this.#vertices, start, this.#arcStart[arc + 1]! - start - 1, x, y)
      if (found === TOUCH) return true
      odd ^= found
    }
    return odd === ODD
  }
}

/**
 * Follows `count` edges from vertex `start` and counts how many cross the ray from (x, y) to the west. An
 * edge spans the half-open range of its ys, lowest excluded never highest: a vertex on the ray counts once.
 */
function crossings(v: Float64Array, start: number, count: number, x: number, y: number): number {
  let k = 2 * start
  let ax = v[k]!
  let ay = v[k + 1]!
  if (ax === x && ay === y) return TOUCH
  let odd = 0
  const end = k + 2 * count
  while (k < end) {
    k += 2
    const bx = v[k]!
    const by = v[k + 1]!
    if (by > y !== ay > y) {
      const turn = side(ax, ay, bx, by, x, y)
      if (turn === 0) return TOUCH
      if (turn > 0 === by > y) odd ^= ODD
    } else if (by === y && (bx === x || (ay === y && bx < x !== ax < x))) return TOUCH
    ax = bx
    ay = by
  }
  return odd
}
