/** A photo from the question for a place to the picture that may be seen, over HTTP, with the folder of one machine. */

import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { maxFotoBytes } from '../../functions/contract/foto.ts'
import { routes } from '../../functions/contract/routes.ts'
import { toFoto, toFotos } from '../../functions/domain/foto/beeld.ts'
import { removeOrphanFotos } from '../../functions/jobs/fotos.ts'
import { type Fotos, openFotos } from '../../infra/local/fotos.ts'
import { eenMelding, startApi } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'
import { canary, makeLoadedJpeg, makePicture } from '../support/pictures.ts'

type Upload = { foto: string; upload: { url: string; velden: Record<string, string> }; geldigTot: string }

let folder: string
let now: Date
let fotos: Fotos
let url: string
const errors: unknown[] = []
const server = createServer((request, response) => void fotos.listener(request, response))

const open = () =>
  openFotos({ folder, url, sleutel: 'geheim', now: () => now, onError: (error) => errors.push(error) })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernpunt-fotos-'))
  now = new Date('2026-04-07T09:30:00Z')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  fotos = await open()
  errors.length = 0
})
afterEach(async () => {
  await fotos.drain()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true, force: true })
})

async function startFotos() {
  const memory = memoryStores()
  await fotos.start(memory.stores.fotos)
  const api = startApi({ stores: memory.stores, fotokluis: fotos.kluis, now: () => now })
  const askPlace = async (bytes = 1000): Promise<Upload> =>
    (await api.call('POST', routes.createFoto.path, { body: { bytes } })).body
  const stateOf = async (foto: string) =>
    (await api.call('GET', routes.getFoto.path.replace('{foto}', foto))).body
  return { ...api, stores: memory.stores, askPlace, stateOf }
}

const send = async ({ upload }: Upload, bytes: Uint8Array, velden = upload.velden): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(velden)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), '../../foto.html')
  return fetch(upload.url, { method: 'POST', body: form, redirect: 'manual' })
}
const filesIn = (name: string) => readdirSync(join(folder, 'fotos', name))

describe('a photo', () => {
  test('waits, comes in, and is to be seen cleaned by who has its signed address', async () => {
    const { askPlace, stateOf, deps } = await startFotos()
    const place = await askPlace()
    expect(place.geldigTot).toBe('2026-04-07T09:45:00.000Z')
    expect(await stateOf(place.foto)).toEqual({ foto: place.foto, staat: 'wacht' })
    expect((await send(place, await makeLoadedJpeg(6))).status).toBe(204)
    await fotos.drain()
    expect(await stateOf(place.foto)).toEqual({ foto: place.foto, staat: 'schoon' })

    const seen = await toFoto(deps, place.foto, 'M-0000-0001')
    expect(seen).toMatchObject({ staat: 'schoon', breedte: 80, hoogte: 120 })
    const picture = await fetch(seen.url!)
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline; filename="foto.jpg"',
      'cache-control': 'private, no-store',
    })
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1')).not.toContain('KANARIE')
    expect([filesIn('ruw'), filesIn('schoon')]).toEqual([[], [`${place.foto}.jpg`]])
  })

  test('is not to be seen by another address, a later one, or at all before it was cleaned', async () => {
    const { askPlace, deps } = await startFotos()
    const place = await askPlace()
    await send(place, await makeLoadedJpeg())
    await fotos.drain()
    const { url: address = '' } = await toFoto(deps, place.foto, 'M-0000-0001')
    const status = async (to: string) => (await fetch(to)).status
    const other = (await askPlace()).foto
    expect(await status(address)).toBe(200)
    expect(await status(address.replace(place.foto, other))).toBe(403)
    expect(await status(address.replace(/tot=\d+/, 'tot=9999999999'))).toBe(403)
    expect(await status(address.split('?')[0]!)).toBe(403)
    for (const path of [`/ruw/${place.foto}`, `/../ruw/${place.foto}.jpg`, `/${place.foto}`, '/', ''])
      expect(await status(`${url}/fotokluis${path}`), path).toBe(403)
    now = new Date('2026-04-07T09:41:00Z')
    expect(await status(address)).toBe(403)
  })

  test('that is no picture is refused with a sentence, and gone', async () => {
    const { askPlace, stateOf, deps } = await startFotos()
    for (const text of [`<svg xmlns="http://www.w3.org/2000/svg">${canary}</svg>`, `<html>${canary}`]) {
      const place = await askPlace()
      expect((await send(place, Buffer.from(text))).status).toBe(204)
      await fotos.drain()
      expect(await stateOf(place.foto)).toEqual({
        foto: place.foto,
        staat: 'geweigerd',
        uitleg: 'Dit is geen foto. Kies een foto als JPEG, PNG of WebP.',
      })
      expect(await toFoto(deps, place.foto, 'M-0000-0001')).not.toHaveProperty('url')
    }
    expect([filesIn('ruw'), filesIn('schoon')]).toEqual([[], []])
  })

  test('counts once: a second one in its place is thrown away', async () => {
    const { askPlace, deps } = await startFotos()
    const place = await askPlace()
    await send(place, await makePicture(60, 40).jpeg().toBuffer())
    await fotos.drain()
    await send(place, await makePicture(90, 40).jpeg().toBuffer())
    await fotos.drain()
    expect((await toFoto(deps, place.foto, 'M-0000-0001')).breedte).toBe(60)
    expect(filesIn('ruw')).toEqual([])
  })

  test('that came in before a stop is cleaned after the start', async () => {
    const { askPlace, stateOf, stores } = await startFotos()
    const place = await askPlace()
    fotos = await open()
    await send(place, await makePicture().jpeg().toBuffer())
    await fotos.drain()
    expect([filesIn('ruw'), (await stateOf(place.foto)).staat]).toEqual([[place.foto], 'wacht'])
    fotos = await open()
    await fotos.start(stores.fotos)
    await fotos.drain()
    expect([filesIn('ruw'), (await stateOf(place.foto)).staat]).toEqual([[], 'schoon'])
  })
})

