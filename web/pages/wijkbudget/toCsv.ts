/**
 * The sheet for Dutch Excel: `;` between cells, decimal comma, UTF-8 with BOM, CRLF. Text that Excel would run as
 * a formula (it begins with = + - @, tab or return) gets an apostrophe; real negative amounts stay numbers.
 */
import { stringify } from 'csv-stringify/browser/esm/sync'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import type { Rij } from './rijen.ts'

/** 2410710 → "24107,10"; no grouping and no €, so that a sheet can count with it. */
export function formatCsvCenten(centen: number | null): string {
  if (centen === null) return ''
  const digits = String(Math.abs(centen)).padStart(3, '0')
  return `${centen < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

export const neutralise = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export function toCsv(rijen: readonly Rij[], jaar: number): string {
  const header = [
    t.kern,
    'Kerncode',
    t.jaar,
    t.inwoners,
    t.bedrag,
    t.vorig(jaar - 1),
    t.verschil,
    t.verschilPct,
  ]
  const rows = rijen.map((rij) => [
    neutralise(rij.naam),
    neutralise(rij.kern),
    String(jaar),
    String(rij.inwoners),
    formatCsvCenten(rij.bedragCenten),
    formatCsvCenten(rij.vorigCenten),
    formatCsvCenten(rij.verschilCenten),
    formatCsvCenten(rij.verschilPct),
    formatCsvCenten(rij.perInwonerCenten),
    neutralise(rij.uitleg),
  ])
  return stringify([[...header, t.perInwonerKolom, 'Uitleg'], ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  })
}
