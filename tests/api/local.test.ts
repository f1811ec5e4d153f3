import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../functions/config.ts'
import { readBegin } from '../../infra/local/firstStart.ts'
import { createMemory } from '../../infra/local/identity/memory.ts'
import { loadKeys } from '../../infra/local/keys.ts'
import { toLambdaEvent } from '../../infra/local/lambdaEvent.ts'
import { networkWarning } from '../../infra/local/listen.ts'
import { isNavigation } from '../../infra/local/server.ts'
import { readSettings } from '../../infra/local/settings.ts'
import { findWebFile } from '../../infra/local/webFiles.ts'

describe('the event of a request', () => {
  const request = {
    method: 'POST',
    url: '/my/path?parameter1=value1&parameter1=value2&parameter2=value',
    rawHeaders: [
      'Cookie',
      'cookie1; cookie2',
      'Header1',
      'value1',
      'Header2',
      'value1',
      'header2',
      'value2',
      'Content-Type',
      'text/plain',
      'Host',
      'id.execute-api.us-east-1.amazonaws.com',
      'User-Agent',
      'agent',
    ],
    socket: { remoteAddress: '192.0.2.1' },
  } as unknown as Parameters<typeof toLambdaEvent>[0]
  const now = new Date('2020-03-12T19:03:58.390Z')

  // The example for payload format 2.0 in Amazon's documentation, as far as a request decides it.
  it('has the shape that Amazon documents', () => {
    const event = toLambdaEvent(
      request,
      Buffer.from('Hello from Lambda!'),
      { claim1: 'value1', scope: 'a b' },
      now,
    )
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/my/path',
      rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=value',
      cookies: ['cookie1', 'cookie2'],
      headers: { header1: 'value1', header2: 'value1,value2' },
      queryStringParameters: { parameter1: 'value1,value2', parameter2: 'value' },
      requestContext: {
        authorizer: { jwt: { claims: { claim1: 'value1', scope: 'a b' }, scopes: null } },
        domainName: 'id.execute-api.us-east-1.amazonaws.com',
        http: {
          method: 'POST',
          path: '/my/path',
          protocol: 'HTTP/1.1',
          sourceIp: '192.0.2.1',
          userAgent: 'agent',
        },
        routeKey: '$default',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: now.getTime(),
      },
      body: 'Hello from Lambda!',
      isBase64Encoded: false,
    })
    expect(event.headers.cookie).toBeUndefined()
  })

  it('writes a list in a token as the text [a b], as the JWT authorizer does', () => {
    const claims = { 'cognito:groups': ['a', 'b'], exp: 7, email_verified: true }
    expect(toLambdaEvent(request, Buffer.alloc(0), claims, now).requestContext.authorizer.jwt.claims).toEqual(
      {
        'cognito:groups': '[a b]',
        exp: '7',
        email_verified: 'true',
      },
    )
  })

  it('carries bytes as base64 and JSON as text, and no body when there is none', () => {
    const typed = (type: string) => ({ ...request, rawHeaders: ['content-type', type] })
    expect(toLambdaEvent(typed('image/png'), Buffer.from([255]))).toMatchObject({
      isBase64Encoded: true,
      body: '/w==',
    })
    expect(toLambdaEvent(typed('application/problem+json'), Buffer.from('{}'))).toMatchObject({
      isBase64Encoded: false,
      body: '{}',
    })
    expect(toLambdaEvent(typed('application/json'), Buffer.from([0x7b, 255]))).toMatchObject({
      isBase64Encoded: true,
      body: 'e/8=',
    })
    expect(toLambdaEvent(typed('image/png'), Buffer.alloc(0))).not.toHaveProperty('body')
  })
})

