import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { closeServer, listen } from '../../infra/local/listen.ts'
import { createTokenReader } from '../../infra/local/tokens.ts'

describe('a token on this machine', async () => {
  const issuer = 'http://localhost/oidc'
  const audience = 'urn:kernpunt:api'
  const own = await generateKeyPair('RS256')
  const foreign = await generateKeyPair('RS256')
  const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), alg: 'RS256', kid: 'een' }] }
  const server = createServer((_request, response) => response.end(JSON.stringify(jwks)))
  const readClaims = createTokenReader(issuer, `${await listen(server, { port: 0 })}/jwks`, audience)
  afterAll(() => closeServer(server))

  type Change = { issuer?: string; audience?: string; seconds?: number; key?: typeof own.privateKey }
  const sign = (change: Change = {}): Promise<string> =>
    new SignJWT({ sub: 'noor' })
      .setProtectedHeader({ alg: 'RS256', kid: 'een' })
      .setIssuer(change.issuer ?? issuer)
      .setAudience(change.audience ?? audience)
      .setExpirationTime(Math.floor(Date.now() / 1000) + (change.seconds ?? 60))
      .sign(change.key ?? own.privateKey)

  it('gives its claims, whatever the letters of Bearer', async () => {
    for (const scheme of ['Bearer', 'bearer'])
      expect(await readClaims(`${scheme} ${await sign()}`)).toMatchObject({ sub: 'noor' })
  })

  it.each<[string, Change]>([
    ['of another issuer', { issuer: 'http://elders/oidc' }],
    ['for another audience, such as an id token', { audience: 'kernpunt-web' }],
    ['that ran out', { seconds: -60 }],
    ['with a signature of somebody else', { key: foreign.privateKey }],
  ])('gives nothing: one %s', async (_what, change) => {
    expect(await readClaims(`Bearer ${await sign(change)}`)).toBeUndefined()
  })

  it('gives nothing without a signature or a scheme', async () => {
    const [head, claims] = (await sign()).split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    for (const value of [
      undefined,
      '',
      await sign(),
      `Bearer ${none}.${claims}.`,
      `Bearer ${head}.${claims}.`,
    ])
      expect(await readClaims(value)).toBeUndefined()
  })
})
