import { describe, expect, it } from 'vitest'
import { readJson } from '../../functions/http/readJson.ts'
import { eenMelding, type Sent, startApi, toEvent } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'

const punt = (...coordinates: unknown[]) => ({ type: 'Point', coordinates })

/** What is sent, what comes back, and which field is named. */
const bodies: [string, unknown, number, string, string?][] = [
  [
    'a point in Brussels',
    eenMelding({ geometrie: punt(4.3517, 50.8466) }),
    400,
    'buiten-gemeente',
    '/geometrie/coordinates',
  ],
  [
    'swapped lon and lat',
    eenMelding({ geometrie: punt(52.67, 4.7) }),
    400,
    'buiten-gemeente',
    '/geometrie/coordinates',
  ],
  [
    'RD metres',
    eenMelding({ geometrie: punt(108_515, 520_503) }),
    400,
    'buiten-gemeente',
    '/geometrie/coordinates',
  ],
  [
    'degrees off the globe',
    eenMelding({ geometrie: punt(512, 4) }),
    400,
    'ongeldige-invoer',
    '/geometrie/coordinates',
  ],
  [
    'a coordinate that is text',
    eenMelding({ geometrie: punt('4.7', 52.67) }),
    400,
    'ongeldige-invoer',
    '/geometrie/coordinates/0',
  ],
  [
    'a coordinate that is null',
    eenMelding({ geometrie: punt(4.7, null) }),
    400,
    'ongeldige-invoer',
    '/geometrie/coordinates/1',
  ],
  [
    'three coordinates',
    eenMelding({ geometrie: punt(4.7, 52.67, 3) }),
    400,
    'ongeldige-invoer',
    '/geometrie/coordinates',
  ],
  [
    'a line',
    eenMelding({ geometrie: { type: 'LineString', coordinates: [4.7, 52.67] } }),
    400,
    'ongeldige-invoer',
    '/geometrie/type',
  ],
  ['no place', eenMelding({ geometrie: undefined }), 400, 'ongeldige-invoer', '/geometrie'],
  ['an unknown category', eenMelding({ categorie: 'ufo' }), 400, 'ongeldige-invoer', '/categorie'],
  ['no category', eenMelding({ categorie: undefined }), 400, 'ongeldige-invoer', '/categorie'],
  ['an empty text', eenMelding({ omschrijving: '  ' }), 400, 'ongeldige-invoer', '/omschrijving'],
  [
    'a text that nobody can see',
    eenMelding({ omschrijving: '\u200b\u2060 \u00ad\u200d' }),
    400,
    'ongeldige-invoer',
    '/omschrijving',
  ],
  [
    'a text of 5,000 characters',
    eenMelding({ omschrijving: 'a'.repeat(5000) }),
    400,
    'ongeldige-invoer',
    '/omschrijving',
  ],
  ['a text of 100 kB', eenMelding({ omschrijving: 'a'.repeat(100_000) }), 413, 'te-groot'],
  ['half a character', eenMelding({ omschrijving: 'a\ud800' }), 400, 'ongeldige-invoer', '/omschrijving'],
  ['a field named __proto__', '{"__proto__": {}}', 400, 'ongeldige-invoer', '/__proto__'],
  [
    'a coordinate beyond any number',
    '{"geometrie":{"type":"Point","coordinates":[1e999,52]}}',
    400,
    'ongeldige-invoer',
    '/geometrie/coordinates/0',
  ],
  ['a control character', eenMelding({ omschrijving: 'a\u0000b' }), 400, 'ongeldige-invoer', '/omschrijving'],
  ['an unknown field', eenMelding({ 'extra/veld': 1 }), 400, 'ongeldige-invoer', '/extra~1veld'],
  [
    'an unknown field in contact',
    eenMelding({ contact: { bsn: '1' } }),
    400,
    'ongeldige-invoer',
    '/contact/bsn',
  ],
  [
    'a wrong e-mail address',
    eenMelding({ contact: { email: 'geen' } }),
    400,
    'ongeldige-invoer',
    '/contact/email',
  ],
  ['a list instead of an object', [1], 400, 'ongeldige-invoer', ''],
  ['null', null, 400, 'ongeldige-invoer', ''],
  ['broken JSON', '{"categorie":', 400, 'ongeldige-json'],
  ['an empty body', '', 400, 'ongeldige-json'],
]

