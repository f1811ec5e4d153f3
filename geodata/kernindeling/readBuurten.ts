/** The buurten of a gemeente with their inhabitants, known or estimated, from its files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Buurt } from '../../functions/contract/kernindeling.ts'
import { estimateBuurten, zonderInwoners } from '../../functions/domain/kernindeling/inwoners.ts'
import type { Kernindeling } from '../instellingen.ts'
import type { Vlak } from '../outline.ts'

type Properties = {
  buurtcode: string
  buurtnaam: string
  wijknaam?: string | null
  inwoners: number | null
  oppervlakteHa?: number
}
type File = GeoJSON.FeatureCollection<Vlak, Properties>

/** @param folder of the gemeente */
export function readBuurten(folder: string, { kernen }: Kernindeling): Buurt[] {
  const { features }: File = JSON.parse(readFileSync(join(folder, 'buurten.geojson'), 'utf8'))
  const measured = features.map(({ properties, geometry }) => ({
    code: properties.buurtcode,
    naam: properties.buurtnaam,
    wijk: properties.wijknaam ?? '',
    inwoners: properties.inwoners,
    oppervlakteHa: properties.oppervlakteHa ?? measureHa(geometry),
    geometrie: geometry as Buurt['geometrie'],
  }))
  const inwoners = estimateBuurten(kernen, measured)
  return measured.map((buurt) => ({ ...buurt, ...(inwoners.get(buurt.code) ?? zonderInwoners) }))
}

/** Hectares, one decimal, in the plane that touches the earth here: enough to divide people by, without turf. */
function measureHa(vlak: Vlak): number {
  const polygons = vlak.type === 'Polygon' ? [vlak.coordinates] : vlak.coordinates
  const latitude = polygons[0]?.[0]?.[0]?.[1] ?? 0
  const perLat = 111_200
  const perLon = perLat * Math.cos((latitude * Math.PI) / 180)
  const areaOf = (ring: GeoJSON.Position[]) =>
    Math.abs(
      ring.reduce((sum, [lon, lat], i) => {
        const [nextLon, nextLat] = ring[(i + 1) % ring.length]!
        return sum + lon! * nextLat! - nextLon! * lat!
      }, 0) / 2,
    )
  const squares = polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + areaOf(outer) - holes.reduce((total, hole) => total + areaOf(hole), 0),
    0,
  )
  return Math.round((squares * perLon * perLat) / 1000) / 10
}
