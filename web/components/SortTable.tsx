/** A table whose columns sort, and whose rows light up together with the kern on the map. */
import type { ComponentChildren } from 'preact'
import { sortRows } from './sortRows.ts'

export type Column<Row> = {
  id: string
  label: string
  numeric?: boolean
  value(row: Row): string | number
  show?(row: Row): ComponentChildren
  /** Cell in the totals row. */
  total?: ComponentChildren
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf(row: Row): string
  sort: { kolom: string; aflopend: boolean }
  onSort(kolom: string, aflopend: boolean): void
  actief?: string
  gekozen?: string
  onActief?(key: string | undefined): void
}

const numericClass = (numeric: boolean | undefined) => (numeric ? 'getal' : undefined)

export function SortTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, keyOf, sort, onSort, actief, gekozen, onActief } = props
  const by = columns.find(({ id }) => id === sort.kolom)
  const first = columns[0]
  const hasTotals = columns.some(({ total }) => total !== undefined)
  const ariaSort = (id: string) => (id !== by?.id ? undefined : sort.aflopend ? 'descending' : 'ascending')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="tabelvak" aria-label={caption} tabIndex={0}>
      <table class="utrecht-table tabel">
        <caption class="tabel__naam">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label, numeric }) => (
              <th key={id} scope="col" class={numericClass(numeric)} aria-sort={ariaSort(id)}>
                <button
                  type="button"
                  class="tabel__sorteer"
                  onClick={() => onSort(id, id === by?.id ? !sort.aflopend : Boolean(numeric))}
                >
                  {label}
                  <span aria-hidden="true" class="tabel__pijl">
                    {id !== by?.id ? '↕' : sort.aflopend ? '↓' : '↑'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, by, sort.aflopend).map((row) => {
            const key = keyOf(row)
            return (
              <tr
                key={key}
                class={`${key === actief ? 'tabel__rij--actief' : ''} ${key === gekozen ? 'tabel__rij--gekozen' : ''}`}
                onPointerEnter={() => onActief?.(key)}
                onPointerLeave={() => onActief?.(undefined)}
                onFocusCapture={() => onActief?.(key)}
                onBlurCapture={() => onActief?.(undefined)}
              >
                {columns.map((column) =>
                  column === first ? (
                    <th key={column.id} scope="row">
                      {column.show?.(row) ?? column.value(row)}
                    </th>
                  ) : (
                    <td key={column.id} class={numericClass(column.numeric)}>
                      {column.show?.(row) ?? column.value(row)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column) =>
                column === first ? (
                  <th key={column.id} scope="row">
                    {column.total}
                  </th>
                ) : (
                  <td key={column.id} class={numericClass(column.numeric)}>
                    {column.total}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
