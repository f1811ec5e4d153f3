/** The outline of a kern from the areas it consists of, with what a map needs of it. */
import * as turf from '@turf/turf'
import { placeLabel } from './placeLabel.ts'

export type Vlak = GeoJSON.Polygon | GeoJSON.MultiPolygon

/** The union, with the vertices of the parts; right-hand rule (RFC 7946). */
export function makeOutline(parts: readonly Vlak[]) {
  const features = parts.map((part) => turf.feature(part))
  const { geometry } = features.length > 1 ? turf.union(turf.featureCollection(features))! : features[0]!
  return {
    labelPunt: placeLabel(geometry),
    oppervlakteHa: toHectare(geometry),
    geometry: turf.rewind(geometry, { mutate: false }) as Vlak,
  }
}

/** One decimal. */
export const toHectare = (outline: Vlak): number => Math.round(areaOf(outline) / 1000) / 10

/**
 * Square metres on the WGS84 ellipsoid. Turf measures on a sphere of the mean radius, 0.4 % too small here; the
 * ratio of the local radii of curvature (Snyder, Map Projections, 1987, 4-18 and 4-20) puts that right.
 */
export function areaOf(outline: Vlak): number {
  const [, south, , north] = turf.bbox(outline)
  const eccentricity = 0.00669437999014
  const w = 1 - eccentricity * Math.sin(((south! + north!) / 2) * (Math.PI / 180)) ** 2
  return (turf.area(outline) * 6378137 ** 2 * (1 - eccentricity)) / w ** 2 / turf.earthRadius ** 2
}
