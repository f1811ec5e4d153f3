/** Every public page, full and empty and broken, on a phone and on a laptop. */
import { describe, expect, test } from 'vitest'
import { laptop, phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, withJourney } from '../support/journey.ts'

/** A browser writes down that the address of the page itself is not there; that is so. */
const journey = withJourney({ allowed: /status of 404 .*\/bestaat-niet$/ })

const pages = [
  '/',
  '/?per=1000&kern=schoorl',
  '/?laag=hitte',
  '/?laag=punten',
  '/?van=1990-01-01&tot=1990-01-31',
  '/melden',
  '/melden?stap=wat',
  '/melden?stap=versturen',
  '/initiatieven',
  '/initiatieven/nieuw',
  '/mijn-kern',
  '/mijn-kern/schoorl',
  '/mijn-kern/atlantis',
  '/volg',
  '/werkplek',
  '/privacy',
  '/toegankelijkheid',
  '/bestaat-niet',
]

/** Where a wide window has another layout than a phone. */
const wide = ['/', '/?laag=hitte', '/melden', '/initiatieven', '/mijn-kern/schoorl']

describe.each([
  ['phone', phone, pages],
  ['laptop', laptop, wide],
])('on a %s', (_name, viewport, paths) => {
  test.each(paths)('%s has no accessibility faults and does not scroll sideways', async (path) => {
    const page = await journey.open(path, { viewport })
    await settle(page)
    await page.locator('h1').waitFor()
    expect(await findOverhang(page)).toBe(0)
    expect(await findFaults(page)).toEqual([])
    await page.context().close()
  })
})

describe('a page', () => {
  test('reflows at 400 % zoom (320 CSS pixels)', async () => {
    for (const path of ['/', '/melden', '/mijn-kern/schoorl']) {
      const page = await journey.open(path, { viewport: { width: 320, height: 256 } })
      await settle(page)
      expect([path, await findOverhang(page)]).toEqual([path, 0])
      await page.context().close()
    }
  })

  test('says what is wrong and tries again when the service cannot be reached', async () => {
    const page = await journey.open('/privacy')
    await page.context().route('**/v1/activiteit*', (route) => route.abort())
    await page.goto(`${journey.url}/`)
    await page.getByText('Wij kunnen de dienst nu niet bereiken.').waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.context().unroute('**/v1/activiteit*')
    await page.getByRole('button', { name: 'Probeer het opnieuw' }).click()
    await page.getByRole('table').waitFor()
    expect(journey.complaints.splice(0).filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  })

  test('says that there is no internet, and that nothing typed is lost', async () => {
    const page = await journey.open('/melden')
    await settle(page)
    await page.context().setOffline(true)
    await page.getByText('U hebt geen internet.').waitFor()
    await page.context().setOffline(false)
    await page.getByText('U hebt geen internet.').waitFor({ state: 'detached' })
  })

  test('opens from a mailed link as it was, and back undoes a choice', async () => {
    const page = await journey.open('/?per=1000&kern=schoorl&kolom=per1000&volgorde=op')
    await page.locator('.tabel__rij--gekozen').filter({ hasText: 'Schoorl' }).waitFor()
    expect(await page.getByLabel('Toon per 1.000 inwoners').isChecked()).toBe(true)
    expect(await read(page.locator('[aria-sort=ascending]'))).toContain('Per 1.000 inwoners')
    await page.getByRole('button', { name: 'Toon alle kernen' }).click()
    await page.locator('.tabel__rij--gekozen').waitFor({ state: 'detached' })
    await page.goBack()
    await page.locator('.tabel__rij--gekozen').waitFor()
  })

  test('shows the same figures in a browser that cannot draw maps (no WebGL)', async () => {
    const page = await journey.open('/privacy')
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null')
    await page.goto(`${journey.url}/`)
    await page.getByText('De kaart kan hier niet worden getoond.').waitFor()
    expect(await page.locator('tbody tr').count()).toBe(8)
    expect(await findFaults(page)).toEqual([])
  })

  test('works without the background map, and names the source', async () => {
    const page = await journey.open('/')
    await settle(page)
    expect(await read(page.locator('.kaartvak__bron'))).toContain('CBS / Kadaster, CC BY 4.0')
  })

  test('lays PDOK under the kernen when it can be reached', async () => {
    const page = await journey.open('/privacy')
    const asked: string[] = []
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await page.route('https://service.pdok.nl/**', (route) => {
      asked.push(new URL(route.request().url()).pathname)
      const headers = { 'access-control-allow-origin': '*' }
      return route.fulfill({ body: Buffer.from(png, 'base64'), contentType: 'image/png', headers })
    })
    await page.getByRole('link', { name: 'Kaart', exact: true }).click()
    await page.getByText('Ondergrond: Kadaster').waitFor()
    await expect.poll(() => asked.length).toBeGreaterThan(1)
    expect(asked.every((tile) => tile.startsWith('/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/'))).toBe(
      true,
    )
  })
})
