/** Squares of distances in metres, in the plane that touches WGS84 at a point. */

/**
 * Metres per degree of longitude and of latitude at a latitude in degrees: the series of the U.S. National
 * Geospatial-Intelligence Agency for WGS84, to the millimetre.
 */
export function metersPerDegree(latitude: number): [perX: number, perY: number] {
  const phi = (latitude * Math.PI) / 180
  return [
    111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  ]
}

/** From a point to the n-th box (west, south, east, north); 0 inside. */
export function squareToBox(
  b: Float64Array,
  n: number,
  x: number,
  y: number,
  perX: number,
  perY: number,
): number {
  const dx = Math.max(b[4 * n]! - x, x - b[4 * n + 2]!, 0) * perX
  const dy = Math.max(b[4 * n + 1]! - y, y - b[4 * n + 3]!, 0) * perY
  return dx * dx + dy * dy
}

/** From a point to the edge from vertex i to i + 1. */
export function squareToEdge(
  v: Float64Array,
  i: number,
  x: number,
  y: number,
  perX: number,
  perY: number,
): number {
  const ax = (v[2 * i]! - x) * perX
  const ay = (v[2 * i + 1]! - y) * perY
  const dx = (v[2 * i + 2]! - v[2 * i]!) * perX
  const dy = (v[2 * i + 3]! - v[2 * i + 1]!) * perY
  const length = dx * dx + dy * dy
  const along = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0
  return (ax + along * dx) ** 2 + (ay + along * dy) ** 2
}
