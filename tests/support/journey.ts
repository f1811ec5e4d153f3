/** A whole product and a real browser for one file of journeys: own data folder, free port, no outside network. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Meldbudget } from '../../functions/domain/afzender.ts'
import { demoPassword } from '../../infra/local/identity/staff.ts'
import { type Kernpunt, startKernpunt } from '../../infra/local/startKernpunt.ts'
import { laptop, startBrowser } from './browser.ts'
import { root } from './sources.ts'

export type Journey = {
  url: string
  /** A page in a visit of its own. What the browser complained about is in `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** The same for somebody of the staff, signed in and with everything drawn. */
  openAs(medewerker: string, path: string, options?: BrowserContextOptions): Promise<Page>
  complaints: string[]
}
type Started = Omit<Journey, 'openAs'> & { stop(): Promise<void> }
/** `geodata`: a folder with other gemeenten than those of the repository. */
type Settings = { leeg?: boolean; gemeente?: string; geodata?: string; meldbudget?: Meldbudget }

/** PDOK is not there, unless a test puts a stub in its place; the browser's lines about that do not count. */
const outside = /^https:\/\/(service|api)\.pdok\.nl\//

/**
 * The product for all journeys of a file. After each of them the browser must have had nothing to complain about.
 *
 * @param allowed a complaint that belongs to the pages of this file
 */
export function withJourney({ allowed, ...settings }: Settings & { allowed?: RegExp } = {}): Journey {
  let started: Started
  const complaints: string[] = []
  beforeAll(async () => {
    started = await startJourney(settings, complaints)
  })
  afterAll(() => started?.stop())
  afterEach(() => {
    expect(complaints.splice(0).filter((line) => !allowed?.test(line))).toEqual([])
  })
  const open: Journey['open'] = (path, options) => started.open(path, options)
  return {
    get url() {
      return started.url
    },
    complaints,
    open,
    async openAs(medewerker, path, options) {
      const page = await open(path, options)
      await signIn(page, medewerker)
      await settle(page)
      return page
    },
  }
}

async function startJourney(
  { leeg = false, gemeente = 'GM0373', geodata, meldbudget }: Settings,
  complaints: string[],
): Promise<Started> {
  const dataDir = mkdtempSync(join(root, 'node_modules/.cache/kernpunt-reis-'))
  const removeData = () => rmSync(dataDir, { recursive: true, force: true })
  const [kernpunt, browser]: [Kernpunt, Browser] = await Promise.all([
    startKernpunt({
      port: 0,
      dataDir,
      gemeente,
      leeg,
      ...(geodata && { geodata }),
      ...(meldbudget && { meldbudget }),
    }),
    startBrowser(),
  ]).catch((error) => {
    removeData()
    throw error
  })
  return {
    url: kernpunt.url,
    complaints,
    async open(path, options = {}) {
      // What a service worker fetches passes by the stubs of a test; the journeys that need one ask for it.
      const serviceWorkers = 'block' as const
      const context = await browser.newContext({
        viewport: laptop,
        locale: 'nl-NL',
        serviceWorkers,
        ...options,
      })
      await context.route(outside, (route) => route.abort())
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
      page.on('console', (line) => {
        if (line.type() !== 'error' || outside.test(line.location().url)) return
        complaints.push(`${page.url()}: ${line.text()} ${line.location().url}`)
      })
      await page.goto(kernpunt.url + path)
      return page
    },
    async stop() {
      await browser.close()
      await kernpunt.stop()
      removeData()
    },
  }
}

/** No network request open, and the map (if any) drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const maps = page.locator('.kaartvak__vlak')
  if ((await maps.count()) > 0) await page.locator('[data-kaart=klaar]').first().waitFor()
}

/** Accessibility faults as `rule: where`, so that a failure can be read. */
export async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** How many pixels a page is wider than its window. */
export const findOverhang = (page: Page): Promise<number> =>
  // As text: this file is read by node's types, which know no document.
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')

/** From the open staff page through the identity provider and back. */
export async function signIn(page: Page, medewerker: string): Promise<void> {
  await page.getByRole('button', { name: 'Meld u aan' }).click()
  await page.locator(`[name=medewerker][value=${medewerker}]`).check()
  await page.getByLabel('Wachtwoord').fill(demoPassword)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await page.getByText('U bent aangemeld als').waitFor()
}

/** Keeps the map's script from arriving, as a blocker or a broken network does. */
export const blockMap = async (page: Page): Promise<void> => {
  await page.context().route(/\/assets\/(Kaart-[^/]*\.(js|css)|maplibre)/, async (route) => {
    const body = await route.fetch().then((response) => response.text())
    // The page "Kaart" has the same name as the map's chunk; only the chunk that holds MapLibre is blocked.
    return body.includes('maplibregl')
      ? route.abort()
      : route.fulfill({ body, contentType: 'text/javascript' })
  })
}

/** What an element says. */
export const read = async (locator: Locator): Promise<string> => (await locator.textContent())?.trim() ?? ''
