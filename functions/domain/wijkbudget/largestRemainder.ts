/**
 * Rounds exact shares to whole units so that they add up to `bedrag`: the method of the largest remainder
 * with the Hare quota (Hamilton 1792; Balinski and Young, Fair Representation, 1982, ch. 2).
 *
 * Every share is rounded down to a whole unit; the units that are left over go, one each, to the largest
 * remainders, ties to the larger weight and then to the order of the list. So no share differs from its
 * exact share by a full unit. A higher total may give a kern less (Alabama paradox): that is the method.
 *
 * @param exact shares in cents that differ from `bedrag` in total by less than the list is long, in units
 * @param eenheid rounding unit in cents
 * @param bedrag cents to hand out, a multiple of `eenheid`
 * @param gewichten decide between equal remainders only
 * @example largestRemainder(proportional(100n, [1n, 1n, 1n]), 1n, 100n, [1n, 1n, 1n]) // [34n, 33n, 33n]
 */
import { sum, type Verhouding } from './verhouding.ts'

export function largestRemainder(
  exact: Verhouding,
  eenheid: bigint,
  bedrag: bigint,
  gewichten: readonly bigint[],
): bigint[] {
  const perEenheid = exact.noemer * eenheid
  const eenheden = exact.tellers.map((teller) => teller / perEenheid)
  const over = Number(bedrag / eenheid - sum(eenheden))
  const volgorde = exact.tellers
    .map((teller, i) => ({ i, rest: teller % perEenheid, gewicht: gewichten[i]! }))
    .sort((a, b) => descending(a.rest, b.rest) || descending(a.gewicht, b.gewicht) || a.i - b.i)
  for (const { i } of volgorde.slice(0, over)) eenheden[i]! += 1n
  return eenheden.map((aantal) => aantal * eenheid)
}

export const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0)
