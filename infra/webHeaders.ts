/**
 * The response headers of the web, one table for the local server and for CloudFront.
 *
 * The policy knows no `unsafe-*`: scripts, styles and MapLibre's worker come from the own address only. Outside
 * it allows what a page really needs: the identity provider (sign in, tokens) and PDOK (map tiles and styles from
 * api.pdok.nl and service.pdok.nl, the address search of api.pdok.nl). Images may be `data:` and `blob:` because
 * MapLibre makes sprites and tiles that way. Photos of meldingen go to and come from their bucket. API replies have
 * their own, stricter headers in `functions/http`.
 *
 * @example
 * webHeaders({ issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc' })['content-security-policy']
 */

type WebHeaderSettings = {
  /** Address of the identity provider (`iss` of its tokens); only its origin is used. */
  issuer: string
  /** More origins of the same identity provider: Cognito signs in on another host than its issuer. */
  signIn?: readonly string[]
  /** Origin of the object store of photos; absent where our own address has them. */
  fotos?: string
}

const tiles = 'https://service.pdok.nl'
const pdokApi = 'https://api.pdok.nl'

/** Two years, the term that browsers' preload lists ask for at least half of. Browsers ignore it over http. */
const hsts = 'max-age=63072000; includeSubDomains'

const formatPolicy = (directives: Record<string, readonly string[]>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')

/** Header names in lower case, with their values. An address that is no URL throws. */
export function webHeaders({ issuer, signIn = [], fotos }: WebHeaderSettings): Record<string, string> {
  const identity = [...new Set([issuer, ...signIn].map((address) => new URL(address).origin))]
  const pictures = fotos === undefined ? [] : [new URL(fotos).origin]
  return {
    'content-security-policy': formatPolicy({
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'"],
      'font-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:', tiles, ...pictures],
      'connect-src': ["'self'", ...identity, pdokApi, tiles, ...pictures],
      'form-action': ["'self'", ...identity],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'object-src': ["'none'"],
    }),
    'strict-transport-security': hsts,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=()',
  }
}
