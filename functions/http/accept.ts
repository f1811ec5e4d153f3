/** Content negotiation (RFC 9110, 12.5.1): we have JSON only. */
import { Problem } from '../contract/problem.ts'

const ours = ['*/*', 'application/*', 'application/json']

/** @throws Problem `niet-acceptabel` when the Accept header leaves no room for JSON. */
export function assertAcceptable(accept: string | undefined): void {
  if (accept === undefined || accept.trim() === '') return
  const acceptable = accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const refused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    return ours.includes(type) && !refused
  })
  if (!acceptable)
    throw new Problem(
      'niet-acceptabel',
      'Dit antwoord is er alleen als application/json. Pas de Accept-header aan.',
    )
}
