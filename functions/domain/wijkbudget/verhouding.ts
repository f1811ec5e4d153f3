/**
 * Exact shares: every kern a numerator over one denominator that all kernen share, so that adding,
 * comparing and rounding are integer arithmetic (bigint) and no float or fraction library is needed.
 */

/** Kern i gets exactly `tellers[i] / noemer` cents; `noemer` > 0. */
export type Verhouding = { readonly tellers: readonly bigint[]; readonly noemer: bigint }

export const sum = (getallen: readonly bigint[]): bigint => getallen.reduce((som, getal) => som + getal, 0n)

/** `bedrag` cents in proportion to weights whose sum is not 0. */
export const proportional = (bedrag: bigint, gewichten: readonly bigint[]): Verhouding => ({
  tellers: gewichten.map((gewicht) => bedrag * gewicht),
  noemer: sum(gewichten),
})

export const wholeCents = (bedragen: readonly bigint[]): Verhouding => ({ tellers: bedragen, noemer: 1n })

/** The nearest whole number, a half upwards; for `teller` ≥ 0. */
export const roundHalfUp = (teller: bigint, noemer: bigint): bigint => (2n * teller + noemer) / (2n * noemer)

/** The largest multiple of `eenheid` that is not above `bedrag`. */
export const wholeUnits = (bedrag: bigint, eenheid: bigint): bigint => bedrag - (bedrag % eenheid)

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** A whole number or a reduced fraction: (5, 1) → "5", (10, 4) → "5/2". */
export function formatExact(teller: bigint, noemer: bigint): string {
  const deler = greatestCommonDivisor(teller, noemer)
  return noemer === deler ? `${teller / deler}` : `${teller / deler}/${noemer / deler}`
}

/** Decimals as integers over one power of ten: ["82.5", 3] → 825 and 30 over 10. */
export function parseDecimals(getallen: readonly (string | number)[]): { tellers: bigint[]; noemer: bigint } {
  const delen = getallen.map((getal) => String(getal).split('.'))
  const decimalen = Math.max(0, ...delen.map(([, deel = '']) => deel.length))
  const tellers = delen.map(([heel, deel = '']) => BigInt(heel + deel.padEnd(decimalen, '0')))
  return { tellers, noemer: 10n ** BigInt(decimalen) }
}

/** One decimal as an integer over a power of ten: "82.5" → 825 over 10. */
export function parseDecimal(getal: string | number): { teller: bigint; noemer: bigint } {
  const { tellers, noemer } = parseDecimals([getal])
  return { teller: tellers[0]!, noemer }
}
