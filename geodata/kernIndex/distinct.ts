/** Hash tables that give positions and edges one number each: the first step from rings to shared borders. */

/** No number: no second owner, no new edge, not a position. */
export const NONE = -1

/** Distinct positions, numbered in order of arrival. */
export class Points {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly #table: Int32Array
  readonly #key = new Float64Array(2)
  readonly #words = new Int32Array(this.#key.buffer)
  #count = 0

  constructor(capacity: number) {
    this.x = new Float64Array(capacity)
    this.y = new Float64Array(capacity)
    this.#table = emptyTable(capacity)
  }

  /** The number of a position, or `NONE` when it is not finite. Negative zero is zero. */
  add(x: number, y: number): number {
    if (!(Number.isFinite(x) && Number.isFinite(y))) return NONE
    this.#key[0] = x + 0
    this.#key[1] = y + 0
    const w = this.#words
    const mask = this.#table.length - 1
    const mixed =
      w[0]! ^ Math.imul(w[1]!, 0x9e3779b1) ^ Math.imul(w[2]!, 0x85ebca77) ^ Math.imul(w[3]!, 0xc2b2ae3d)
    let slot = spread(mixed) & mask
    for (let found = this.#table[slot]!; found !== NONE; found = this.#table[slot]!) {
      if (this.x[found] === x && this.y[found] === y) return found
      slot = (slot + 1) & mask
    }
    this.#table[slot] = this.#count
    this.x[this.#count] = this.#key[0]
    this.y[this.#count] = this.#key[1]
    return this.#count++
  }
}

/** Distinct edges in the direction of their first use, each with one or two owners. */
export class Edges {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly owner: Int32Array
  readonly #table: Int32Array
  count = 0

  constructor(capacity: number) {
    this.from = new Int32Array(capacity)
    this.to = new Int32Array(capacity)
    this.owner = new Int32Array(2 * capacity)
    this.#table = emptyTable(capacity)
  }

  /** The number of a new edge; `NONE` when it joined one that was there. */
  add(from: number, to: number, part: number): number {
    const mask = this.#table.length - 1
    const low = Math.min(from, to)
    const high = Math.max(from, to)
    let slot = spread(Math.imul(low, 0x9e3779b1) ^ high) & mask
    for (let found = this.#table[slot]!; found !== NONE; found = this.#table[slot]!) {
      const a = this.from[found]!
      const b = this.to[found]!
      const free = this.owner[2 * found] !== part && this.owner[2 * found + 1] === NONE
      if (free && Math.min(a, b) === low && Math.max(a, b) === high) {
        this.owner[2 * found + 1] = part
        return NONE
      }
      slot = (slot + 1) & mask
    }
    this.#table[slot] = this.count
    this.from[this.count] = from
    this.to[this.count] = to
    this.owner[2 * this.count] = part
    this.owner[2 * this.count + 1] = NONE
    return this.count++
  }
}

/** Open addressing, at most half full. */
const emptyTable = (capacity: number) =>
  new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 2))).fill(NONE)

/** Mixes 32 bits (the finaliser of MurmurHash3). */
function spread(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
