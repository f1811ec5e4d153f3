/** The answer of a comparison turned around: one row per kern, with every scenario in it. */
import type { VergelijkAntwoord, VergelijkRij } from '../../../../functions/contract/scenario.ts'

export type KernRij = {
  kern: string
  naam: string
  /** What it was; null when no scenario knows, because there is no basis. */
  wasCenten: number | null
  /** In the order of the scenario's; absent where a scenario has joined this kern with others. */
  per: (VergelijkRij | undefined)[]
}

/** Kernen in the order in which the scenario's name them. */
export function toKernRijen({ basis, scenarios }: VergelijkAntwoord): KernRij[] {
  const codes = [...new Set(scenarios.flatMap(({ rijen }) => rijen.map(({ kern }) => kern)))]
  return codes.map((kern) => {
    const per = scenarios.map(({ rijen }) => rijen.find((rij) => rij.kern === kern))
    const first = per.find((rij) => rij !== undefined)
    return { kern, naam: first?.naam ?? kern, wasCenten: basis ? (first?.oudCenten ?? null) : null, per }
  })
}
