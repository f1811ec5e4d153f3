/** A coördinator handles meldingen: takes one on, writes, asks, moves it on, merges, undoes, closes and opens it again. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { findFaults, findOverhang, read, settle, signIn, withJourney } from '../support/journey.ts'

const journey = withJourney()

/** In Schoorl, each at a place of its own; a step of a half is next door. */
const report = async (omschrijving: string, step = 0, email = 'melder@voorbeeld.nl'): Promise<string> => {
  const reply = await fetch(`${journey.url}/v1/meldingen`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      categorie: 'straatverlichting',
      omschrijving,
      geometrie: {
        type: 'Point',
        coordinates: [4.6953 + (step % 1) * 0.0004, 52.7006 + Math.floor(step) * 0.001],
      },
      ...(email && { contact: { email } }),
    }),
  })
  expect(reply.status).toBe(201)
  return ((await reply.json()) as { nummer: string }).nummer
}

const openMelding = async (nummer: string, options = {}): Promise<Page> => {
  const page = await journey.openAs('noor', `/werkplek?melding=${nummer}`, options)
  await page.getByRole('heading', { name: 'Wat wilt u doen?' }).waitFor()
  return page
}
/** Opens the form of an action. */
const kies = (page: Page, naam: string) => page.getByRole('button', { name: naam, exact: true }).click()
/** The newest line of the history. */
const lastLine = (page: Page) => read(page.locator('.detail .geschiedenis li').first())
const statusOf = async (nummer: string) => (await fetch(`${journey.url}/v1/meldingen/${nummer}`)).json()