describe('a melding', () => {
  test('shows each photo it names with its state, and a wrong one never stops it', async () => {
    const { askPlace, deps, stores } = await startFotos()
    const [good, bad, never] = [await askPlace(), await askPlace(), await askPlace()]
    await send(good, await makePicture().jpeg().toBuffer())
    await send(bad, Buffer.from('geen foto'))
    await fotos.drain()
    const codes = [good.foto, bad.foto, never.foto, 'A'.repeat(22)]
    const melding = { nummer: 'M-0000-0001', fotos: codes }
    expect((await toFotos(deps, melding)).map(({ staat }) => staat)).toEqual([
      'schoon',
      'geweigerd',
      'wacht',
      'geweigerd',
    ])
    now = new Date('2026-04-07T11:00:00Z')
    expect((await toFotos(deps, melding))[2]).toEqual({
      foto: never.foto,
      staat: 'geweigerd',
      uitleg: 'Deze foto is niet bij ons aangekomen.',
    })
    await stores.fotos.claim(good.foto, 'M-0000-0002')
    expect((await toFotos(deps, melding))[0]).not.toHaveProperty('url')
  })
})

describe('a photo that a melding names', () => {
  test('belongs to it before the answer, so that it stays when the stream never tells', async () => {
    const { askPlace, call, stores, deps } = await startFotos()
    const place = await askPlace()
    await send(place, await makePicture().jpeg().toBuffer())
    await fotos.drain()
    const body = eenMelding({ fotos: [place.foto, 'A'.repeat(22)] })
    const added = await call('POST', routes.createMelding.path, { body })
    expect([added.status, (await stores.fotos.find(place.foto))?.nummer]).toEqual([201, added.body.nummer])
    now = new Date('2026-04-09T09:30:00Z')
    expect(await removeOrphanFotos({ fotos: stores.fotos, fotokluis: deps.fotokluis, now: () => now })).toBe(
      0,
    )
    expect(filesIn('schoon')).toEqual([`${place.foto}.jpg`])
  })

  test('is given to it by a retry too, when the first attempt stopped halfway', async () => {
    const { askPlace, call, stores } = await startFotos()
    const place = await askPlace()
    const sent = {
      body: eenMelding({ fotos: [place.foto] }),
      headers: { 'idempotency-key': 'c0ffee00-0000-4000-8000-000000000001' },
    }
    const { claim } = stores.fotos
    stores.fotos.claim = async () => {
      throw new Error('away')
    }
    const first = await call('POST', routes.createMelding.path, sent)
    expect([first.status, (await stores.fotos.find(place.foto))?.nummer]).toEqual([201, undefined])
    stores.fotos.claim = claim
    const again = await call('POST', routes.createMelding.path, sent)
    expect(again.body).toEqual(first.body)
    expect((await stores.fotos.find(place.foto))?.nummer).toBe(first.body.nummer)
  })
})

