/** A point moved over the ground; flat-earth, right for steps of some tens of metres. */
const metresPerDegree = 111_320

/** @param east metres. @param north metres. @returns `[lon, lat]` in degrees */
export const movePunt = (
  [lon, lat]: readonly [number, number],
  east: number,
  north: number,
): [lon: number, lat: number] => [
  lon + east / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
  lat + north / metresPerDegree,
]
