/** Which coordinate system a position is in. The numbers decide: RD and degrees never look alike here. */
import { toWgs84 } from './rd.ts'

export type Stelsel = 'WGS84' | 'RD' | 'WGS84 omgewisseld' | 'RD omgewisseld'

/** Degrees around the Netherlands and its part of the North Sea. */
const isDegrees = (lon: number, lat: number) => lon >= 2 && lon <= 8 && lat >= 50 && lat <= 56
/** The area of use of EPSG:28992 with a margin, metres. */
const isRd = (x: number, y: number) => x >= -10_000 && x <= 310_000 && y >= 280_000 && y <= 650_000

/** The system of one position; undefined when it lies in the Netherlands in none. */
export function recogniseStelsel(x: number, y: number): Stelsel | undefined {
  if (isDegrees(x, y)) return 'WGS84'
  if (isRd(x, y)) return 'RD'
  if (isDegrees(y, x)) return 'WGS84 omgewisseld'
  if (isRd(y, x)) return 'RD omgewisseld'
}

/** What a declared system means; ETRS89 (4258) is WGS84 within a metre. Undefined for a system we do not know. */
export function readCrs(crs: string): 'WGS84' | 'RD' | undefined {
  if (/28992|amersfoort/i.test(crs)) return 'RD'
  return /CRS84|(4326|4258)$/i.test(crs) ? 'WGS84' : undefined
}

/** How to go from each system to `[lon, lat]`, not rounded. */
export const toLonLat: Record<Stelsel, (x: number, y: number) => [number, number]> = {
  WGS84: (x, y) => [x, y],
  RD: toWgs84,
  'WGS84 omgewisseld': (x, y) => [y, x],
  'RD omgewisseld': (x, y) => toWgs84(y, x),
}