describe('a melding', () => {
  test('is taken on with one press, given back, and given to a team and a colleague', async () => {
    const page = await openMelding(await report('De lamp bij de kerk is stuk.'))
    await page.getByRole('button', { name: 'Neem ik op mij' }).click()
    await page.getByText('De toewijzing is bewaard.').waitFor()
    expect(await lastLine(page)).toContain('Noor Visser')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Geef terug aan het team' }).click()
    await page.getByRole('button', { name: 'Neem ik op mij' }).waitFor()
    await kies(page, 'Toewijzen')
    await page.getByRole('button', { name: 'Bewaar de toewijzing' }).click()
    await page.getByRole('link', { name: 'Kies een team of vul een naam in.' }).waitFor()
    await page.locator('#wijziging-team').selectOption('Groen')
    await page.getByLabel('Naam van de collega').fill('Sam de Boer')
    await page.getByRole('button', { name: 'Bewaar de toewijzing' }).click()
    await page.getByText('De toewijzing is bewaard.').waitFor()
    expect(await lastLine(page)).toContain('Toegewezen: team Groen, Sam de Boer')
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect.poll(() => lastLine(page)).not.toContain('Sam de Boer')
    expect(await findFaults(page)).toEqual([])
  })

  test('gets a note for colleagues, a message and a question in standard words, and waits for the answer', async () => {
    const page = await openMelding(await report('De lantaarnpaal knippert.', 1))
    await kies(page, 'Notitie')
    await page.getByLabel('Notitie').fill('Paal 12, netbeheerder gebeld.')
    await page.getByRole('button', { name: 'Bewaar de notitie' }).click()
    await page.getByText('De notitie is bewaard.').waitFor()
    expect(await lastLine(page)).toContain('Paal 12, netbeheerder gebeld.')

    await kies(page, 'Bericht')
    const bericht = page.getByRole('textbox', { name: 'Bericht' })
    await page.getByLabel('Standaardtekst').selectOption({ index: 1 })
    expect((await bericht.inputValue()).length).toBeGreaterThan(20)
    expect(await bericht.inputValue()).not.toMatch(/\{\w+\}/)
    await bericht.fill(`${await bericht.inputValue()} Groet, Noor`)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Verstuur het bericht' }).click()
    await page.getByText('Het bericht is bewaard en gaat naar de melder.').waitFor()
    expect(await lastLine(page)).toContain('Groet, Noor')

    await kies(page, 'Vraag')
    await page.getByRole('textbox', { name: 'Vraag' }).fill('Welke paal is het?')
    await page.getByRole('button', { name: 'Verstuur de vraag' }).click()
    await page.getByText('Wij wachten op een antwoord van de melder.').waitFor()
    await page.getByRole('button', { name: 'Stop met wachten' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await kies(page, 'Stop met wachten')
    await page.getByRole('button', { name: 'Ga verder met de melding' }).click()
    await page.getByText('De termijn loopt weer.').waitFor()
    expect(await page.getByText('Wij wachten op een antwoord').count()).toBe(0)
  })

  test('says before and after sending that a reporter without an e-mail address gets no mail', async () => {
    const page = await openMelding(await report('De lamp zoemt.', 8, ''))
    for (const [naam, knop] of [
      ['Bericht', 'Verstuur het bericht'],
      ['Vraag', 'Verstuur de vraag'],
    ] as const) {
      await kies(page, naam)
      await page.getByText('De melder gaf geen e-mailadres en krijgt dus geen mail.').waitFor()
      await page.getByRole('textbox', { name: naam }).fill('Zoemt hij altijd?')
      await page.getByRole('button', { name: knop }).click()
      await page.getByText('De melder krijgt geen mail, maar kan dit lezen').waitFor()
    }
    expect(await findFaults(page)).toEqual([])
  })

  test('moves to another subject with the new date said before and after', async () => {
    const page = await openMelding(await report('Er hangt een tak over de lamp.', 2))
    await kies(page, 'Onderwerp')
    await page.getByLabel('Nieuw onderwerp').selectOption('bomen')
    const before = await read(page.getByText('De nieuwe datum wordt'))
    await page.getByRole('button', { name: 'Bewaar het onderwerp' }).click()
    const after = await read(page.getByText('De nieuwe datum is'))
    const day = /\d{1,2} [a-z]+ 20\d\d/
    expect(day.exec(after)![0]).toBe(day.exec(before)![0])
    expect(await lastLine(page)).toContain('Ander onderwerp')
    expect(await read(page.locator('.feiten--naast'))).toContain('Bomen')
  })

  test('is split into tasks, closed when all are done, and opened again', async () => {
    const nummer = await report('De paal staat scheef en de lamp is stuk.', 3)
    const page = await openMelding(nummer)
    for (const [taak, team] of [
      ['Paal rechtzetten', 'Wegen'],
      ['Lamp vervangen', 'Groen'],
    ] as const) {
      await kies(page, 'Taak')
      await page.getByLabel('Wat moet er gebeuren?').fill(taak)
      await page.locator('#wijziging-team').selectOption(team)
      await page.getByRole('button', { name: 'Maak de taak' }).click()
      await page.locator('.taak').filter({ hasText: taak }).waitFor()
    }
    await kies(page, 'Status')
    await page.getByLabel('Gesloten').check()
    await page.getByLabel('Waarom sluit u de melding?').selectOption('opgelost')
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByText('Nog niet klaar: taak').waitFor()
    expect(await findFaults(page)).toEqual([])
    for (const taak of ['Paal rechtzetten', 'Lamp vervangen']) {
      await page
        .locator('.taak')
        .filter({ hasText: taak })
        .getByRole('button', { name: 'Taak is klaar' })
        .click()
      await page.locator('.taak').filter({ hasText: taak }).getByText('Klaar op').waitFor()
    }
    await kies(page, 'Status')
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByText('Bewaard. De status is nu: gesloten.').waitFor()
    await page.getByLabel('In behandeling').check()
    await page.getByLabel('Toelichting').fill('De lamp is weer stuk.')
    await page.getByRole('button', { name: 'Bewaar de status' }).click()
    await page.getByText('Bewaard. De status is nu: in behandeling.').waitFor()
    expect((await statusOf(nummer)).status).toBe('in-behandeling')
    expect(await findFaults(page)).toEqual([])
    expect(journey.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([])
  })

  test('is merged with one nearby after seeing both, and made loose again', async () => {
    const first = await report('De lamp bij de school brandt niet meer.', 4)
    const second = await report('Bij de school is de lamp kapot, hij brandt niet.', 4.5)
    const page = await openMelding(second)
    await kies(page, 'Samenvoegen')
    await page.locator('.acties').getByLabel(first).check()
    await page.locator('.naast').getByText('De lamp bij de school brandt niet meer.').waitFor()
    expect(await findFaults(page)).toEqual([])
    expect(await page.getByLabel(`${first} blijft`).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Voeg samen', exact: true }).click()
    await page.getByText('De meldingen zijn samengevoegd.').waitFor()
    expect(await statusOf(second)).toMatchObject({ status: 'gesloten', reden: 'dubbel' })
    expect(await read(page.locator('.samenhang'))).toContain(first)
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await page.getByText('De meldingen zijn weer los van elkaar.').waitFor()
    expect((await statusOf(second)).status).toBe('ontvangen')

    await kies(page, 'Samenvoegen')
    await page.getByLabel('Of typ het nummer').fill(second)
    await page.getByRole('button', { name: 'Zoek', exact: true }).last().click()
    await page.getByText('Dit is dezelfde melding.').waitFor()
    await page.getByLabel('Of typ het nummer').fill(first)
    await page.getByRole('button', { name: 'Zoek', exact: true }).last().click()
    await page.getByLabel(`${second} blijft`).check()
    await page.getByRole('button', { name: 'Voeg samen', exact: true }).click()
    await page.getByText('Hier is bij gevoegd:').waitFor()
    await page.locator('.samenhang').getByRole('button', { name: first }).click()
    await page.getByRole('heading', { name: `Melding ${first}` }).waitFor()
    await page.getByRole('button', { name: 'Maak los' }).click()
    await page.getByText('De meldingen zijn weer los van elkaar.').waitFor()
    expect((await statusOf(first)).status).toBe('ontvangen')
  })

  test('is marked as personal and unmarked', async () => {
    const page = await openMelding(await report('De lamp voor mijn huis is stuk.', 5))
    await page.getByRole('button', { name: 'Markeer de tekst als persoonlijk' }).click()
    await page.getByText('Deze tekst is gemarkeerd als persoonlijk.').waitFor()
    await page.getByRole('button', { name: 'Niet meer markeren als persoonlijk' }).click()
    await page.getByRole('button', { name: 'Markeer de tekst als persoonlijk' }).waitFor()
    expect(await page.getByText('Deze tekst is gemarkeerd').count()).toBe(0)
  })

  test('shows photos, answers, mails that came back and who follows', async () => {
    const nummer = await report('Zie de foto.', 6)
    const page = await journey.open('/werkplek')
    await page.route(`**/behandelingen/${nummer}`, async (route) => {
      const melding = await (await route.fetch()).json()
      const op = '2026-11-22T10:00:00.000Z'
      const foto = 'AAAAAAAAAAAAAAAAAAAAAA'
      await route.fulfill({
        json: {
          ...melding,
          antwoorden: [{ vraag: 'Welk nummer heeft de paal?', antwoord: '12-A' }],
          fotos: [
            { foto, staat: 'schoon', url: '/kernpunt.svg', breedte: 40, hoogte: 40 },
            { foto: `${foto.slice(1)}B`, staat: 'wacht' },
          ],
          berichten: [
            {
              soort: 'ontvangst',
              aan: 'melder',
              onderwerp: 'Wij hebben uw melding',
              staat: 'teruggekomen',
              uitleg: 'Het adres bestaat niet.',
              op,
            },
          ],
          aantalVolgers: 3,
          waarom: 'Regel “Verlichting”.',
          postMislukt: true,
        },
      })
    })
    await signIn(page, 'noor')
    await page.getByLabel('Zoek op woorden of nummer').fill(nummer)
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByAltText('Foto 1 van 2 bij deze melding').waitFor()
    await page.getByText('Deze foto wordt nog gecontroleerd.').waitFor()
    await page.getByText('Een mail over deze melding is niet aangekomen.').waitFor()
    expect(await read(page.locator('.mail'))).toContain('Teruggekomen')
    expect(await read(page.locator('.detail'))).toContain('12-A')
    expect(await read(page.locator('.feiten--naast'))).toContain('Regel “Verlichting”.')
    await settle(page)
    expect(await findFaults(page)).toEqual([])
  })
})

describe('a colleague who was first', () => {
  test('is told about in words, and nothing that was typed is lost or sent twice', async () => {
    const nummer = await report('Twee mensen, één lamp.', 7)
    const page = await openMelding(nummer)
    const colleague = await journey.openAs('sanne', `/werkplek?melding=${nummer}`)
    await colleague.getByRole('button', { name: 'Neem ik op mij' }).click()
    await colleague.getByText('De toewijzing is bewaard.').waitFor()
    await kies(page, 'Notitie')
    await page.getByLabel('Notitie').fill('Ik bel de aannemer.')
    await page.getByRole('button', { name: 'Bewaar de notitie' }).click()
    await page.getByText('Iemand anders was u voor').waitFor()
    expect(await read(page.locator('.uitkomst'))).toMatch(/Toegewezen: .*Sanne Mulder/)
    expect(await page.getByLabel('Notitie').inputValue()).toBe('Ik bel de aannemer.')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Bewaar op de nieuwe stand' }).click()
    await page.getByText('De notitie is bewaard.').waitFor()
    const lines = await page.locator('.detail .geschiedenis li').allInnerTexts()
    expect(lines.filter((line) => line.includes('Ik bel de aannemer.'))).toHaveLength(1)
    expect(journey.complaints.splice(0).filter((line) => !line.includes('409'))).toEqual([])
  })
})

describe('on a phone', () => {
  test('a melding takes the screen, and closing it goes back to its row', async () => {
    const page = await journey.openAs('noor', '/werkplek', { viewport: phone, hasTouch: true })
    const row = page.locator('.werklijst__rij').nth(3)
    const id = await row.getAttribute('id')
    await row.click()
    await page.getByRole('heading', { name: 'Wat wilt u doen?' }).waitFor()
    expect(await page.locator('.werklijst__rij').first().isVisible()).toBe(false)
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    expect(await findOverhang(page)).toBe(0)
    for (const naam of ['Bericht', 'Toewijzen', 'Samenvoegen']) {
      await kies(page, naam)
      await settle(page)
      expect([naam, await findOverhang(page)]).toEqual([naam, 0])
    }
    await page.getByRole('button', { name: 'Sluit deze melding' }).click()
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(id)
  })
})
