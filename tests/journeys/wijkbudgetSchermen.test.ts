/** Inwoners in versions, and every wijkbudget screen on a phone. */
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, settle, withJourney } from '../support/journey.ts'
import { table } from '../support/sheet.ts'

const journey = withJourney()

/** The year that the example data leaves open. */
const jaar = new Date().getFullYear()
const vandaag = new Date().toISOString().slice(0, 10)
const base = '/werkplek/wijkbudget'

const { openAs } = journey

describe('inwoners', () => {
  test('that do not add up to their total are named and stop the adoption', async () => {
    const page = await openAs('fatima', `${base}/inwoners`)
    const kernen = await table(page, 'Inwoners, versie 0').locator('tbody th').allInnerTexts()
    await page.getByText('Nieuwe of verbeterde aantallen invoeren').click()
    await page.getByRole('button', { name: 'Bewaar als nieuwe versie' }).click()
    await page.getByRole('link', { name: 'Vul de peildatum in.' }).waitFor()
    await page.getByLabel('Peildatum').fill(`${jaar}-01-01`)
    await page.getByLabel('Bron', { exact: true }).fill('Telling')
    await page.getByLabel('Reden').fill('Jaarlijkse telling')
    await page.getByLabel('Totaal volgens de bron').fill('23.981')
    const lines = kernen.map((naam, i) => `${naam};${i === 0 ? 23_381 - 100 * (kernen.length - 1) : 100}`)
    await page.getByLabel('CSV-bestand').setInputFiles({
      name: 'inwoners.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`kern;inwoners\r\n${lines.join('\r\n')}\r\n`),
    })
    await page.getByText('Er is een verschil van 600.').waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Bewaar als nieuwe versie' }).click()
    await page.getByText('Bewaard als versie 1.').waitFor()

    await page.goto(`${journey.url}${base}?jaar=${jaar + 1}&totaal=100.000`)
    await page.getByRole('button', { name: 'Stel deze verdeling voor' }).click()
    await page.getByText('De inwoners tellen niet op tot het aantal dat erbij hoort.').waitFor()
    const college = await openAs('wim', `${base}?jaar=${jaar + 1}`)
    await college.getByText(/^Stel versie \d+ vast$/).click()
    await college.getByLabel('Wie heeft besloten?').fill('College')
    await college.getByLabel('Nummer van het besluit').fill('B-9')
    await college.getByLabel('Datum van het besluit').fill(vandaag)
    await college.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await college.getByText(/samen 23\.381 inwoners, maar het controletotaal is 23\.981/).waitFor()
    expect(await findFaults(college)).toEqual([])
    expect(journey.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([])
  })

  test('that cannot be read are refused line by line', async () => {
    const page = await openAs('fatima', `${base}/inwoners`)
    await page.getByText('Nieuwe of verbeterde aantallen invoeren').click()
    await page.getByLabel('Peildatum').fill(`${jaar}-01-01`)
    await page.getByLabel('Bron', { exact: true }).fill('Telling')
    await page.getByLabel('Reden').fill('Proef')
    await page.getByLabel('Of plak de regels hier').fill('schoorl;veel\natlantis;5')
    await page.getByRole('button', { name: 'Bewaar als nieuwe versie' }).click()
    await page.getByRole('link', { name: /Regel 1:/ }).waitFor()
    expect(await page.getByLabel('Of plak de regels hier').inputValue()).toContain('atlantis')
    expect(journey.complaints.splice(0).filter((line) => !line.includes('400'))).toEqual([])
  })
})

describe('on a phone', () => {
  test.each([
    ['fatima', `?jaar=${jaar + 1}&methode=staffel&klassen=2.500:5.000;:7.500`],
    ['fatima', `/scenarios?jaar=${jaar}`],
    ['fatima', '/inwoners'],
    ['fatima', `/grootboek?jaar=${jaar}`],
    ['noor', `/grootboek?jaar=${jaar - 1}&kern=schoorl`],
    ['wim', `/onderbesteding?jaar=${jaar - 1}`],
  ])('%s reads %s without scrolling sideways', async (medewerker, path) => {
    const page = await openAs(medewerker, base + path, { viewport: phone })
    await page.locator('table, .leeg').first().waitFor()
    await settle(page)
    expect(await findOverhang(page)).toBe(0)
    expect(await findFaults(page)).toEqual([])
    await page.context().close()
  })
})
