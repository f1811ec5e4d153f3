/** Before a melding is sent: danger stops it, what is known already is followed instead, and who sends much waits a moment. */
import { describe, expect, test } from 'vitest'
import { fillIn, findFaultsOnBoth, listMeldingen, meld, next, schoorl, send } from '../support/bewoner.ts'
import { phone } from '../support/browser.ts'
import { read, withJourney } from '../support/journey.ts'

// One melding in an hour, so that the second must prove that a person waits for it.
const journey = withJourney({
  leeg: true,
  meldbudget: { perAdresPerUur: 100, perToestelPerUur: 1 },
  // The refusal above the budget is a line in the browser's console.
  allowed: /429/,
})

describe('danger', () => {
  test('stops the form with a number to call, and who was mistaken goes back to what was typed', async () => {
    const page = await journey.open('/melden', { viewport: phone, hasTouch: true })
    await fillIn(page, 'Er hangt een tak boven het fietspad.', 'bomen')
    await next(page)
    expect(await read(page.locator('#gevaar-fout'))).toBe('Kies of er gevaar is.')
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByLabel('Ja', { exact: true }).click()
    const call = page.getByRole('link', { name: 'Bel 112', exact: true })
    await call.waitFor()
    expect(await call.getAttribute('href')).toBe('tel:112')
    expect(await page.getByRole('button', { name: /Volgende|Verstuur/ }).count()).toBe(0)
    expect(await findFaultsOnBoth(page)).toEqual([])
    // The address of the last step leads no further either.
    await page.goto(`${journey.url}/melden?stap=versturen`)
    await call.waitFor()
    await page.getByRole('button', { name: 'Het is geen gevaar' }).click()
    expect(await page.getByLabel('Wat ziet u?').inputValue()).toBe('Er hangt een tak boven het fietspad.')
    expect(await page.getByLabel('Nee', { exact: true }).isChecked()).toBe(true)
  })
})

describe('extra questions', () => {
  test('are asked where the subject has them, and their answers are looked over', async () => {
    const page = await journey.open('/melden')
    await fillIn(page, 'Er ligt een dode vogel.', 'dieren')
    await next(page)
    expect(await read(page.locator('#vraag-leeft-fout'))).toBe('Geef hier een antwoord.')
    await page.locator('.fouten a').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('vraag-leeft')
    await page.getByLabel('Nee', { exact: true }).check()
    await page.getByLabel('Welk dier is het?').fill('Een meeuw')
    expect(await findFaultsOnBoth(page)).toEqual([])
    await next(page)
    await page.getByText('Een meeuw').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
  })
})

describe('what was reported already', () => {
  test('is followed instead of made again, and who changes his mind gets the form back', async () => {
    const { nummer } = await meld(journey.url)
    const before = (await listMeldingen(journey.url)).length
    const page = await journey.open('/melden', { viewport: phone, hasTouch: true })
    await fillIn(page, 'De lantaarnpaal bij de kerk doet het niet.')
    await next(page)
    await page.getByRole('heading', { name: 'Is dit al gemeld?' }).waitFor()
    const row = page.locator('.nabij__melding').first()
    expect(await read(row)).toMatch(/Straatverlichting.*Op dezelfde plek.*Ontvangen.*Opgelost uiterlijk/)
    expect(await findFaultsOnBoth(page)).toEqual([])
    await row.getByRole('button', { name: 'Dit is dezelfde' }).click()
    await page.getByLabel('E-mailadres').fill('geen adres')
    await page.getByRole('button', { name: 'Volg deze melding' }).click()
    await page.locator('#volg-email-fout').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByLabel('E-mailadres').fill('volger@voorbeeld.nl')
    await page.getByRole('button', { name: 'Volg deze melding' }).click()
    await page.getByRole('heading', { name: 'U volgt deze melding' }).waitFor()
    expect(await read(page.locator('.ontvangst__nummer'))).toBe(nummer)
    expect(await findFaultsOnBoth(page)).toEqual([])
    expect((await listMeldingen(journey.url)).length).toBe(before)
    const link = page.getByRole('link', { name: 'Bekijk hoe het ermee staat' })
    expect(await link.getAttribute('href')).toMatch(new RegExp(`/volg#${nummer}\\.`))
    await page.getByRole('button', { name: 'Toch zelf melden' }).click()
    await page.getByText('De lantaarnpaal bij de kerk doet het niet.').waitFor()
    // The wrong address was refused by the service.
    expect(journey.complaints.splice(0).filter((line) => !line.includes('volgers'))).toEqual([])
  })

  test('is skipped with one key', async () => {
    await meld(journey.url, {
      geometrie: { type: 'Point', coordinates: [schoorl[0], schoorl[1] + 0.0001] },
    })
    const page = await journey.open('/melden')
    await fillIn(page)
    await next(page)
    await page.getByRole('heading', { name: 'Is dit al gemeld?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Goed. Kijk hieronder uw melding na.').waitFor()
    expect(await page.locator('.nabij').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('overzicht')
  })
})

describe('who sent much', () => {
  test('waits a moment while the browser proves that a person is there, and then it is sent', async () => {
    const page = await journey.open('/melden')
    for (const round of [1, 2]) {
      await fillIn(page, `De bank is stuk, melding ${round}.`, 'bankjes-en-speelplekken')
      await next(page)
      await page.getByText(`melding ${round}.`).waitFor()
      await send(page)
      if (round === 2)
        await page
          .getByText('Even geduld: wij controleren of u geen robot bent.')
          .waitFor({ timeout: 60_000 })
      await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor({ timeout: 80_000 })
      if (round === 1) await page.getByRole('link', { name: 'Nog iets melden' }).click()
    }
    expect(await findFaultsOnBoth(page)).toEqual([])
  })
})
