import { describe, expect, it } from 'vitest'
import { type Route, readRollen, rollen } from '../../functions/contract/route.ts'
import { routeNames, routes } from '../../functions/contract/routes.ts'
import { maxBytes, readJson } from '../../functions/http/readJson.ts'
import { eenMelding, startApi, toEvent } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'

const crs84 = '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>'

describe('every answer', () => {
  const { call } = startApi()

  it.each([
    ['/v1/kernen', 200],
    ['/v1/meldingen', 200],
    ['/v1/nergens', 404],
    ['/v1/behandelingen', 401],
  ])('of %s carries version and safety headers', async (url, status) => {
    const reply = await call('GET', url)
    expect(reply.status).toBe(status)
    expect(reply.headers).toMatchObject({
      'API-Version': '1.0.0',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    })
    expect(reply.headers['Content-Security-Policy']).toContain("frame-ancestors 'none'")
    expect(reply.headers['Strict-Transport-Security']).toMatch(/^max-age=\d{8}/)
  })

  it('is kept nowhere, except aggregates and reference data for half a minute', async () => {
    expect((await call('GET', '/v1/meldingen')).headers['Cache-Control']).toBe('no-store')
    expect((await call('GET', '/v1/activiteit')).headers['Cache-Control']).toBe('public, max-age=30')
  })

  it('says in which system its geometry is', async () => {
    for (const url of ['/v1/kernen', '/v1/meldingen', '/v1/dichtheid', '/v1/initiatieven'])
      expect((await call('GET', url)).headers['Content-Crs']).toBe(crs84)
  })

  it('to HEAD is that to GET without body', async () => {
    const reply = await call('HEAD', '/v1/kernen')
    expect(reply).toMatchObject({ status: 200, text: '' })
    expect(reply.headers.ETag).toBe((await call('GET', '/v1/kernen')).headers.ETag)
  })

  it('that did not change is 304 to who has it, also when a proxy weakened its tag', async () => {
    const { headers } = await call('GET', '/v1/kernen')
    for (const tag of [headers.ETag, `W/${headers.ETag}`, `"ander", ${headers.ETag}`, '*']) {
      const reply = await call('GET', '/v1/kernen', { headers: { 'If-None-Match': tag ?? '' } })
      expect(reply).toMatchObject({ status: 304, text: '' })
      expect(reply.headers.ETag).toBe(headers.ETag)
      expect(reply.headers['Content-Type']).toBeUndefined()
    }
    expect((await call('GET', '/v1/kernen', { headers: { 'If-None-Match': '"oud"' } })).status).toBe(200)
  })

  it('that holds a place or a person has no tag to remember it by', async () => {
    const { body, headers } = await call('POST', '/v1/meldingen', { body: eenMelding() })
    expect(headers.ETag).toBeUndefined()
    for (const url of ['/v1/meldingen', `/v1/meldingen/${body.nummer}`, '/v1/nergens'])
      expect((await call('GET', url, { headers: { 'If-None-Match': '*' } })).headers.ETag).toBeUndefined()
  })

  it.each(['*/*', 'application/*', 'text/html, */*;q=0.1', 'application/json; charset=utf-8', ''])(
    'fits Accept “%s”',
    async (accept) => {
      expect((await call('GET', '/v1/kernen', { headers: { Accept: accept } })).status).toBe(200)
    },
  )
})

