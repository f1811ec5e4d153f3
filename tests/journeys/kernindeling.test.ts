/** Steenbergen divides itself anew: drawn by one, adopted by another, and what is open moves along. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { blockMap, findFaults, findOverhang, read, settle, signIn, withJourney } from '../support/journey.ts'

const journey = withJourney({ gemeente: 'GM0851' })

const path = '/werkplek/kernindeling'

const openAs = async (medewerker: string, options = {}): Promise<Page> => {
  const page = await journey.openAs(medewerker, path, options)
  await page.getByRole('heading', { name: 'Versies', exact: true }).waitFor()
  return page
}
const startCopy = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Maak een nieuwe versie van versie 1' }).click()
  await page.getByRole('heading', { name: 'Nieuwe versie' }).waitFor()
}
const inwonersOf = async (page: Page, kern: string): Promise<number> => {
  const row = page
    .locator('.indeling__tabel')
    .first()
    .locator('tr', { has: page.getByLabel(`Naam van kern ${kern}`) })
  return Number((await read(row.locator('td').nth(2))).replace(/\D/g, ''))
}
const kernOf = (page: Page, buurt: string) => page.getByLabel(`Kern van ${buurt}`, { exact: true })

describe('a beheerder', () => {
  test('draws in tables with the keyboard alone, undoes, and sees inwoners and what is left to do', async () => {
    const page = await openAs('sanne')
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await startCopy(page)
    await page.getByText('De indeling is compleet.').waitFor()
    expect(await inwonersOf(page, 'Steenbergen')).toBe(11_999)
    await page.getByRole('button', { name: 'Verwijder kern Welberg' }).press('Enter')
    await page.getByText('Nog niet geplaatst: Welberg.').waitFor()
    await kernOf(page, 'Welberg').focus()
    await kernOf(page, 'Welberg').selectOption('Steenbergen')
    expect(await inwonersOf(page, 'Steenbergen')).toBe(13_365)
    await page.getByText('De indeling is compleet.').waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter')
    await page.getByText('Nog niet geplaatst: Welberg.').waitFor()
    await page.getByRole('button', { name: 'Doe opnieuw' }).press('Enter')
    await page.getByText('De indeling is compleet.').waitFor()

    await page.getByLabel('Naam van een nieuwe kern').fill('Welberg')
    await page.getByLabel('Naam van een nieuwe kern').press('Enter')
    await page.getByText('De kern Welberg heeft nog geen buurt.').waitFor()
    for (const naam of ['Zeven', 'Acht'])
      if (await page.getByLabel('Naam van een nieuwe kern').isVisible()) {
        await page.getByLabel('Naam van een nieuwe kern').fill(naam)
        await page.getByRole('button', { name: 'Voeg de kern toe' }).click()
      }
    await page.getByText(/^Meer dan \d+ kernen kan niet in deze gemeente\.$/).waitFor()
    // The draft survives a reload.
    await page.reload()
    await page.getByText('De kern Welberg heeft nog geen buurt.').waitFor()
    await page.getByRole('button', { name: 'Stop met bewerken' }).click()
    await page.getByRole('heading', { name: 'Nieuwe versie' }).waitFor({ state: 'detached' })
  })

  test('clicks a buurt on the map into the chosen kern', async () => {
    const page = await openAs('sanne')
    await startCopy(page)
    await page.getByLabel('Kies Kruisland om buurten bij te klikken').check()
    await settle(page)
    const canvas = page.locator('.indeling canvas')
    const box = (await canvas.boundingBox())!
    const before = await kernOf(page, 'Westelijke polders').inputValue()
    await canvas.click({ position: { x: box.width * 0.5, y: box.height * 0.5 } })
    await expect.poll(() => read(page.locator('.indeling__zegt'))).toMatch(/hoort nu bij Kruisland\.$/)
    const moved = /^(.*) hoort nu bij/.exec(await read(page.locator('.indeling__zegt')))![1]!
    expect(await kernOf(page, moved).inputValue()).toBe('kruisland')
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    expect(await kernOf(page, 'Westelijke polders').inputValue()).toBe(before)
    await page.getByRole('button', { name: 'Stop met bewerken' }).click()
  })

  test('cuts a buurt by coordinates, without a map, and hears what is wrong with a line', async () => {
    const page = await journey.open('/privacy')
    await blockMap(page)
    await page.goto(journey.url + path)
    await signIn(page, 'sanne')
    await startCopy(page)
    await page.getByText('Verdeel één buurt over twee kernen').click()
    await page.getByLabel('Welke buurt?').selectOption('Kruislandse polders')
    await page.getByRole('button', { name: 'Snijd de buurt' }).click()
    await page.getByRole('link', { name: 'Kies twee verschillende kernen.' }).waitFor()
    await page.getByRole('link', { name: 'Een lijn heeft minstens twee punten.' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByLabel('Kern links van de lijn').selectOption('Kruisland')
    await page.getByLabel('Kern rechts van de lijn').selectOption('Steenbergen')
    await page.getByLabel('Punt 1', { exact: true }).fill('51.0, 4.0')
    await page.getByLabel('Punt 2', { exact: true }).fill('51.0, 4.1')
    await page.getByRole('button', { name: 'Snijd de buurt' }).click()
    await page.getByRole('link', { name: /verdeelt de buurt Kruislandse polders niet in tweeën/ }).waitFor()
    await page.getByLabel('Punt 1', { exact: true }).fill('51.56, 4.30')
    await page.getByLabel('Punt 2', { exact: true }).fill('51.58, 4.50')
    const before = await inwonersOf(page, 'Steenbergen')
    await page.getByRole('button', { name: 'Snijd de buurt' }).click()
    await page.getByText('Kruislandse polders is gesneden.').waitFor()
    await page.getByText('De indeling is compleet.').waitFor()
    await expect.poll(() => inwonersOf(page, 'Steenbergen')).toBeGreaterThan(before)
    expect(await kernOf(page, 'Kruislandse polders').locator('option:checked').textContent()).toBe(
      'Deels Kruisland, deels Steenbergen',
    )
    expect(await findFaults(page)).toEqual([])
    await page.getByText('Gesneden buurten').waitFor({ state: 'attached' })
    journey.complaints.splice(0)
  })

  test.each([
    ['a mouse', {}],
    ['a finger', { viewport: phone, hasTouch: true }],
  ])('cuts a buurt by tapping a line on the map with %s, and takes each step back', async (_, options) => {
    const page = await openAs('sanne', options)
    await startCopy(page)
    await page.getByText('Verdeel één buurt over twee kernen').click()
    await page.getByLabel('Welke buurt?').selectOption('Kruislandse polders')
    await page.getByLabel('Kern links van de lijn').selectOption('Kruisland')
    await page.getByLabel('Kern rechts van de lijn').selectOption('Steenbergen')
    await settle(page)
    const canvas = page.locator('.indeling canvas')
    await canvas.scrollIntoViewIfNeeded()
    const box = (await canvas.boundingBox())!
    const tap = (x: number, y: number) => {
      const position = { x: box.width * x, y: box.height * y }
      return 'hasTouch' in options ? canvas.tap({ position }) : canvas.click({ position })
    }
    const point = (n: number) => page.getByLabel(`Punt ${n}`, { exact: true })
    await tap(0.02, 0.5)
    await expect.poll(() => point(1).inputValue()).toMatch(/^51\.\d{6}, 4\.\d{6}$/)
    expect(await point(2).inputValue()).toBe('')
    await tap(0.4, 0.3)
    await expect.poll(() => point(2).inputValue()).not.toBe('')
    // Undo takes the last point of a line that is being drawn.
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect.poll(() => point(2).inputValue()).toBe('')
    await tap(0.5, 0.55)
    await tap(0.98, 0.5)
    await expect.poll(() => point(3).inputValue()).not.toBe('')
    await settle(page)
    expect(await findFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Snijd de buurt' }).click()
    await page.getByText('Kruislandse polders is gesneden.').waitFor()
    await page.getByText('De indeling is compleet.').waitFor()
    const chosen = () => kernOf(page, 'Kruislandse polders').locator('option:checked').textContent()
    expect(await chosen()).toBe('Deels Kruisland, deels Steenbergen')
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect.poll(chosen).toBe('Kruisland')
    await page.getByRole('button', { name: 'Doe opnieuw' }).click()
    await expect.poll(chosen).toBe('Deels Kruisland, deels Steenbergen')
    await page.getByRole('button', { name: 'Stop met bewerken' }).click()
  })

  test('keeps the work when somebody else saved the same version', async () => {
    const page = await openAs('sanne')
    await startCopy(page)
    await page.getByLabel('Naam van de indeling').fill('Van Sanne')
    await page.getByRole('button', { name: 'Bewaar het concept' }).click()
    await page.getByText(/Versie \d+ is bewaard als concept\./).waitFor()
    const versie = /Versie (\d+)/.exec(await read(page.getByText(/is bewaard als concept/)))![1]!
    const other = await openAs('sanne')
    await other.getByRole('button', { name: `Bewerk versie ${versie}` }).click()
    await other.getByLabel('Naam van de indeling').fill('Van een ander')
    await other.getByRole('button', { name: 'Bewaar het concept' }).click()
    await other.getByText(/is bewaard als concept\./).waitFor()

    await page.getByLabel('Naam van de indeling').fill('Toch van Sanne')
    await page.getByRole('button', { name: 'Bewaar het concept' }).click()
    await page.getByText('Iemand anders heeft deze versie intussen bewaard').waitFor()
    expect(await page.getByLabel('Naam van de indeling').inputValue()).toBe('Toch van Sanne')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Bewaar mijn werk als nieuwe versie' }).click()
    await page.getByText(/Versie \d+ is bewaard als concept\./).waitFor()
    await page.getByRole('heading', { name: /Versie \d+: Toch van Sanne/ }).waitFor()
    await page.getByRole('button', { name: 'Stop met bewerken' }).click()
    journey.complaints.splice(0)
  })

  test('can work on a phone', async () => {
    const page = await openAs('sanne', { viewport: phone })
    await startCopy(page)
    await settle(page)
    expect(await findOverhang(page)).toBe(0)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Stop met bewerken' }).click()
  })
})

describe('a new division', () => {
  test('is proposed by one, adopted by another, and open meldingen move', async () => {
    const page = await openAs('sanne')
    await startCopy(page)
    await page.getByLabel('Naam van de indeling').fill('Welberg bij Steenbergen')
    await page.getByRole('button', { name: 'Verwijder kern Welberg' }).click()
    await kernOf(page, 'Welberg').selectOption('Steenbergen')
    await page.getByRole('button', { name: 'Bewaar het concept' }).click()
    await page.getByText(/Versie \d+ is bewaard als concept\./).waitFor()
    const versie = /Versie (\d+)/.exec(await read(page.getByText(/is bewaard als concept/)))![1]!
    // What it moves: Welberg, its people, its open meldingen and its part of the budget.
    await page.getByText(/open melding(en)? krijg(t|en) een andere kern\./).waitFor()
    await page.getByText('Alle inwoners blijven geteld: 24.465 ervoor en erna.').waitFor()
    const moves = page.getByRole('region', { name: 'Wat verhuist' }).locator('tbody tr')
    expect(await moves.count()).toBe(1)
    expect(await read(moves.first())).toContain('WelbergSteenbergen')
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Stel voor' }).click()
    await page.getByText(`Versie ${versie} is voorgesteld.`).waitFor()
    await page.getByText('U hebt deze versie zelf voorgesteld.').waitFor()

    const college = await openAs('wim')
    expect(await college.getByRole('button', { name: 'Maak een nieuwe versie van versie 1' }).count()).toBe(0)
    await college.getByText(`Stel versie ${versie} vast`).click()
    await college.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await college.getByRole('link', { name: 'Vul in wie heeft besloten.' }).waitFor()
    await college.getByLabel('Wie heeft besloten?').fill('College van B en W')
    await college.getByLabel('Nummer van het besluit').fill('B-2026-101')
    await college.getByLabel('Datum van het besluit').fill('2026-11-17')
    expect(await findFaults(college)).toEqual([])
    await college.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await college.getByText(`Versie ${versie} is vastgesteld.`).waitFor()
    await college.getByText('Vastgesteld, geldt nu').waitFor()
    await college
      .getByText(/^Klaar: \d+ open meldingen? en \d+ (initiatief|initiatieven) kregen een andere kern\.$/)
      .waitFor()
    expect(await findFaults(college)).toEqual([])

    const map = await journey.open('/')
    await map.getByRole('table').waitFor()
    const rows = await map.locator('tbody th').allInnerTexts()
    expect(rows.join()).toContain('Steenbergen')
    const work = await journey.open('/werkplek')
    await signIn(work, 'noor')
    await work.locator('.werklijst__rij').first().waitFor()
    expect(await work.getByLabel('Kern', { exact: true }).locator('option').allInnerTexts()).not.toContain(
      'Welberg',
    )
  })

  test('is public with its borders, and counts then and now add up alike', async () => {
    const ask = async (where: string) => (await fetch(journey.url + where)).json()
    const { geldend, kernindelingen } = await ask('/v1/kernindelingen')
    expect(geldend).toBeGreaterThan(1)
    expect(kernindelingen.at(-1)).toMatchObject({ orgaan: 'College van B en W', besluitnummer: 'B-2026-101' })
    const { kernen } = await ask(`/v1/kernindelingen/${geldend}`)
    expect(kernen.map(({ code }: { code: string }) => code)).not.toContain('welberg')
    await expect
      .poll(async () => {
        const [toen, nu] = await Promise.all([
          ask('/v1/activiteit?indeling=toen'),
          ask('/v1/activiteit?indeling=nu'),
        ])
        return JSON.stringify(toen.totaal) === JSON.stringify(nu.totaal)
      })
      .toBe(true)
    const nu = await ask('/v1/activiteit?indeling=nu')
    expect(nu.kernen.map(({ kern }: { kern: string }) => kern)).not.toContain('welberg')
    const toen = await ask('/v1/activiteit')
    const closed = toen.kernen.find(({ kern }: { kern: string }) => kern === 'welberg')
    expect(closed).toMatchObject({ vervallen: true })
    expect(Object.keys(closed.perStatus)).toEqual(['gesloten'])
  })

  test('lets everybody count by the kernen of then or of now, in a link that can be mailed', async () => {
    const page = await journey.open('/?kern=welberg')
    const row = page.getByRole('rowheader', { name: 'Welberg (kern bestaat niet meer)' })
    await row.waitFor()
    await page.getByText(/telt hier bij de kern waar de plek toen bij hoorde\./).waitFor()
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.getByLabel('De kern van nu').check()
    await page.getByText(/telt hier bij de kern waar de plek nu bij hoort\./).waitFor()
    await row.waitFor({ state: 'detached' })
    // The kern that is gone is no longer chosen either.
    expect(new URL(page.url()).search).toBe('?indeling=nu')
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.goBack()
    await row.waitFor()

    const heat = page.waitForResponse(/\/v1\/dichtheid/)
    await page.goto(`${journey.url}/?laag=hitte&indeling=nu&kern=steenbergen`)
    expect((await heat).url()).toContain('indeling=nu')
    const of = async (query: string) =>
      (await (await fetch(`${journey.url}/v1/dichtheid?kern=steenbergen${query}`)).json()).meldingen
    expect(await of('&indeling=nu')).toBeGreaterThan(await of(''))
  })

  test('leaves the money of a kern that is gone where it can be read and closed', async () => {
    const jaar = new Date().getFullYear() - 1
    const page = await journey.openAs('fatima', `/werkplek/wijkbudget/grootboek?jaar=${jaar}`)
    const row = page.getByRole('row', { name: /^Welberg kern bestaat niet meer/ })
    await row.waitFor()
    expect(await findFaults(page)).toEqual([])
    await row.getByRole('link', { name: 'Welberg' }).click()
    await page.getByText('De kern Welberg bestaat niet meer.').waitFor()
    expect(await page.getByLabel('Wat wilt u boeken?').inputValue()).toBe('betaling')
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.getByText(`Sluit ${jaar} af voor Welberg`).click()
    await page.getByRole('button', { name: `Sluit ${jaar} af`, exact: true }).click()
    await page
      .getByText(/is afgesloten/)
      .first()
      .waitFor()
  })
})
