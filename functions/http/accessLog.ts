/**
 * One line of JSON per request, at most 300 bytes: which route, what came of it, how long it took. No body, no
 * path and no query: those may hold a number, a place or a person.
 */
import type { MiddlewareObj } from '@middy/core'
import { Problem } from '../contract/problem.ts'
import type { HttpEvent, HttpReply } from './event.ts'
import { findRoute } from './findRoute.ts'

export type Io = {
  log: (line: string) => void
  /** Milliseconds from any fixed moment. */
  clock: () => number
}

/** @param routeOf names what was asked for, without anything of the address itself. */
export const accessLog = (
  { log, clock }: Io,
  routeOf: (event: HttpEvent) => string = tableRouteOf,
): MiddlewareObj<HttpEvent, HttpReply> => {
  const started = new WeakMap<object, number>()
  const write: MiddlewareObj<HttpEvent, HttpReply>['after'] = (request) => {
    const { event, response, error } = request
    const verzoek = event.requestContext.requestId.slice(0, 60)
    const start = started.get(request) ?? clock()
    log(
      JSON.stringify({
        route: routeOf(event),
        status: response?.statusCode ?? 500,
        ...(error instanceof Problem && { code: error.code }),
        ms: Math.round(clock() - start),
        verzoek,
      }),
    )
    if (error && !(error instanceof Problem)) log(JSON.stringify({ fout: whereOf(error), verzoek }))
  }
  return {
    before: (request) => {
      started.set(request, clock())
    },
    after: write,
    onError: write,
  }
}

const tableRouteOf = (event: HttpEvent): string => {
  try {
    return findRoute(event.requestContext.http.method, event.rawPath).name
  } catch {
    return 'onbekend'
  }
}

/** Kind and place of a fault; its message may repeat what somebody typed. */
const whereOf = (error: Error): string[] => [
  error.name,
  ...(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim()),
]
