/** Tables on the screen and the files that are made of them, as cents. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import type { Locator, Page } from 'playwright-core'

/** "€ 1.234,50" → 123450. */
export const toCenten = (text: string): number => {
  const digits = Number(text.replace(/[^\d]/g, ''))
  return text.includes('-') ? -digits : digits
}
export const table = (page: Page, name: string | RegExp): Locator => page.getByRole('table', { name })
export const column = async (of: Locator, at: number): Promise<number[]> =>
  (await of.locator(`tbody td:nth-child(${at})`).allInnerTexts()).map((text) =>
    toCenten(text.split('\n')[0]!),
  )
export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

export async function downloadFrom(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync(await file.path())
}

/** A column of a sheet in cents, without the row of sums; and that sum. */
export async function readSheet(bytes: Buffer, kop: string, sheet = 0) {
  const { sheets } = await readXlsx(bytes)
  const [heading = [], ...rows] = sheets[sheet]!.rows
  const at = heading.indexOf(kop)
  const centen = rows.map((row) => Math.round(Number(row[at] ?? 0) * 100))
  return { rows: centen.slice(0, -1), total: centen.at(-1), names: sheets.map(({ name }) => name) }
}

/** The rows of a CSV for Dutch Excel, by heading. */
export const readCsv = (bytes: Buffer): Record<string, string>[] =>
  parse(bytes, { delimiter: ';', bom: true, columns: true })
