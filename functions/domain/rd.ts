/**
 * Rijksdriehoek (EPSG:28992, x east and y north in metres) to WGS84 `[lon, lat]` in degrees, for a pin on a map.
 *
 * The polynomial of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie
 * tussen RD- en WGS84-kaartcoördinaten" (Geodesia 2001): within a metre everywhere in the Netherlands.
 *
 * @example rdToWgs84(108515.649, 520503.606) // [4.70, 52.67]
 */

/** Powers of dx and dy with their coefficient, in seconds of arc. */
const latTerms = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012],
] as const

const lonTerms = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026],
] as const

type Term = readonly [powerX: number, powerY: number, coefficient: number]

export function rdToWgs84(x: number, y: number): [lon: number, lat: number] {
  const dx = (x - 155_000) / 100_000
  const dy = (y - 463_000) / 100_000
  const sum = (terms: readonly Term[]) => terms.reduce((total, [p, q, c]) => total + c * dx ** p * dy ** q, 0)
  return [5.38720621 + sum(lonTerms) / 3600, 52.1551744 + sum(latTerms) / 3600]
}

/** Whether two numbers can be RD metres somewhere in the Netherlands. */
export const isRd = (x: number, y: number): boolean => x >= 0 && x <= 300_000 && y >= 300_000 && y <= 650_000
