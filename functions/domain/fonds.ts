/** The initiatievenfonds: how high a stimuleringsbijdrage is. Its balance is a ledger (wijkbudget/grootboek.ts). */

/** Rules have versions; a request keeps the version it was made under. */
export type Bijdrageregeling = {
  readonly versie: string
  /** Costs up to and including this are paid in full. */
  readonly volledigTotEnMetCenten: number
  /** Above it, this part of all costs: teller / noemer. */
  readonly deel: readonly [teller: number, noemer: number]
  readonly maximumCenten: number
}

/**
 * Steenbergen, subsidieregeling 2018: costs up to € 5.000 in full, above that two thirds, at most € 10.000. The
 * page says both "tot" and "vanaf" € 5.000; exactly € 5.000 in full is the reading that favours the applicant.
 */
export const regeling2018: Bijdrageregeling = {
  versie: '2018',
  volledigTotEnMetCenten: 500_000,
  deel: [2, 3],
  maximumCenten: 1_000_000,
}

/**
 * The grant for these costs, in cents, rounded down to the cent. It falls just above the threshold: costs of
 * € 5.000,01 give € 3.333,34; a page that shows it must say so.
 *
 * @example computeBijdrage(510_000, regeling2018) // 340_000
 */
export function computeBijdrage(kostenCenten: number, regeling: Bijdrageregeling): number {
  if (kostenCenten <= regeling.volledigTotEnMetCenten) return Math.min(kostenCenten, regeling.maximumCenten)
  const [teller, noemer] = regeling.deel
  const deel = Number((BigInt(kostenCenten) * BigInt(teller)) / BigInt(noemer))
  return Math.min(deel, regeling.maximumCenten)
}
