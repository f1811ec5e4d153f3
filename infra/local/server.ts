/**
 * One address for everything, as CloudFront and API Gateway make it on AWS: the API and the form to the same
 * handlers as the Lambdas, `/oidc` to the identity provider, photos to their folder, the rest from the built web.
 */
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Context } from 'aws-lambda'
import { Problem } from '../../functions/contract/problem.ts'
import { apiBase, formulierPad, securityPad } from '../../functions/contract/routes.ts'
import { safeHeaders } from '../../functions/http/apiHeaders.ts'
import type { HttpEvent, HttpReply } from '../../functions/http/event.ts'
import { toProblemReply } from '../../functions/http/problemJson.ts'
import { fotoPad } from './fotoFolder.ts'
import type { FotoServer } from './fotoServer.ts'
import { lambdaContext, maxBytes, sendReply, toLambdaEvent } from './lambdaEvent.ts'
import { readBody } from './readBody.ts'
import type { ReadClaims } from './tokens.ts'
import { findWebFile } from './webFiles.ts'

export type Handler = (event: HttpEvent, context: Context) => Promise<HttpReply>
type Parts = {
  api: Handler
  formulier: Handler
  /** Takes requests whose path begins with `/oidc/`. */
  identity: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
  /** Takes requests to `fotoPad` and below it. */
  fotos: FotoServer['listener']
  readClaims: ReadClaims
  /** Folder of the built web. */
  webFolder: string
  webHeaders: Record<string, string>
}

/** For `node:http`. A fault in here answers 500 and never ends the process. */
export function createListener(parts: Parts): RequestListener {
  return (request, response) => {
    route(request, response, parts).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else
        sendReply(withSafeHeaders(toProblemReply(new Problem('storing', 'Dit ligt niet aan u.'))), response)
    })
  }
}

async function route(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path.startsWith('/oidc/')) return parts.identity(request, response)
  if (path === apiBase || path.startsWith(`${apiBase}/`) || path === securityPad)
    return invoke(parts.api, request, response, parts.readClaims)
  if (path === formulierPad) return invoke(parts.formulier, request, response, async () => undefined)
  if (path === fotoPad || path.startsWith(`${fotoPad}/`)) return parts.fotos(request, response)
  return serveWeb(request, response, path, parts)
}

async function invoke(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  readClaims: ReadClaims,
): Promise<void> {
  const body = await readBody(request, maxBytes)
  if (!body) {
    const detail = `Het verzoek is groter dan ${maxBytes / 1024 / 1024} MB.`
    return sendReply(withSafeHeaders(toProblemReply(new Problem('te-groot', detail))), response)
  }
  const claims = await readClaims(request.headers.authorization)
  const event = toLambdaEvent(request, body, claims) as unknown as HttpEvent
  sendReply(await handler(event, lambdaContext(event.requestContext.requestId)), response)
}

async function serveWeb(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { webFolder, webHeaders }: Parts,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendReply({ statusCode: 405, headers: { Allow: 'GET, HEAD', ...webHeaders } }, response)
  const file = await findWebFile(webFolder, path, isNavigation(request.headers))
  if (!file) {
    const headers = {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...webHeaders,
    }
    return sendReply({ statusCode: 404, headers, body: 'Dit bestand is er niet.\n' }, response)
  }
  response.writeHead(file.statusCode, { ...file.headers, ...webHeaders, 'Content-Length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** Browsers say that somebody goes to a page; of other programs an Accept that leaves room for HTML is enough. */
export const isNavigation = (headers: IncomingHttpHeaders): boolean =>
  headers['sec-fetch-mode'] === undefined
    ? /text\/html|\*\/\*/.test(headers.accept ?? '*/*')
    : headers['sec-fetch-mode'] === 'navigate'

const withSafeHeaders = (reply: HttpReply): HttpReply => ({
  ...reply,
  headers: { 'Cache-Control': 'no-store', ...safeHeaders, ...reply.headers },
})
