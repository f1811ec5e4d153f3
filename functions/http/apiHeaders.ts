/** Headers that every answer of the API carries, refusals too (NL API Design Rules, transport security). */
import type { MiddlewareObj } from '@middy/core'
import { apiVersion } from '../contract/routes.ts'
import type { HttpEvent, HttpReply } from './event.ts'

/** For anything that is not a page: no frame, no sniffing, only over TLS. */
export const safeHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
}

export const apiHeaders = (): MiddlewareObj<HttpEvent, HttpReply> => {
  const complete: MiddlewareObj<HttpEvent, HttpReply>['after'] = ({ event, response }) => {
    if (!response) return
    response.headers = {
      'API-Version': apiVersion,
      'Cache-Control': 'no-store',
      ...safeHeaders,
      ...response.headers,
    }
    if (event.requestContext.http.method === 'HEAD') response.body = ''
  }
  return { after: complete, onError: complete }
}
