/**
 * The flat file of a kern index: a header (magic, version, checksum, size, length of each section), then typed
 * arrays one behind the other, each at a multiple of 8 bytes, little-endian. Opening makes views, no copies.
 */

const MAGIC = 0x4e52454b // "KERN" read as a little-endian word
const VERSION = 2

/** A cell near many edges is split into 4 × 4, at most `FINE_BITS / SPLIT_BITS` times. */
export const SPLIT_BITS = 2
/** Bits of a finest coordinate below the first level of the grid. */
export const FINE_BITS = 8
/** Number of chains of a record with too many owners for a mask: a list of parts to look at one by one. */
export const CROWD = 255

/** Most edges of a chain, and what the number of its first vertex stays below. */
export const CHAIN_EDGES = 2 ** 6 - 1
export const CHAIN_VERTICES = 2 ** 24
/** Second words of a place that holds no chain. */
export const RECORD = 0x8000
export const SPLIT = 0x8001

export type Sections = {
  /** West, south, east, north of all areas, finest cells per unit in x and y, columns and rows. */
  frame: Float64Array
  /** x, y of every vertex, arc after arc. The originals: nothing is rounded. */
  vertices: Float64Array
  /** Per part (one polygon of an area) west, south, east, north. */
  bounds: Float64Array
  /**
   * First level of the grid, row after row from the south-west: an answer (index of an area, -1 none), or -2 - n
   * for the n-th cell near edges of its row.
   */
  cells: Int16Array
  /** Per row where its cells near edges begin in `places`, minus 4: `places[rowFirst[row] - 2 * cell]`. */
  rowFirst: Int32Array
  /**
   * Two words per cell near edges. With one chain of edges the chain, and the answers where an odd number of its
   * edges is crossed (from bit 16) and where an even number is. Or an offset in `records` and `RECORD`; or in
   * `splits` and `SPLIT`. A chain: its first vertex (from bit 8), number of edges (from bit 2) and stands.
   */
  places: Int32Array
  /** Cells of split cells: an answer, or -2 minus twice an offset in `records`; or in `splits`, plus one. */
  splits: Int32Array
  /**
   * A record: bits of the owners at its base (from bit 8) and number of chains; per chain the chain and the bits of
   * its owners; then the area of each bit. Or `CROWD`, a number, and that many parts.
   */
  records: Int32Array
  /** First vertex of each arc, and one past the end. */
  arcStart: Uint32Array
  /** First entry in `partArcs` of each part, and one past the end. */
  partStart: Uint32Array
  partArcs: Uint32Array
  /** Area of each part; parts stand in the order of the area codes. */
  partArea: Uint32Array
  /** UTF-8 JSON: the codes, ascending in UTF-16 code units. */
  codes: Uint8Array
}

type View<T> = new (buffer: ArrayBufferLike, offset: number, length: number) => T
/** The order here is the order in the file. */
const sections: { [name in keyof Sections]: View<Sections[name]> } = {
  frame: Float64Array,
  vertices: Float64Array,
  bounds: Float64Array,
  cells: Int16Array,
  rowFirst: Int32Array,
  places: Int32Array,
  splits: Int32Array,
  records: Int32Array,
  arcStart: Uint32Array,
  partStart: Uint32Array,
  partArcs: Uint32Array,
  partArea: Uint32Array,
  codes: Uint8Array,
}
const names = Object.keys(sections) as (keyof Sections)[]
const HEADER_BYTES = 16 * Math.ceil((4 + names.length) / 4)

const padded = (bytes: number): number => (bytes + 7) & ~7

/** One file of these sections. */
export function writeFile(parts: Sections): Uint8Array {
  const used = names.reduce((sum, name) => sum + padded(parts[name].byteLength), HEADER_BYTES)
  const size = 16 * Math.ceil(used / 16)
  const file = new Uint8Array(size)
  const header = new Uint32Array(file.buffer, 0, HEADER_BYTES / 4)
  header.set([MAGIC, VERSION, 0, size, ...names.map((name) => parts[name].length)])
  let offset = HEADER_BYTES
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = parts[name]
    file.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += padded(byteLength)
  }
  header[2] = checksum(new Int32Array(file.buffer))
  return file
}

/** Whether the bytes are a kern index of the version that `readFile` reads. */
export const hasThisVersion = (bytes: Uint8Array): boolean => {
  if (bytes.length < HEADER_BYTES) return false
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  return header.getUint32(0, true) === MAGIC && header.getUint32(4, true) === VERSION
}

/**
 * Views on a file that `writeFile` made; the caller leaves the bytes as they are for as long as the index
 * lives. Bytes that do not start at a multiple of 8 in their buffer are copied once.
 *
 * @throws Error with a Dutch sentence when the file is of another kind or version, cut off or damaged
 */
export function readFile(bytes: Uint8Array): Sections {
  const file = bytes.byteOffset % 8 ? bytes.slice() : bytes
  const header = new Uint32Array(file.buffer, file.byteOffset, Math.min(HEADER_BYTES, file.length & ~3) / 4)
  if (header[0] !== MAGIC) throw new Error('Dit is geen kernindex.')
  if (header[1] !== VERSION)
    throw new Error(`Deze kernindex heeft versie ${header[1]}; nodig is versie ${VERSION}.`)
  if (header[3] !== file.length)
    throw new Error(`De kernindex is ${file.length} bytes; dat moeten er ${header[3]} zijn.`)
  if (header[2] !== checksum(new Int32Array(file.buffer, file.byteOffset, file.length / 4))) {
    throw new Error('De kernindex is beschadigd: het controlegetal klopt niet.')
  }
  let offset = file.byteOffset + HEADER_BYTES
  const view = (name: keyof Sections, i: number) => {
    const found = new sections[name](file.buffer, offset, header[4 + i]!)
    offset += padded(found.byteLength)
    return [name, found]
  }
  return Object.fromEntries(names.map(view)) as Sections
}

/** Four interleaved FNV-1a sums over words, so that 30 MB take under ten milliseconds; word 2, itself, drops out. */
function checksum(words: Int32Array): number {
  let a = 0x811c9dc5
  let b = a
  let c = a ^ words[2]!
  let d = a
  for (let i = 0; i < words.length; i += 4) {
    a = Math.imul(a ^ words[i]!, 0x01000193)
    b = Math.imul(b ^ words[i + 1]!, 0x01000193)
    c = Math.imul(c ^ words[i + 2]!, 0x01000193)
    d = Math.imul(d ^ words[i + 3]!, 0x01000193)
  }
  return (a ^ (a >>> 15) ^ Math.imul(b, 3) ^ Math.imul(c, 5) ^ Math.imul(d, 7)) >>> 0
}
