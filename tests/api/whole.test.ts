/** The whole product on a free port: real engine, real tokens, the same handlers as on AWS. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Kernpunt, startKernpunt } from '../../infra/local/startKernpunt.ts'
import { eenMelding, schoorl } from '../support/apiCaller.ts'
import { openLogin, signIn, startBrowser } from '../support/apiLogin.ts'

let dataDir: string
let kernpunt: Kernpunt
const lines: string[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-api-'))
  kernpunt = await startKernpunt({
    port: 0,
    dataDir,
    gemeente: 'GM0373',
    leeg: true,
    log: (line) => lines.push(line),
  })
})

afterAll(async () => {
  await kernpunt?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

type Init = { body?: unknown; headers?: Record<string, string>; token?: string; method?: string }
async function call(path: string, { body, headers, token, method }: Init = {}) {
  const response = await fetch(`${kernpunt.url}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as any }
}

describe('the product as a whole', () => {
  it('makes one melding of fifty parallel posts with one key', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        call('/v1/meldingen', { body: eenMelding(), headers: { 'Idempotency-Key': 'vijftig' } }),
      ),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(201)
    expect((await call('/v1/meldingen')).body.meldingen).toHaveLength(1)
  })

  it('gives a device a budget, and no address one that everybody on this machine has', async () => {
    const send = (toestel?: string) =>
      call('/v1/meldingen', { body: eenMelding(), ...(toestel && { headers: { toestel } }) })
    const withoutDevice = await Promise.all(Array.from({ length: 150 }, () => send()))
    expect(new Set(withoutDevice.map(({ status }) => status))).toEqual(new Set([201]))
    let last = await send('een-toestel-dat-veel-doet')
    for (let n = 0; n < 30 && last.status === 201; n++) last = await send('een-toestel-dat-veel-doet')
    expect(last).toMatchObject({ status: 429, body: { code: 'te-veel' } })
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('shows each old melding once in a walk while new ones come in, and refuses a changed cursor', async () => {
    const nummers = new Set<string>()
    for (let i = 0; i < 12; i++)
      nummers.add((await call('/v1/meldingen', { body: eenMelding() })).body.nummer)
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await call(`/v1/meldingen?limiet=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(page.status).toBe(200)
      seen.push(...page.body.meldingen.map(({ nummer }: { nummer: string }) => nummer))
      await call('/v1/meldingen', { body: eenMelding() })
      cursor = page.body.volgende ?? ''
    } while (cursor)
    for (const nummer of nummers) expect(seen.filter((each) => each === nummer)).toHaveLength(1)

    const { volgende } = (await call('/v1/meldingen?limiet=3')).body
    const changed = `${volgende[0] === 'A' ? 'B' : 'A'}${volgende.slice(1)}`
    for (const wrong of [changed, volgende.slice(0, -2), `${volgende}=`, 'onzin', '{}'])
      expect(await call(`/v1/meldingen?limiet=3&cursor=${encodeURIComponent(wrong)}`)).toMatchObject({
        status: 400,
        body: { code: 'ongeldige-cursor' },
      })
    expect((await call(`/v1/initiatieven?cursor=${encodeURIComponent(volgende)}`)).status).toBe(400)
  })

  it('keeps text and contact out of every public answer and out of the log', async () => {
    const geheim = { naam: 'Jansje Zondervan', email: 'jansje@voorbeeld.nl', telefoon: '06 12 34 56 78' }
    const { body } = await call('/v1/meldingen', {
      body: eenMelding({ omschrijving: 'De buurman van Jansje Zondervan stookt.', contact: geheim }),
    })
    const volgcode = body.volglink.split('.').at(-1)
    await kernpunt.drain()
    const publicly = await Promise.all(
      [
        `/v1/meldingen/${body.nummer}`,
        '/v1/meldingen?limiet=500',
        '/v1/activiteit',
        '/v1/dichtheid',
        '/v1/instellingen',
        `/v1/meldingen/${body.nummer}/opvolging`,
      ].map((path) => call(path)),
    )
    const leak = new RegExp(`Jansje|stookt|jansje@|12 34 56|${volgcode}`)
    for (const { text } of publicly) expect(text).not.toMatch(leak)
    expect(lines.join('\n')).not.toMatch(leak)
    expect(lines.join('\n')).not.toContain(body.nummer)

    const { access_token: token } = await signIn(kernpunt.url, 'noor')
    const staff = await call(`/v1/behandelingen/${body.nummer}`, { token })
    expect(staff.body).toMatchObject({ contactvelden: ['naam', 'email', 'telefoon'] })
    expect(staff.text).not.toMatch(/jansje@|12 34 56/)
  })

  it('counts what comes in', async () => {
    const before = (await call('/v1/activiteit')).body.totaal.meldingen
    await call('/v1/meldingen', { body: eenMelding() })
    await call('/v1/initiatieven', {
      body: {
        titel: 'Bank bij de vijver',
        omschrijving: 'Om te zitten.',
        hulp: ['materiaal'],
        geometrie: { type: 'Point', coordinates: schoorl },
      },
    })
    await kernpunt.drain()
    expect((await call('/v1/activiteit')).body.totaal).toEqual({ meldingen: before + 1, initiatieven: 1 })
    expect((await call('/v1/dichtheid?kern=schoorl')).body.meldingen).toBe(before + 1)
  })

  it('lets one person propose a verdeling and another adopt it, with real tokens', async () => {
    const [fatima, wim, noor] = await Promise.all(
      ['fatima', 'wim', 'noor'].map(async (who) => (await signIn(kernpunt.url, who)).access_token),
    )
    const url = '/v1/wijkbudgetten/2027/verdelingen'
    const body = { berekening: { methode: 'naar-rato', totaalCenten: 12_500_000 } }
    const besluit = { orgaan: 'College', besluitnummer: '27-1', besluitDatum: '2026-11-03' }
    expect((await call(url, { body })).status).toBe(401)
    expect((await call(url, { body, token: `${fatima}x` })).status).toBe(401)
    expect((await call(url, { body, token: noor })).status).toBe(403)
    expect(await call(url, { body, token: fatima })).toMatchObject({
      status: 201,
      body: { voorgesteldDoor: 'Fatima Amrani' },
    })
    expect((await call(`${url}/1/vaststelling`, { body: besluit, token: fatima })).body.code).toBe(
      'vier-ogen',
    )
    expect((await call(`${url}/1/vaststelling`, { body: besluit, token: wim })).status).toBe(201)
    expect((await call(`${url}/1/vaststelling`, { body: besluit, token: wim })).body.code).toBe(
      'al-vastgesteld',
    )
    expect((await call('/v1/wijkbudgetten/2027')).body.geldend.versie).toBe(1)
  })

  it('refuses a body of more than 10 MB and goes on', async () => {
    const reply = await call('/v1/meldingen', {
      body: eenMelding({ omschrijving: 'a'.repeat(11 * 1024 * 1024) }),
    })
    expect(reply).toMatchObject({ status: 413, body: { code: 'te-groot' } })
    expect((await call('/v1/kernen')).status).toBe(200)
  })
})

describe('signing in', () => {
  it('shows a Dutch page with everybody, and says what is wrong with a password', async () => {
    const browse = startBrowser(kernpunt.url)
    const page = await openLogin(kernpunt.url, browse, 'v'.repeat(43))
    const shown = await (await browse(page)).text()
    expect(shown).toContain('<html lang="nl">')
    for (const naam of ['Noor Visser', 'Fatima Amrani', 'Joost de Graaf', 'Wim Bakker', 'Sanne Mulder'])
      expect(shown).toContain(naam)
    const refused = await browse(page, { medewerker: 'joost', wachtwoord: 'fout' })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toMatch(/value="joost" required checked/)
  })

  it('refuses an unknown address to come back to, without going there', async () => {
    const browse = startBrowser(kernpunt.url)
    const question = await openLogin(kernpunt.url, browse, 'v'.repeat(43), {
      redirect_uri: 'https://kwaad.test/',
    })
    expect(question).toBe('')
  })

  it('gives tokens that a restart does not end', async () => {
    const { access_token: token } = await signIn(kernpunt.url, 'noor')
    const port = Number(new URL(kernpunt.url).port)
    await kernpunt.stop()
    kernpunt = await startKernpunt({ port, dataDir, gemeente: 'GM0373', log: (line) => lines.push(line) })
    expect(kernpunt.voorbeeldgegevens).toBe(false)
    expect((await call('/v1/behandelingen', { token })).status).toBe(200)
  })

  it('takes no token of another issuer', async () => {
    const { generateKeyPair, SignJWT } = await import('jose')
    const { privateKey } = await generateKeyPair('RS256')
    const token = await new SignJWT({ 'cognito:groups': ['beheerder'] })
      .setProtectedHeader({ alg: 'RS256' })
      .setSubject('kwaad')
      .setIssuer(`${kernpunt.url}/oidc`)
      .setAudience('urn:kernpunt:api')
      .setExpirationTime('1h')
      .sign(privateKey)
    expect((await call('/v1/behandelingen', { token })).status).toBe(401)
  })
})

describe('starting', () => {
  const start = (options: Partial<Parameters<typeof startKernpunt>[0]>) =>
    startKernpunt({ port: 0, dataDir, gemeente: 'GM0373', leeg: true, ...options })

  it('on a folder in use says so', async () => {
    await expect(start({})).rejects.toThrow(/is in gebruik door een andere Kernpunt\. Stop die eerst\.$/)
    await expect(start({ schoon: true })).rejects.toThrow(/is in gebruik/)
    expect((await call('/v1/kernen')).status).toBe(200)
  })

  it('on a port in use says which', async () => {
    const port = Number(new URL(kernpunt.url).port)
    await expect(start({ port, gemeente: 'GM0753' })).rejects.toThrow(`Poort ${port} is al in gebruik.`)
  })

  it('for an unknown gemeente says which there are', async () => {
    await expect(start({ gemeente: 'GM9999' })).rejects.toThrow(/GM9999.*GM0373, GM0753, GM0851/)
  })

  it('with a database that is not there says where it looked, and never to throw data away', async () => {
    const fault = await start({ gemeente: 'GM0753', dynamodbEndpoint: 'http://127.0.0.1:1' }).catch(String)
    expect(fault).toMatch(
      /De database op http:\/\/127\.0\.0\.1:1 doet het niet \(.+\)\. Kijk of zij aanstaat/,
    )
    expect(fault).not.toContain('--schoon')
  })

  it('in a folder that is a file says that it cannot write there', async () => {
    await expect(start({ dataDir: import.meta.filename })).rejects.toThrow(/kan niet geschreven worden/)
  })
})
