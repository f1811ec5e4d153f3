/** Whether an adopted version holds. */
import type { Kernindelingontwerp } from '../../../functions/contract/kernindeling.ts'
import { listVastgesteld } from '../../../functions/domain/kernindeling/versies.ts'

/** `voorbij`: a later version holds; what was not done under this one never will be. */
export type Geldigheid = 'straks' | 'nu' | 'voorbij'

/** @returns `undefined` for a version that was not adopted */
export function geldigheidOf(
  { versie, status }: Pick<Kernindelingontwerp, 'versie' | 'status'>,
  records: readonly Kernindelingontwerp[],
  geldend: number,
): Geldigheid | undefined {
  if (status !== 'vastgesteld') return undefined
  const order = listVastgesteld(records).map((each) => each.versie)
  const after = order.indexOf(versie) - order.indexOf(geldend)
  if (after === 0) return 'nu'
  return after < 0 ? 'voorbij' : 'straks'
}
