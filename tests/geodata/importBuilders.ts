/** Small areas to import: squares of about 676 by 1,113 metres beside each other, and files made of them. */
import { DatabaseSync } from 'node:sqlite'
import { readGebieden } from '../../geodata/import/readGebieden.ts'
import { checkGebieden } from '../../geodata/import/report.ts'
import type { Feature, Source } from '../../geodata/import/source.ts'

export type Ring = number[][]

/** Counterclockwise and closed; `column` counts to the east, `row` to the north. Degrees with 6 decimals. */
export const square = (column: number, row = 0, size = 1): Ring => {
  const at = (x: number, y: number) => [round(4.7 + 0.01 * x), round(52.6 + 0.01 * y)]
  const [east, north] = [column + size, row + size]
  return [at(column, row), at(east, row), at(east, north), at(column, north), at(column, row)]
}
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Buurt `nr` (0–99) of one gemeente with the facts of the PDOK OGC API. */
export const buurt = (nr: number, geometry: unknown, properties: Feature['properties'] = {}): Feature => ({
  properties: {
    buurtcode: `BU037301${String(nr).padStart(2, '0')}`,
    buurtnaam: `Buurt ${nr}`,
    gemeentecode: 'GM0373',
    gemeentenaam: 'Bergen (NH.)',
    water: 'NEE',
    aantal_inwoners: 10 * nr,
    jaar: 2024,
    ...properties,
  },
  geometry,
})

export const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates })
export const squareBuurt = (nr: number, column = nr, row = 0): Feature =>
  buurt(nr, polygon(square(column, row)))

export const sourceOf = (features: Feature[], crs?: string): Source => ({ name: 'proef.json', crs, features })

export const toText = (features: Feature[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  })

/** What the whole check finds, as `kind` → how often. */
export const kindsIn = (features: Feature[], crs?: string): Record<string, number> => {
  const findings = checkGebieden(readGebieden(sourceOf(features, crs)))
  return Object.fromEntries(
    [...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, group]) => [kind, group.length]),
  )
}

/** A GeoPackage with a layer `buurten` in WGS84. A string as geometry goes in as it is, to be damaged. */
export function writeGeopackage(file: string, features: Feature[], { z = false } = {}): void {
  const database = new DatabaseSync(file)
  database.exec(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization_coordsys_id INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 4326);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
    INSERT INTO gpkg_geometry_columns VALUES ('buurten', 'geom', 4326);
    CREATE TABLE buurten (geom BLOB, buurtcode TEXT, buurtnaam TEXT, gemeentecode TEXT, gemeentenaam TEXT,
      water TEXT, aantal_inwoners INTEGER, jaar INTEGER)`)
  const insert = database.prepare('INSERT INTO buurten VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const { properties: p, geometry } of features) {
    const { coordinates } = geometry as { coordinates: Ring[] }
    const blob = typeof geometry === 'string' ? Buffer.from(geometry) : toBlob(coordinates, z)
    const facts = [p.buurtcode, p.buurtnaam, p.gemeentecode, p.gemeentenaam, p.water]
    insert.run(blob, ...facts.map(String), Number(p.aantal_inwoners), Number(p.jaar))
  }
  database.close()
}

/** GeoPackage header without envelope, then a little-endian Polygon. */
function toBlob(rings: Ring[], z: boolean): Uint8Array {
  const numbers = rings.flat().flatMap(([x, y]) => (z ? [x!, y!, 3.5] : [x!, y!]))
  const blob = Buffer.alloc(8 + 9 + 4 * rings.length + 8 * numbers.length)
  blob.write('GP', 0, 'latin1')
  blob.writeUInt8(1, 3)
  blob.writeInt32LE(4326, 4)
  blob.writeUInt8(1, 8)
  blob.writeUInt32LE(z ? 1003 : 3, 9)
  blob.writeUInt32LE(rings.length, 13)
  let at = 17
  for (const ring of rings) {
    at = blob.writeUInt32LE(ring.length, at)
    for (const [x, y] of ring)
      for (const value of z ? [x!, y!, 3.5] : [x!, y!]) at = blob.writeDoubleLE(value, at)
  }
  return blob
}
