/** PDOK's OGC API Features: the buurten of one gemeente, page after page, one request at a time. */
import { readWijknamen } from '../fields.ts'
import { count, type Feature, type Limits, limits, megabytes, Refusal, type Source } from '../source.ts'
import { readGeojson } from './geojson.ts'

export const PDOK = 'https://api.pdok.nl/cbs'
/** The newest year of which PDOK has all figures; another is chosen with --jaar. */
export const PDOK_JAAR = 2024

export type Pdok = {
  gemeente: string
  /** Address before `/wijken-en-buurten-<jaar>/ogc/v1/`, without a slash at the end. */
  base?: string | undefined
  jaar?: number | undefined
  /** Milliseconds for one request, with its body. */
  timeout?: number
  /** Milliseconds before the second try; doubled for each next one unless PDOK says how long. */
  pause?: number
  wait?: (milliseconds: number) => Promise<void>
  max?: Pick<Limits, 'bytes'>
  say?: (line: string) => void
}

const TRIES = 5
const PAGE = 100
/** Longest wait that is obeyed, milliseconds: who must wait longer comes back later. */
const PATIENCE = 60_000

/**
 * Follows `next` until there is none; 429, 5xx, silence and broken connections are tried again, five times in all.
 * Then asks for the names of the wijken, and does without when PDOK does not give them.
 *
 * @throws Refusal that names the address, the page and what PDOK answered
 * @example await readPdok({ gemeente: 'GM0373', say: console.error })
 */
export async function readPdok(pdok: Pdok): Promise<Source> {
  const { name, features } = await readCollection('buurten', pdok)
  try {
    const wijken = await readCollection('wijken', pdok)
    return { name, crs: undefined, features, wijknamen: readWijknamen(wijken.features) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    pdok.say?.(`De namen van de wijken ontbreken. ${error.message}`)
    return { name, crs: undefined, features }
  }
}

async function readCollection(
  collection: 'buurten' | 'wijken',
  { gemeente, base = PDOK, jaar = PDOK_JAAR, ...options }: Pdok,
): Promise<{ name: string; features: Feature[] }> {
  const start = new URL(`${base}/wijken-en-buurten-${jaar}/ogc/v1/collections/${collection}/items`)
  start.search = new URLSearchParams({ f: 'json', gemeentecode: gemeente, limit: String(PAGE) }).toString()
  const source = `PDOK (${start.origin}${start.pathname})`
  const features: Feature[] = []
  const seen = new Set<string>()
  for (let next: string | undefined = start.href; next; ) {
    if (seen.has(next)) throw new Refusal(`${source}: bladzijde ${seen.size} verwijst terug naar ${next}.`)
    seen.add(next)
    const name = `${source}, bladzijde ${seen.size}`
    const text = await getText(next, name, options)
    features.push(...readGeojson(name, text).features)
    options.say?.(`PDOK: bladzijde ${seen.size}, ${features.length} ${collection}.`)
    next = findNext(text, next, name)
  }
  return { name: source, features }
}

type Links = { links?: { rel?: string; href?: string }[]; numberReturned?: number; features: unknown[] }

/** The address of the next page. Only on the same server: a page cannot send us elsewhere. */
function findNext(text: string, current: string, name: string): string | undefined {
  const { links, numberReturned, features } = JSON.parse(text) as Links
  if (numberReturned !== undefined && numberReturned !== features.length) {
    throw new Refusal(`${name} belooft ${numberReturned} gebieden en geeft er ${features.length}.`)
  }
  const href = links?.find(({ rel }) => rel === 'next')?.href
  if (href === undefined) return undefined
  const next = new URL(href, current)
  if (next.origin !== new URL(current).origin)
    throw new Refusal(`${name} verwijst naar een andere server: ${next.origin}.`)
  return next.href
}

type Options = Omit<Pdok, 'gemeente' | 'base' | 'jaar'>

async function getText(address: string, name: string, options: Options): Promise<string> {
  const { pause = 1000, wait = sleep, say } = options
  for (let attempt = 1; ; attempt++) {
    const answer = await tryOnce(address, name, options)
    if ('text' in answer) return answer.text
    if (attempt === TRIES) throw new Refusal(`${name}: ${answer.failure}, ook na ${TRIES} keer proberen.`)
    const delay = answer.retryAfter ?? pause * 2 ** (attempt - 1)
    if (delay > PATIENCE) {
      throw new Refusal(
        `${name}: ${answer.failure} en vraagt ${Math.ceil(delay / 1000)} seconden te wachten; probeer het later opnieuw.`,
      )
    }
    say?.(`${name}: ${answer.failure}; poging ${attempt + 1} over ${count(delay / 1000)} seconden.`)
    await wait(delay)
  }
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

type Answer = { text: string } | { failure: string; retryAfter?: number | undefined }

async function tryOnce(
  address: string,
  name: string,
  { timeout = 30_000, max = limits }: Options,
): Promise<Answer> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/geo+json, application/json' },
      signal: AbortSignal.timeout(timeout),
    })
    if (response.ok) return { text: await readBody(response, name, max.bytes) }
    await response.body?.cancel()
    const failure = `PDOK antwoordt ${response.status}`
    if (response.status === 429 || response.status >= 500)
      return { failure, retryAfter: retryAfter(response) }
    throw new Refusal(`${name}: ${failure}. Bestaat dit jaar, en klopt het adres?`)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    const isSlow = (cause as Error).name === 'TimeoutError'
    return {
      failure: isSlow
        ? `geen volledig antwoord binnen ${count(timeout / 1000)} seconden`
        : 'geen verbinding met PDOK',
    }
  }
}

/** Milliseconds of Retry-After, in seconds or as a date, which is then read against the server's own clock. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : (Date.parse(value) - Date.parse(headers.get('date') ?? value)) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : undefined
}

async function readBody(response: Response, name: string, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes)
      throw new Refusal(`${name} is groter dan ${megabytes(maxBytes)}; dat kan niet kloppen.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
