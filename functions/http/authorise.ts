/** Who is calling, from the claims that the gateway checked, and whether that opens the route. */
import { Problem } from '../contract/problem.ts'
import { type Rol, type Route, readRollen } from '../contract/route.ts'
import type { Medewerker } from '../endpoints/endpoint.ts'
import type { HttpEvent } from './event.ts'

/**
 * @returns the member of staff on a route with roles, undefined on a public route.
 * @throws Problem `niet-aangemeld` (401) without a checked token, `geen-toegang` (403) without a fitting role.
 */
export function authorise(route: Route, event: HttpEvent): Medewerker | undefined {
  if (!route.roles) return undefined
  const claims = event.requestContext.authorizer?.jwt?.claims
  if (typeof claims?.sub !== 'string' || claims.sub === '')
    throw new Problem('niet-aangemeld', 'Meld u aan als medewerker om dit te zien of te doen.')
  const medewerker = {
    id: claims.sub,
    naam: nameOf(claims),
    rollen: readRollen(claims['cognito:groups']),
  }
  if (!route.roles.some((rol: Rol) => medewerker.rollen.includes(rol)))
    throw new Problem('geen-toegang', `Dit mag alleen met een van deze rollen: ${route.roles.join(', ')}.`)
  return medewerker
}

/** A Cognito access token has no name unless the pool adds one; the user name is always there. */
const nameOf = (claims: Record<string, unknown>): string =>
  [claims.name, claims.username, claims.sub].find(
    (value) => typeof value === 'string' && value !== '',
  ) as string
