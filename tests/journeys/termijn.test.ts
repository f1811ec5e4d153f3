/** The promise of a melding: the date before and after sending, in a calendar, with the coördinator, when it is late. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, signIn, withJourney } from '../support/journey.ts'

const journey = withJourney()

const aDay = /(?:maan|dins|woens|donder|vrij|zater|zon)dag \d{1,2} [a-z]+ 20\d\d/

const toWat = async (page: Page): Promise<void> => {
  await page.getByLabel('Of kies een kern').selectOption('schoorl')
  await page.getByRole('button', { name: 'Volgende stap' }).click()
}

describe('a resident', () => {
  test('is told the same date before sending, after it, in the calendar and on the volgpagina', async () => {
    const page = await journey.open('/melden', { viewport: phone })
    await toWat(page)
    await page.getByLabel('Wat ziet u?').fill('De lantaarnpaal brandt niet.')
    await page.getByLabel('Waar gaat het over?').selectOption('straatverlichting')
    const before = aDay.exec(await read(page.locator('.categorie')))![0]
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByText(`uiterlijk ${before}`).waitFor()
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await page.getByText(`Wij willen dit uiterlijk ${before} oplossen.`).waitFor()
    expect(await findFaults(page)).toEqual([])
    expect(await findOverhang(page)).toBe(0)

    const nummer = await read(page.locator('.ontvangst__nummer'))
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Zet in uw agenda' }).click()
    const file = await downloading
    expect(file.suggestedFilename()).toBe(`melding-${nummer}.ics`)
    const agenda = readFileSync(await file.path(), 'utf8')
    expect(agenda).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(agenda).toContain(`UID:${nummer}@`)
    const volglink = (await page.getByRole('link', { name: 'Volg uw melding' }).getAttribute('href'))!
    expect(agenda).not.toContain(volglink.split('.').at(-1))

    await page.getByRole('link', { name: 'Volg uw melding' }).click()
    await page.getByText('Opgelost uiterlijk').waitFor()
    expect(await read(page.locator('.volg__termijn'))).toContain(before)
    expect(await read(page.locator('.geschiedenis'))).toContain(before)
    expect(await findFaults(page)).toEqual([])
  })

  test('hears that a subject is not on the public map, and in English the date too', async () => {
    const page = await journey.open('/melden')
    await toWat(page)
    await page.getByLabel('Waar gaat het over?').selectOption('iets-anders')
    await page.getByText('Dit komt niet op de openbare kaart.').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('This is not on the public map.').waitFor()
    expect(await read(page.locator('.categorie'))).toMatch(/by \w+day,? \d+ \w+ 20\d\d/)
  })

  test('is warned of a phone number with the keyboard, takes it out, and may leave another', async () => {
    const page = await journey.open('/melden', { viewport: phone })
    await toWat(page)
    const text = page.getByLabel('Wat ziet u?')
    await text.fill('De lamp is stuk. Bel 06-12345678 even.')
    const notice = page.getByRole('status').filter({ hasText: 'iets persoonlijks' })
    await notice.waitFor()
    expect(await read(notice)).toContain('06-12345678 (telefoonnummer)')
    expect(await findFaults(page)).toEqual([])
    expect(await findOverhang(page)).toBe(0)
    await text.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Het is uit uw tekst gehaald.').waitFor()
    expect(await text.inputValue()).toBe('De lamp is stuk. Bel even.')
    expect(await page.evaluate('document.activeElement.id')).toBe('omschrijving')

    await text.fill('Vraag het a@voorbeeld.nl')
    await notice.waitFor()
    await page.getByRole('button', { name: 'Laat staan' }).click()
    await notice.waitFor({ state: 'detached' })
    await page.getByLabel('Waar gaat het over?').selectOption('straatverlichting')
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByText('Vraag het a@voorbeeld.nl').waitFor()
  })

  test('is told that a plan is public when it holds an e-mail address', async () => {
    const page = await journey.open('/initiatieven/nieuw')
    await page.getByLabel('Wat wilt u doen?').fill('Mail mij: jan@voorbeeld.nl')
    await page.getByText('Iedereen kan dit lezen.', { exact: false }).last().waitFor()
    await page.getByRole('button', { name: 'Haal weg' }).click()
    await expect.poll(() => page.getByLabel('Wat wilt u doen?').inputValue()).toBe('Mail mij:')
    expect(await findFaults(page)).toEqual([])
  })
})

describe('a coördinator', () => {
  test('sees until when, and in words what is late; the filter keeps only that', async () => {
    const page = await journey.open('/werkplek')
    await signIn(page, 'noor')
    const rows = page.locator('.werklijst__rij')
    await rows.first().waitFor()
    await page.getByLabel('Termijn').selectOption('Te laat (alles)')
    await page.waitForURL(/laat=true/)
    await settle(page)
    const shown = await rows.allInnerTexts()
    expect(shown.length).toBeGreaterThan(0)
    for (const row of shown) {
      expect(row).toMatch(/te laat/i)
      expect(row).toMatch(/uiterlijk \d{1,2} [a-z]+ 20\d\d/)
    }
    expect(await findFaults(page)).toEqual([])
    await rows.first().click()
    await page.getByRole('heading', { name: /^Melding M-/ }).waitFor()
    expect(await read(page.locator('.detail .termijn'))).toMatch(/te laat/i)
    expect(await findFaults(page)).toEqual([])

    await page.reload()
    await rows.first().waitFor()
    expect(await page.getByLabel('Termijn').inputValue()).toBe('laat')
    await page.setViewportSize(phone)
    expect(await findOverhang(page)).toBe(0)
  })
})
