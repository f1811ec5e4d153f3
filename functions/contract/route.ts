/**
 * One row of the route table, and the types that server and web client read from it.
 *
 * @example
 * const createMelding = route({ method: 'POST', path: '/v1/meldingen', … })
 * type Body = BodyOf<typeof createMelding>   // what a caller sends, parsed
 */
import type * as z from 'zod'

/** Groups of the identity provider that open staff routes. */
export const rollen = ['coordinator', 'financien', 'college', 'beheerder'] as const
export type Rol = (typeof rollen)[number]

/**
 * The roles in the claim `cognito:groups`: a list, or the text that a gateway makes of it. API Gateway makes `[a b]`,
 * others `a,b` or `["a", "b"]`. Groups that are no role of ours are left out.
 * @example readRollen('[college financien]')   // ['financien', 'college']
 */
export const readRollen = (groups: unknown): Rol[] => {
  const named = Array.isArray(groups) ? groups : String(groups ?? '').split(/[\s,"[\]]+/)
  return rollen.filter((rol) => named.includes(rol))
}

export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: `/v1/${string}`
  /** One Dutch sentence for the OpenAPI document. */
  readonly summary: string
  readonly group: string
  /** Who may call it. Absent: everybody, without signing in. */
  readonly roles?: readonly Rol[]
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly headers?: z.ZodType
  readonly body?: z.ZodType
  readonly reply: z.ZodType
  readonly status: 200 | 201
  /** A write that takes an Idempotency-Key: a repeat gets the first answer. */
  readonly idempotent?: boolean
  /** `public`: max-age 30 s and an ETag, for aggregates and reference data. Otherwise `no-store`. */
  readonly cache?: 'public'
  /** The reply says in `Location` where what was made can be read. */
  readonly location?: boolean
  /** Who sends much of this is asked for a proof of work, or to wait (429): `functions/domain/afzender.ts`. */
  readonly budget?: boolean
  /** The reply holds geometry, so it says `Content-Crs`. */
  readonly geo?: boolean
}

/** Keeps the literal types of a row, so that misspelling a field does not compile. */
export const route = <const R extends Route>(row: R): R => row

type Output<T> = T extends z.ZodType ? z.output<T> : undefined

export type ParamsOf<R extends Route> = Output<R['params']>
export type QueryOf<R extends Route> = Output<R['query']>
export type HeadersOf<R extends Route> = Output<R['headers']>
export type BodyOf<R extends Route> = Output<R['body']>
export type ReplyOf<R extends Route> = z.output<R['reply']>

/**
 * A path with its parameters filled in.
 * @example fillPath('/v1/kernen/{kerncode}', { kerncode: 'schoorl' })   // '/v1/kernen/schoorl'
 */
export const fillPath = (path: string, params: Readonly<Record<string, unknown>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
