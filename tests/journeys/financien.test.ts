/** From a total to an adopted wijkbudget, by two people, and to a sheet that Excel reads. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, signIn, withJourney } from '../support/journey.ts'

const journey = withJourney()

/** The year that the example data leaves open. */
const jaar = new Date().getFullYear()
const path = `/werkplek/wijkbudget?jaar=${jaar}`

const openAs = async (medewerker: string, options = {}): Promise<Page> => {
  const page = await journey.openAs(medewerker, path, options)
  await page.getByRole('heading', { name: `Versies van ${jaar}` }).waitFor()
  return page
}

/** "€ 1.234,50" → 123450. */
const toCenten = (text: string): number => {
  const digits = Number(text.replace(/[^\d]/g, ''))
  return text.includes('-') ? -digits : digits
}
const readColumn = async (page: Page, column: number): Promise<number[]> =>
  (await page.locator(`.budgetblad tbody td:nth-child(${column})`).allInnerTexts()).map(toCenten)

describe('financiën', () => {
  test('starts from Werkplek at this year, and sees last year beside it after one press', async () => {
    const page = await journey.open('/werkplek')
    await signIn(page, 'joost')
    await page.getByRole('heading', { name: `Versies van ${jaar}` }).waitFor()
    expect(await page.getByRole('link', { name: 'Meldingen', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: `Begin met het bedrag van ${jaar - 1}` }).click()
    await page.getByRole('columnheader', { name: `Bedrag ${jaar - 1}` }).waitFor()
    await page.getByText('Telt op:').waitFor()
  })

  test('sees shares to the cent at each keystroke, which add up to the total', async () => {
    const page = await openAs('fatima')
    await page.getByText('Vul een totaal in.').waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByLabel('Totaal te verdelen').fill('125.000,50')
    await page.getByText('Telt op:').waitFor()
    const shares = await readColumn(page, 3)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(12_500_050)
    expect(toCenten(await read(page.locator('.budgetblad tfoot td').nth(1)))).toBe(12_500_050)
    await page.locator('tbody .tabel__kies').first().click()
    await page.locator('.blad__uitleg strong').waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    expect(page.url()).toContain('totaal=125.000')

    await page.getByLabel('Manier van verdelen').selectOption('basis-plus-rest-naar-rato')
    await page.getByLabel('Vast bedrag per kern').fill('20.000')
    await page.getByText('Zo kan het niet verdeeld worden').waitFor()
    await page.getByText('34.999,50 te weinig').waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByLabel('Totaal te verdelen').fill('tien')
    await page.getByText('"tien" is geen bedrag.').waitFor()
  })

  test('proposes, cannot adopt the own proposal, and the college can', async () => {
    const page = await openAs('fatima')
    await page.getByLabel('Totaal te verdelen').fill('150.000')
    const shares = await readColumn(page, 3)
    await page.getByRole('button', { name: 'Stel deze verdeling voor' }).click()
    await page.getByText(/Voorstel bewaard als versie \d+\./).waitFor()
    const versie = /versie (\d+)/.exec(await read(page.getByText(/Voorstel bewaard als/)))![1]!
    await page.getByText('U hebt dit zelf voorgesteld. Iemand anders moet het vaststellen.').waitFor()
    expect(await page.getByText(`Stel versie ${versie} vast`).count()).toBe(0)
    expect(await findFaults(page)).toEqual([])

    const college = await openAs('wim')
    expect(await college.getByRole('button', { name: 'Stel deze verdeling voor' }).count()).toBe(0)
    await college.getByRole('button', { name: `Bekijk versie ${versie}` }).click()
    await college.getByText(`Verdeling ${jaar}, versie ${versie}`).first().waitFor()
    expect(await readColumn(college, 3)).toEqual(shares)
    await college.getByText(`Stel versie ${versie} vast`).click()
    await college.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await college.getByRole('link', { name: 'Vul in wie heeft besloten.' }).waitFor()
    await college.getByLabel('Wie heeft besloten?').fill('College van B en W')
    await college.getByLabel('Nummer van het besluit').fill('B-2026-041')
    await college.getByLabel('Datum van het besluit').fill(`${jaar}-10-06`)
    expect(await findFaults(college)).toEqual([])
    await college.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await college.getByText(`Versie ${versie} is vastgesteld.`).waitFor()
    await college.getByText('Vastgesteld, geldt nu').waitFor()
    expect(await findFaults(college)).toEqual([])

    const kern = await journey.open('/mijn-kern/schoorl')
    await kern.getByRole('heading', { name: `Wijkbudget ${jaar}` }).waitFor()
    await kern.getByText('besluit B-2026-041').waitFor()
  })

  test('downloads a CSV that Dutch Excel reads, with real negative amounts', async () => {
    const page = await openAs('fatima')
    await page.getByLabel('Totaal te verdelen').fill('100')
    await page.getByText('Telt op:').waitFor()
    const shares = await readColumn(page, 3)
    await page.locator('.budgetblad tfoot td').nth(3).filter({ hasText: '-€' }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download als CSV' }).click(),
    ])
    const text = readFileSync(await file.path(), 'utf8')
    expect(file.suggestedFilename()).toBe(`wijkbudget-${jaar}.csv`)
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true)
    const rows: Record<string, string>[] = parse(text, { delimiter: ';', bom: true, columns: true })
    expect(rows.map((row) => Math.round(Number(row.Bedrag!.replace(',', '.')) * 100))).toEqual(shares)
    expect(rows.every((row) => /^-\d+,\d\d$/.test(row.Verschil!))).toBe(true)
  })

  test('can work on a phone', async () => {
    const page = await openAs('fatima', { viewport: phone })
    await page.getByLabel('Totaal te verdelen').fill('125.000')
    await page.getByText('Telt op:').waitFor()
    await settle(page)
    expect(await findOverhang(page)).toBe(0)
    expect(await findFaults(page)).toEqual([])
  })
})
