/** What residents and staff do in a journey, apart from the screen that the journey is about. */
import type { Page } from 'playwright-core'
import type { MeldingOntvangst, NieuweMelding } from '../../functions/contract/melding.ts'
import type { Wijziging } from '../../functions/contract/wijziging.ts'
import { laptop, phone } from './browser.ts'
import { findFaults, findOverhang } from './journey.ts'

/** The middle of Schoorl. */
export const schoorl: [lon: number, lat: number] = [4.678353, 52.69656]

/** Makes a melding through the API, as another resident. */
export async function meld(url: string, change: Partial<NieuweMelding> = {}): Promise<MeldingOntvangst> {
  const body: NieuweMelding = {
    categorie: 'straatverlichting',
    omschrijving: 'De lantaarnpaal bij de kerk brandt niet.',
    geometrie: { type: 'Point', coordinates: schoorl },
    ...change,
  }
  const response = await fetch(`${url}/v1/meldingen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as MeldingOntvangst
}

/** Everything that everybody may see, newest first. */
export async function listMeldingen(url: string): Promise<{ nummer: string; status: string }[]> {
  const response = await fetch(`${url}/v1/meldingen?limiet=500`)
  return ((await response.json()) as { meldingen: { nummer: string; status: string }[] }).meldingen
}

/** Changes a melding as who is signed in on `page`. */
export async function change(page: Page, nummer: string, wijziging: Wijziging): Promise<void> {
  const fault = await page.evaluate(
    // As text: this file is read by node's types, which know no sessionStorage.
    `(async () => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:'))
      const authorization = 'Bearer ' + JSON.parse(sessionStorage.getItem(key)).access_token
      const path = '/v1/behandelingen/${nummer}'
      const { versie } = await (await fetch(path, { headers: { authorization } })).json()
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const body = JSON.stringify({ versie, wijziging: ${JSON.stringify(wijziging)} })
      const answer = await fetch(path + '/wijzigingen', { method: 'POST', headers, body })
      return answer.ok ? '' : await answer.text()
    })()`,
  )
  if (fault) throw new Error(String(fault))
}

const toWat = async (page: Page): Promise<void> => {
  await page.getByLabel('Adres, plaats of coördinaten').fill(`${schoorl[1]}, ${schoorl[0]}`)
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByRole('button', { name: 'Volgende stap' }).click()
  await page.getByLabel('Wat ziet u?').waitFor()
}

/** From the open first step to the second one, filled in. */
export async function fillIn(
  page: Page,
  omschrijving = 'De lamp bij de school is stuk.',
  categorie = 'straatverlichting',
): Promise<void> {
  await toWat(page)
  await page.getByLabel('Wat ziet u?').fill(omschrijving)
  await page.getByLabel('Waar gaat het over?').selectOption(categorie)
}

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Volgende stap' }).click()
export const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Verstuur de melding' }).click()

/** What is wrong with a state of a screen on a phone and on a laptop, for everybody who uses it; too wide counts too. */
export async function findFaultsOnBoth(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const size of [phone, laptop]) {
    await page.setViewportSize(size)
    const overhang = await findOverhang(page)
    const wide = overhang > 0 ? [`${overhang} px too wide`] : []
    faults.push(...[...wide, ...(await findFaults(page))].map((fault) => `${size.width} px: ${fault}`))
  }
  if (before) await page.setViewportSize(before)
  return faults
}
