/** The order of a table's rows. */
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'nl')

/** Sorted copy; equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: { value(row: Row): string | number } | undefined,
  aflopend: boolean,
): Row[] {
  if (!column) return [...rows]
  return rows.toSorted((a, b) => compare(column.value(a), column.value(b)) * (aflopend ? -1 : 1))
}
