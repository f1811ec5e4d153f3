/**
 * Cells for Dutch Excel. Text that Excel would run as a formula (it begins with = + - @, tab or return) gets an
 * apostrophe; real negative amounts stay numbers.
 */

/** 2410710 → "24107,10"; no grouping and no €, so that a sheet can count with it. */
export function formatCsvCenten(centen: number | null): string {
  if (centen === null) return ''
  const digits = String(Math.abs(centen)).padStart(3, '0')
  return `${centen < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

export const neutralise = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
