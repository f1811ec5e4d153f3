/** Sizes of small areas on the WGS84 ellipsoid. */

export type Ring = GeoJSON.Position[]
export type Vlak = GeoJSON.Polygon | GeoJSON.MultiPolygon

/** The rings of each polygon, outer ring first. */
export const polygonsOf = (vlak: Vlak): Ring[][] =>
  vlak.type === 'Polygon' ? [vlak.coordinates] : vlak.coordinates

/** A Polygon when there is one, else a MultiPolygon; undefined when nothing is left. */
export function toVlak(polygons: Ring[][]): Vlak | undefined {
  const [first] = polygons
  if (!first) return undefined
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** Twice the area with a sign, in the square of the unit of the ring: positive runs counterclockwise. */
export function windingOf(ring: Ring): number {
  const [x0, y0] = ring[0] as [number, number]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number]
    const [bx, by] = ring[i] as [number, number]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

/**
 * Square metres and mean width (2 × area / perimeter, metres: the width of a long sliver, the radius of a disc).
 * Degrees become metres by the radii of curvature at the first vertex (Snyder, Map Projections, 1987, 4-18 and
 * 4-20), which is good to a thousandth for areas of some tens of kilometres.
 */
export function measure(vlak: Vlak): { squareMeters: number; width: number } {
  let area = 0
  let perimeter = 0
  for (const polygon of polygonsOf(vlak)) {
    for (const [nth, ring] of polygon.entries()) {
      const local = toMeters(ring)
      area += (Math.abs(windingOf(local)) / 2) * (nth === 0 ? 1 : -1)
      for (let i = 1; i < local.length; i++) {
        perimeter += Math.hypot(local[i]![0]! - local[i - 1]![0]!, local[i]![1]! - local[i - 1]![1]!)
      }
    }
  }
  return { squareMeters: area, width: perimeter === 0 ? 0 : (2 * area) / perimeter }
}

function toMeters(ring: Ring): Ring {
  const [lon0, lat0] = ring[0] as [number, number]
  const eccentricity = 0.00669437999014
  const radians = Math.PI / 180
  const middle = ring.reduce((sum, [, lat]) => sum + lat!, 0) / ring.length
  const w = 1 - eccentricity * Math.sin(middle * radians) ** 2
  const perLon = ((6378137 * Math.cos(middle * radians)) / Math.sqrt(w)) * radians
  const perLat = ((6378137 * (1 - eccentricity)) / w ** 1.5) * radians
  return ring.map(([lon, lat]) => [(lon! - lon0) * perLon, (lat! - lat0) * perLat])
}
