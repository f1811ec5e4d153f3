/** Without JavaScript, or when ours does not start, there is a way to report. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { routes } from '../../functions/contract/routes.ts'
import { laptop, phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, withJourney } from '../support/journey.ts'
import { makeLoadedJpeg } from '../support/pictures.ts'

const journey = withJourney({ leeg: true, allowed: /ERR_FAILED|zonder-script: .* 400 / })

const pad = '/melden/zonder-script'

/** The first page, filled in for a place. */
async function fillIn(page: Page, categorie: string, coordinaten = ''): Promise<void> {
  await page.locator('select[name=categorie]').selectOption(categorie)
  await page.locator('textarea[name=omschrijving]').fill('Hier is iets aan de hand.')
  if (coordinaten) await page.locator('[name=coordinaten]').fill(coordinaten)
  else {
    await page.locator('select[name=kern]').selectOption('schoorl')
    await page.locator('[name=plek]').fill('Bij de kerk')
  }
}
const next = (page: Page) => page.getByRole('button', { name: 'Verder' }).click()
/** The form wants to have been open for three seconds; a person is never that fast. */
const send = async (page: Page) => {
  await page.waitForTimeout(3000)
  await page.getByRole('button', { name: 'Verstuur de melding' }).click()
}
const heading = (page: Page) => read(page.getByRole('heading', { level: 1 }))

describe('without JavaScript', () => {
  const withoutScript = { javaScriptEnabled: false, viewport: phone }

  test('a resident finds the simple form on every page, checks it and reports with it', async () => {
    const page = await journey.open('/mijn-kern', withoutScript)
    await page.getByRole('link', { name: 'Doe een melding met het eenvoudige formulier' }).click()
    await fillIn(page, 'straatverlichting')
    await next(page)
    expect(await heading(page)).toBe('Controleer uw melding')
    expect(await read(page.locator('main'))).toMatch(/uiterlijk \w+ \d+ \w+ \d{4} oplossen/)
    await send(page)
    const said = await read(page.locator('main'))
    expect(said).toMatch(/M-\w{4}-\w{4}/)
    expect(said).toContain('Schoorl')
    expect(await findOverhang(page)).toBe(0)
  })

  test('a resident answers the questions of a categorie and sends a photo, which is clean', async () => {
    const page = await journey.open(pad, withoutScript)
    await fillIn(page, 'dieren')
    await page.getByLabel('Hoeveel foto’s wilt u meesturen?').selectOption('2')
    await next(page)
    await page.getByLabel('Leeft het dier nog?').selectOption('Ja')
    await send(page)
    const link = (await page.getByRole('link', { name: /volg#/ }).getAttribute('href')) ?? ''
    const foto = async (name: string, buffer: Buffer) => {
      await page
        .getByLabel(/^Kies foto/)
        .first()
        .setInputFiles({ name, mimeType: 'image/jpeg', buffer })
      await page
        .getByRole('button', { name: /^Stuur foto/ })
        .first()
        .click()
      await page.getByRole('heading', { name: 'Foto’s bij uw melding' }).waitFor()
      return read(page.locator('main'))
    }
    expect(await foto('geen.jpg', Buffer.from('<html>'))).toContain(
      'Foto 1: kon niet mee. Uw melding blijft gewoon staan. Dit is geen foto.',
    )
    expect(await foto('foto.jpg', await makeLoadedJpeg(6))).toContain('Foto 2: is goed binnen.')

    const [nummer = '', volgcode = ''] = link.split('#')[1]?.split('.') ?? []
    const path = routes.followMelding.path.replace('{nummer}', nummer)
    const followed = await fetch(journey.url + path, { headers: { Volgcode: volgcode } }).then((it) =>
      it.json(),
    )
    expect(followed.fotos).toMatchObject([
      { staat: 'geweigerd' },
      { staat: 'schoon', breedte: 80, hoogte: 120 },
    ])
    const picture = await fetch(followed.fotos[1].url)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1')).not.toContain('KANARIE')
  })

  test('danger stops the form with a number to call', async () => {
    const page = await journey.open(pad, withoutScript)
    await fillIn(page, 'duinbrand')
    await next(page)
    await page.getByLabel('Ja').check()
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    expect(await heading(page)).toBe('Bel nu')
    expect(await page.getByRole('link', { name: '112' }).getAttribute('href')).toBe('tel:112')
    expect(await page.getByRole('button', { name: 'Verstuur' }).count()).toBe(0)
  })

  test('somebody who sees what was reported already follows that', async () => {
    const first = await journey.open(pad, withoutScript)
    await fillIn(first, 'weg-en-stoep', '52.6700, 4.7000')
    await next(first)
    await send(first)
    const page = await journey.open(pad, withoutScript)
    await fillIn(page, 'weg-en-stoep', '52.6700, 4.7001')
    await next(page)
    await page.getByRole('button', { name: /^Dit is dezelfde: volg M-/ }).click()
    expect(await heading(page)).toMatch(/^U volgt M-/)
    expect(await page.getByRole('link', { name: /volg#/ }).count()).toBe(1)
  })
})

describe.each([
  ['a phone', phone],
  ['a laptop', laptop],
])('on %s', (_name, viewport) => {
  test('each page of the simple form can be used by everybody, and fits', async () => {
    const page = await journey.open(pad, { viewport })
    const check = async () => {
      expect(await findFaults(page), await heading(page)).toEqual([])
      expect(await findOverhang(page), await heading(page)).toBe(0)
    }
    await check()
    await next(page)
    await check()
    await fillIn(page, 'gevaarlijk-afval', '52.6710, 4.7010')
    await page.getByLabel('Hoeveel foto’s wilt u meesturen?').selectOption('3')
    await page.getByLabel('E-mailadres').fill('els@voorbeeld.nl')
    await next(page)
    await check()
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await check()
    await page.getByLabel('Ja').check()
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await check()
    await page.getByRole('button', { name: 'Er is geen gevaar: ga terug' }).click()
    await page.getByLabel('Nee').check()
    await page.getByLabel('Wat denkt u dat het is?').selectOption('Asbest')
    await send(page)
    await check()
    await page
      .getByLabel('Kies foto 1')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await makeLoadedJpeg() })
    await page.getByRole('button', { name: 'Stuur foto 1' }).click()
    await page.getByText('Foto 1: is goed binnen.').waitFor()
    await check()
  })
})

describe('when the script does not start', () => {
  test('the page itself shows the way to the simple form', async () => {
    const page = await journey.open('/privacy')
    await page.context().route('**/assets/*.js', (route) => route.abort())
    await page.goto(`${journey.url}/melden`)
    const way = page.getByRole('link', { name: 'eenvoudige formulier' })
    await way.waitFor()
    expect(await findFaults(page)).toEqual([])
    await way.click()
    await page.locator('textarea[name=omschrijving]').waitFor()
    expect(await findFaults(page)).toEqual([])
  })
})
