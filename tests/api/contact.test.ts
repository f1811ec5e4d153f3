import { describe, expect, it } from 'vitest'
import { createDeps } from '../../functions/deps.ts'
import type { Inzage } from '../../functions/domain/ports.ts'
import { eenMelding, startApi } from '../support/apiCaller.ts'

const contact = { naam: 'A. Bewoner', telefoon: '0612345678' }

async function startMelding(given?: typeof contact) {
  const looks: Inzage[] = []
  const { call, lines } = startApi({ logInzage: (inzage) => looks.push(inzage) })
  const { body } = await call('POST', '/v1/meldingen', { body: eenMelding({ contact: given }) })
  const path = `/v1/behandelingen/${body.nummer}/contact`
  return { call, lines, looks, path, nummer: body.nummer as string }
}

describe('the contact data of a melding', () => {
  it('is shown to a coördinator who says why, and the look is logged without what was seen', async () => {
    const { call, looks, lines, path, nummer } = await startMelding(contact)
    const reply = await call('GET', `${path}?doel=terugbellen`, { rollen: ['coordinator'], sub: 'noor' })
    expect(reply).toMatchObject({ status: 200, body: contact, headers: { 'Cache-Control': 'no-store' } })
    expect(looks).toEqual([{ nummer, doel: 'terugbellen', door: 'noor', op: expect.stringMatching(/Z$/) }])
    expect(JSON.stringify([looks, lines])).not.toMatch(/Bewoner|0612345678/)
  })

  it.each([
    ['', 400, ['coordinator']],
    ['?doel=nieuwsgierig', 400, ['coordinator']],
    ['?doel=vraag', 403, ['financien']],
    ['?doel=vraag', 401, undefined],
  ] as const)(
    'asked with %j is refused with %i for %j, and nothing is logged',
    async (query, status, rollen) => {
      const { call, looks, path } = await startMelding(contact)
      const reply = await call('GET', path + query, rollen ? { rollen: [...rollen] } : {})
      expect(reply.status).toBe(status)
      expect(looks).toEqual([])
    },
  )

  it('that was not given, or is over, is not there', async () => {
    const { call, looks, path } = await startMelding()
    expect((await call('GET', `${path}?doel=vraag`, { rollen: ['coordinator'] })).status).toBe(404)
    expect(looks).toEqual([])
  })

  it('is logged as one line of JSON', () => {
    const lines: string[] = []
    const config = {
      TABEL: 'proef',
      GEMEENTE: 'GM0373',
      WEBADRES: 'https://kernpunt.test',
      OIDC_ISSUER: 'https://kernpunt.test/oidc',
      OIDC_CLIENT_ID: 'web',
      OIDC_SCOPE: 'openid',
      CURSOR_SLEUTEL: 'a'.repeat(64),
      FOTOBUCKET: 'fotos',
      VOORBEELDGEGEVENS: 'nee',
    } as Parameters<typeof createDeps>[0]
    const inzage = { nummer: 'M-0000-0001', doel: 'vraag', door: 'noor', op: '2026-04-07T09:30:00Z' } as const
    createDeps(config, { log: (line) => lines.push(line) }).logInzage(inzage)
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ inzage }])
  })
})