describe('the place to upload to', () => {
  test('is refused for more than 20 MB, and for nothing', async () => {
    const { call } = await startFotos()
    for (const bytes of [maxFotoBytes + 1, 0, -1, 1.5]) {
      const { status, body } = await call('POST', routes.createFoto.path, { body: { bytes } })
      expect([status, body.code], String(bytes)).toEqual([400, 'ongeldige-invoer'])
    }
  })

  test('takes no 21 MB, whatever was said before', async () => {
    const { askPlace, stateOf } = await startFotos()
    const place = await askPlace()
    expect((await send(place, new Uint8Array(21 * 1024 * 1024))).status).toBe(413)
    await fotos.drain()
    expect([filesIn('ruw'), (await stateOf(place.foto)).staat]).toEqual([[], 'wacht'])
  })

  test('takes no body without end', async () => {
    const { askPlace } = await startFotos()
    const place = await askPlace()
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(place.upload.url, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' },
      })
      sent.on('response', (response) => resolve(response.statusCode)).on('error', reject)
      const piece = Buffer.alloc(1024 * 1024)
      for (let i = 0; i < 30; i++) sent.write(piece)
      sent.end()
    })
    expect(status).toBe(413)
    expect(filesIn('ruw')).toEqual([])
  })

  test('takes nothing without its signature, with another, for another photo, or too late', async () => {
    const { askPlace } = await startFotos()
    const [place, other] = [await askPlace(), await askPlace()]
    const picture = await makePicture().jpeg().toBuffer()
    const { velden } = place.upload
    const forged = { ...JSON.parse(Buffer.from(velden.recht!, 'base64url').toString()), foto: other.foto }
    const wrong: Record<string, string>[] = [
      {},
      { recht: velden.recht! },
      { ...velden, handtekening: other.upload.velden.handtekening! },
      { ...velden, recht: Buffer.from(JSON.stringify(forged)).toString('base64url') },
      { ...velden, handtekening: '' },
    ]
    for (const fields of wrong) expect((await send(place, picture, fields)).status).toBe(403)
    now = new Date('2026-04-07T09:45:00Z')
    expect((await send(place, picture)).status).toBe(403)
    expect(filesIn('ruw')).toEqual([])
  })

  test('may be used from the other name of this machine, and from no other page', async () => {
    const { askPlace } = await startFotos()
    const { upload } = await askPlace()
    const ask = async (origin: string) => {
      const asked = await fetch(upload.url, { method: 'OPTIONS', headers: { origin } })
      return [asked.status, asked.headers.get('access-control-allow-origin')]
    }
    expect(await ask(url)).toEqual([204, url])
    expect(await ask('https://kwaad.test')).toEqual([405, null])
  })

  test('says what is wrong with a form without a photo, and knows no other methods', async () => {
    const { askPlace } = await startFotos()
    const place = await askPlace()
    const post = async (body: FormData | string, headers = {}) =>
      (await fetch(place.upload.url, { method: 'POST', body, headers })).status
    const form = new FormData()
    for (const [name, value] of Object.entries(place.upload.velden)) form.append(name, value)
    expect(await post(form)).toBe(400)
    expect(await post('tekst')).toBe(400)
    expect(await post('x', { 'content-type': 'multipart/form-data; boundary=a' })).toBe(400)
    expect((await send(place, new Uint8Array())).status).toBe(400)
    expect((await fetch(place.upload.url, { method: 'DELETE' })).status).toBe(405)
    expect(errors).toEqual([])
  })
})
