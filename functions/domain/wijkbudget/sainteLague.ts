/**
 * Units by Sainte-Laguë (Webster): each next unit goes to the largest weight / (2 × units so far + 1), ties
 * to the larger weight and then to the order of the list. Only shown beside the largest remainder, to
 * compare. It starts from the rounded quotas and steps from there (jump-and-step: Pukelsheim, Proportional
 * Representation, 2017, ch. 4), so it takes at most as many steps as there are kernen, however large the total.
 *
 * @param eenheden whole units to hand out; the weights are not all 0
 */
import { roundHalfUp, sum } from './verhouding.ts'

export function divideSainteLague(eenheden: bigint, gewichten: readonly bigint[]): bigint[] {
  const totaal = sum(gewichten)
  const toegekend = gewichten.map((gewicht) => roundHalfUp(eenheden * gewicht, totaal))

  /** Whether kern a goes before kern b, when the unit in question is the `divisor`-th odd one of each. */
  const precedes = (a: number, b: number, divisor: (aantal: bigint) => bigint): boolean => {
    const verschil =
      gewichten[a]! * divisor(toegekend[b]!) - gewichten[b]! * divisor(toegekend[a]!) ||
      gewichten[a]! - gewichten[b]!
    return verschil > 0n || (verschil === 0n && a < b)
  }
  const kernen = gewichten.map((_, i) => i)
  let over = eenheden - sum(toegekend)
  for (; over > 0n; over--) {
    const eerste = kernen.reduce((a, b) => (precedes(b, a, (aantal) => 2n * aantal + 1n) ? b : a))
    toegekend[eerste]! += 1n
  }
  for (; over < 0n; over++) {
    const laatste = kernen
      .filter((i) => toegekend[i]! > 0n)
      .reduce((a, b) => (precedes(a, b, (aantal) => 2n * aantal - 1n) ? b : a))
    toegekend[laatste]! -= 1n
  }
  return toegekend
}
