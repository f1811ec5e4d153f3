/** What is wrong with one field, found by reading it. */
import { Problem } from '../../../functions/contract/problem.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'

/** @example foutBij('bedrag', () => readBedrag('tien')) // { bedrag: '"tien" is geen bedrag. …' } */
export function foutBij(veld: string, read: () => unknown): Fouten {
  try {
    read()
    return {}
  } catch (error) {
    return { [veld]: error instanceof Problem ? error.message : String(error) }
  }
}
