/** The inbox as a list: filters that can be shared, words that are looked for, many at once, what is late, and a file. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, withJourney } from '../support/journey.ts'

const journey = withJourney()

const openList = async (query = '', options = {}): Promise<Page> => {
  const page = await journey.openAs('noor', `/werkplek${query}`, options)
  await page.locator('.werklijst__rij').first().waitFor()
  return page
}
const rowsOf = (page: Page) => page.locator('.werklijst__rij').allInnerTexts()
const sentence = (page: Page) => page.locator('.filtervak__zin > p')
const boxes = (page: Page) => page.locator('.werkrij__vakje input')
const addressOf = (page: Page) => new URL(page.url()).searchParams

/** What the table of signals says, by heading. */
const readSignals = async (page: Page) => {
  const heads = (await page.locator('thead th').allInnerTexts()).map((text) =>
    text.replace(/[^\w× ]/g, '').trim(),
  )
  const cells = await page.locator('tfoot tr > *').allInnerTexts()
  return Object.fromEntries(heads.map((head, i) => [head, Number(cells[i]!.replace(/\D/g, ''))]))
}

describe('filters', () => {
  test('stand in the address, in a sentence and in the list, and a colleague gets the same from the link', async () => {
    const page = await openList()
    await page.getByLabel('Kern', { exact: true }).selectOption('Schoorl')
    await page.getByLabel('Onderwerp').selectOption('groep:groen-en-water')
    await expect.poll(() => read(sentence(page))).toBe('Open meldingen in Schoorl over groen en water.')
    await page.getByLabel('Status', { exact: true }).selectOption('alle')
    await page.waitForURL(/status=alle/)
    await settle(page)
    expect(await read(sentence(page))).toBe('Alle meldingen in Schoorl over groen en water.')
    await expect.poll(async () => (await rowsOf(page)).every((row) => row.includes('Schoorl'))).toBe(true)
    expect(await findFaults(page)).toEqual([])
    const nummers = await page.locator('.werklijst__rij').evaluateAll((all) => all.map(({ id }) => id))

    const colleague = await journey.openAs('sanne', page.url().replace(journey.url, ''))
    await colleague.locator('.werklijst__rij').first().waitFor()
    expect(await read(sentence(colleague))).toBe(await read(sentence(page)))
    expect(await colleague.locator('.werklijst__rij').evaluateAll((all) => all.map(({ id }) => id))).toEqual(
      nummers,
    )
    await colleague.getByRole('button', { name: 'Wis filters' }).click()
    await expect.poll(() => read(sentence(colleague))).toBe('Open meldingen.')
    expect([...addressOf(colleague).keys()]).toEqual([])
  })

  test('of what is mine, nobody’s, a team and a group of subjects hold in every row', async () => {
    const page = await openList()
    await page.getByLabel('Team').selectOption('Groen')
    await page.waitForURL(/team=Groen/)
    await page.getByRole('button', { name: /^Te laat \(\d+\)$/ }).waitFor()
    await expect.poll(async () => (await rowsOf(page)).every((row) => row.includes('Groen'))).toBe(true)
    await page.getByRole('button', { name: 'Van niemand' }).click()
    await expect.poll(() => read(sentence(page))).toBe('Open meldingen van team Groen van niemand.')
    await page.getByRole('button', { name: 'Van mij' }).click()
    await page.getByText('Geen meldingen met deze filters').waitFor()
    // How many of mine are late is not counted, so no number of everybody's stands there.
    await page.getByRole('button', { name: 'Te laat', exact: true }).waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
  })

  test('are kept under a name in this browser, removed and put back', async () => {
    const page = await openList('?kern=schoorl&laat=true')
    await page.getByText('Bewaarde filters').click()
    await page.getByRole('button', { name: 'Bewaar dit filter' }).click()
    await page.getByText('Geef het filter een naam.').first().waitFor()
    await page.getByLabel('Naam van dit filter').fill('Maandag')
    await page.getByRole('button', { name: 'Bewaar dit filter' }).click()
    await page.getByText('Het filter “Maandag” is bewaard.').waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Wis filters' }).click()
    await page.reload()
    await page.getByText('Bewaarde filters').click()
    await page.getByRole('button', { name: 'Maandag', exact: true }).click()
    await expect.poll(() => read(sentence(page))).toBe('Open meldingen in Schoorl, die te laat zijn.')
    await page.getByRole('button', { name: 'Verwijder filter Maandag' }).click()
    expect(await page.getByRole('button', { name: 'Maandag', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Zet terug' }).click()
    expect(await page.getByRole('button', { name: 'Maandag', exact: true }).count()).toBe(1)
  })

  test('on words go on by themselves, say how far they are, and can be stopped', async () => {
    const page = await openList()
    let pages = 0
    await page.route(/behandelingen\?.*tekst=/, async (route) => {
      const url = new URL(route.request().url())
      pages++
      if (pages < 4) await new Promise((resolve) => setTimeout(resolve, 300))
      url.searchParams.delete('cursor')
      const { behandelingen } = await (await route.fetch({ url: url.href })).json()
      const gezochtTot = `2026-0${9 - Math.min(pages, 8)}-01T00:00:00.000Z`
      return route.fulfill({
        json: {
          behandelingen: pages === 2 ? behandelingen.slice(0, 1) : [],
          volgende: `${pages}`,
          gezochtTot,
        },
      })
    })
    await page.getByLabel('Zoek op woorden of nummer').fill('de')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByText('Bezig met zoeken: 1 gevonden').waitFor()
    await page.getByRole('button', { name: 'Stop met zoeken' }).click()
    await page.getByText('Zoeken gestopt: 1 gevonden').waitFor()
    const asked = pages
    expect(asked).toBeGreaterThan(1)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Zoek verder' }).click()
    await expect.poll(() => pages).toBeGreaterThan(asked)
    await page.getByRole('button', { name: 'Stop met zoeken' }).click()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})

describe('many at once', () => {
  test('says which succeeded and why one did not, and tries that one again', async () => {
    const page = await openList('?status=ontvangen')
    await boxes(page).nth(0).click()
    await boxes(page)
      .nth(2)
      .click({ modifiers: ['Shift'] })
    await page.getByText('3 gekozen').waitFor()
    expect(await findFaults(page)).toEqual([])
    const nummer = (await page.locator('.werklijst__rij').nth(1).getAttribute('id'))!.replace('rij-', '')
    const colleague = await journey.openAs('sanne', `/werkplek?melding=${nummer}`)
    await colleague.getByRole('button', { name: 'Notitie' }).click()
    await colleague.getByLabel('Notitie').fill('Ik kijk even.')
    await colleague.getByRole('button', { name: 'Bewaar de notitie' }).click()
    await colleague.getByText('De notitie is bewaard.').waitFor()

    await page.getByLabel('In behandeling').check()
    await page.getByRole('button', { name: 'Doe dit bij 3 meldingen' }).click()
    await page.getByText('Weet u het zeker? Dit geldt voor 3 meldingen').waitFor()
    await page.getByRole('button', { name: 'Ja, doe dit bij 3 meldingen' }).click()
    await page.getByText('Gelukt bij 2, niet gelukt bij 1.').waitFor()
    expect(await read(page.locator('.bulk .uitkomst'))).toContain(nummer)
    expect(await read(page.locator('.bulk .uitkomst'))).toContain('notitie geschreven')
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Probeer de 1 mislukte opnieuw' }).click()
    await page.getByText('Gelukt bij 3 meldingen.').waitFor()
    const melding = await (await fetch(`${journey.url}/v1/meldingen/${nummer}`)).json()
    expect(melding.status).toBe('in-behandeling')
  })

  test('chooses all that are shown with one box, and asks what is missing', async () => {
    const page = await openList()
    await page.getByLabel(/^Kies alle \d+ in deze lijst$/).check()
    const n = await boxes(page).count()
    await page.getByText(`${n} gekozen`).waitFor()
    await page.getByLabel('Wat wilt u met deze meldingen doen?').selectOption('bericht')
    await page.getByRole('button', { name: `Doe dit bij ${n} meldingen` }).click()
    await page.getByRole('link', { name: 'Schrijf wat u wilt zeggen.' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Kies niets' }).click()
    expect(await page.locator('.bulk').count()).toBe(0)
  })
})

describe('what is late', () => {
  test('is a number per kern and team that leads to those meldingen', async () => {
    const page = await journey.openAs('noor', '/werkplek?deel=signalen')
    await page.locator('tbody tr').first().waitFor()
    expect(await findFaults(page)).toEqual([])
    const total = await readSignals(page)
    const link = page.locator('tbody .signaal--veelTeLaat, tbody .signaal--teLaat').first()
    const aantal = Number(await read(link))
    expect(total['3× te laat']! + total['Te laat']!).toBeGreaterThanOrEqual(aantal)
    await link.click()
    await page.locator('.werklijst__rij').first().waitFor()
    await page.getByText(`${aantal} in deze lijst`, { exact: true }).waitFor()
    for (const row of await rowsOf(page)) expect(row).toMatch(/te laat/i)
    await page.goBack()
    await page.locator('tbody tr').first().waitFor()
  })
})

describe('a file', () => {
  test('for Excel and for a map holds exactly the filter, and no words of residents', async () => {
    const page = await openList('?kern=schoorl&status=alle')
    const { meldingen } = await (await fetch(`${journey.url}/v1/activiteit`))
      .json()
      .then(({ kernen }) => kernen.find(({ kern }: { kern: string }) => kern === 'schoorl'))
    await page.getByText('Neem deze meldingen mee').click()
    const take = async (naam: string) => {
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: naam }).click()
      const file = await downloading
      await page.getByText(/^Klaar: /).waitFor()
      return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')] as const
    }
    const [csvName, csv] = await take('Download voor Excel (CSV)')
    expect(csvName).toMatch(/^meldingen-\d{4}-\d\d-\d\d-schoorl-alle\.csv$/)
    const rows: Record<string, string>[] = parse(csv, { bom: true, delimiter: ';', columns: true })
    expect(rows).toHaveLength(meldingen)
    expect(new Set(rows.map(({ kern }) => kern))).toEqual(new Set(['Schoorl']))
    expect(rows.every(({ lon }) => /^4,\d+$/.test(lon!))).toBe(true)
    expect(csv).not.toContain('(voorbeeld). ')
    const [jsonName, json] = await take('Download voor de kaart (GeoJSON)')
    expect(jsonName).toMatch(/\.geojson$/)
    const { features } = JSON.parse(json) as { features: { id: string }[] }
    expect(features.map(({ id }) => id)).toEqual(rows.map(({ nummer }) => nummer))
    expect(await findFaults(page)).toEqual([])
  })

  test('waits when the network is away, goes on where it was, and can be stopped', async () => {
    const page = await openList('?status=alle')
    await page.getByText('Neem deze meldingen mee').click()
    let away = true
    await page.route(/limiet=500/, (route) => (away ? route.abort() : route.continue()))
    await page.getByRole('button', { name: 'Download voor Excel (CSV)' }).click()
    await page.getByText('Na 0 meldingen ging het mis.').waitFor()
    expect(await findFaults(page)).toEqual([])
    away = false
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Ga verder' }).click()
    expect((await downloading).suggestedFilename()).toContain('meldingen-')
    away = true
    await page.getByRole('button', { name: 'Download voor de kaart (GeoJSON)' }).click()
    await page.getByText('Na 0 meldingen ging het mis.').waitFor()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByText('Gestopt. Er is niets bewaard.').waitFor()
    expect(journey.complaints.splice(0).filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  })
})

describe('with the keyboard', () => {
  test('goes along the rows, opens one, and comes back to it with Escape', async () => {
    const page = await openList()
    await page.locator('.werklijst__rij').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const id = await page.locator('.werklijst__rij').nth(1).getAttribute('id')
    expect(await page.evaluate('document.activeElement.id')).toBe(id)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Melding M-/ }).waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('detail-titel')
    await settle(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(id)
    expect(await page.locator('.detail').count()).toBe(0)
  })
})

describe('on a phone', () => {
  test('shows the list first, the map when asked, and filters folded under their sentence', async () => {
    const page = await openList('', { viewport: phone, hasTouch: true })
    expect(await page.locator('.kaartvak').count()).toBe(0)
    await page.getByText('Filters: open meldingen.').click()
    await page.getByLabel('Kern', { exact: true }).selectOption('Schoorl')
    await page.getByText('Filters: open meldingen in Schoorl.').click()
    await page.getByRole('button', { name: 'Kaart', exact: true }).click()
    await settle(page)
    expect(await page.locator('.kaartvak').isVisible()).toBe(true)
    expect(await findFaults(page)).toEqual([])
    expect(await findOverhang(page)).toBe(0)
    await page.getByRole('button', { name: 'Lijst', exact: true }).click()
    await boxes(page).first().check()
    await page.getByRole('button', { name: 'Doe iets' }).click()
    expect(await findFaults(page)).toEqual([])
    expect(await findOverhang(page)).toBe(0)
    for (const deel of ['Te laat', 'Cijfers per kern']) {
      await page.getByRole('link', { name: deel }).click()
      await page.locator('.tabelvak tbody tr').first().waitFor()
      await settle(page)
      const cut = await page.locator('.tabelvak').evaluate((vak) => vak.scrollWidth - vak.clientWidth)
      expect([deel, await findOverhang(page), cut, await findFaults(page)]).toEqual([deel, 0, 0, []])
    }
  })
})
