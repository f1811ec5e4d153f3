/**
 * A year of wijkbudget by four people: scenario's are compared, one is proposed and adopted by somebody else, a
 * coördinator promises money, what was not used moves on, and finance takes the totals along.
 */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, withJourney } from '../support/journey.ts'
import { column, downloadFrom, readCsv, readSheet, sum, table, toCenten } from '../support/sheet.ts'

const journey = withJourney()

/** The year that the example data leaves open. */
const jaar = new Date().getFullYear()
const vandaag = new Date().toISOString().slice(0, 10)
const base = '/werkplek/wijkbudget'

const { openAs } = journey

async function saveScenario(page: Page, naam: string): Promise<void> {
  const summary = page.getByText('Bewaar als nieuw scenario')
  if (!(await page.getByLabel('Naam van het scenario').isVisible())) await summary.click()
  await page.getByLabel('Naam van het scenario').fill(naam)
  await page.getByRole('button', { name: 'Bewaar het scenario' }).click()
  await page.getByText(`Het scenario “${naam}” is bewaard.`).waitFor()
}

describe('a year of wijkbudget', () => {
  test('lays scenario’s beside each other, with the sentence and what more inwoners cost', async () => {
    const page = await openAs('fatima', `${base}?jaar=${jaar}`)
    await page.getByLabel('Totaal te verdelen').fill('150.000')
    await saveScenario(page, 'Naar inwoners')
    await page.getByLabel('Manier van verdelen').selectOption('basis-plus-rest-naar-rato')
    await page.getByLabel('Vast bedrag per kern').fill('5.000')
    await saveScenario(page, 'Met een vast bedrag')

    await page.getByRole('link', { name: 'Scenario’s' }).click()
    await page.getByRole('heading', { name: `Scenario’s voor ${jaar}` }).waitFor()
    await page.getByRole('checkbox', { name: /Naar inwoners/ }).check()
    await page.getByRole('checkbox', { name: /Met een vast bedrag/ }).check()
    const vergelijking = table(page, `Vergelijking ${jaar}`)
    await vergelijking.getByRole('button', { name: 'Met een vast bedrag' }).waitFor()
    const [first, second] = [await column(vergelijking, 3), await column(vergelijking, 4)]
    expect([sum(first), sum(second)]).toEqual([15_000_000, 15_000_000])
    expect(first).not.toEqual(second)
    expect(await read(vergelijking.locator('tbody tr').first().locator('td').nth(2))).toContain('per inwoner')
    await vergelijking.getByRole('button', { name: 'Schoorl' }).click()
    const uitleg = page.locator('.blad__uitleg')
    await uitleg.getByText(/Schoorl krijgt €\s.* vast €\s5\.000,00/).waitFor()
    await uitleg
      .getByText(/Met 100 inwoners meer krijgt Schoorl/)
      .first()
      .waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    const { width, height } = page.viewportSize()!
    await page.setViewportSize(phone)
    expect(await findOverhang(page)).toBe(0)
    await page.setViewportSize({ width, height })
    expect(new URL(page.url()).searchParams.get('s')?.split(',')).toHaveLength(2)

    const bytes = await downloadFrom(page, 'Download voor Excel')
    const sheet = await readSheet(bytes, 'Nieuw', 1)
    expect([sheet.rows, sheet.total]).toEqual([second, 15_000_000])
    expect(sheet.names).toEqual(['1 Naar inwoners', '2 Met een vast bedrag'])
  })

  test('copies, renames, joins kernen, removes a scenario and puts it back', async () => {
    const page = await openAs('fatima', `${base}/scenarios?jaar=${jaar}`)
    await page.getByRole('button', { name: 'Kopieer: Naar inwoners' }).click()
    const copy = page.locator('.scenario').filter({ hasText: 'Naar inwoners (kopie)' })
    await copy.waitFor()
    await copy.getByText('Voeg kernen samen in dit scenario').click()
    await copy.getByRole('checkbox', { name: /Bergen Binnen West/ }).check()
    await copy.getByRole('checkbox', { name: /Bergen Binnen Noord/ }).check()
    await copy.getByLabel('Naam van de kern samen').fill('Bergen Binnen')
    await copy.getByRole('button', { name: 'Voeg samen' }).click()
    await copy.getByText('Samengevoegd: Bergen Binnen').waitFor()
    await copy.getByText('Geef een andere naam').click()
    await copy.getByLabel('Nieuwe naam').fill('Bergen als één kern')
    await copy.getByRole('button', { name: 'Bewaar de naam' }).click()
    const renamed = page.locator('.scenario').filter({ hasText: 'Bergen als één kern' })
    await renamed
      .getByRole('checkbox', { name: /Bergen als één kern/ })
      .first()
      .check()
    const vergelijking = table(page, `Vergelijking ${jaar}`)
    await vergelijking.getByRole('button', { name: 'Bergen Binnen', exact: true }).waitFor()
    expect(await vergelijking.locator('tbody tr').count()).toBe(7)

    await page.getByRole('button', { name: 'Verwijder: Bergen als één kern' }).click()
    await page.getByText('“Bergen als één kern” is verwijderd.').waitFor()
    await vergelijking.waitFor({ state: 'detached' })
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Zet “Bergen als één kern” terug' }).first().click()
    await page.getByText('“Bergen als één kern” staat er weer.').waitFor()
    await vergelijking.waitFor()
  })

  test('changes what is in a scenario, unless a colleague was earlier', async () => {
    const page = await openAs('fatima', `${base}/scenarios?jaar=${jaar}`)
    const colleague = await openAs('joost', `${base}/scenarios?jaar=${jaar}`)
    for (const each of [page, colleague]) {
      await each.getByRole('link', { name: 'Wijzig de verdeling: Naar inwoners', exact: true }).click()
      await each.getByText('U wijzigt het scenario “Naar inwoners”').waitFor()
      expect(await each.getByLabel('Totaal te verdelen').inputValue()).toBe('150.000')
    }
    await colleague.getByLabel('Totaal te verdelen').fill('160.000')
    await colleague.getByRole('button', { name: 'Bewaar in “Naar inwoners”' }).click()
    await colleague.getByText('Het scenario “Naar inwoners” is bewaard.').waitFor()
    await page.getByLabel('Totaal te verdelen').fill('170.000')
    await page.getByRole('button', { name: 'Bewaar in “Naar inwoners”' }).click()
    await page.getByText(/“Naar inwoners” is nu versie 2/).waitFor()
    expect(await page.getByLabel('Totaal te verdelen').inputValue()).toBe('170.000')
    expect(journey.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([])
  })

  test('is proposed from a scenario and adopted by somebody else, with everything that was checked', async () => {
    const page = await openAs('fatima', `${base}/scenarios?jaar=${jaar}`)
    const card = page.locator('.scenario').filter({ hasText: 'Met een vast bedrag' })
    await card.getByText('Stel dit scenario voor').click()
    await card.getByLabel('Toelichting bij het voorstel').fill('Besproken met de kernoverleggen.')
    await card.getByRole('button', { name: 'Stel deze verdeling voor' }).click()
    const versie = /versie (\d+)/.exec(await read(page.getByText(/Voorstel bewaard als versie/)))![1]!
    await page.goto(`${journey.url}${base}?jaar=${jaar}`)
    await page.getByText('U hebt dit zelf voorgesteld.').waitFor()

    const other = await openAs('joost', `${base}?jaar=${jaar}`)
    await other.getByText(`Stel versie ${versie} vast`).click()
    await other.getByLabel('Wie heeft besloten?').fill('College van B en W')
    await other.getByLabel('Nummer van het besluit').fill('B-7')
    await other.getByLabel('Datum van het besluit').fill(vandaag)
    await other.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await other.getByText(`Versie ${versie} is vastgesteld.`).waitFor()
    await other.getByRole('button', { name: `Wat is gecontroleerd bij versie ${versie}?` }).click()
    const controle = other.getByRole('region', { name: `Controle van versie ${versie}` })
    await controle.getByText('Opnieuw gerekend: klopt.').waitFor()
    await controle.getByText('Vier ogen: klopt.').waitFor()
    await controle.getByText('Grootboek: klopt.').waitFor()
    await controle.getByText(/^door Fatima Amrani,/).waitFor()
    await controle.getByText(/^door Joost de Graaf,/).waitFor()
    expect(await findFaults(other)).toEqual([])
    const jaren = await readSheet(
      await downloadFrom(other, 'Download alle vastgestelde jaren voor Excel'),
      'Bedrag',
      1,
    )
    expect([jaren.names, jaren.total]).toEqual([[String(jaar - 1), String(jaar)], 15_000_000])
    await controle.getByRole('link', { name: /^Schoorl: toekenning/ }).click()
    await other.getByRole('heading', { name: `Schoorl in ${jaar}` }).waitFor()
  })

  test('lets a coördinator promise what is free, and says what is free when it is more', async () => {
    const page = await openAs('noor', '/werkplek')
    await page.getByRole('link', { name: 'Wijkbudget' }).click()
    await page.getByRole('link', { name: 'Egmond aan Zee' }).click()
    await page.getByRole('heading', { name: `Egmond aan Zee in ${jaar}` }).waitFor()
    const vrij = await read(page.locator('.cijfers__cijfer--vrij dd'))
    const soorten = await page.getByLabel('Wat wilt u boeken?').locator('option').allInnerTexts()
    expect(soorten.some((soort) => soort.startsWith('Betaling'))).toBe(false)
    await page.getByRole('button', { name: 'Boek de regel' }).click()
    await page.getByRole('link', { name: 'Vul een omschrijving in.' }).waitFor()
    await page.getByLabel('Nummer van de toezegging').fill('Z-1')
    await page.getByLabel('Omschrijving').fill('Bankjes op de boulevard')
    await page.getByLabel('Bedrag').fill('999.999')
    await page.getByRole('button', { name: 'Boek de regel' }).click()
    await page.getByText(`Deze verplichting is € 999.999,00, maar er is nog ${vrij}.`).waitFor()
    expect(await page.getByLabel('Omschrijving').inputValue()).toBe('Bankjes op de boulevard')
    expect(await findFaults(page)).toEqual([])
    expect(journey.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([])

    await page.getByLabel('Bedrag').fill(vrij.replace(/[^\d.,]/g, ''))
    await page.getByText('Velden voor de boekhouding').click()
    await page.getByLabel('Taakveld').fill('6.1')
    await page.getByRole('button', { name: 'Boek de regel' }).click()
    await page.getByText(/^Verplichting van €\s.* is geboekt\. Nog vrij: €\s0,00\.$/).waitFor()
    await page.getByText('Nageteld: 2 regels, de stand klopt.').waitFor()
    await table(page, `Regels van Egmond aan Zee in ${jaar}`).getByText('Taakveld 6.1').waitFor()
    expect(await findFaults(page)).toEqual([])
  })

  test('undoes a line with a line that counts the other way', async () => {
    const page = await openAs('fatima', `${base}/grootboek?jaar=${jaar}&kern=schoorl`)
    const before = await read(page.locator('.cijfers__cijfer--vrij dd'))
    await page.getByLabel('Wat wilt u boeken?').selectOption('betaling')
    await page.getByLabel('Bedrag').fill('250,50')
    await page.getByLabel('Omschrijving').fill('Plantenbakken')
    await page.getByRole('button', { name: 'Boek de regel' }).click()
    await page.getByText('Betaling van € 250,50 is geboekt.').waitFor()
    await page.getByRole('button', { name: 'Maak regel 2 ongedaan' }).click()
    await page.getByLabel('Waarom?').fill('Dubbel betaald')
    await page.getByRole('button', { name: 'Boek de tegenregel' }).click()
    await page.getByText('Regel 2 is ongedaan gemaakt.').waitFor()
    await page.getByText('maakt regel 2 ongedaan').waitFor()
    await expect.poll(() => read(page.locator('.cijfers__cijfer--vrij dd'))).toBe(before)
    expect(await page.getByRole('button', { name: 'Maak regel 2 ongedaan' }).count()).toBe(0)

    const rows = readCsv(await downloadFrom(page, 'Download als CSV'))
    expect(rows.map(({ In, Uit }) => [In, Uit]).slice(1)).toEqual([
      ['', '250,50'],
      ['', '-250,50'],
    ])
  })

  test('moves money that nobody used to who asks, by two people, and no cent is lost', async () => {
    const page = await openAs('fatima', `${base}/onderbesteding?jaar=${jaar}&peildatum=${vandaag}`)
    const stand = table(page, /^Stand op/)
    const budget = sum(await column(stand, 2))
    await page.getByLabel('Open aanvragen van Egmond aan Zee').fill('1.234,56')
    await page.getByText(/^Telt op: €\s1\.234,56 afgegeven = €\s1\.234,56 gekregen\.$/).waitFor()
    const [geeft, krijgt] = [sum(await column(stand, 7)), sum(await column(stand, 8))]
    expect([geeft, krijgt]).toEqual([123_456, 123_456])
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Stel deze herverdeling voor' }).click()
    const versie = /versie (\d+)/.exec(await read(page.getByText(/Voorstel bewaard als versie/)))![1]!

    const college = await openAs('wim', `${base}/onderbesteding?jaar=${jaar}&peildatum=${vandaag}`)
    await college.getByRole('button', { name: `Bekijk versie ${versie}` }).click()
    await college.getByText(/krijgt €\s1\.234,56 erbij/).waitFor()
    await college.getByText(`Stel versie ${versie} vast`).click()
    await college.getByLabel('Wie heeft besloten?').fill('College van B en W')
    await college.getByLabel('Nummer van het besluit').fill('B-8')
    await college.getByLabel('Datum van het besluit').fill(vandaag)
    await college.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await college.getByText(`Versie ${versie} is vastgesteld.`).waitFor()
    expect(await findFaults(college)).toEqual([])
    await expect.poll(async () => sum(await column(table(college, /^Stand op/), 2))).toBe(budget)
  })

  test('takes along the totals of the screen, as a spreadsheet and as CSV', async () => {
    const page = await openAs('fatima', `${base}/grootboek?jaar=${jaar}`)
    const standen = table(page, `Alle kernen in ${jaar}`)
    const [budget, vrij] = [await column(standen, 2), await column(standen, 5)]
    expect(sum(budget)).toBe(15_000_000)
    const bytes = await downloadFrom(page, 'Download voor Excel')
    expect(await downloadFrom(page, 'Download voor Excel')).toEqual(bytes)
    expect(await readSheet(bytes, 'Budget')).toMatchObject({ rows: budget, total: sum(budget) })
    expect(await readSheet(bytes, 'Nog vrij')).toMatchObject({ rows: vrij, total: sum(vrij) })
    const rows = readCsv(await downloadFrom(page, 'Download als CSV'))
    expect(rows.map((row) => Math.round(Number(row['Nog vrij']!.replace(',', '.')) * 100))).toEqual(vrij)
  })

  test('tells everybody what the kern got, why, what was promised and what is left', async () => {
    const page = await journey.open('/mijn-kern/egmond-aan-zee')
    await page.getByText('Egmond aan Zee krijgt', { exact: true }).waitFor()
    const budget = page.locator('.budget')
    await budget.getByText(/vast €\s5\.000,00, plus/).waitFor()
    await budget.getByText('besluit B-7').waitFor()
    expect(toCenten(await read(budget.locator('.besteding__post--over dd')))).toBe(123_456)
    expect(toCenten(await read(budget.locator('.besteding__post--toegezegd dd')))).toBeGreaterThan(0)
    await page.getByText('Waar komt dit vandaan?').click()
    await table(page, 'Alle kernen naast elkaar').waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
  })
})
