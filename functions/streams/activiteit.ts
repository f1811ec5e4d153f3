/** Counts meldingen and initiatieven per kern, day, categorie and status, for dashboards. */
import { countWijzigingen, type TellingDeps } from './telling.ts'
import type { Wijziging } from './wijziging.ts'

export const consumeActiviteit = (wijzigingen: readonly Wijziging[], deps: TellingDeps): Promise<void> =>
  countWijzigingen(wijzigingen, 'activiteit', deps)
