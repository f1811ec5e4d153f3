/** What changes for each kern between two verdelingen: the table a council decides on. */

export type Vergelijking = {
  kern: string
  /** 0 when the kern had no share, for instance because it did not exist yet. */
  oudCenten: number
  nieuwCenten: number
  verschilCenten: number
  /** Hundredths of a percent of the old amount, a half away from zero: 1250 is 12,50%. Null when old is 0. */
  verschilPct: number | null
  /** The new amount per inhabitant in whole cents, a half upwards. Null without inhabitants. */
  perInwonerCenten: number | null
}

type Aandeel = { readonly kern: string; readonly bedragCenten: number }

/** Rows in the order of `nieuw`, then the kernen that are only in `oud`. */
export function compareVerdelingen(
  oud: readonly Aandeel[],
  nieuw: readonly Aandeel[],
  inwoners: Readonly<Record<string, number>> = {},
): Vergelijking[] {
  const oudPerKern = new Map(oud.map(({ kern, bedragCenten }) => [kern, bedragCenten]))
  const nieuwPerKern = new Map(nieuw.map(({ kern, bedragCenten }) => [kern, bedragCenten]))
  return [...new Set([...nieuwPerKern.keys(), ...oudPerKern.keys()])].map((kern) => {
    const oudCenten = oudPerKern.get(kern) ?? 0
    const nieuwCenten = nieuwPerKern.get(kern) ?? 0
    const verschilCenten = nieuwCenten - oudCenten
    const aantal = Object.hasOwn(inwoners, kern) ? inwoners[kern]! : 0
    return {
      kern,
      oudCenten,
      nieuwCenten,
      verschilCenten,
      verschilPct:
        oudCenten === 0 ? null : divideHalfAway(BigInt(verschilCenten) * 10_000n, BigInt(oudCenten)),
      perInwonerCenten: aantal === 0 ? null : divideHalfAway(BigInt(nieuwCenten), BigInt(aantal)),
    }
  })
}

/** Rounded quotient, a half away from zero; `noemer` > 0. */
function divideHalfAway(teller: bigint, noemer: bigint): number {
  const positief = teller < 0n ? -teller : teller
  const afgerond = (2n * positief + noemer) / (2n * noemer)
  return Number(teller < 0n ? -afgerond : afgerond)
}
