/** Amounts as cells for Dutch Excel; real negative amounts stay numbers. */

/** 2410710 → "24107,10"; no grouping and no €, so that a sheet can count with it. */
export function formatCsvCenten(centen: number | null): string {
  if (centen === null) return ''
  const digits = String(Math.abs(centen)).padStart(3, '0')
  return `${centen < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}
