/** Contract shapes to GeoJSON, as little of it as the layers read: MapLibre copies every property to its worker. */
import type { Kern } from '../../functions/contract/kern.ts'
import type { Beeld, Positie, Punt, Vorm } from './beeld.ts'

type Collection = GeoJSON.FeatureCollection

const collect = (features: GeoJSON.Feature[]): Collection => ({ type: 'FeatureCollection', features })

export const kernVlakken = (kernen: readonly Vorm[], beeld: Beeld): Collection =>
  collect(
    kernen.map((kern) => ({
      type: 'Feature',
      properties: {
        kern: kern.code,
        kleur: beeld.kleuren?.[kern.code] ?? '',
        gearceerd: beeld.gearceerd?.includes(kern.code) ?? false,
      },
      geometry: kern.geometrie as GeoJSON.Polygon | GeoJSON.MultiPolygon,
    })),
  )

/** A kern this much smaller than the mean has no room for its name. */
const small = 0.35

/** Square degrees of a box: enough to know which kern is small. */
const sizeOf = ([west, south, east, north]: readonly number[]) => (east! - west!) * (north! - south!)

/** Names with what decides their place. What stands in brackets behind a name is left to the table beside the map. */
export function kernNamen(kernen: readonly Vorm[], beeld: Beeld): Collection {
  const sizes = kernen.map((kern) => sizeOf(boundsOf(kern)))
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  const middle = kernen.reduce((sum, { labelPunt }) => sum + labelPunt[0], 0) / kernen.length
  return collect(
    kernen.map(({ code, naam, labelPunt }, n) => ({
      type: 'Feature',
      properties: {
        kern: code,
        naam: naam.replace(/ \([^()]*\)$/, ''),
        cijfer: beeld.cijfers?.[code] ?? '',
        grootte: sizes[n],
        kant: sizes[n]! > small * mean ? 'midden' : labelPunt[0] < middle ? 'west' : 'oost',
      },
      geometry: { type: 'Point', coordinates: labelPunt },
    })),
  )
}

/** Weight is the count as a part of the fullest cell. */
export function celPunten(cellen: readonly number[]): Collection {
  const features: GeoJSON.Feature[] = []
  let most = 1
  for (let i = 2; i < cellen.length; i += 3) most = Math.max(most, cellen[i]!)
  for (let i = 0; i + 2 < cellen.length; i += 3) {
    features.push({
      type: 'Feature',
      properties: { gewicht: cellen[i + 2]! / most },
      geometry: { type: 'Point', coordinates: [cellen[i]!, cellen[i + 1]!] },
    })
  }
  return collect(features)
}

export const losPunten = (punten: readonly Punt[]): Collection =>
  collect(
    punten.map(({ id, positie, soort }) => ({
      type: 'Feature',
      properties: { id, soort },
      geometry: { type: 'Point', coordinates: [...positie] },
    })),
  )

/** The line that somebody draws, and its points. */
export const lijnVorm = (lijn: readonly Positie[]): Collection =>
  collect([
    ...(lijn.length > 1
      ? [line({ type: 'LineString', coordinates: lijn.map((positie) => [...positie]) })]
      : []),
    ...lijn.map((positie) => line({ type: 'Point', coordinates: [...positie] })),
  ])
const line = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry })

/** `[west, south, east, north]` of one kern, to zoom to. */
export function boundsOf({ geometrie }: Pick<Kern, 'geometrie'>): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return
    if (typeof part[0] === 'number') {
      const [lon, lat] = part as [number, number]
      bounds[0] = Math.min(bounds[0], lon)
      bounds[1] = Math.min(bounds[1], lat)
      bounds[2] = Math.max(bounds[2], lon)
      bounds[3] = Math.max(bounds[3], lat)
    } else for (const deeper of part) visit(deeper)
  }
  visit(geometrie.coordinates)
  return bounds
}
