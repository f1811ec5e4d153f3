/**
 * The typed client: one method per row of the route table, with the arguments and the reply of that row.
 *
 * Every refusal is thrown as the same `Problem` the server threw. Nothing reached, no answer in time or no
 * JSON is `even-niet-bereikbaar`. Reads are tried again twice; writes never by themselves, because only the
 * page knows whether its Idempotency-Key still belongs to what was typed.
 *
 * @example
 * const { kern } = await api.findKern({ query: { lon: '4.68', lat: '52.69' } })
 */

import type * as z from 'zod'
import { Problem } from '../functions/contract/problem.ts'
import type { ParamsOf, ReplyOf, Route } from '../functions/contract/route.ts'
import type { RouteName, Routes } from '../functions/contract/routes.ts'
import { routeTable } from './routes.ts'
import { buildUrl, toProblem } from './wire.ts'

type Given<R extends Route> = (R extends { params: z.ZodType } ? { params: ParamsOf<R> } : unknown) &
  (R extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : unknown) &
  (R extends { query: infer Q extends z.ZodType }
    ? { query?: Partial<Record<keyof z.output<Q>, string>> }
    : unknown) &
  (R extends { headers: infer H extends z.ZodType } ? { headers?: z.input<H> } : unknown) &
  (R extends { idempotent: true } ? { idempotencyKey: string } : unknown) & { signal?: AbortSignal }

export type Api = {
  [N in RouteName]: object extends Given<Routes[N]>
    ? (call?: Given<Routes[N]>) => Promise<ReplyOf<Routes[N]>>
    : (call: Given<Routes[N]>) => Promise<ReplyOf<Routes[N]>>
}

type Call = {
  params?: Record<string, unknown>
  query?: Record<string, string | undefined>
  headers?: Record<string, string | undefined>
  body?: unknown
  idempotencyKey?: string
  signal?: AbortSignal
}

const timeoutMs = 15_000
const retryAfterMs = [300, 1200]

let readToken: () => string | undefined = () => undefined
let onRefused: () => void = () => {}
/** Who signs in tells the client where the access token is, and hears when a staff route refuses it. */
export const setToken = (read: () => string | undefined, refused: () => void): void => {
  readToken = read
  onRefused = refused
}

function buildRequest(name: RouteName, call: Call): [url: string, init: RequestInit] {
  const { method, path, staff } = routeTable[name]
  const headers = new Headers({ accept: 'application/json' })
  for (const [key, value] of Object.entries(call.headers ?? {})) if (value) headers.set(key, value)
  if (call.body !== undefined) headers.set('content-type', 'application/json')
  if (call.idempotencyKey) headers.set('idempotency-key', call.idempotencyKey)
  const token = staff ? readToken() : undefined
  if (token) headers.set('authorization', `Bearer ${token}`)
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout
  const body = call.body === undefined ? undefined : JSON.stringify(call.body)
  // Staff see what they just booked; a visitor may see what is half a minute old.
  const cache = method === 'GET' && readToken() ? 'no-cache' : 'default'
  return [buildUrl(path, call), { method, headers, signal, body, cache }]
}

const unreachable = (cause: unknown) =>
  new Problem(
    'even-niet-bereikbaar',
    'Wij kunnen de dienst nu niet bereiken. Controleer uw verbinding en probeer het opnieuw.',
    {},
    { cause },
  )

async function send(name: RouteName, call: Call): Promise<unknown> {
  const [url, init] = buildRequest(name, call)
  let response: Response
  try {
    response = await fetch(url, init)
  } catch (error) {
    if (call.signal?.aborted) throw error
    throw unreachable(error)
  }
  const json = await response.json().catch(() => ({}))
  if (response.status === 401 && routeTable[name].staff) onRefused()
  if (!response.ok) throw toProblem(response.status, json)
  return json
}

async function request(name: RouteName, call: Call = {}): Promise<unknown> {
  const waits = routeTable[name].method === 'GET' ? retryAfterMs : []
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(name, call)
    } catch (error) {
      const wait = waits[attempt]
      const again = error instanceof Problem && error.code === 'even-niet-bereikbaar' && !call.signal?.aborted
      if (!again || wait === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

export const api = Object.fromEntries(
  (Object.keys(routeTable) as RouteName[]).map((name) => [name, (call?: Call) => request(name, call)]),
) as unknown as Api
