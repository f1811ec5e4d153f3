/** What is compared, from the address. */
import type { VergelijkVraag } from '../../../../functions/contract/scenario.ts'

/** `v3` is version 3 of this year, `s…` a scenario, nothing what was in force the year before. */
export function readBasis(text: string | undefined): VergelijkVraag['basis'] {
  const [, soort, rest = ''] = /^([vs])(\w+)$/.exec(text ?? '') ?? []
  if (soort === 'v' && /^\d+$/.test(rest)) return { soort: 'verdeling', versie: Number(rest) }
  return soort === 's' ? { soort: 'scenario', scenario: rest } : undefined
}

export const usualExtra = 100
export const readExtra = (text: string | undefined): number =>
  /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : usualExtra
