/**
 * From a node:http request to the event that an API Gateway HTTP API hands a Lambda (payload format 2.0), and back.
 *
 * Shape and rules: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'
import type { HttpReply } from '../../functions/http/event.ts'

/** The gateway itself refuses more than 10 MB. */
export const maxBytes = 10 * 1024 * 1024

const textual =
  /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded)\b|application\/[\w.-]+\+json)/i
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export type Claims = Record<string, unknown>

/** @param claims of a token that was checked; lists become text such as `[a b]`, as the JWT authorizer does. */
export function toLambdaEvent(
  request: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders' | 'socket'>,
  body: Buffer,
  claims?: Claims,
  now = new Date(),
): APIGatewayProxyEventV2WithJWTAuthorizer {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?')
  const rawQueryString = query.join('?')
  const { headers, cookies } = toHeaders(request.rawHeaders)
  // Bytes that are no text stay bytes, whatever their type says: as text they would come in changed.
  const isBase64Encoded = body.length > 0 && !(textual.test(headers['content-type'] ?? '') && isUtf8(body))
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(rawQueryString && { queryStringParameters: joinDuplicates(new URLSearchParams(rawQueryString)) }),
    requestContext: {
      accountId: 'lokaal',
      apiId: 'lokaal',
      ...(claims && { authorizer: { jwt: { claims: toText(claims), scopes: null } } }),
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'lokaal',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: toClf(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  }
  return event as unknown as APIGatewayProxyEventV2WithJWTAuthorizer
}

/** Names in lower case, values of a repeated header joined with commas, cookies apart. */
function toHeaders(raw: readonly string[]): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {}
  const cookies: string[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]?.toLowerCase() ?? ''
    const value = raw[i + 1] ?? ''
    if (name === 'cookie') cookies.push(...value.split(/;\s*/))
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`
  }
  return { headers, cookies }
}

function joinDuplicates(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]))
}

const toText = (claims: Claims): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  )

/** Common log format in UTC. @example '12/Mar/2020:19:03:58 +0000' */
const toClf = (now: Date): string => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(now.toISOString()) ?? []
  return `${day}/${months[Number(month) - 1]}/${year}:${time} +0000`
}

/** What middy and our handlers read of a Lambda context. */
export const lambdaContext = (requestId: string, milliseconds = 29_000): Context => {
  const end = performance.now() + milliseconds
  return {
    awsRequestId: requestId,
    functionName: 'lokaal',
    getRemainingTimeInMillis: () => Math.max(0, end - performance.now()),
  } as Context
}

/** The gateway takes a missing status for 200. */
export function sendReply(reply: Partial<HttpReply>, response: ServerResponse): void {
  response.writeHead(reply.statusCode ?? 200, reply.headers)
  response.end(reply.body)
}
