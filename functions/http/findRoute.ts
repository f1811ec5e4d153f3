/** From method and path to a row of the route table. */
import { Problem } from '../contract/problem.ts'
import type { Route } from '../contract/route.ts'
import { type RouteName, routeNames, routes } from '../contract/routes.ts'

export type Found = { name: RouteName; route: Route; params: Record<string, string> }

const rows = routeNames.map((name) => ({
  name,
  route: routes[name] as Route,
  segments: routes[name].path.split('/'),
}))

/**
 * A literal segment goes before a parameter: `/v1/kernen/_zoek` is not the kern “_zoek”. HEAD is a GET whose
 * body stays here (RFC 9110, 9.3.2).
 *
 * @throws Problem `niet-gevonden` (also for a trailing slash) or `methode-niet-toegestaan` with what is allowed.
 */
export function findRoute(method: string, path: string): Found {
  const segments = path.split('/').map(decode)
  const matching = rows
    .filter((row) => fits(row.segments, segments))
    .toSorted((a, b) => parameters(a.segments) - parameters(b.segments))
  const closest = matching.filter((row) => row.route.path === matching[0]?.route.path)
  if (closest.length === 0)
    throw new Problem(
      'niet-gevonden',
      'Dit adres bestaat niet. Kijk in de beschrijving van de API welke er zijn.',
    )

  const row = closest.find(({ route }) => route.method === (method === 'HEAD' ? 'GET' : method))
  if (!row) {
    const allow = closest.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]))
    throw new Problem('methode-niet-toegestaan', `Hier kan ${allow.join(', ')}; ${method} kan niet.`, {
      allow,
    })
  }
  const params = Object.fromEntries(
    row.segments.flatMap((segment, i) =>
      isParameter(segment) ? [[segment.slice(1, -1), segments[i] ?? '']] : [],
    ),
  )
  return { name: row.name, route: row.route, params }
}

const isParameter = (segment: string): boolean => segment.startsWith('{')
const parameters = (segments: readonly string[]): number => segments.filter(isParameter).length

const fits = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, i) => (isParameter(part) ? segments[i] !== '' : part === segments[i]))

/** A segment with broken percent signs fits nothing but a parameter, which then refuses it. */
const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
