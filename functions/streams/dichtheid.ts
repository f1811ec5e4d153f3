/** Counts public meldingen per kern, day and cell of 100 metres, for the heatmap. */
import { countWijzigingen, type TellingDeps } from './telling.ts'
import type { Wijziging } from './wijziging.ts'

export const consumeDichtheid = (wijzigingen: readonly Wijziging[], deps: TellingDeps): Promise<void> =>
  countWijzigingen(wijzigingen, 'dichtheid', deps)
