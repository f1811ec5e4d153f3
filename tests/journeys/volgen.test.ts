/** A resident follows a melding with the secret link: answers, corrects, withdraws, and says whether it was solved. */
import { describe, expect, test } from 'vitest'
import { change, findFaultsOnBoth, meld, schoorl } from '../support/bewoner.ts'
import { phone } from '../support/browser.ts'
import { read, withJourney } from '../support/journey.ts'

const journey = withJourney({ leeg: true })

const pathOf = (volglink: string): string => volglink.replace(/^https?:\/\/[^/]+/, '')

describe('a question', () => {
  test('is answered, and a closed melding that is not solved comes back to the inbox', async () => {
    const { nummer, volglink } = await meld(journey.url, { contact: { email: 'bewoner@voorbeeld.nl' } })
    const staff = await journey.openAs('noor', '/werkplek')
    await change(staff, nummer, { soort: 'status', status: 'in-behandeling' })
    await change(staff, nummer, { soort: 'vraag', tekst: 'Aan welke kant van de weg staat de paal?' })

    const page = await journey.open(pathOf(volglink), { viewport: phone, hasTouch: true })
    await page.getByRole('heading', { name: 'Wij hebben een vraag aan u' }).waitFor()
    await page.getByText('Aan welke kant van de weg').first().waitFor()
    expect(await read(page.locator('.volg__termijn'))).toContain('De termijn staat stil')
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Verstuur uw antwoord' }).click()
    expect(await read(page.locator('#antwoord-fout'))).toBe('Schrijf uw antwoord.')
    await page.getByLabel('Uw antwoord').fill('Aan de kant van de school.')
    await page.getByRole('button', { name: 'Verstuur uw antwoord' }).click()
    await page.getByText('Bedankt, wij hebben uw antwoord.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('volg__bericht')
    expect(await page.getByRole('heading', { name: 'Wij hebben een vraag aan u' }).count()).toBe(0)
    expect(await read(page.locator('.geschiedenis'))).toContain('Aan de kant van de school.')
    expect(await findFaultsOnBoth(page)).toEqual([])

    await change(staff, nummer, {
      soort: 'status',
      status: 'gesloten',
      reden: 'opgelost',
      toelichting: 'De lamp is vervangen.',
    })
    await page.reload()
    await page.getByRole('heading', { name: 'Is het opgelost?' }).waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByLabel('Nee, nog niet').check()
    await page.getByRole('button', { name: 'Verstuur', exact: true }).click()
    expect(await read(page.locator('#oordeeltekst-fout'))).toBe('Schrijf wat er nog mis is.')
    await page.getByLabel('Wat is er nog mis?').fill('Hij knippert nog. Bel 06-12345678')
    await page.getByText('06-12345678 (telefoonnummer)').waitFor()
    // Here nobody asks for contact data later.
    expect(await read(page.locator('.gegevens'))).not.toContain('straks')
    await page.getByLabel('Wat is er nog mis?').fill('Hij knippert nog.')
    await page.getByRole('button', { name: 'Verstuur', exact: true }).click()
    await page.getByText('Bedankt. Uw melding is weer open.').waitFor()
    expect(await read(page.locator('.volg__nu'))).toContain('In behandeling')
    expect(await read(page.locator('.geschiedenis'))).toContain('nog niet is opgelost')
    expect(await findFaultsOnBoth(page)).toEqual([])

    await staff.goto(`${journey.url}/werkplek?status=in-behandeling`)
    await staff.getByText('De lantaarnpaal bij de kerk').first().waitFor()
  })
})

describe('the own melding', () => {
  test('gets other words and its old ones back, loses its contact data, and is withdrawn', async () => {
    const { volglink } = await meld(journey.url, { contact: { email: 'bewoner@voorbeeld.nl' } })
    const page = await journey.open(pathOf(volglink))
    await page.getByRole('button', { name: 'Verbeter uw tekst' }).click()
    expect(await findFaultsOnBoth(page)).toEqual([])
    const text = page.getByLabel('Uw tekst')
    expect(await text.inputValue()).toBe('De lantaarnpaal bij de kerk brandt niet.')
    await text.fill('De lantaarnpaal bij het plein brandt niet.')
    await page.getByRole('button', { name: 'Bewaar de nieuwe tekst' }).click()
    await page.getByText('Uw tekst is veranderd.').waitFor()
    await page.getByText('De lantaarnpaal bij het plein').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Zet mijn oude tekst terug' }).click()
    await page.getByText('De lantaarnpaal bij de kerk').waitFor()

    await page.getByRole('button', { name: 'Wis uw contactgegevens' }).click()
    await page.getByText('Weet u zeker dat wij uw contactgegevens').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Nee, laat zo' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('doe-contact-wissen')
    await page.getByRole('button', { name: 'Wis uw contactgegevens' }).click()
    await page.getByRole('button', { name: 'Ja, wis ze' }).click()
    await page.getByText('Uw contactgegevens zijn gewist.').first().waitFor()
    expect(await page.getByRole('button', { name: 'Wis uw contactgegevens' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Trek uw melding in' }).click()
    await page.getByLabel('Waarom trekt u de melding in?').fill('De lamp doet het weer.')
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Ja, trek in' }).click()
    await page.getByText('Uw melding is ingetrokken.').waitFor()
    expect(await read(page.locator('.volg__nu'))).toContain('Gesloten')
    expect(await findFaultsOnBoth(page)).toEqual([])
  })

  test('that somebody changed meanwhile says what cannot be done any more, and shows how it stands', async () => {
    const { nummer, volglink } = await meld(journey.url)
    const page = await journey.open(pathOf(volglink))
    await page.getByRole('button', { name: 'Trek uw melding in' }).click()
    const staff = await journey.openAs('noor', '/werkplek')
    await change(staff, nummer, { soort: 'status', status: 'gesloten', reden: 'opgelost' })
    await page.getByRole('button', { name: 'Ja, trek in' }).click()
    await page.getByText('Dit kan nu niet').first().waitFor()
    await page.getByRole('heading', { name: 'Is het opgelost?' }).waitFor()
    expect(await read(page.locator('.volg__nu'))).toContain('Gesloten')
    // The refusal itself is a line in the browser's console.
    expect(journey.complaints.splice(0).filter((line) => !line.includes('reacties'))).toEqual([])
  })

  test('that is merged shows the other one, and its words to nobody else', async () => {
    const hoofd = await meld(journey.url, { omschrijving: 'De lamp bij de haven is stuk.' })
    const deel = await meld(journey.url, { omschrijving: 'Het is donker bij de haven.' })
    const staff = await journey.openAs('noor', '/werkplek')
    await change(staff, deel.nummer, { soort: 'samenvoeging', hoofdmelding: hoofd.nummer })
    const page = await journey.open(pathOf(deel.volglink), { viewport: phone, hasTouch: true })
    await page.getByRole('heading', { name: 'Wij behandelen dit samen met een andere melding' }).waitFor()
    expect(await read(page.locator('.volg__hoofd'))).toContain(hoofd.nummer)
    expect(await read(page.locator('.volg__hoofd'))).toContain('Ontvangen')
    expect(await page.content()).not.toContain('De lamp bij de haven is stuk.')
    expect(await findFaultsOnBoth(page)).toEqual([])
  })

  test('shows a follower how it stands, without the words of the reporter', async () => {
    const { nummer } = await meld(journey.url, {
      omschrijving: 'De lamp van mevrouw is stuk.',
      geometrie: { type: 'Point', coordinates: [schoorl[0] + 0.004, schoorl[1]] },
    })
    const response = await fetch(`${journey.url}/v1/meldingen/${nummer}/volgers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { volglink } = await response.json()
    const staff = await journey.openAs('noor', '/werkplek')
    await change(staff, nummer, { soort: 'vraag', tekst: 'Welke kleur heeft het huis?' })
    const page = await journey.open(pathOf(volglink))
    await page.getByRole('heading', { name: 'U volgt een melding' }).waitFor()
    const shown = await page.content()
    expect(shown).toContain('Wij stelden de melder een vraag.')
    expect(shown).not.toMatch(/van mevrouw|Welke kleur/)
    expect(await page.getByRole('heading', { name: 'Wat kunt u doen?' }).count()).toBe(0)
    expect(await findFaultsOnBoth(page)).toEqual([])
  })
})
