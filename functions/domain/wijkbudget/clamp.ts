/**
 * Floor and cap at once: finds the one level L for which all s_i = min(cap, max(floor, L × weight_i)) add up
 * to `bedrag`. Raising floors first and cutting caps afterwards (or the other way round) gives other, order
 * dependent answers; one level treats every kern between the bounds alike.
 *
 * The sum grows with L in straight pieces that bend where a kern leaves the floor (L = floor / weight) or
 * reaches the cap (L = cap / weight). With one floor and one cap, both happen in order of weight, so
 * one walk over the kernen from heavy to light passes all bends, and the last piece is solved exactly.
 */
import { descending } from './largestRemainder.ts'
import type { Verhouding } from './verhouding.ts'

export type Grens = 'ondergrens' | 'bovengrens' | undefined

export type Klem = {
  /** Exact shares; kernen at a bound have exactly that bound. */
  readonly exact: Verhouding
  readonly grenzen: readonly Grens[]
  /** Whole cents that no kern may take, because all kernen with a weight are at the cap. */
  readonly onverdeeld: bigint
}

type Opgave = {
  readonly bedrag: bigint
  readonly gewichten: readonly bigint[]
  readonly ondergrens: bigint
  readonly bovengrens: bigint | null
}

/** Requires floors that fit in `bedrag`, and a floor not above the cap. All in cents. */
export function solveClamp({ bedrag, gewichten, ondergrens, bovengrens }: Opgave): Klem {
  const volgorde = gewichten.map((_, i) => i).sort((a, b) => descending(gewichten[a]!, gewichten[b]!))
  const weightAt = (plaats: number): bigint => gewichten[volgorde[plaats] ?? -1] ?? 0n
  // Of the kernen from heavy to light, the first `vol` are at the cap, the next up to `los` free, the rest at the floor.
  let vol = 0
  let los = 0
  let gebonden = ondergrens * BigInt(gewichten.length)
  let vrijGewicht = 0n
  for (;;) {
    const loslaten = weightAt(los)
    const vollopen = bovengrens !== null && vol < los ? weightAt(vol) : 0n
    if (loslaten === 0n && vollopen === 0n) break
    // The bend that comes first, as the level teller / noemer.
    const eerstLos = loslaten > 0n && (vollopen === 0n || ondergrens * vollopen <= bovengrens! * loslaten)
    const [teller, noemer] = eerstLos ? [ondergrens, loslaten] : [bovengrens!, vollopen]
    if (gebonden * noemer + teller * vrijGewicht >= bedrag * noemer) break
    if (eerstLos) {
      los += 1
      gebonden -= ondergrens
      vrijGewicht += loslaten
    } else {
      vol += 1
      gebonden += bovengrens!
      vrijGewicht -= vollopen
    }
  }
  const rest = bedrag - gebonden
  const noemer = vrijGewicht > 0n ? vrijGewicht : 1n
  const tellers = gewichten.map(() => ondergrens * noemer)
  const grenzen = gewichten.map((): Grens => (ondergrens > 0n ? 'ondergrens' : undefined))
  for (const [plaats, i] of volgorde.slice(0, los).entries()) {
    tellers[i] = plaats < vol ? bovengrens! * noemer : rest * gewichten[i]!
    grenzen[i] = plaats < vol ? 'bovengrens' : undefined
  }
  return { exact: { tellers, noemer }, grenzen, onverdeeld: vrijGewicht > 0n ? 0n : rest }
}
