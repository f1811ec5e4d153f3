/** From what an endpoint gives to what goes out: through the reply schema, so that nothing else can. */
import { crs84 } from '../contract/common.ts'
import type { Route } from '../contract/route.ts'
import type { HttpReply } from './event.ts'

/** Aggregates and reference data may be half a minute old: a dashboard that many open costs one read. */
const publicCache = 'public, max-age=30'

export function toReply(route: Route, reply: { body: unknown; headers?: Record<string, string> }): HttpReply {
  const result = route.reply.safeParse(reply.body)
  if (!result.success) {
    const where = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ')
    throw new Error(`reply of ${route.method} ${route.path} does not fit its schema (${where})`)
  }
  return {
    statusCode: route.status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': route.cache === 'public' ? publicCache : 'no-store',
      ...(route.geo && { 'Content-Crs': `<${crs84}>` }),
      ...reply.headers,
    },
    body: JSON.stringify(result.data),
  }
}
