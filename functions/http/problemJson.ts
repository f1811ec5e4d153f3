/** The only place that makes `application/problem+json` (RFC 9457) of an error. */
import type { MiddlewareObj } from '@middy/core'
import { Problem, problems } from '../contract/problem.ts'
import { ProblemDocument } from '../contract/problemDocument.ts'
import type { HttpEvent, HttpReply } from './event.ts'

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'TimeoutError'])

/** What an error is to the outside: a Problem says it; of anything else the cause stays here. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return unreachable.has(String(code)) || unreachable.has(String(name))
    ? new Problem('even-niet-bereikbaar', 'Probeer het over een minuut opnieuw. Er is niets verloren.')
    : new Problem('storing', 'Dit ligt niet aan u. Probeer het later opnieuw.')
}

export function toProblemReply(problem: Problem): HttpReply {
  const { allow, ...extra } = problem.extra
  const { status, title } = problems[problem.code]
  const body = {
    type: `urn:kernpunt:probleem:${problem.code}`,
    status,
    title,
    detail: problem.message,
    code: problem.code,
    ...extra,
  }
  return {
    statusCode: status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': 'nl',
      ...(allow && { Allow: allow.join(', ') }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(status === 503 && { 'Retry-After': '60' }),
      ...(extra.wachtSeconden !== undefined && { 'Retry-After': String(extra.wachtSeconden) }),
    },
    body: JSON.stringify(ProblemDocument.parse(body)),
  }
}

export const problemJson = (): MiddlewareObj<HttpEvent, HttpReply> => ({
  onError: (request) => {
    request.response = toProblemReply(toProblem(request.error))
  },
})
