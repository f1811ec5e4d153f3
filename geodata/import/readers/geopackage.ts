/** CBS GeoPackage (`wijkenbuurten_2024_v1.gpkg`): the layer that has a code per buurt, else per wijk or postcode. */
import { DatabaseSync } from 'node:sqlite'
import { findCodeField, findGemeenteField, readWijknamen } from '../fields.ts'
import { type Feature, type Limits, limits, megabytes, Refusal, type Source } from '../source.ts'
import { readWkb } from './wkb.ts'

type Choice = { gemeente?: string | undefined; max?: Pick<Limits, 'bytes'> }
type Layer = { table: string; column: string; srs: number; columns: string[] }

/**
 * Reads row by row, and of one gemeente when it is given: a national file costs no more memory than that.
 *
 * @throws Refusal when the file is damaged, no GeoPackage, or has no layer with areas
 */
export function readGeopackage(file: string, choice: Choice = {}): Source {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const layers = listLayers(file, database)
    const layer = chooseLayer(file, layers)
    return {
      name: `${file} (laag ${layer.table})`,
      crs: `EPSG:${layer.srs}`,
      features: readRows(file, database, layer, choice),
      wijknamen: readNames(database, layers),
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal(`${file} is beschadigd of niet te lezen: ${(cause as Error).message}.`, { cause })
  } finally {
    database?.close()
  }
}

function listLayers(file: string, database: DatabaseSync): Layer[] {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = 'gpkg_geometry_columns'").all()
  if (tables.length === 0)
    throw new Refusal(`${file} is een SQLite-bestand zonder geometrie, geen GeoPackage.`)
  const rows = database
    .prepare(
      `SELECT g.table_name, g.column_name, s.organization_coordsys_id AS srs FROM gpkg_geometry_columns g
       LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id`,
    )
    .all()
  return rows.map((row) => ({
    table: String(row.table_name),
    column: String(row.column_name),
    srs: Number(row.srs),
    columns: database
      .prepare(`SELECT name FROM pragma_table_info(?)`)
      .all(String(row.table_name))
      .map(({ name }) => String(name)),
  }))
}

function chooseLayer(file: string, layers: Layer[]): Layer {
  const found = (['buurt', 'wijk', 'postcode'] as const)
    .map((soort) => layers.find(({ columns }) => findCodeField(columns, soort)))
    .find((layer) => layer !== undefined)
  if (found) return found
  const names = layers.map(({ table }) => table).join(', ') || 'geen'
  throw new Refusal(
    `${file} heeft geen laag met buurten, wijken of postcodes. Lagen met geometrie: ${names}.`,
  )
}

function readRows(
  file: string,
  database: DatabaseSync,
  { table, column, columns }: Layer,
  { gemeente, max = limits }: Choice,
): Feature[] {
  const field = gemeente && findGemeenteField(columns)
  const from = `FROM ${quote(table)}${field ? ` WHERE ${quote(field)} = ?` : ''}`
  const values = field ? [gemeente] : []
  const bytes = Number(
    database.prepare(`SELECT sum(length(${quote(column)})) AS bytes ${from}`).get(...values)?.bytes,
  )
  if (bytes > max.bytes) {
    throw new Refusal(
      `${file} heeft ${megabytes(bytes)} aan grenzen; hoogstens ${megabytes(max.bytes)} kan. Noem een gemeente.`,
    )
  }
  const features: Feature[] = []
  for (const row of database.prepare(`SELECT * ${from}`).iterate(...values)) {
    const { [column]: blob, ...properties } = row
    features.push({ properties, geometry: blob instanceof Uint8Array ? tryWkb(blob) : null })
  }
  return features
}

/** Names of wijken, from the layer that has wijken and no buurten. */
function readNames(database: DatabaseSync, layers: readonly Layer[]): Map<string, string> {
  const layer = layers.find(
    ({ columns }) => findCodeField(columns, 'wijk') && !findCodeField(columns, 'buurt'),
  )
  if (!layer) return new Map()
  const names = layer.columns.filter((column) => column !== layer.column).map(quote)
  const rows = database.prepare(`SELECT ${names.join(', ')} FROM ${quote(layer.table)}`).all()
  return readWijknamen(rows.map((properties) => ({ properties })))
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A damaged blob becomes a geometry that the check refuses by name, so that the report can say which object. */
function tryWkb(blob: Uint8Array): unknown {
  try {
    return readWkb(blob)
  } catch {
    return { type: 'beschadigde geometrie' }
  }
}
