/**
 * Tables as a spreadsheet (XLSX), one sheet each: numbers as numbers, amounts in €, sums as formulas. Made in the
 * browser, from the very rows on the screen, so that no function on the server carries a spreadsheet library. Load
 * this file when somebody asks for it: the library is 39 kB (gz).
 */
import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { type Blad, hasSom, type Kolom, sumOfKolom, type Waarde } from './blad.ts'

const formats: Record<Kolom['soort'], string> = {
  tekst: '@',
  aantal: '#,##0',
  bedrag: '"€" #,##0.00;-"€" #,##0.00',
  procent: '0.00%',
  datum: 'dd-mm-yyyy',
}
const widths: Record<Kolom['soort'], number> = { tekst: 28, aantal: 12, bedrag: 16, procent: 10, datum: 12 }
/** Day 0 of a spreadsheet; 1900 has a 29 February there, which this start makes up for. */
const dayZero = Date.UTC(1899, 11, 30)
const dayMillis = 86_400_000
/** What the file says of itself. Not the clock: the same tables give the same bytes. */
const made = new Date('2026-01-01T00:00:00Z')

/** The bytes of a workbook. @param bladen with different names */
export const toXlsx = (bladen: readonly Blad[]): Promise<Uint8Array> =>
  writeXlsx({
    properties: { creator: 'Kernpunt', created: made, modified: made },
    sheets: bladen.map(toSheet),
  })

function toSheet(blad: Blad): WriteSheet {
  const { naam, kolommen, rijen } = blad
  const koppen = kolommen.map(({ kop }) => kop)
  const values = rijen.map((rij) => rij.map((waarde, i) => toValue(waarde, kolommen[i]?.soort)))
  const sommen = hasSom(blad) ? [kolommen.map((_, i) => (i === 0 ? 'Totaal' : null))] : []
  const bold = (numFmt: string) => ({ font: { bold: true }, numFmt })
  const heading = koppen.map((kop, i): [string, Partial<Cell>] => [
    `0,${i}`,
    { value: kop, style: bold('@') },
  ])
  return {
    name: naam,
    columns: kolommen.map(({ soort }) => ({ width: widths[soort], numFmt: formats[soort] })),
    rows: [koppen, ...values, ...sommen],
    cells: new Map([...heading, ...(sommen.length > 0 ? sumCells(blad) : [])]),
    freezePane: { rows: 1 },
  }
}

/** The row under the last: a formula, and what it comes to for programs that do not compute. */
const sumCells = (blad: Blad): [string, Partial<Cell>][] =>
  blad.kolommen.flatMap(({ som, soort }, i): [string, Partial<Cell>][] => {
    if (!som) return []
    const letter = toLetters(i)
    const value = toValue(sumOfKolom(blad, i), soort)
    const formula = `SUM(${letter}2:${letter}${blad.rijen.length + 1})`
    const style = { font: { bold: true }, numFmt: formats[soort] }
    return [[`${blad.rijen.length + 1},${i}`, { formula, formulaResult: value, value, style }]]
  })

/** @example toLetters(27) // 'AB' */
const toLetters = (at: number): string =>
  (at >= 26 ? toLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** Cents become euros with two decimals: up to € 10 biljoen a double writes exactly those. */
function toValue(waarde: Waarde, soort: Kolom['soort'] | undefined): Waarde {
  if (waarde === null) return null
  if (soort === 'datum') return (Date.parse(`${waarde}T00:00:00Z`) - dayZero) / dayMillis
  if (typeof waarde === 'string') return waarde
  if (soort === 'procent') return waarde / 10_000
  return soort === 'bedrag' ? waarde / 100 : waarde
}
