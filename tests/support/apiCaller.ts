/** The API with its stores in memory, called as API Gateway calls it. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Rol } from '../../functions/contract/route.ts'
import type { Deps } from '../../functions/domain/ports.ts'
import { createApi } from '../../functions/http/api.ts'
import type { HttpEvent } from '../../functions/http/event.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { createIndelingen } from '../../geodata/kernindeling/indelingen.ts'
import { memoryStores } from './apiStores.ts'
import { memoryBewijzen, memoryKluis } from './fotoStores.ts'

export type Sent = {
  body?: unknown
  headers?: Record<string, string>
  /** The address it comes from; absent: none, so that nothing is counted. */
  adres?: string
  /** Sign in with these roles, as the person with this `sub`. */
  rollen?: Rol[]
  sub?: string
}
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
export type Received = { status: number; headers: Record<string, string>; text: string; body: any }

/** An event as the gateway makes it; a body that is not text is sent as JSON. */
export function toEvent(
  method: string,
  url: string,
  { body, headers = {}, adres, rollen, sub }: Sent = {},
): HttpEvent {
  const [rawPath = '', rawQueryString = ''] = url.split('?')
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    rawPath,
    rawQueryString,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(lower),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'test',
      http: { method, ...(adres && { sourceIp: adres }) },
      ...(rollen && {
        authorizer: {
          jwt: {
            claims: {
              sub: sub ?? (rollen.join('-') || 'niemand'),
              username: sub ?? (rollen.join('-') || 'niemand'),
              'cognito:groups': `[${rollen.join(' ')}]`,
            },
          },
        },
      }),
    },
  }
}

export const bergen = loadGemeente('GM0373')

export function memoryDeps(overrides: Partial<Deps> = {}): Deps {
  let tick = Date.parse('2026-04-07T09:30:00Z')
  const gemeente = overrides.gemeente ?? bergen
  const stores = overrides.stores ?? memoryStores().stores
  return {
    gemeente,
    indelingen: {
      ...createIndelingen({ gemeente: bergen, store: stores.kernindelingen, now: () => new Date(tick) }),
      ...(overrides.gemeente && { gemeente: async () => gemeente }),
    },
    stores,
    fotokluis: memoryKluis().kluis,
    bewijzen: memoryBewijzen,
    dienst: {
      webadres: 'https://kernpunt.test',
      aanmelden: { issuer: 'https://kernpunt.test/oidc', clientId: 'web', scope: 'openid' },
      voorbeeldgegevens: false,
      versie: '0.0.0',
    },
    // Each look at the clock is a second later, so that order is visible.
    now: () => {
      tick += 1000
      return new Date(tick)
    },
    randomBytes: (n) => randomBytes(n),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    sign: (text) => createHmac('sha256', 'geheim van een proef').update(text).digest('hex'),
    logInzage: () => {},
    ...overrides,
  }
}

export type Caller = (method: string, url: string, sent?: Sent) => Promise<Received>

/** `call` sends a request; `lines` is what was logged. */
export function startApi(overrides: Partial<Deps> = {}): { call: Caller; lines: string[]; deps: Deps } {
  const lines: string[] = []
  const deps = memoryDeps(overrides)
  const handler = createApi(deps, { log: (line) => lines.push(line), clock: () => 0 })
  const call: Caller = async (method, url, sent) => {
    const context = { getRemainingTimeInMillis: () => 10_000 } as Parameters<typeof handler>[1]
    const { statusCode, headers, body } = await handler(toEvent(method, url, sent), context)
    return {
      status: statusCode,
      headers,
      text: body,
      body: body.startsWith('{') ? JSON.parse(body) : undefined,
    }
  }
  return { call, lines, deps }
}

/** A melding on the beach path of Schoorl; overrides replace whole fields. */
export const eenMelding = (overrides: Record<string, unknown> = {}) => ({
  categorie: bergen.categorieen[0]?.code ?? '',
  omschrijving: 'De lantaarnpaal bij het fietspad is kapot.',
  geometrie: { type: 'Point', coordinates: schoorl },
  ...overrides,
})

/** Inside Schoorl, `[lon, lat]`. */
export const schoorl = bergen.kernen.find((kern) => kern.code === 'schoorl')?.labelPunt ?? [0, 0]
