/** The API as one Lambda handler: the route table behind middy. */
import './dutch.ts'
import middy from '@middy/core'
import { Problem } from '../contract/problem.ts'
import type { Route } from '../contract/route.ts'
import { securityPad } from '../contract/routes.ts'
import type { Deps } from '../domain/ports.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import { bodyChecks, endpoints } from '../endpoints/index.ts'
import { assertAcceptable } from './accept.ts'
import { accessLog, type Io } from './accessLog.ts'
import { adresOf } from './adres.ts'
import { apiHeaders } from './apiHeaders.ts'
import { authorise } from './authorise.ts'
import { etag } from './etag.ts'
import { type HttpEvent, type HttpReply, headerOf } from './event.ts'
import { findRoute } from './findRoute.ts'
import { parseCall } from './parseCall.ts'
import { problemJson } from './problemJson.ts'
import { answerSecurity } from './securityTxt.ts'
import { asOfToday } from './today.ts'
import { toReply } from './toReply.ts'

/** What is left of a Lambda's time when we stop waiting and say so ourselves. */
const timeout = {
  timeoutEarlyInMillis: 250,
  timeoutEarlyResponse: () => {
    throw new Problem('even-niet-bereikbaar', 'Het duurde te lang. Probeer het over een minuut opnieuw.')
  },
}

/**
 * Unknown paths come here too (the gateway's `$default` route), so their answer has our shape as well.
 *
 * @example const handler = createApi(createDeps(readConfig(process.env)), { log: console.log, clock: performance.now })
 */
export const createApi = (deps: Deps, io: Io) =>
  middy<HttpEvent, HttpReply>(timeout)
    .use(accessLog(io))
    .use(apiHeaders())
    .use(problemJson())
    .use(etag())
    .handler((event: HttpEvent) => answer(event, deps))

async function answer(event: HttpEvent, always: Deps): Promise<HttpReply> {
  if (event.rawPath === securityPad) return answerSecurity(event, always)
  const found = findRoute(event.requestContext.http.method, event.rawPath)
  const medewerker = authorise(found.route, event)
  assertAcceptable(headerOf(event, 'accept'))
  const deps = await asOfToday(always)
  const check = bodyChecks[found.name]
  const call = parseCall(event, found, (body) => check?.(body, deps.gemeente) ?? [])
  // The table ties name, schemas and endpoint together; TypeScript cannot follow that through a variable name.
  const endpoint = endpoints[found.name] as unknown as Endpoint<Route>
  const adres = adresOf(event, deps.dienst.rand)
  return toReply(found.route, await endpoint({ ...call, adres, medewerker } as never, deps))
}
