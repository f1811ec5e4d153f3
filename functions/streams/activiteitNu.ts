/** The same counts by the kern that each place lies in today, once a gemeente divided itself anew. */
import { countWijzigingen, type TellingDeps } from './telling.ts'
import type { Wijziging } from './wijziging.ts'

export const consumeActiviteitNu = (wijzigingen: readonly Wijziging[], deps: TellingDeps): Promise<void> =>
  countWijzigingen(wijzigingen, 'activiteit-nu', deps)
