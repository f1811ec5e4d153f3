/** A resident reports something, in every way there is, and follows it. */
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { blockMap, findFaults, findOverhang, read, settle, withJourney } from '../support/journey.ts'

const journey = withJourney({ leeg: true })

const words = 'De lantaarnpaal bij de kerk brandt niet.'

const countMeldingen = async (): Promise<number> => {
  const response = await fetch(`${journey.url}/v1/meldingen?limiet=500`)
  return (await response.json()).meldingen.length
}

describe('reporting with the map on a phone', () => {
  test('gives a number, the kern and a link that shows what happened', async () => {
    const page = await journey.open('/melden', { viewport: phone, hasTouch: true })
    await settle(page)
    expect(await findFaults(page)).toEqual([])
    await page.locator('.kaartvak__vlak').scrollIntoViewIfNeeded()
    const map = await page.locator('.kaartvak__vlak').boundingBox()
    await page.touchscreen.tap(map!.x + map!.width / 2, map!.y + map!.height / 2)
    const says = page.locator('.plek')
    await says.filter({ hasText: 'Dit is in' }).waitFor()
    const kern = /Dit is in (.+)\./.exec(await read(says))![1]!

    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByLabel('Wat ziet u?').fill(words)
    await page.getByRole('button', { name: 'Straatverlichting' }).click()
    expect(await page.getByLabel('Waar gaat het over?').inputValue()).toBe('straatverlichting')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByText(words).waitFor()
    expect(await findFaults(page)).toEqual([])

    const before = await countMeldingen()
    await page.getByRole('button', { name: 'Verstuur de melding' }).dblclick()
    await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor()
    expect(await countMeldingen()).toBe(before + 1)
    expect(await read(page.locator('.ontvangst__nummer'))).toMatch(/^M-\w{4}-\w{4}$/)
    expect(await read(page.locator('.ontvangst__feiten'))).toContain(kern)
    expect(await findFaults(page)).toEqual([])
    expect(await findOverhang(page)).toBe(0)

    await page.getByRole('link', { name: 'Volg uw melding' }).click()
    await page.getByText(words).waitFor()
    expect(await read(page.locator('.volg__nu'))).toContain('Ontvangen')
    expect(await findFaults(page)).toEqual([])
  })
})

describe('reporting with the keyboard only, while the map is blocked', () => {
  test('works by coordinates and arrow keys, and says so', async () => {
    const page = await journey.open('/privacy')
    await blockMap(page)
    await page.goto(`${journey.url}/melden`)
    await page.getByText('De kaart kan hier niet worden getoond.').waitFor()
    expect(await findFaults(page)).toEqual([])

    const tabTo = async (name: string) => {
      for (let n = 0; n < 60; n++) {
        await page.keyboard.press('Tab')
        const label = await page.evaluate(() => {
          const now = document.activeElement as HTMLInputElement | null
          return now?.ariaLabel || now?.labels?.[0]?.textContent || now?.textContent || ''
        })
        if (label.startsWith(name)) return
      }
      throw new Error(`“${name}” is niet te bereiken met Tab.`)
    }
    await tabTo('Adres, plaats of coördinaten')
    await page.keyboard.type('52.69656, 4.678353')
    await page.keyboard.press('Enter')
    await page.getByText('Dit is in Schoorl.').waitFor()
    await tabTo('Naar het noorden')
    const before = await read(page.locator('.plekkiezer__getallen'))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await read(page.locator('.plekkiezer__getallen'))).not.toBe(before)
    await tabTo('Volgende stap')
    await page.keyboard.press('Enter')

    await tabTo('Wat ziet u?')
    await page.keyboard.type('Er ligt grof afval in de berm.')
    await tabTo('Waar gaat het over?')
    await page.keyboard.press('ArrowDown')
    await tabTo('Volgende stap')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Klopt het?' }).waitFor()
    await tabTo('Verstuur de melding')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor()
    expect(await read(page.locator('.ontvangst__feiten'))).toContain('Schoorl')
    // The browser reports the blocked file itself; nothing else may go wrong.
    expect(journey.complaints.splice(0).filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  })
})

