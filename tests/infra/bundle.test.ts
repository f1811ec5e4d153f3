/** The very files that go to AWS, run here: what bundling breaks shows before deployment. */
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { formulierPad, routes } from '../../functions/contract/routes.ts'
import { createClient } from '../../functions/store/client.ts'
import { createFotoStore } from '../../functions/store/fotos.ts'
import { createStores } from '../../functions/store/stores.ts'
import { type Engine, startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { bundleFunctions, environment } from '../support/infra.ts'
import { startMailService } from '../support/mailService.ts'
import { startObjectStore } from '../support/objectStore.ts'
import { parseMail } from '../support/parseMail.ts'
import { makeLoadedJpeg } from '../support/pictures.ts'
import { makeMelding } from '../support/records.ts'

type Handler = (event: unknown, context: unknown) => Promise<{ statusCode: number; body: string }>

const { folders, remove } = bundleFunctions()
const kib = (path: string) => statSync(path).size / 1024

const dataDir = mkdtempSync(join(tmpdir(), 'kernpunt-'))
let engine: Engine | undefined
let store: Awaited<ReturnType<typeof startObjectStore>>
let ses: Awaited<ReturnType<typeof startMailService>>

beforeAll(async () => {
  engine = await startEngine({ dataDir })
  store = await startObjectStore()
  ses = await startMailService()
  await ensureTable(createClient(engine.endpoint), 'kernpunt')
  const variables = {
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_S3: store.url,
    AWS_ENDPOINT_URL_SESV2: ses.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'lokaal',
    AWS_SECRET_ACCESS_KEY: 'lokaal',
    TABEL: 'kernpunt',
    GEMEENTE: environment.gemeente,
    GEODATA: join(folders.Api!, 'gemeenten'),
    WEBADRES: `https://${environment.domain}`,
    OIDC_ISSUER: 'https://aanmelden.voorbeeld.nl',
    OIDC_CLIENT_ID: 'web',
    AFZENDER: environment.mailFrom,
    MAILCONFIGURATIE: 'proef',
    CURSOR_SLEUTEL: 'een sleutel die alleen hier geldt',
    FOTOBUCKET: 'fotos',
  }
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterAll(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  remove()
  await engine?.stop()
  await store?.stop()
  await ses?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const load = async (name: string): Promise<Handler> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(folders[name]!, 'index.mjs')).href)).handler

/** A GET as API Gateway hands it over (payload format 2.0). */
const get = (path: string, query: Record<string, string> = {}) => ({
  version: '2.0',
  routeKey: `GET ${path}`,
  rawPath: path,
  rawQueryString: new URLSearchParams(query).toString(),
  queryStringParameters: query,
  headers: { accept: '*/*' },
  requestContext: {
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'proef' },
    requestId: 'proef',
    routeKey: `GET ${path}`,
    stage: '$default',
  },
  isBase64Encoded: false,
})
const context = { awsRequestId: 'proef', getRemainingTimeInMillis: () => 5000 }

