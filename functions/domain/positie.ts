/**
 * Coordinates as people paste them: "52.6966, 4.6783", "4.6783 52.6966", "52,6966 4,6783" or RD metres
 * "108515 520503". In the Netherlands latitude (50–54) and longitude (3–8) cannot be mistaken for each other,
 * so either order is understood. Anything else is not coordinates but a name or an address: undefined.
 */
import { isRd, rdToWgs84 } from './rd.ts'

const isLat = (n: number) => n >= 50 && n <= 54.5
const isLon = (n: number) => n >= 2.5 && n <= 8

/** Numbers in a text; a comma is a decimal comma when digits touch it on both sides. */
function readNumbers(text: string): number[] | undefined {
  const points = text.trim().replace(/°|\b(lat|lon|lng|x|y|rd)\b[:=]?/gi, ' ')
  const decimalCommas = !points.includes('.')
  const parts = (decimalCommas ? points.replace(/(\d),(\d)/g, '$1.$2') : points)
    .split(/[\s,;/]+/)
    .filter(Boolean)
  const numbers = parts.map(Number)
  return numbers.length === 2 && numbers.every(Number.isFinite) ? numbers : undefined
}

/** @returns `[lon, lat]` in degrees. @example parsePositie('52.67, 4.70')   // [4.7, 52.67] */
export function parsePositie(text: string): [lon: number, lat: number] | undefined {
  // "108515,520503": two whole RD numbers, not one with decimals.
  const numbers = readNumbers(/^\s*\d{4,6},\s*\d{6}\s*$/.test(text) ? text.replace(',', ' ') : text)
  if (!numbers) return undefined
  const [a, b] = numbers as [number, number]
  if (isLat(a) && isLon(b)) return [b, a]
  if (isLon(a) && isLat(b)) return [a, b]
  if (isRd(a, b)) return rdToWgs84(a, b)
  return undefined
}
