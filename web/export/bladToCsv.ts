/** A table as CSV for Dutch Excel; see `toCsv.ts` of the sheet for its rules. One year after the other, one heading. */
import { stringify } from 'csv-stringify/browser/esm/sync'
import { neutralise } from '../../functions/domain/csv.ts'
import { formatCsvCenten } from '../pages/wijkbudget/toCsv.ts'
import type { Blad, Kolom, Waarde } from './blad.ts'

/** The same tables give the same text. The tables have the same columns; sums are for who counts with them. */
export function bladToCsv(bladen: readonly Blad[]): string {
  const [first] = bladen
  if (!first) return ''
  const rows = bladen.flatMap(({ kolommen, rijen }) =>
    rijen.map((rij) => rij.map((waarde, i) => toCell(waarde, kolommen[i]))),
  )
  return stringify([first.kolommen.map(({ kop }) => neutralise(kop)), ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  })
}

function toCell(waarde: Waarde, kolom: Kolom | undefined): string {
  if (waarde === null) return ''
  if (typeof waarde === 'string') return neutralise(waarde)
  return kolom?.soort === 'bedrag' || kolom?.soort === 'procent' ? formatCsvCenten(waarde) : String(waarde)
}
