/** Which budget a resident wants to see: that of this year; as long as that is not adopted, last year's. */
import type { Wijkbudget } from '../../../functions/contract/verdeling.ts'

/** `ontbreekt`: this year, when the budget shown is not of it. Without any budget it is this year's empty one. */
export async function findBudget(
  jaar: number,
  get: (jaar: number) => Promise<Wijkbudget>,
): Promise<{ budget: Wijkbudget; ontbreekt?: number }> {
  const now = await get(jaar)
  if (now.geldend) return { budget: now }
  const before = await get(jaar - 1)
  return before.geldend ? { budget: before, ontbreekt: jaar } : { budget: now }
}
