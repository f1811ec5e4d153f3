/** Without a connection: the page opens, a melding waits with its photos, and goes once, by itself, when it can. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fillIn, findFaultsOnBoth, listMeldingen, next, send } from '../support/bewoner.ts'
import { phone } from '../support/browser.ts'
import { read, settle, withJourney } from '../support/journey.ts'
import { makePicture } from '../support/pictures.ts'

// Everything that is asked without a connection is a line in the browser's console.
const journey = withJourney({
  leeg: true,
  allowed: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Worker failed to load/,
})

/** A visit in which the page was kept for later. */
async function openKept(options = {}): Promise<Page> {
  const page = await journey.open('/melden', { serviceWorkers: 'allow', ...options })
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
  await settle(page)
  return page
}

/** Counts what leaves for the list of meldingen, of every tab. */
function countSent(context: BrowserContext): () => number {
  let sent = 0
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/meldingen')) sent++
  })
  return () => sent
}

const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await makePicture(400, 300).jpeg().toBuffer(),
})

describe('without a connection', () => {
  test('the page opens, the melding waits with its photo, and two tabs send it once', async () => {
    const page = await openKept({ viewport: phone, hasTouch: true })
    const context = page.context()
    const sent = countSent(context)
    await context.setOffline(true)
    await page.reload()
    await page.getByText('U hebt geen internet.').waitFor()
    const broken = () =>
      [...document.images].filter((image) => image.complete && !image.naturalWidth).map(({ src }) => src)
    expect(await page.evaluate(broken)).toEqual([])
    await fillIn(page)
    await page.locator('#foto-bestand').setInputFiles(await photo('lamp.jpg'))
    await page.getByText('Deze foto wordt verstuurd als u verbinding hebt.').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await next(page)
    await send(page)
    await page.getByRole('heading', { name: 'Uw melding staat klaar' }).waitFor()
    await page.getByText('Met 1 foto.').waitFor()
    await page.getByText('Bekijk wat klaarstaat').click()
    await page.getByText('De lamp bij de school is stuk.').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])

    const other = await context.newPage()
    await other.goto(`${journey.url}/melden`)
    await other.getByText('1 melding staat klaar.').waitFor()
    const before = (await listMeldingen(journey.url)).length
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor({ timeout: 60_000 })
    const nummer = await read(page.locator('.ontvangst__nummer'))
    expect((await listMeldingen(journey.url)).length).toBe(before + 1)
    await other.getByText('1 melding staat klaar.').waitFor({ state: 'detached' })
    expect(sent()).toBe(1)

    await page.getByRole('link', { name: 'Volg uw melding' }).click()
    await page.getByText(`Melding ${nummer}`).waitFor()
    await page.getByRole('img', { name: 'Foto 1 bij uw melding' }).waitFor()
  })

  test('a melding that waits is sent at the next visit, on any page, and says its number there', async () => {
    const page = await openKept()
    const context = page.context()
    await context.setOffline(true)
    await fillIn(page, 'De lamp bij de brug is stuk.')
    await next(page)
    await send(page)
    await page.getByRole('heading', { name: 'Uw melding staat klaar' }).waitFor()
    await page.close()
    await context.setOffline(false)
    const later = await context.newPage()
    await later.goto(`${journey.url}/privacy`)
    const says = later.locator('.wachtrij')
    await says.getByText('Uw melding is verstuurd. Uw nummer is M-').waitFor({ timeout: 60_000 })
    const link = says.getByRole('link', { name: 'Volg uw melding' })
    expect(await link.getAttribute('href')).toMatch(/\/volg#M-.{9}\../)
    expect(await findFaultsOnBoth(later)).toEqual([])
    await says.getByRole('button', { name: 'Sluit dit bericht' }).click()
    await says.waitFor({ state: 'detached' })
    await later.reload()
    await later.getByRole('heading', { name: 'Privacy' }).first().waitFor()
    expect(await says.count()).toBe(0)
  })

  test('what waits can be taken away, put back and changed', async () => {
    const page = await openKept({ viewport: phone, hasTouch: true })
    await page.context().setOffline(true)
    await fillIn(page)
    await next(page)
    await send(page)
    await page.getByRole('heading', { name: 'Uw melding staat klaar' }).waitFor()
    await page.getByText('Bekijk wat klaarstaat').click()
    await page.getByRole('button', { name: 'Verwijder de melding over Straatverlichting' }).click()
    await page.getByText('De melding is verwijderd.').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await page.getByText('1 melding staat klaar.').waitFor()
    await page.getByText('Bekijk wat klaarstaat').click()
    await page.getByRole('button', { name: 'Pas de melding aan' }).click()
    expect(await page.getByLabel('Wat ziet u?').inputValue()).toBe('De lamp bij de school is stuk.')
    await page.getByText('1 melding staat klaar.').waitFor({ state: 'detached' })
  })
})

test('what is kept for later holds no secret and no answer about a melding', async () => {
  const page = await openKept()
  await fillIn(page)
  await next(page)
  await send(page)
  await page.getByRole('link', { name: 'Volg uw melding' }).click()
  await page.getByText('Wat is er gebeurd?').waitFor()
  const code = page.url().split('.').at(-1)!
  const kept = (await page.evaluate(`(async () => {
    const found = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        found.push(request.url + ' ' + (request.url.includes('/assets/') ? '' : await answer.text()))
      }
    }
    return found
  })()`)) as string[]
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.filter((line) => line.includes(code))).toEqual([])
  const answers = kept
    .map((line) => new URL(line.split(' ')[0]!).pathname)
    .filter((path) => /^\/v\d/.test(path))
  expect(answers.sort()).toEqual(['/v1/categorieen', '/v1/instellingen', '/v1/kernen'])
})
