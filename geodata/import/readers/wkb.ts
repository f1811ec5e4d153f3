/**
 * Geometry as GeoPackage stores it: a header (GeoPackage 1.3, clause 2.1.3) and well-known binary (OGC 06-103r4,
 * clause 8). Only what a border can be: Polygon and MultiPolygon, with or without z and m.
 */

/** A GeoJSON geometry; `{ type }` alone for a kind that has no rings; null for an empty one. */
export type WkbGeometry =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }
  | { type: string }
  | null

/** Bytes of the envelope in the header, by its code. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]
const names = ['Geometry', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon']
const POLYGON = 3
const MULTI_POLYGON = 6

/**
 * @throws RangeError when the bytes end too soon; Error when they are no GeoPackage geometry
 * @example readWkb(row.geom) // { type: 'MultiPolygon', coordinates: [[[[108515, 520503], …]]] }
 */
export function readWkb(bytes: Uint8Array): WkbGeometry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const envelope = ENVELOPE_BYTES[(view.getUint8(3) >> 1) & 7]
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || envelope === undefined)
    throw new Error('geen GeoPackage-geometrie')
  const isEmpty = (view.getUint8(3) & 0x10) !== 0
  return isEmpty ? null : new Wkb(view, 8 + envelope).readGeometry()
}

/** Reads on from `at`. */
class Wkb {
  readonly #view: DataView
  #at: number
  #little = true

  constructor(view: DataView, at: number) {
    this.#view = view
    this.#at = at
  }

  readGeometry(): WkbGeometry {
    const { kind, dimensions } = this.#readType()
    if (kind === POLYGON) return { type: 'Polygon', coordinates: this.#readPolygon(dimensions) }
    if (kind !== MULTI_POLYGON) return { type: names[kind] ?? `geometrie van soort ${kind}` }
    return {
      type: 'MultiPolygon',
      coordinates: this.#readMany(5, () => this.#readPolygon(this.#readType().dimensions)),
    }
  }

  /** Byte order, then the kind: ISO adds 1000 for z, 2000 for m; PostGIS sets the high bits. */
  #readType(): { kind: number; dimensions: number } {
    this.#little = this.#view.getUint8(this.#at) === 1
    this.#at += 1
    const type = this.#readCount()
    const iso = Math.floor((type & 0xffff) / 1000)
    const z = iso === 1 || iso === 3 || (type & 0x80000000) !== 0
    const m = iso === 2 || iso === 3 || (type & 0x40000000) !== 0
    if ((type & 0x20000000) !== 0) this.#at += 4
    return { kind: (type & 0xffff) % 1000, dimensions: 2 + Number(z) + Number(m) }
  }

  #readPolygon(dimensions: number): number[][][] {
    return this.#readMany(4, () =>
      this.#readMany(8 * dimensions, () => Array.from({ length: dimensions }, () => this.#readNumber())),
    )
  }

  /** As many as the next count says; `least` bytes each, so that a damaged count does not ask for all memory. */
  #readMany<T>(least: number, read: () => T): T[] {
    const length = this.#readCount()
    if (length * least > this.#view.byteLength - this.#at) throw new RangeError('geometrie is afgebroken')
    return Array.from({ length }, read)
  }

  #readCount(): number {
    const value = this.#view.getUint32(this.#at, this.#little)
    this.#at += 4
    return value
  }

  #readNumber(): number {
    const value = this.#view.getFloat64(this.#at, this.#little)
    this.#at += 8
    return value
  }
}
