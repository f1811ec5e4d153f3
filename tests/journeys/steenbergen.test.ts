/**
 * A newcomer's path: buurten from a file of CBS, six kernen of which Welberg is one buurt, a decision by another, and
 * the open meldingen move along. CBS gives no inhabitants here, so money waits until somebody enters them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findFaults, read, settle, withJourney } from '../support/journey.ts'
import { root } from '../support/sources.ts'
import { importSteenbergen, plekInWelberg } from '../support/steenbergen.ts'

const folder = mkdtempSync(join(root, 'node_modules/.cache/kernpunt-nieuw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { geodata, said } = importSteenbergen(folder)
const journey = withJourney({ gemeente: 'GM0851', geodata })

const ask = async (path: string) => (await fetch(journey.url + path)).json()
/** Open meldingen per kern, in the order of the kernen. */
const countOpen = async (): Promise<[string, number][]> => {
  const { kernen } = await ask('/v1/activiteit')
  return kernen.map(({ naam, perStatus }: { naam: string; perStatus: Record<string, number> }) => {
    const { gesloten: _gesloten, ...open } = perStatus
    return [naam, Object.values(open).reduce((sum, aantal) => sum + aantal, 0)]
  })
}
/** Sends something about a place in Welberg. */
const send = async (path: string, body: object) => {
  const geometrie = { type: 'Point', coordinates: plekInWelberg }
  const response = await fetch(journey.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, geometrie }),
  })
  expect(response.status).toBe(201)
  return response.json()
}
const report = (omschrijving: string) => send('/v1/meldingen', { categorie: 'bomen', omschrijving })

test('the import says what it made and how to go on', () => {
  expect(said).toContain('Gelezen: 18 buurten')
  expect(said).toContain('Nieuwe kernindeling: Steenbergen, Kruisland, De Heen, Dinteloord, Nieuw-Vossemeer.')
  expect(said).toContain(
    'Steenbergen: CBS geeft voor geen enkele buurt een cijfer. Vul het aantal inwoners aan.',
  )
  expect(said).toContain(`Start Kernpunt hiermee: GEMEENTE=GM0851 GEODATA=${geodata} npm start`)
})

test('the gemeente says where to report a weakness, with its own address', async () => {
  const response = await fetch(`${journey.url}/.well-known/security.txt`)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await response.text()
  expect(text).toContain('Contact: mailto:kernpunt@voorbeeld.nl')
  expect(text).toContain(`Canonical: ${journey.url}/.well-known/security.txt`)
})

