/** Without JavaScript, or when ours does not start, there is a way to report. */
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, withJourney } from '../support/journey.ts'

const journey = withJourney({ leeg: true, allowed: /ERR_FAILED/ })

describe('without JavaScript', () => {
  test('a resident finds the simple form on every page and reports with it', async () => {
    const page = await journey.open('/mijn-kern', { javaScriptEnabled: false, viewport: phone })
    await page.getByRole('link', { name: 'Doe een melding met het eenvoudige formulier' }).click()
    await page.locator('select[name=categorie]').selectOption('straatverlichting')
    await page.locator('textarea[name=omschrijving]').fill('De lantaarnpaal brandt niet.')
    await page.locator('select[name=kern]').selectOption('schoorl')
    await page.locator('[name=plek]').fill('Bij de kerk')
    await page.locator('button[type=submit]').click()
    const said = await read(page.locator('main'))
    expect(said).toMatch(/M-\w{4}-\w{4}/)
    expect(said).toContain('Schoorl')
    expect(await findOverhang(page)).toBe(0)
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