describe('files', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kernpunt-local-'))
    await mkdir(join(folder, 'web/assets'), { recursive: true })
    await writeFile(join(folder, 'web/index.html'), '<p>web</p>')
    await writeFile(join(folder, 'web/assets/app-1a2b.js'), 'x')
    await writeFile(join(folder, 'geheim.txt'), 'x')
  })
  afterAll(() => rm(folder, { recursive: true }))
  const find = (path: string, navigates = true) => findWebFile(join(folder, 'web'), path, navigates)

  it('with a hash in their name may be kept for ever, the page not at all', async () => {
    expect((await find('/assets/app-1a2b.js'))?.headers).toEqual({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
    expect((await find('/'))?.headers['Cache-Control']).toBe('no-cache')
  })

  it('that are missing are missing; a page is the web for everybody, another address only for who goes to it', async () => {
    expect((await find('/mijn-kern/schoorl'))?.body.toString()).toBe('<p>web</p>')
    expect((await find('/mijn-kern/schoorl', false))?.statusCode).toBe(200)
    expect(await find('/bestaat-niet', false)).toBeUndefined()
    expect(await find('/assets/oud-9f.js')).toBeUndefined()
    expect(await find('/favicon.ico')).toBeUndefined()
  })

  it.each([
    [{ 'sec-fetch-mode': 'navigate', accept: 'text/html' }, true],
    [{ 'sec-fetch-mode': 'cors', accept: '*/*' }, false],
    [{ 'sec-fetch-mode': 'no-cors', accept: 'image/avif' }, false],
    [{ accept: '*/*' }, true],
    [{}, true],
    [{ accept: 'application/json' }, false],
  ])('asked for with %j is somebody going to a page: %s', (headers, navigates) => {
    expect(isNavigation(headers)).toBe(navigates)
  })

  it.each([
    '/../geheim.txt',
    '/..%2fgeheim.txt',
    '/assets/../../geheim.txt',
    '/%2e%2e/geheim.txt',
    '/%00.txt',
    '/%E0%A4%A.txt',
  ])('outside the folder are out of reach by %s', async (path) => {
    expect((await find(path, false))?.body.toString()).not.toBe('x')
  })

  it('of keys and of the first start that are broken are named', async () => {
    const broken = join(folder, 'kapot.json')
    for (const contents of ['{', '{}', 'null']) {
      await writeFile(broken, contents)
      await expect(loadKeys(broken)).rejects.toThrow(`Het bestand ${broken} is beschadigd.`)
      await expect(readBegin(broken)).rejects.toThrow(`Het bestand ${broken} is beschadigd.`)
      await expect(readBegin(broken)).rejects.not.toThrow('--schoon')
    }
  })

  it('of keys are made once', async () => {
    const file = join(folder, 'sleutels.json')
    expect(await loadKeys(file)).toEqual(await loadKeys(file))
  })
})

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings({}, [])).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: '.data',
      gemeente: 'GM0373',
      leeg: false,
      schoon: false,
      tabel: 'kernpunt',
    })
    expect(readSettings({ TABEL: 'productie-data-Tabel.1' }, [])).toMatchObject({
      tabel: 'productie-data-Tabel.1',
    })
    expect(readSettings({ MELDBUDGET: '9000' }, [])).toMatchObject({
      meldbudget: { perAdresPerUur: 9000, perToestelPerUur: 9000 },
    })
  })

  it.each<[Record<string, string>, string[], string]>([
    [{}, ['--leg'], 'Onbekend: --leg. Wat wel kan, ziet u met: npm start -- --help.'],
    [{ PORT: 'acht' }, [], 'PORT is een getal van 0 tot en met 65535, niet acht.'],
    [{ MELDBUDGET: '0' }, [], 'MELDBUDGET is een aantal meldingen van 1 of meer, niet 0.'],
    [{ PORT: '70000' }, [], 'PORT is een getal van 0 tot en met 65535, niet 70000.'],
    [
      { TABEL: 'k!' },
      [],
      'TABEL is een naam van 3 tot en met 255 letters, cijfers, punten of streepjes, niet k!.',
    ],
    [
      { DYNAMODB_ENDPOINT: 'hier' },
      [],
      'DYNAMODB_ENDPOINT is een adres zoals http://localhost:8000, niet hier.',
    ],
  ])('that cannot be are refused in one sentence (%j %j)', (environment, args, sentence) => {
    expect(() => readSettings(environment, args)).toThrow(sentence)
  })

  it('that open the demo logins to the network are warned about', () => {
    for (const host of ['127.0.0.1', '127.0.0.2', 'localhost', '::1'])
      expect(networkWarning(host), host).toBeUndefined()
    for (const host of ['0.0.0.0', '::', '192.168.1.7', 'kernpunt.local', '127.example.nl'])
      expect(networkWarning(host), host).toContain(`met HOST=${host} kan iedereen op uw netwerk`)
  })

  it('of a deployed function are all named when they are wrong, without their values', () => {
    const environment = {
      TABEL: 'kernpunt',
      GEMEENTE: 'Bergen',
      WEBADRES: 'x',
      CURSOR_SLEUTEL: 'kort',
      OIDC_CLIENT_ID: 'a',
    }
    expect(() => readConfig(environment)).toThrow(
      'De omgeving van deze functie klopt niet: GEMEENTE is een CBS-code zoals GM0373; WEBADRES is geen webadres; OIDC_ISSUER ontbreekt; CURSOR_SLEUTEL is korter dan 16 tekens; FOTOBUCKET ontbreekt.',
    )
  })
})

describe('the memory of the identity provider', () => {
  it('forgets what has expired and what was revoked', async () => {
    let now = 0
    const memory = createMemory(() => now)('Session')
    await memory.upsert('1', { uid: 'u', grantId: 'g' }, 10)
    expect(await memory.findByUid('u')).toMatchObject({ grantId: 'g' })
    await memory.consume('1')
    expect(await memory.find('1')).toMatchObject({ consumed: 0 })
    now = 10_001
    expect(await memory.find('1')).toBeUndefined()
    await memory.upsert('2', { grantId: 'g' }, 10)
    await memory.revokeByGrantId('g')
    expect(await memory.find('2')).toBeUndefined()
  })
})
