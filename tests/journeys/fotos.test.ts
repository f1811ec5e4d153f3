/** Photos with a melding: they go up while somebody writes, and one that fails never holds up the rest. */
import { describe, expect, test } from 'vitest'
import { fillIn, findFaultsOnBoth, next, send } from '../support/bewoner.ts'
import { phone } from '../support/browser.ts'
import { read, withJourney } from '../support/journey.ts'
import { makeLoadedJpeg } from '../support/pictures.ts'

const journey = withJourney({ leeg: true })

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

describe('photos', () => {
  test('are shown while they go up, can be taken away, and come with the melding', async () => {
    const page = await journey.open('/melden', { viewport: phone, hasTouch: true })
    await fillIn(page)
    const jpeg = await makeLoadedJpeg(6, 640, 480)
    await page.locator('#foto-bestand').setInputFiles([file('een.jpg', jpeg), file('twee.jpg', jpeg)])
    await page.getByText('Klaar', { exact: true }).nth(1).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('img', { name: 'Foto 1 bij uw melding: een.jpg' }).count()).toBe(1)
    expect(await findFaultsOnBoth(page)).toEqual([])
    await page.locator('#foto-bestand').setInputFiles([file('drie.jpg', jpeg), file('vier.jpg', jpeg)])
    await page.getByText('U hebt 3 foto’s.').waitFor()
    await page.getByRole('button', { name: 'Haal foto 3 weg' }).click()
    await page.getByText('De foto is weggehaald.').waitFor()
    // The phone may throw the page away for its camera.
    await page.reload()
    await page.getByRole('img', { name: 'Foto 2 bij uw melding: twee.jpg' }).waitFor()
    await next(page)
    await page.getByText('2 foto’s').waitFor()
    await send(page)
    await page.getByRole('link', { name: 'Volg uw melding' }).click()
    const shown = page.getByRole('img', { name: 'Foto 2 bij uw melding' })
    await shown.waitFor()
    await shown.scrollIntoViewIfNeeded()
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480)
    expect(await findFaultsOnBoth(page)).toEqual([])
  })

  test('that are refused or too large say why, and the melding goes without them', async () => {
    const page = await journey.open('/melden')
    await fillIn(page)
    const bad = file('geen-foto.jpg', Buffer.from('<html>Dit is geen foto</html>'))
    const large = file('groot.jpg', Buffer.alloc(21 * 1024 * 1024, 1))
    await page.locator('#foto-bestand').setInputFiles([bad, large])
    await page.getByText('Deze foto is te groot: maximaal 20 MB.').waitFor()
    await page.locator('.fotoregel--fout').nth(1).waitFor({ timeout: 60_000 })
    await page.getByText('Dan gaat deze foto niet mee.').first().waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
    await next(page)
    await page.getByText('0 foto’s').waitFor()
    await send(page)
    await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor()
    await page.getByText('2 foto’s kwamen niet mee. De melding wel.').waitFor()
    expect(await findFaultsOnBoth(page)).toEqual([])
  })

  test('that do not get through do not hold up the melding', async () => {
    const page = await journey.open('/melden')
    await page.route('**/fotokluis', (route) => route.abort())
    await fillIn(page)
    await page.locator('#foto-bestand').setInputFiles(file('een.jpg', await makeLoadedJpeg()))
    await page.getByText('Deze foto kwam niet aan.').waitFor()
    await page.getByRole('button', { name: 'Probeer foto 1 opnieuw' }).waitFor()
    await next(page)
    await send(page)
    await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor()
    expect(await read(page.locator('.ontvangst'))).toContain('1 foto kwam niet mee.')
    expect(journey.complaints.splice(0).filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  })
})
