/**
 * An endpoint: one route as one plain function. It sees a parsed call, never HTTP; it answers with a value that
 * `http/` sends through the reply schema of its route.
 *
 * @example
 * export const getKern: Endpoint<Routes['getKern']> = ({ params }, { gemeente }) => ({ body: … })
 */
import type { BodyOf, HeadersOf, ParamsOf, QueryOf, ReplyOf, Rol, Route } from '../contract/route.ts'
import type { Deps } from '../domain/ports.ts'

/** Who signed in: `id` is the `sub` of the identity provider. */
export type Medewerker = { id: string; naam: string; rollen: readonly Rol[] }

export type Call<R extends Route> = {
  params: ParamsOf<R>
  query: QueryOf<R>
  headers: HeadersOf<R>
  body: BodyOf<R>
  /** Only on routes that take one; 1 to 255 visible characters. */
  idempotencyKey?: string
  /** The address it came from; only to count by (`budget.ts`), never to keep or log. */
  adres?: string
  medewerker: R extends { roles: readonly Rol[] } ? Medewerker : undefined
}

export type Reply<R extends Route> = {
  body: ReplyOf<R>
  headers?: Record<string, string>
}

export type Endpoint<R extends Route> = (call: Call<R>, deps: Deps) => Reply<R> | Promise<Reply<R>>
