/** ETag and 304 for answers that may be cached (RFC 9110, 8.8.3 and 13.1.2). */
import { createHash } from 'node:crypto'
import type { MiddlewareObj } from '@middy/core'
import { type HttpEvent, type HttpReply, headerOf } from './event.ts'

export const etag = (): MiddlewareObj<HttpEvent, HttpReply> => ({
  after: ({ event, response }) => {
    if (!response?.headers['Cache-Control']?.startsWith('public')) return
    const tag = `"${createHash('sha256').update(response.body).digest('base64url').slice(0, 22)}"`
    response.headers.ETag = tag
    if (!names(headerOf(event, 'if-none-match'), tag)) return
    const { 'Content-Type': _type, ...headers } = response.headers
    Object.assign(response, { statusCode: 304, headers, body: '' })
  },
})

/** Weak comparison: proxies that compress mark a tag as weak. */
const names = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, ''))) ?? false
