import { describe, expect, it } from 'vitest'
import { eenMelding, startApi } from '../support/apiCaller.ts'

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const unknownFields = (count: number) => Object.fromEntries(times(count, (i) => [`veld${i}`, 1]))

/** Each is a request of at most 64 kB. */
const nonsense: [string, string, string, unknown][] = [
  ['4,000 unknown fields', 'POST', '/v1/meldingen', unknownFields(4000)],
  ['2,000 fields of 20 characters', 'POST', '/v1/meldingen', eenMelding(unknownFields(2000))],
  [
    '10,000 empty kernen',
    'POST',
    '/v1/wijkbudgetten/_bereken',
    { methode: 'gelijk', totaalCenten: 1, kernen: times(10_000, () => ({})) },
  ],
  ['4,000 unknown fields of a calculation', 'POST', '/v1/wijkbudgetten/_bereken', unknownFields(4000)],
  [
    '4,000 unknown fields of a method',
    'POST',
    '/v1/wijkbudgetten/_bereken',
    { methode: 'gelijk', totaalCenten: 1, kernen: [], ...unknownFields(4000) },
  ],
  ['1,000 unknown parameters', 'GET', `/v1/meldingen?${times(1000, (i) => `p${i}=1`).join('&')}`, undefined],
  ['one parameter 1,000 times', 'GET', `/v1/meldingen?${times(1000, () => 'kern=x').join('&')}`, undefined],
]

describe('the answer to a request with very many errors', async () => {
  const { call } = startApi()

  it.each(nonsense)('is no larger than the largest request: %s', async (_what, method, url, body) => {
    const reply = await call(method, url, { body })
    expect(reply.body.code).toBe('ongeldige-invoer')
    expect(reply.text.length).toBeLessThan(64 * 1024)
  })

  it('says how many there are, and names the first hundred', async () => {
    const { body } = await call('POST', '/v1/meldingen', { body: eenMelding(unknownFields(250)) })
    expect(body.errors).toHaveLength(100)
    expect(body.detail).toContain('veld0, veld1, veld2, veld3, veld4 en nog 245')
  })
})