describe('a body', () => {
  const sent = (body: Buffer) => ({
    ...toEvent('POST', '/v1/meldingen', { headers: { 'Content-Type': 'application/json' } }),
    body: body.toString('base64'),
    isBase64Encoded: true,
  })
  const textOf = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`

  it('that is not UTF-8 is no JSON: half a character would be kept as another one', () => {
    expect(readJson(sent(Buffer.from('"é"')))).toBe('é')
    expect(() => readJson(sent(Buffer.from('"é"', 'latin1')))).toThrow('geen geldige JSON')
  })

  it('of exactly the largest size is read, and of one byte more is not', () => {
    expect(readJson(sent(Buffer.from(textOf(maxBytes))))).toHaveLength(maxBytes - 2)
    expect(() => readJson(sent(Buffer.from(textOf(maxBytes + 1))))).toThrow('er past hoogstens 64 kB in')
  })
})

describe('staff routes', () => {
  const { call } = startApi()
  const staff = routeNames
    .map((name) => [name, routes[name] as Route] as const)
    .filter(([, route]) => route.roles)

  it.each(staff)('%s asks to sign in, and for a fitting role', async (_name, route) => {
    const url = route.path
      .replace('{nummer}', 'M-0000-0000')
      .replace('{jaar}', '2026')
      .replace('{versie}', '1')
    expect((await call(route.method, url)).status).toBe(401)
    expect((await call(route.method, url, { rollen: [] })).status).toBe(403)
    for (const rol of rollen.filter((each) => !route.roles?.includes(each)))
      expect((await call(route.method, url, { rollen: [rol] })).status, rol).toBe(403)
  })

  it('open for the whole name of a role only', async () => {
    const almost = 'coordinator-lezer' as (typeof rollen)[number]
    expect((await call('GET', '/v1/behandelingen', { rollen: [almost] })).status).toBe(403)
    expect((await call('GET', '/v1/behandelingen', { rollen: ['coordinator'] })).status).toBe(200)
  })

  it.each([
    [
      ['coordinator', 'college'],
      ['coordinator', 'college'],
    ],
    ['[coordinator college]', ['coordinator', 'college']],
    ['coordinator,college', ['coordinator', 'college']],
    ['["coordinator", "college"]', ['coordinator', 'college']],
    ['coordinator', ['coordinator']],
    ['[coordinatoren beheerder eu-west-1_Abc]', ['beheerder']],
    ['[]', []],
    [undefined, []],
    [7, []],
  ])('read roles from %j', (claim, found) => {
    expect(readRollen(claim)).toEqual(found)
  })
})

describe('a fault on our side', () => {
  const broken = memoryStores().stores
  broken.meldingen.find = async () => {
    throw new Error('table kernpunt of jansen@voorbeeld.nl is gone')
  }
  const { call, lines } = startApi({ stores: broken })

  it('answers 500 without its cause, and logs where it was without its words', async () => {
    const reply = await call('GET', '/v1/meldingen/M-0000-0000')
    expect(reply).toMatchObject({ status: 500, body: { code: 'storing' } })
    expect(reply.text).not.toMatch(/kernpunt of|jansen/)
    expect(lines[1]).toContain('http.test.ts')
    expect(lines.join()).not.toContain('jansen')
  })

  it('answers 503 when the database does not answer', async () => {
    broken.meldingen.find = async () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    }
    const reply = await call('GET', '/v1/meldingen/M-0000-0000')
    expect(reply).toMatchObject({ status: 503, body: { code: 'even-niet-bereikbaar' } })
    expect(reply.headers['Retry-After']).toBe('60')
  })

  it('answers 500 rather than send what the reply schema does not know', async () => {
    broken.meldingen.list = async () => ({ rijen: [{ nummer: 'kapot' } as never] })
    expect((await call('GET', '/v1/meldingen')).status).toBe(500)
  })
})

describe('the log', () => {
  it('is one line of at most 300 bytes per request, without path, query or body', async () => {
    const { call, lines } = startApi()
    await call('POST', '/v1/meldingen', { body: eenMelding({ omschrijving: 'geheim woord' }) })
    await call('GET', `/v1/meldingen/M-0000-0000?${'x'.repeat(500)}=1`)
    await call('GET', `/v1/${'lang'.repeat(200)}`)
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(300)
      expect(Object.keys(JSON.parse(line)).toSorted()).toEqual(
        expect.arrayContaining(['ms', 'route', 'status', 'verzoek']),
      )
      expect(line).not.toMatch(/geheim|M-0000|xxx|lang/)
    }
  })
})