describe('Welberg', () => {
  let nummer: string
  let before: Map<string, number>
  /** Open meldingen of which the comparison says that they move: both of here, and examples that lie there. */
  let moving: number

  test('has no kern yet: what is reported there is for Steenbergen', async () => {
    const melding = await report('Een tak hangt over het fietspad.')
    expect(melding.kern).toBe('steenbergen')
    nummer = melding.nummer
    await report('De boom voor de school is ziek.')
    const plan = { titel: 'Bankje bij de kerk', omschrijving: 'Om even te zitten.', hulp: ['geld'] }
    expect((await send('/v1/initiatieven', plan)).kern).toBe('steenbergen')
    await expect.poll(async () => (await ask('/v1/activiteit')).totaal.meldingen).toBe(402)
    before = new Map(await countOpen())
    expect(before.has('Welberg')).toBe(false)
    const page = await journey.open('/')
    await page.getByRole('table').waitFor()
    // There is no other division to count by.
    expect(await page.getByText('Welke kern telt?').count()).toBe(0)
  })

  test('is drawn as the sixth kern, and nobody there counts as 0 inwoners', async () => {
    const page = await journey.openAs('sanne', '/werkplek/kernindeling')
    await page.getByText('Geen bestuur heeft deze indeling vastgesteld.').waitFor()
    await page.getByRole('button', { name: 'Maak een nieuwe versie van versie 1' }).click()
    await page.getByLabel('Naam van de indeling').fill('Zes kernen')
    await page.getByLabel('Naam van een nieuwe kern').fill('Welberg')
    await page.getByLabel('Naam van een nieuwe kern').press('Enter')
    await page.getByText('De kern Welberg heeft nog geen buurt.').waitFor()
    await page.getByLabel('Kern van Welberg', { exact: true }).selectOption('Welberg')
    await page.getByText('De indeling is compleet.').waitFor()
    await page.getByText('Kernen (6 van hoogstens 8)').waitFor()
    await page.getByText(/^CBS geeft geen \(compleet\) cijfer voor .* en Welberg\./).waitFor()
    // Another version cannot push this work off the desk.
    await page.getByRole('button', { name: 'Maak een nieuwe versie van versie 1' }).click({ force: true })
    expect(await page.getByLabel('Naam van de indeling').inputValue()).toBe('Zes kernen')
    await settle(page)
    expect(await findFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Bewaar het concept' }).click()
    await page.getByText('Versie 2 is bewaard als concept.').waitFor()
    moving = Number.parseInt(await read(page.getByText(/open meldingen krijgen een andere kern\./)), 10)
    expect(moving).toBeGreaterThanOrEqual(2)
    expect(await read(page.getByRole('region', { name: 'Wat verhuist' }).locator('tbody'))).toBe(
      'WelbergSteenbergenWelberggeen cijfer',
    )
    await page.getByText(/is niet bekend hoeveel mensen er wonen/).waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Stel voor' }).click()
    await page.getByText('Versie 2 is voorgesteld.').waitFor()
  })

  test('becomes a kern when the college adopts it, and its open meldingen move', async () => {
    const page = await journey.openAs('wim', '/werkplek/kernindeling')
    await page.getByRole('button', { name: 'Bekijk wat versie 2 verandert' }).click()
    await page.getByText(`${moving} open meldingen krijgen een andere kern.`).waitFor()
    await page.getByText('Stel versie 2 vast').click()
    await page.getByLabel('Wie heeft besloten?').fill('College van B en W')
    await page.getByLabel('Nummer van het besluit').fill('B-2026-77')
    await page.getByLabel('Datum van het besluit').fill('2026-11-17')
    await page.getByRole('button', { name: 'Stel vast', exact: true }).click()
    await page.getByText('Versie 2 is vastgesteld.').waitFor()
    await page.getByText(new RegExp(`^Klaar: ${moving} open meldingen en \\d+ initiatie`)).waitFor()
    await page.getByText('Vastgesteld, geldt nu').waitFor()
    await page.getByText('Begin, een latere versie geldt nu').waitFor()
    expect(await findFaults(page)).toEqual([])

    await expect
      .poll(countOpen)
      .toEqual(
        [...before]
          .map(([naam, n]) => [naam, naam === 'Steenbergen' ? n - moving : n])
          .concat([['Welberg', moving]]),
      )
  })

  test('shows its coördinator the melding, with the line that says why it moved', async () => {
    const page = await journey.openAs('noor', `/werkplek?melding=${nummer}`)
    await page.getByText('Kern gewijzigd van Steenbergen naar Welberg door kernindeling versie 2.').waitFor()
    await expect.poll(() => read(page.locator('.detail .feiten'))).toContain('KernWelberg')
    const plans = await journey.open('/initiatieven?kern=welberg')
    const plan = plans.locator('.kaartje', { hasText: 'Bankje bij de kerk' })
    await plan.getByText(/Kern gewijzigd van Steenbergen naar Welberg door kernindeling versie 2\./).waitFor()
    await settle(plans)
    expect(await findFaults(plans)).toEqual([])
    const melding = await report('Nog een boom.')
    expect(melding.kern).toBe('welberg')
    const map = await journey.open('/mijn-kern/welberg')
    await map.getByText('Aantal inwoners niet bekend').waitFor()
    await settle(map)
    expect(await findFaults(map)).toEqual([])
  })
})

describe('the wijkbudget', () => {
  const cijfers =
    'steenbergen;11999\nkruisland;2445\nde-heen;535\ndinteloord;5700\nnieuw-vossemeer;2420\nwelberg;1366'

  test('is not divided over kernen without inwoners, and says so', async () => {
    const page = await journey.openAs('fatima', '/werkplek/wijkbudget')
    await page.getByLabel('Totaal te verdelen').fill('100.000')
    await page.getByText(/Steenbergen, Kruisland, De Heen, Dinteloord, Nieuw-Vossemeer, Welberg/).waitFor()
    expect(await page.getByText('Telt op:').count()).toBe(0)
    await settle(page)
    expect(await findFaults(page)).toEqual([])
  })

  test('is divided once financiën has entered them', async () => {
    const page = await journey.openAs('fatima', '/werkplek/wijkbudget/inwoners')
    await page.getByText('Zonder cijfer').waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByText('Nieuwe of verbeterde aantallen invoeren').click()
    await page.getByLabel('Peildatum').fill('2024-01-01')
    await page.getByLabel('Bron', { exact: true }).fill('Burgerzaken Steenbergen')
    await page.getByLabel('Hoe geteld').selectOption('telling')
    await page.getByLabel('Reden').fill('CBS geeft geen cijfers per buurt')
    await page.getByLabel('Of plak de regels hier').fill(cijfers)
    await page.getByRole('button', { name: 'Bewaar als nieuwe versie' }).click()
    await page.getByText('Bewaard als versie 1.').waitFor()
    await page.goto(`${journey.url}/werkplek/wijkbudget?totaal=100.000`)
    await page.getByText('Telt op:').waitFor()
  })
})
