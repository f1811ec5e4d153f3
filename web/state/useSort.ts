/** Which column a table is sorted by, when that is not worth a place in the address. */
import { useState } from 'preact/hooks'

type Sort = { kolom: string; aflopend: boolean }

/** To spread on a SortTable. */
export function useSort(): { sort: Sort; onSort(kolom: string, aflopend: boolean): void } {
  const [sort, setSort] = useState<Sort>({ kolom: '', aflopend: false })
  return { sort, onSort: (kolom, aflopend) => setSort({ kolom, aflopend }) }
}