const requests: [string, string, string, Sent, number, string][] = [
  ['an unknown path', 'GET', '/v1/onbekend', {}, 404, 'niet-gevonden'],
  ['a path outside the version', 'GET', '/v2/meldingen', {}, 404, 'niet-gevonden'],
  ['a trailing slash', 'GET', '/v1/meldingen/', {}, 404, 'niet-gevonden'],
  ['a doubled slash', 'GET', '/v1//meldingen', {}, 404, 'niet-gevonden'],
  ['the root with a slash', 'GET', '/v1/', {}, 404, 'niet-gevonden'],
  ['a wrong method', 'DELETE', '/v1/meldingen', {}, 405, 'methode-niet-toegestaan'],
  ['a method nobody has', 'BREW', '/v1/kernen/_zoek', {}, 405, 'methode-niet-toegestaan'],
  ['Accept text/html', 'GET', '/v1/kernen', { headers: { Accept: 'text/html' } }, 406, 'niet-acceptabel'],
  [
    'JSON refused by q=0',
    'GET',
    '/v1/kernen',
    { headers: { Accept: 'application/json;q=0' } },
    406,
    'niet-acceptabel',
  ],
  [
    'a form as content',
    'POST',
    '/v1/meldingen',
    { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
    'verkeerd-inhoudstype',
  ],
  [
    'another charset',
    'POST',
    '/v1/meldingen',
    { body: '{}', headers: { 'Content-Type': 'application/json; charset=latin1' } },
    415,
    'verkeerd-inhoudstype',
  ],
  [
    'zipped content',
    'POST',
    '/v1/meldingen',
    { body: eenMelding(), headers: { 'Content-Encoding': 'gzip' } },
    415,
    'verkeerd-inhoudstype',
  ],
  ['an unknown query parameter', 'GET', '/v1/meldingen?zoek=x', {}, 400, 'ongeldige-invoer'],
  ['a query where none is', 'GET', '/v1/instellingen?x=1', {}, 400, 'ongeldige-invoer'],
  [
    'a doubled query parameter',
    'GET',
    '/v1/meldingen?kern=schoorl&kern=groet-camperduin',
    {},
    400,
    'ongeldige-invoer',
  ],
  ['a query named __proto__', 'GET', '/v1/meldingen?__proto__=x', {}, 400, 'ongeldige-invoer'],
  ['an unknown kern', 'GET', '/v1/meldingen?kern=atlantis', {}, 400, 'ongeldige-invoer'],
  ['an unknown category to filter by', 'GET', '/v1/meldingen?categorie=ufo', {}, 400, 'ongeldige-invoer'],
  ['a limit of 0', 'GET', '/v1/meldingen?limiet=0', {}, 400, 'ongeldige-invoer'],
  ['a limit in hexadecimal', 'GET', '/v1/meldingen?limiet=0x10', {}, 400, 'ongeldige-invoer'],
  ['a limit that is empty', 'GET', '/v1/meldingen?limiet=', {}, 400, 'ongeldige-invoer'],
  ['a bbox of three numbers', 'GET', '/v1/meldingen?bbox=-1,-2,3', {}, 400, 'ongeldige-invoer'],
  ['a bbox with a hole', 'GET', '/v1/meldingen?bbox=4,52,,53', {}, 400, 'ongeldige-invoer'],
  ['a bbox of five numbers', 'GET', '/v1/meldingen?bbox=4,52,5,53,6', {}, 400, 'ongeldige-invoer'],
  ['a bbox off the globe', 'GET', '/v1/meldingen?bbox=4,52,5,1e200', {}, 400, 'ongeldige-invoer'],
  [
    'a bbox in RD metres',
    'GET',
    '/v1/meldingen?bbox=108000,520000,109000,521000',
    {},
    400,
    'ongeldige-invoer',
  ],
  ['a bbox too fine for a table', 'GET', '/v1/initiatieven?bbox=1e-200,52,5,53', {}, 400, 'ongeldige-invoer'],
  [
    'RD as bbox-crs',
    'GET',
    '/v1/meldingen?bbox-crs=http://www.opengis.net/def/crs/EPSG/0/28992',
    {},
    400,
    'ongeldige-invoer',
  ],
  [
    'RD as crs',
    'GET',
    '/v1/kernen?crs=http://www.opengis.net/def/crs/EPSG/0/28992',
    {},
    400,
    'ongeldige-invoer',
  ],
  [
    'RD as Content-Crs',
    'POST',
    '/v1/meldingen',
    { body: eenMelding(), headers: { 'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>' } },
    400,
    'ongeldige-invoer',
  ],
  ['a day that does not exist', 'GET', '/v1/activiteit?van=2026-02-30', {}, 400, 'ongeldige-invoer'],
  [
    'a period back in time',
    'GET',
    '/v1/activiteit?van=2026-04-01&tot=2026-03-01',
    {},
    400,
    'ongeldige-invoer',
  ],
  ['a number in another spelling', 'GET', '/v1/meldingen/123', {}, 400, 'ongeldige-invoer'],
  ['a number that nobody has', 'GET', '/v1/meldingen/M-0000-0000', {}, 404, 'niet-gevonden'],
  ['broken percent signs in the path', 'GET', '/v1/meldingen/%E0%A4%A', {}, 400, 'ongeldige-invoer'],
  ['a kern that is not there', 'GET', '/v1/kernen/atlantis', {}, 404, 'niet-gevonden'],
  ['lon that is no number', 'GET', '/v1/kernen/_zoek?lon=abc&lat=52.67', {}, 400, 'ongeldige-invoer'],
  ['lon NaN', 'GET', '/v1/kernen/_zoek?lon=NaN&lat=52.67', {}, 400, 'ongeldige-invoer'],
  ['lon in hexadecimal', 'GET', '/v1/kernen/_zoek?lon=0x4&lat=52.67', {}, 400, 'ongeldige-invoer'],
  ['lon Infinity', 'GET', '/v1/kernen/_zoek?lon=Infinity&lat=52.67', {}, 400, 'ongeldige-invoer'],
  ['a year that is text', 'GET', '/v1/wijkbudgetten/volgend', {}, 400, 'ongeldige-invoer'],
  [
    'a key with spaces',
    'POST',
    '/v1/meldingen',
    { body: eenMelding(), headers: { 'Idempotency-Key': 'twee woorden' } },
    400,
    'ongeldige-invoer',
  ],
  [
    'a key of 256 characters',
    'POST',
    '/v1/meldingen',
    { body: eenMelding(), headers: { 'Idempotency-Key': 'a'.repeat(256) } },
    400,
    'ongeldige-invoer',
  ],
]

describe('what cannot be', () => {
  const memory = memoryStores()
  const { call } = startApi({ stores: memory.stores })

  it.each(bodies)('refuses %s in a melding', async (_name, body, status, code, pointer) => {
    const reply = await call('POST', '/v1/meldingen', { body })
    expect(reply).toMatchObject({ status, body: { status, code } })
    expectProblem(reply)
    if (pointer !== undefined)
      expect(reply.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect(memory.meldingen.size).toBe(0)
  })

  it.each(requests)('refuses %s', async (_name, method, url, sent, status, code) => {
    const reply = await call(method, url, sent)
    expect(reply).toMatchObject({ status, body: { status, code } })
    expectProblem(reply)
    expect(memory.meldingen.size).toBe(0)
  })

  it('names every error at once, also those that only the gemeente can see', async () => {
    const { body } = await call('POST', '/v1/meldingen', {
      body: { categorie: 'ufo', omschrijving: '', geometrie: punt(52.67, 4.7), kleur: 'rood' },
    })
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer)
    expect(pointers.toSorted()).toEqual(['/categorie', '/geometrie/coordinates', '/kleur', '/omschrijving'])
  })

  it('says that lon and lat are swapped, and gives them the right way round', async () => {
    const { body } = await call('POST', '/v1/meldingen', {
      body: eenMelding({ geometrie: punt(52.67, 4.7) }),
    })
    expect(body.detail).toContain('U hebt lengte- en breedtegraad omgewisseld')
    expect(body.detail).toContain('[4.7, 52.67]')
  })

  it('says how far outside the gemeente a point is', async () => {
    const { body } = await call('GET', '/v1/kernen/_zoek?lon=4.3517&lat=50.8466')
    expect(body.afstandMeter).toBeGreaterThan(150_000)
    expect(body.detail).toMatch(/^Dit punt ligt \d+ kilometer buiten Bergen \(NH\.\)\.$/)
  })

  it('says in Allow what a path can do', async () => {
    expect((await call('PUT', '/v1/meldingen')).headers.Allow?.split(', ').toSorted()).toEqual([
      'GET',
      'HEAD',
      'POST',
    ])
    expect((await call('GET', '/v1/wijkbudgetten/_bereken')).headers.Allow).toBe('POST')
    expect((await call('POST', '/v1/wijkbudgetten/2026')).headers.Allow).toBe('GET, HEAD')
  })

  it.each([
    ['/v1/meldingen?zoek=x', 'Deze vraagparameter is onbekend: zoek.'],
    [
      '/v1/meldingen?bbox=5,52,4,53',
      'In bbox ligt west (5) ten oosten van oost (4). De volgorde is west,zuid,oost,noord.',
    ],
    [
      '/v1/meldingen?bbox=4,53,5,52',
      'In bbox ligt zuid (53) ten noorden van noord (52). De volgorde is west,zuid,oost,noord.',
    ],
    ['/v1/activiteit?van=2026-02-30', 'Deze datum bestaat niet.'],
    ['/v1/activiteit?van=30-02-2026', 'Geef een datum zoals 2026-04-07.'],
  ])('says of %s: %s', async (url, sentence) => {
    expect((await call('GET', url)).body.detail).toBe(sentence)
  })

  it('says that of many errors the first five stand in the sentence', async () => {
    const { body } = await call('POST', '/v1/meldingen', {
      body: {
        a: 1,
        b: 1,
        geometrie: { type: 'Lijn', coordinates: 'x' },
        contact: { email: 'x', telefoon: 'x', naam: '' },
      },
    })
    expect(body.detail).toMatch(/^8 dingen kloppen niet; de eerste 5 staan hier: /)
    expect(body.errors.length).toBeGreaterThan(5)
  })

  it('says that content is no UTF-8', () => {
    const event = toEvent('POST', '/v1/meldingen', {
      body: Buffer.from([0x7b, 0xff, 0x7d]).toString('base64'),
    })
    expect(() => readJson({ ...event, isBase64Encoded: true })).toThrowError(
      expect.objectContaining({ code: 'ongeldige-json', message: expect.stringContaining('geldige UTF-8') }),
    )
  })

  it('does not repeat what was sent when JSON is broken', async () => {
    const { text } = await call('POST', '/v1/meldingen', { body: '{"omschrijving": "Jansen is ziek" oeps' })
    expect(text).not.toContain('Jansen')
    expect(text).toContain('De fout zit bij teken')
  })
})

/** RFC 9457, with sentences for people: no English of a library in it. */
function expectProblem({ headers, body }: Awaited<ReturnType<ReturnType<typeof startApi>['call']>>): void {
  expect(headers['Content-Type']).toBe('application/problem+json; charset=utf-8')
  expect(headers['Cache-Control']).toBe('no-store')
  for (const text of [
    body.title,
    body.detail,
    ...(body.errors ?? []).map((e: { detail: string }) => e.detail),
  ]) {
    expect(text).toMatch(/^\S.*\S$/s)
    expect(text).not.toMatch(/\b(invalid|expected|received|required|must|should|unrecognized|too)\b/i)
  }
}
