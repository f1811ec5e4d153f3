/** Which year a verdeling opens with when the address names none. */
import type { Wijkbudget } from '../../../functions/contract/verdeling.ts'

/**
 * This year until its verdeling is adopted, then the next: either way the year before is there to compare with.
 * @param budget of `jaar`; undefined while it is being asked, or when that failed
 */
export const findStartJaar = (jaar: number, budget: Pick<Wijkbudget, 'geldend'> | undefined): number =>
  budget?.geldend ? jaar + 1 : jaar