describe('the bundles', () => {
  // The two that draw kernen hold turf, and all that know photos hold S3: neither is evaluated before it is needed.
  const limits: Record<string, number> = {
    Api: 1000,
    Hertoewijzing: 880,
    PostVerzender: 860,
    Formulier: 900,
    Foto: 680,
    Onderhoud: 780,
  }
  test.each(Object.keys(folders))('%s stays small', (name) => {
    expect(kib(join(folders[name]!, 'index.mjs'))).toBeLessThan(limits[name] ?? 640)
  })

  test('hold the facts of their own gemeente and of no other', () => {
    for (const folder of Object.values(folders)) {
      expect(readdirSync(join(folder, 'gemeenten'))).toEqual([environment.gemeente])
    }
  })

  test('answer as the API: its settings, and the kern of a point from its own files', async () => {
    const api = await load('Api')
    const settings = await api(get(routes.getInstellingen.path), context)
    expect(settings.statusCode).toBe(200)
    const { gemeente, kaart } = JSON.parse(settings.body)
    expect(gemeente.code).toBe(environment.gemeente)
    const [lon, lat] = kaart.middelpunt.map(String)
    const found = await api(get(routes.findKern.path, { lon, lat }), context)
    expect([found.statusCode, typeof JSON.parse(found.body).kern]).toEqual([200, 'string'])
  })

  test('answer as the form without JavaScript', async () => {
    const formulier = await load('Formulier')
    const page = await formulier(get(formulierPad), context)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<form')
  })

  test('find nothing to re-assign when nothing was adopted', async () => {
    const hertoewijzing = await load('Hertoewijzing')
    expect(await hertoewijzing({}, context)).toBeUndefined()
  })

  test('go over personal data at night', async () => {
    const onderhoud = await load('Onderhoud')
    await onderhoud({}, context)
    const said = vi.mocked(process.stdout.write).mock.calls.map(([line]) => String(line))
    const found = said.find((line) => line.includes('onderhoud'))
    expect(JSON.parse(found!)).toEqual({ onderhoud: { bekeken: 0, hersteld: 0, gewist: 0, losseFotos: 0 } })
  })

  test('clean a photo with the decoder that goes along', async () => {
    const modules = join(folders.Foto!, 'node_modules')
    expect(readdirSync(join(modules, '@img')).sort()).toEqual([
      'colour',
      'sharp-libvips-linux-x64',
      'sharp-linux-x64',
    ])
    const foto = await load('Foto')
    const created = (key: string) => ({ detail: { object: { key } } })
    const code = 'f'.repeat(22)
    const fotos = createFotoStore({ client: createClient(engine!.endpoint), tableName: 'kernpunt' })
    await fotos.add({ foto: code, staat: 'wacht', op: '2026-04-07T09:30:00.000Z' })
    store.objects.set(`/fotos/ruw/${code}`, await makeLoadedJpeg(6))
    await foto(created(`schoon/${code}.jpg`), context)
    expect([...store.objects.keys()]).toEqual([`/fotos/ruw/${code}`])
    await foto(created(`ruw/${code}`), context)
    expect([...store.objects.keys()]).toEqual([`/fotos/schoon/${code}.jpg`])
    expect(store.objects.get(`/fotos/schoon/${code}.jpg`)?.toString('latin1')).not.toContain('KANARIE')
    expect(await fotos.find(code)).toMatchObject({ staat: 'schoon', breedte: 80, hoogte: 120 })
    const sharp = createRequire(join(folders.Foto!, 'index.mjs')).resolve('sharp')
    expect(sharp.startsWith(realpathSync(modules))).toBe(true)
  })

  test('send mail through SES, fail so that an alarm hears it when SES is away, and mark what came back', async () => {
    const client = createClient(engine!.endpoint)
    const { meldingen, berichten } = createStores(client, 'kernpunt', {
      cursorKey: 'proef',
      now: () => new Date(),
    })
    const verzender = await load('PostVerzender')
    expect(await verzender({}, context)).toBeUndefined()
    const melding = makeMelding(1)
    const sleutel = { nummer: melding.nummer, versie: 1, ontvanger: 'melder' }
    const ready = { soort: 'ontvangen', aan: 'melder', onderwerp: 'Proef' } as const
    await meldingen.add(melding, { email: 'zoe@voorbeeld.nl' })
    await berichten.add({ ...sleutel, ...ready }, new Date().toISOString())
    await verzender({}, context)
    const [asked] = ses.requests
    expect(asked).toMatchObject({
      FromEmailAddress: environment.mailFrom,
      Destination: { ToAddresses: ['zoe@voorbeeld.nl'] },
      ConfigurationSetName: 'proef',
    })
    const { headers, parts } = parseMail(Buffer.from(asked!.Content.Raw.Data, 'base64'))
    expect(headers.from).toContain(environment.mailFrom)
    expect(parts[0]?.text).toContain(`https://${environment.domain}/volg#${melding.nummer}.`)
    expect((await berichten.list(melding.nummer))[0]?.staat).toBe('verzonden')

    ses.away = true
    const other = makeMelding(2)
    await meldingen.add(other, { email: 'ander@voorbeeld.nl' })
    await berichten.add({ ...sleutel, nummer: other.nummer, ...ready }, new Date().toISOString())
    await expect(verzender({}, context)).rejects.toThrow('1 mails wait.')
    expect((await berichten.list(other.nummer))[0]?.staat).toBe('klaar')

    const terugkeer = await load('PostTerugkeer')
    const tags = { nummer: [melding.nummer], versie: ['1'], ontvanger: ['melder'] }
    await terugkeer({ detail: { eventType: 'Complaint', mail: { tags } } }, context)
    expect((await berichten.list(melding.nummer))[0]?.staat).toBe('teruggekomen')
    expect((await meldingen.find(melding.nummer))?.postMislukt).toBe(true)
  })

  test('take an empty batch of the stream', async () => {
    const stroom = await load('Stroom')
    expect(await stroom({ Records: [] }, context)).toEqual({ batchItemFailures: [] })
  })
})
