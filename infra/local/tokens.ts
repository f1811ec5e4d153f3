/** The part of API Gateway's JWT authorizer: checks a bearer token and gives its claims. */
import { createRemoteJWKSet, jwtVerify } from 'jose'

/** Gives the claims, or undefined for an absent, expired, foreign or forged token. */
export type ReadClaims = (authorization: string | undefined) => Promise<Record<string, unknown> | undefined>

/** @param jwks address of the issuer's public keys; they are fetched once and again for an unknown key. */
export function createTokenReader(issuer: string, jwks: string, audience: string): ReadClaims {
  const keys = createRemoteJWKSet(new URL(jwks))
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    if (!token) return undefined
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience })
      return payload
    } catch {
      return undefined
    }
  }
}
