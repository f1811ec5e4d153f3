import { describe, expect, it } from 'vitest'
import { toSecurityTxt } from '../../functions/http/securityTxt.ts'
import { listGemeentecodes, loadGemeente } from '../../geodata/gemeente.ts'
import { bergen, startApi } from '../support/apiCaller.ts'

const path = '/.well-known/security.txt'
/** `Field: value` lines, as RFC 9116 (2.2) writes them. */
const readFields = (text: string): [string, string][] =>
  text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(': ') + 2)])
const valuesOf = (text: string, field: string) =>
  readFields(text).flatMap(([name, value]) => (name === field ? [value] : []))

describe('security.txt', () => {
  it('names the contact of the gemeente, and until when it can be trusted', async () => {
    const { status, headers, text } = await startApi().call('GET', path)
    expect(status).toBe(200)
    expect(headers['Content-Type']).toBe('text/plain; charset=utf-8')
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
    expect(valuesOf(text, 'Contact')).toEqual([`mailto:${bergen.contact.email}`, bergen.contact.url])
    expect(valuesOf(text, 'Canonical')).toEqual([`https://kernpunt.test${path}`])
    expect(valuesOf(text, 'Preferred-Languages')).toEqual(['nl, en'])
    expect(valuesOf(text, 'Expires')).toEqual(['2026-10-04T00:00:00.000Z'])
    expect(text.endsWith('\n')).toBe(true)
  })

  it.each(listGemeentecodes())('of %s has one date, less than a year ahead, and only addresses', (code) => {
    const now = new Date('2026-11-22T23:59:59Z')
    const text = toSecurityTxt({ ...loadGemeente(code), webadres: 'https://kernpunt.test', now })
    const [expires, ...more] = valuesOf(text, 'Expires').map(Date.parse)
    expect(more).toEqual([])
    const days = (expires! - now.getTime()) / 86_400_000
    expect([days > 0, days < 365]).toEqual([true, true])
    expect(valuesOf(text, 'Contact').every((value) => /^(mailto:|https:\/\/)/.test(value))).toBe(true)
  })

  it('leaves out a web address that is not https', () => {
    const contact = { ...bergen.contact, url: 'http://bergen.voorbeeld.nl' }
    const text = toSecurityTxt({ ...bergen, contact, webadres: 'https://kernpunt.test', now: new Date(0) })
    expect(valuesOf(text, 'Contact')).toEqual([`mailto:${bergen.contact.email}`])
  })

  it('can only be read', async () => {
    const { call } = startApi()
    expect(await call('HEAD', path)).toMatchObject({ status: 200, text: '' })
    expect(await call('POST', path, { body: {} })).toMatchObject({
      status: 405,
      headers: { Allow: 'GET, HEAD' },
    })
  })
})
