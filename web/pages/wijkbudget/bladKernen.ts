/** The kernen a sheet divides over: with the inhabitants of a version, and joined where a scenario says so. */
import type { Bevolking } from '../../../functions/contract/bevolking.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Samenvoeging } from '../../../functions/contract/scenario.ts'
import { findBevolking, withBevolking } from '../../../functions/domain/bevolking/bevolking.ts'
import { joinKernen } from '../../../functions/domain/wijkbudget/scenario.ts'
import type { BladKern } from './toVraag.ts'

/** The version that counts for a year; undefined when no version is old enough. */
export function bevolkingOf(
  versies: readonly Bevolking[],
  jaar: number,
  asked: string,
): Bevolking | undefined {
  try {
    return findBevolking(versies, jaar, /^\d+$/.test(asked) ? Number(asked) : undefined)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

export function toBladKernen(
  kernen: readonly Kern[],
  bevolking: Bevolking | undefined,
  samenvoegingen: readonly Samenvoeging[] = [],
): BladKern[] {
  const populated = bevolking ? withBevolking(kernen, bevolking) : kernen
  return joinKernen(populated, samenvoegingen).map(({ code, naam, inwoners }) => {
    const van = samenvoegingen.find((each) => each.kern === code)?.van ?? [code]
    const parts = kernen.filter((kern) => van.includes(kern.code))
    return {
      code,
      naam,
      inwoners,
      oppervlakteHa: parts.reduce((sum, { oppervlakteHa }) => sum + oppervlakteHa, 0),
    }
  })
}

/** Amounts of the year before over the same kernen. */
export function joinVorig(
  vorig: Readonly<Record<string, number>> | undefined,
  samenvoegingen: readonly Samenvoeging[] = [],
): Record<string, number> | undefined {
  if (!vorig) return undefined
  const joined: Record<string, number> = {}
  for (const [kern, centen] of Object.entries(vorig)) {
    const whole = samenvoegingen.find(({ van }) => van.includes(kern))?.kern ?? kern
    joined[whole] = (joined[whole] ?? 0) + centen
  }
  return joined
}
