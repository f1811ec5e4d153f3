/**
 * The address that a request comes from. Behind CloudFront the gateway only sees CloudFront, and anybody may call the
 * gateway itself with any header. So our edge says the address in a header of its own, which it always overwrites
 * (`infra/aws/constructs/rand.js`), together with a secret that only it and this function know; without that secret the
 * header counts for nothing, and the address is the one that the gateway itself spoke with.
 */
import { timingSafeEqual } from 'node:crypto'
import { adresHeader, randHeader } from '../contract/rand.ts'
import { type HttpEvent, headerOf } from './event.ts'

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** @param rand the secret of our edge; absent where there is none, as on one machine */
export function adresOf(event: HttpEvent, rand: string | undefined): string | undefined {
  const throughEdge = rand !== undefined && isSame(headerOf(event, randHeader) ?? '', rand)
  return (throughEdge ? headerOf(event, adresHeader) : undefined) ?? event.requestContext.http.sourceIp
}
