/**
 * The flat file of a kern index: eight header words, a frame, then typed arrays one behind the other, each
 * starting at a multiple of 8 bytes, little-endian. Opening it makes views, it copies nothing.
 */

const MAGIC = 0x4e52454b // "KERN" read as a little-endian word
export const VERSION = 1

/** Section name → array. The order is the order in the file. */
const sections = {
  /** West, south, east, north of all areas, finest cells per unit in x and y, columns and rows. */
  frame: Float64Array,
  /** x, y of every vertex, arc after arc. The originals: nothing is rounded. */
  vertices: Float64Array,
  /** Per part (one polygon of an area) west, south, east, north. */
  bounds: Float64Array,
  /** First level of the grid, row after row from the south-west; this and what follows: see `grid.ts`. */
  cells: Int16Array,
  rowFirst: Int32Array,
  places: Int32Array,
  splits: Int32Array,
  records: Uint32Array,
  /** First vertex of each arc, and one past the end. */
  arcStart: Uint32Array,
  /** First entry in `partArcs` of each part, and one past the end. */
  partStart: Uint32Array,
  partArcs: Uint32Array,
  /** Area of each part; parts stand in the order of the area codes. */
  partArea: Uint32Array,
  /** UTF-8 JSON: the codes, ascending in UTF-16 code units, padded with spaces to a multiple of four. */
  codes: Uint8Array,
} as const

export type Sections = { [name in keyof typeof sections]: InstanceType<(typeof sections)[name]> }
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
  header[2] = checksum(new Uint32Array(file.buffer))
  return file
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
  if (header[2] !== checksum(new Uint32Array(file.buffer, file.byteOffset, file.length / 4))) {
    throw new Error('De kernindex is beschadigd: het controlegetal klopt niet.')
  }
  let offset = file.byteOffset + HEADER_BYTES
  const views = names.map((name, i) => {
    const view = new sections[name](file.buffer as ArrayBuffer, offset, header[4 + i])
    offset += padded(view.byteLength)
    return [name, view]
  })
  return Object.fromEntries(views)
}

/** Four interleaved FNV-1a sums over words, so that 40 MB take some ten milliseconds; word 2, itself, drops out. */
function checksum(words: Uint32Array): number {
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
