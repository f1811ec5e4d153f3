/** What goes over the wire, without the wire: addresses of calls, and refusals back as Problems. */
import { Problem, type ProblemCode, type ProblemExtra, problems } from '../functions/contract/problem.ts'
import { fillPath } from '../functions/contract/route.ts'

/** The address of a call: path parameters filled in, query without empty values. */
export function buildUrl(
  path: string,
  {
    params = {},
    query = {},
  }: { params?: Record<string, unknown>; query?: Record<string, string | undefined> },
): string {
  const filled = fillPath(path, params)
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString()
  return search ? `${filled}?${search}` : filled
}

/** A problem document back as the Problem it was; an unknown code (a proxy's page, say) counts as a fault of ours. */
export function toProblem(
  status: number,
  document: Partial<ProblemExtra> & { code?: string; detail?: string },
) {
  const known = document.code !== undefined && Object.hasOwn(problems, document.code)
  const fallback: ProblemCode =
    status === 401 ? 'niet-aangemeld' : status >= 502 ? 'even-niet-bereikbaar' : 'storing'
  return new Problem(
    known ? (document.code as ProblemCode) : fallback,
    document.detail ?? problems[fallback].title,
    document,
  )
}