describe('a resident', () => {
  test('chooses an address of the gemeente, by the recorded answer of the Locatieserver', async () => {
    const page = await journey.open('/melden')
    const asked: string[] = []
    await page.route('https://api.pdok.nl/**', (route) => {
      const url = new URL(route.request().url())
      asked.push(`${url.pathname.split('/').pop()} ${url.searchParams.get('fq') ?? ''}`)
      const docs = [
        {
          id: 'adr-b86532ffe0f97cc8be7a1bec33a9c0a3',
          weergavenaam: 'Heereweg 150, 1871EJ Schoorl',
          centroide_ll: 'POINT(4.69127 52.69871)',
        },
      ]
      return route.fulfill({
        json: { response: { numFound: 1, start: 0, maxScore: 9.2, docs } },
        headers: { 'access-control-allow-origin': '*' },
      })
    })
    await page.getByLabel('Adres, plaats of coördinaten').fill('Heereweg 150')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await page.getByRole('button', { name: 'Heereweg 150, 1871EJ Schoorl' }).click()
    await page.getByText('Dit is in').waitFor()
    await page.getByText('Dichtbij: Heereweg 150').waitFor()
    expect(asked).toEqual(['free gemeentenaam:("Bergen (NH.)")', 'reverse '])
  })

  test('chooses a place by postcode and house number, and by the own location', async () => {
    const page = await journey.open('/melden', {
      geolocation: { latitude: 52.6966, longitude: 4.6784 },
      permissions: ['geolocation'],
    })
    const asked: (string | null)[] = []
    await page.route('https://api.pdok.nl/**/free?**', (route) => {
      asked.push(new URL(route.request().url()).searchParams.get('q'))
      const docs = [
        { id: 'adr', weergavenaam: 'Laanweg 34, 1871BJ Schoorl', centroide_ll: 'POINT(4.6871 52.7021)' },
      ]
      return route.fulfill({
        json: { response: { numFound: 1, start: 0, maxScore: 9, docs } },
        headers: { 'access-control-allow-origin': '*' },
      })
    })
    await page.getByLabel('Adres, plaats of coördinaten').fill('1871 BJ 34')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await page.getByRole('button', { name: 'Laanweg 34, 1871BJ Schoorl' }).click()
    await page.getByText('52.70210, 4.68710').waitFor()
    expect(asked).toEqual(['1871 BJ 34'])
    await page.getByRole('button', { name: 'Gebruik mijn plek' }).click()
    await page.getByText('52.69660, 4.67840').waitFor()
    await page.getByText('Dit is in Schoorl.').waitFor()
  })

  test('is told at once that a place lies outside the gemeente, and cannot go on with it', async () => {
    const page = await journey.open('/melden')
    await page.getByLabel('Adres, plaats of coördinaten').fill('52.3731, 4.8926')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await page.locator('.plek--buiten').waitFor()
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByRole('heading', { name: 'Er klopt iets niet' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('fouten')
    await page.locator('.fouten a').click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('zoek')
    await page.locator('#zoek-fout').waitFor()
    expect(await findFaults(page)).toEqual([])
    // The refusal itself is a line in the browser's console.
    expect(journey.complaints.splice(0).filter((line) => !line.includes('_zoek?lon=4.8926'))).toEqual([])
  })

  test('who is elsewhere keeps the map of the gemeente, without a pin', async () => {
    const page = await journey.open('/melden', {
      geolocation: { latitude: 52.3731, longitude: 4.8926 },
      permissions: ['geolocation'],
    })
    await page.getByRole('button', { name: 'Gebruik mijn plek' }).click()
    await page.getByText('U bent nu niet in de gemeente Bergen (NH.).').waitFor()
    await page.getByText('U hebt nog geen plek gekozen.').waitFor()
    expect(journey.complaints.splice(0).filter((line) => !line.includes('_zoek?lon=4.8926'))).toEqual([])
  })

  test('with a wrong volglink or only a number is told what to paste', async () => {
    const page = await journey.open('/volg#M-4F7K-2M9Q.abcdefghijklmnopqrst')
    await page.getByText('Wij vinden deze melding niet.').waitFor()
    await page.getByLabel('Uw volglink').fill('M-4F7K-2M9Q')
    await page.getByRole('button', { name: 'Toon mijn melding' }).click()
    await page.getByText('Dit is alleen het nummer.').waitFor()
    expect(await findFaults(page)).toEqual([])
    expect(journey.complaints.splice(0).filter((line) => !line.includes('404'))).toEqual([])
  })

  test('keeps what was typed after going back and after a reload', async () => {
    const page = await journey.open('/melden')
    await page.getByLabel('Of kies een kern').selectOption('schoorl')
    expect(await page.getByLabel('Of kies een kern').inputValue()).toBe('schoorl')
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByLabel('Wat ziet u?').fill('a'.repeat(4100))
    await page.getByText('Dit zijn 100 tekens te veel.').waitFor()
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    expect(await read(page.locator('#omschrijving-fout'))).toContain('Haal er 100 weg.')
    await page.getByLabel('Wat ziet u?').fill(words)
    await page.locator('#omschrijving-fout').waitFor({ state: 'detached' })
    expect(await read(page.locator('.fouten'))).not.toContain('Haal er 100 weg.')
    await page.goBack()
    await page.getByText('Dit is in Schoorl.').waitFor()
    await page.goForward()
    await page.reload()
    expect(await page.getByLabel('Wat ziet u?').inputValue()).toBe(words)
  })

  test('gets one melding when the answer was lost: it goes again by itself, and the receipt stays', async () => {
    const page = await journey.open('/melden', { viewport: phone, hasTouch: true })
    await page.getByLabel('Of kies een kern').selectOption('groet-camperduin')
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByLabel('Wat ziet u?').fill(words)
    await page.getByLabel('Waar gaat het over?').selectOption('straatverlichting')
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    const before = await countMeldingen()
    let lost = 0
    await page.route('**/v1/meldingen', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort()
    })
    const button = page.getByRole('button', { name: 'Verstuur de melding' })
    await button.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await button.boundingBox())!
    await page.mouse.click(x + width / 2, y + height / 2, { clickCount: 2, delay: 20 })
    await page.waitForTimeout(250)
    await page.mouse.click(x + width / 2, y + height / 2)
    await page.getByRole('heading', { name: 'Uw melding staat klaar' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('heading', { name: 'Bedankt, uw melding is binnen' }).waitFor()
    expect(lost).toBe(2)
    expect(await countMeldingen()).toBe(before + 1)
    const nummer = await read(page.locator('.ontvangst__nummer'))
    await page.reload()
    expect(await read(page.locator('.ontvangst__nummer'))).toBe(nummer)
    await page.goto(`${journey.url}/melden`)
    await page.getByRole('heading', { name: 'Waar is het?' }).waitFor()
    expect(await page.getByRole('link', { name: 'Volg uw vorige melding' }).getAttribute('href')).toMatch(
      new RegExp(`/volg#${nummer}\\.`),
    )
    expect(journey.complaints.splice(0).filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  })

  test('reports in English', async () => {
    const page = await journey.open('/melden')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Report a problem' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Privacy' }).click()
    await page.getByText('This page is in Dutch only.').waitFor()
    await page.getByRole('link', { name: 'kernpunt@voorbeeld.nl' }).waitFor()
    await page.getByText('365 dagen').waitFor()
    expect(await findFaults(page)).toEqual([])
  })

  test('hands in a plan that everybody can read', async () => {
    const page = await journey.open('/initiatieven')
    await page.getByText('Hier staan nog geen plannen').waitFor()
    await page.getByRole('link', { name: 'Uw plan indienen' }).click()
    await page.getByLabel('Hoe heet uw plan?').fill('Bankje bij de vijver')
    await page.getByLabel('Wat wilt u doen?').fill('Een plek om te zitten.')
    await page.getByLabel('Materiaal').check()
    await page.getByLabel('Of kies een kern').selectOption('schoorl')
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Dien het plan in' }).click()
    await page.getByRole('heading', { name: 'Uw plan is binnen' }).waitFor()
    await page.getByRole('link', { name: 'Bekijk alle plannen' }).click()
    await page.getByRole('heading', { name: 'Bankje bij de vijver' }).waitFor()
  })
})
