/** A coördinator signs in, reads where it is busy, and changes a status; a colleague does the same thing earlier. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, signIn, withJourney } from '../support/journey.ts'

const journey = withJourney()

const openSignedIn = async (path: string, options = {}): Promise<Page> => {
  const page = await journey.openAs('noor', path, options)
  await page.locator('.werklijst__rij').first().waitFor()
  return page
}

const chooseNew = async (page: Page): Promise<string> => {
  await page.getByLabel('Status', { exact: true }).selectOption('ontvangen')
  await page.waitForURL(/status=ontvangen/)
  await settle(page)
  await page.locator('.werklijst__rij').first().click()
  await page.getByRole('heading', { name: /^Melding M-/ }).waitFor()
  return new URL(page.url()).searchParams.get('melding')!
}

describe('signing in', () => {
  test('comes back to the page and the choice that was open', async () => {
    const page = await journey.open('/werkplek?kern=schoorl&status=ontvangen')
    await page.getByRole('button', { name: 'Meld u aan' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await signIn(page, 'noor')
    expect(page.url()).toBe(`${journey.url}/werkplek?kern=schoorl&status=ontvangen`)
    await page.getByText('Meldingen met status ontvangen in Schoorl.').waitFor()
  })

  test('brings financiën to the wijkbudget, and opens no work of others for them', async () => {
    const page = await journey.open('/werkplek')
    await signIn(page, 'fatima')
    await page.getByRole('heading', { name: 'Wijkbudget verdelen' }).waitFor()
    expect(await page.getByRole('link', { name: 'Meldingen', exact: true }).count()).toBe(0)
    await page.goto(`${journey.url}/werkplek/kernindeling`)
    await page.getByRole('heading', { name: 'Dit onderdeel hoort niet bij uw functie' }).waitFor()
    expect(await findFaults(page)).toEqual([])
  })

  test('ends for good with signing out, in the words of the standard and in those of Cognito', async () => {
    const page = await openSignedIn('/werkplek')
    const leaving = page.waitForRequest(/session\/end/)
    await page.getByRole('button', { name: 'Afmelden' }).click()
    const asked = new URL((await leaving).url()).searchParams
    const home = `${journey.url}/`
    expect(asked.get('post_logout_redirect_uri')).toBe(home)
    expect([asked.get('client_id'), asked.get('logout_uri')]).toEqual(['kernpunt-web', home])
    await page.getByRole('button', { name: 'Ja, meld mij af' }).click()
    await page.waitForURL((url) => url.href.startsWith(home) && url.pathname === '/')
    await page.goto(`${journey.url}/werkplek`)
    await page.getByRole('button', { name: 'Meld u aan' }).click()
    await page.getByLabel('Wachtwoord').waitFor()
  })
})

describe('the work place', () => {
  test('looks further where the first page of a rare choice is empty and not the last', async () => {
    const page = await openSignedIn('/werkplek')
    await page.route(/behandelingen\?.*status=gepland/, async (route) => {
      const url = new URL(route.request().url())
      if (!url.searchParams.has('cursor'))
        return route.fulfill({ json: { behandelingen: [], volgende: 'verder' } })
      url.searchParams.delete('cursor')
      return route.continue({ url: url.href })
    })
    await page.getByLabel('Status', { exact: true }).selectOption('gepland')
    await page.waitForURL(/status=gepland/)
    await page.locator('.werklijst__rij').filter({ hasText: 'Gepland' }).first().waitFor()
    expect(await page.getByText('Geen meldingen met deze filters').count()).toBe(0)
  })

  test('shows no rows of the choice before, also when more of them were on their way', async () => {
    const page = await openSignedIn('/werkplek')
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route(/behandelingen\?.*cursor=/, async (route) => {
      await held
      await route.continue()
    })
    const onTheirWay = page.waitForRequest(/behandelingen\?.*cursor=/)
    await page.getByRole('button', { name: 'Meer laden' }).click()
    await onTheirWay
    await page.getByLabel('Status', { exact: true }).selectOption('gepland')
    await page.waitForURL(/status=gepland/)
    await page.locator('.werklijst__rij').filter({ hasText: 'Gepland' }).first().waitFor()
    letGo()
    await settle(page)
    const rows = await page.locator('.werklijst__rij').allInnerTexts()
    expect(rows.filter((row) => !row.includes('Gepland'))).toEqual([])
    expect(rows.length).toBeGreaterThan(0)
  })

  test('shows the figures of the table on the map, absolute, per 1,000 and as a heatmap', async () => {
    const page = await journey.openAs('noor', '/werkplek?deel=cijfers')
    await page.locator('tbody .tabel__kies').first().waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    const figures = async (column: number) =>
      (await page.locator(`.werkplek__lijst tbody td:nth-child(${column})`).allInnerTexts()).map((text) =>
        Number(text.replace('.', '').replace(',', '.')),
      )
    const ends = async () =>
      (await page.locator('.legenda__klassen li').allInnerTexts())
        .flatMap((text) => text.split(' – '))
        .map((text) => Number(text.replace('.', '').replace(',', '.')))
        .filter(Number.isFinite)
    const absolute = await figures(4)
    expect([Math.min(...(await ends())), Math.max(...(await ends()))]).toEqual([
      Math.min(...absolute),
      Math.max(...absolute),
    ])
    await page.getByLabel('Toon per 1.000 inwoners').check()
    await page.getByText('Meldingen per 1.000 inwoners').waitFor()
    const relative = await figures(5)
    expect(Math.max(...(await ends()))).toBe(Math.max(...relative))
    expect(new URL(page.url()).searchParams.get('per')).toBe('1000')
    await page.getByLabel('Hittekaart').check()
    await page.getByText('Hoe roder, hoe meer meldingen op die plek').waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
  })

  test('lights the row and the kern together', async () => {
    const page = await journey.openAs('noor', '/werkplek?deel=cijfers')
    await page.locator('tbody .tabel__kies').first().focus()
    expect(await page.locator('.tabel__rij--actief').count()).toBe(1)
  })

  test('loads more without losing or repeating a melding', async () => {
    const page = await journey.open('/werkplek')
    const nummers: string[] = []
    page.on('response', async (response) => {
      if (!response.url().includes('/v1/behandelingen?') || response.request().method() !== 'GET') return
      for (const { nummer } of (await response.json()).behandelingen) nummers.push(nummer)
    })
    await signIn(page, 'noor')
    const rows = page.locator('.werklijst__rij')
    await rows.first().waitFor()
    const before = await rows.count()
    await page.getByRole('button', { name: 'Meer laden' }).click()
    await expect.poll(() => rows.count()).toBeGreaterThan(before)
    expect(new Set(nummers).size).toBe(nummers.length)
    expect(await rows.count()).toBe(nummers.length)
  })

  test('fits a phone', async () => {
    const page = await openSignedIn('/werkplek', { viewport: phone })
    await settle(page)
    expect(await findOverhang(page)).toBe(0)
  })
})

describe('changing a status', () => {
  test('offers only what is allowed, asks a reason and shows the result in list and history', async () => {
    const page = await openSignedIn('/werkplek')
    const nummer = await chooseNew(page)
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByRole('link', { name: 'Kies een status.' }).waitFor()
    await page.getByLabel('Gesloten').check()
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByRole('link', { name: 'Kies een reden.' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByLabel('Waarom sluit u de melding?').selectOption('opgelost')
    await page.getByLabel('Toelichting').fill('De lamp is vervangen.')
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByText('Bewaard. De status is nu: gesloten.').waitFor()
    expect(await read(page.locator('.detail .geschiedenis li').first())).toContain('De lamp is vervangen.')
    const published = await (await fetch(`${journey.url}/v1/meldingen/${nummer}`)).json()
    expect([published.status, published.reden]).toEqual(['gesloten', 'opgelost'])
    expect(await findFaults(page)).toEqual([])
  })

  test('says what a colleague changed first and keeps what was typed', async () => {
    const page = await openSignedIn('/werkplek')
    const nummer = await chooseNew(page)
    const colleague = await openSignedIn(`/werkplek?melding=${nummer}`)
    await colleague.getByLabel('In behandeling').check()
    await colleague.getByRole('button', { name: 'Bewaar de status' }).click()
    await colleague.getByText('Bewaard. De status is nu: in behandeling.').waitFor()

    await page.getByLabel('Gesloten').check()
    await page.getByLabel('Waarom sluit u de melding?').selectOption('dubbel')
    await page.getByLabel('Toelichting').fill('Stond er al.')
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByText('Iemand anders was u voor').waitFor()
    expect(await read(page.locator('.detail .volg__nu'))).toContain('In behandeling')
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('Stond er al.')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Bewaar op de nieuwe stand' }).click()
    await page.getByText('Bewaard. De status is nu: gesloten.').waitFor()
    expect(journey.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([])
  })

  test('sees contact data only after saying why', async () => {
    const reply = await fetch(`${journey.url}/v1/meldingen`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'contact' },
      body: JSON.stringify({
        categorie: 'straatverlichting',
        omschrijving: 'De lamp is stuk.',
        geometrie: { type: 'Point', coordinates: [4.6953, 52.7006] },
        contact: { telefoon: '072 000 0000' },
      }),
    })
    const { nummer } = (await reply.json()) as { nummer: string }
    const page = await openSignedIn('/werkplek')
    await page.getByLabel('Zoek op woorden of nummer').fill(nummer.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByText('De melder gaf: telefoonnummer.').waitFor()
    expect(await page.getByText('072 000 0000').count()).toBe(0)
    expect(await findFaults(page)).toEqual([])
    await page.getByLabel('Waarvoor hebt u dit nodig?').selectOption('vraag')
    await page.getByRole('button', { name: 'Toon contactgegevens' }).click()
    await page.getByText('telefoonnummer: 072 000 0000').waitFor()
    expect(await findFaults(page)).toEqual([])
  })

  test('asks to sign in again when the session ran out, and the words are still there', async () => {
    const page = await openSignedIn('/werkplek')
    await chooseNew(page)
    await page.getByLabel('Toelichting').fill('Morgen bellen met de aannemer.')
    await page.getByLabel('In behandeling').check()
    await page.route('**/wijzigingen', (route) =>
      route.fulfill({ status: 401, json: { code: 'niet-aangemeld', detail: 'Meld u aan.' } }),
    )
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByRole('heading', { name: 'U bent niet meer aangemeld' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Meld u aan' }).click()
    await page.getByText('U bent aangemeld als').waitFor()
    await page.getByRole('heading', { name: /^Melding M-/ }).waitFor()
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('Morgen bellen met de aannemer.')
    expect(journey.complaints.splice(0).filter((line) => !line.includes('401'))).toEqual([])
  })
})
