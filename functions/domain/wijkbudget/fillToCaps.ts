/**
 * Divides by weight while nobody gets more than a cap of its own: s_i = min(cap_i, L × weight_i), one level L for
 * all, so that the order of the kernen plays no part. Kernen fill up in order of cap / weight.
 *
 * @param bedrag at most the sum of the caps of what has a weight
 * @example fillToCaps(100n, [1n, 1n], [30n, 200n]) // 30 and 70
 */
import { sum, type Verhouding } from './verhouding.ts'

export function fillToCaps(
  bedrag: bigint,
  gewichten: readonly bigint[],
  caps: readonly bigint[],
): Verhouding {
  const volgorde = gewichten
    .map((gewicht, i) => ({ i, gewicht, cap: caps[i]! }))
    .filter(({ gewicht }) => gewicht > 0n)
    .sort((a, b) => compare(a.cap * b.gewicht, b.cap * a.gewicht))
  let rest = bedrag
  let gewicht = sum(gewichten)
  const vol = new Set<number>()
  for (const kern of volgorde) {
    if (kern.cap * gewicht > rest * kern.gewicht) break
    vol.add(kern.i)
    rest -= kern.cap
    gewicht -= kern.gewicht
  }
  const noemer = gewicht > 0n ? gewicht : 1n
  return { tellers: gewichten.map((eigen, i) => (vol.has(i) ? caps[i]! * noemer : rest * eigen)), noemer }
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
