/** Where somebody tells the gemeente of a weakness: `/.well-known/security.txt` (RFC 9116), from its own contact. */
import { Problem } from '../contract/problem.ts'
import { securityPad } from '../contract/routes.ts'
import type { Deps } from '../domain/ports.ts'
import type { HttpEvent, HttpReply } from './event.ts'

/** The file says until when it can be trusted: less than a year (RFC 9116, 2.5.5), and the same text all day. */
const trustedDays = 180
const dayMillis = 86_400_000

type Facts = { contact: Deps['gemeente']['contact']; naam: string; webadres: string; now: Date }

/**
 * @example toSecurityTxt(facts).split('\n')[1] // 'Contact: mailto:kernpunt@voorbeeld.nl'
 */
export function toSecurityTxt({ contact, naam, webadres, now }: Facts): string {
  const expires = new Date((Math.floor(now.getTime() / dayMillis) + trustedDays) * dayMillis)
  return `${[
    `# Zwakke plek gevonden in Kernpunt van ${naam}? Meld het hier. U hoeft geen account te hebben.`,
    `Contact: mailto:${contact.email}`,
    // A web address must be one of https (2.5.3).
    ...(contact.url.startsWith('https://') ? [`Contact: ${contact.url}`] : []),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${webadres}${securityPad}`,
  ].join('\n')}\n`
}

/** @throws Problem `methode-niet-toegestaan` */
export function answerSecurity(event: HttpEvent, { gemeente, dienst, now }: Deps): HttpReply {
  const { method } = event.requestContext.http
  if (method !== 'GET' && method !== 'HEAD')
    throw new Problem('methode-niet-toegestaan', `Hier kan GET, HEAD; ${method} kan niet.`, {
      allow: ['GET', 'HEAD'],
    })
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
    body: toSecurityTxt({ ...gemeente, webadres: dienst.webadres, now: now() }),
  }
}
