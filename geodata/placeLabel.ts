/** Where the name of a kern can stand: well inside its outline. */
import * as turf from '@turf/turf'

const STEPS = 40

/**
 * The point of a 40 × 40 raster over the outline that lies farthest from its edge, after the idea of
 * Agafonkin's polylabel: coarse, but always inside and the same on every machine. `[lon, lat]`, 6 decimals.
 */
export function placeLabel(outline: GeoJSON.Polygon | GeoJSON.MultiPolygon): [number, number] {
  const [west, south, east, north] = turf.bbox(outline) as [number, number, number, number]
  const edges = listEdges(outline)
  const perLon = Math.cos((((south + north) / 2) * Math.PI) / 180)
  let best = turf.pointOnFeature(outline).geometry.coordinates as [number, number]
  let farthest = 0
  for (let i = 0; i < STEPS ** 2; i++) {
    const lon = round(west + ((east - west) * ((i % STEPS) + 0.5)) / STEPS)
    const lat = round(south + ((north - south) * (Math.floor(i / STEPS) + 0.5)) / STEPS)
    const distance = Math.min(...edges.map((edge) => squareDistance(edge, lon, lat, perLon)))
    if (distance > farthest && turf.booleanPointInPolygon([lon, lat], outline, { ignoreBoundary: true })) {
      farthest = distance
      best = [lon, lat]
    }
  }
  return best
}

type Edge = [a: GeoJSON.Position, b: GeoJSON.Position]

function listEdges(outline: GeoJSON.Polygon | GeoJSON.MultiPolygon): Edge[] {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  return rings.flatMap((ring) => ring.slice(1).map((b, i): Edge => [ring[i]!, b]))
}

/** Square of the distance from a point to an edge, in degrees of latitude. */
function squareDistance([a, b]: Edge, lon: number, lat: number, perLon: number): number {
  const dx = (b[0]! - a[0]!) * perLon
  const dy = b[1]! - a[1]!
  const px = (lon - a[0]!) * perLon
  const py = lat - a[1]!
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)))
  return (px - along * dx) ** 2 + (py - along * dy) ** 2
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
