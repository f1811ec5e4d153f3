/** Steenbergen as its newcomer finds it: buurten of CBS without inhabitants, imported on the command line. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toRd } from '../../geodata/import/rd.ts'
import { root } from './sources.ts'

type Buurten = GeoJSON.FeatureCollection<GeoJSON.Polygon, Record<string, string>>

const buurten: Buurten = JSON.parse(
  readFileSync(join(root, 'geodata/gemeenten/GM0851/buurten.geojson'), 'utf8'),
)

/** Whole metres, as in the file of CBS. */
const toMetres = ([lon, lat]: GeoJSON.Position) => toRd(lon!, lat!).map(Math.round)
const missing = -99999999

/** The shapefile of buurten 2019 as GeoJSON in RD, with figures that are "not published". */
const toCbs = () => ({
  type: 'FeatureCollection',
  name: 'buurt_2019',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
  features: buurten.features.map(({ properties, geometry }) => ({
    type: 'Feature',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [geometry.coordinates.map((ring) => ring.map(toMetres))],
    },
    properties: {
      BU_CODE: properties.buurtcode,
      JRSTATCODE: `2019${properties.buurtcode}`,
      BU_NAAM: properties.buurtnaam,
      WK_CODE: properties.wijkcode,
      WK_NAAM: properties.wijknaam,
      GM_CODE: properties.gemeentecode,
      GM_NAAM: properties.gemeentenaam,
      H2O: 'NEE',
      AANT_INW: missing,
    },
  })),
})

/** @returns the folder with gemeenten for `startJourney`, and what the command said */
export function importSteenbergen(folder: string): { geodata: string; said: string } {
  const [geodata, bestand] = [join(folder, 'gemeenten'), join(folder, 'buurt_2019.geojson')]
  mkdirSync(geodata, { recursive: true })
  writeFileSync(bestand, JSON.stringify(toCbs()))
  const command = ['infra/local/kernpunt.ts', 'gemeente', 'importeer', 'GM0851', '--bestand', bestand]
  const env = { ...process.env, GEODATA: geodata }
  return {
    geodata,
    said: execFileSync(process.execPath, command, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' }),
  }
}

/** A place of the buurt Welberg, well inside. */
export const plekInWelberg: [lon: number, lat: number] = [4.330_5, 51.578_2]
