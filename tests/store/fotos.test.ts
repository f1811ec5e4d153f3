/** The records of photos on the real engine: one outcome, one melding, and gone when nobody wants them. */
import { S3Client } from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import type { Fotokluis, FotoRecord } from '../../functions/domain/foto/ports.ts'
import { settleFoto } from '../../functions/fotos/settleFoto.ts'
import { createEraseFotos, removeOrphanFotos } from '../../functions/jobs/fotos.ts'
import { createFotokluis, fotoOfKey } from '../../functions/store/fotokluis.ts'
import { consumeChanges, createStreamDeps } from '../../functions/streams/consumeChanges.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { testNow, useEngine } from '../support/engine.ts'
import { memoryKluis } from '../support/fotoStores.ts'
import { makePicture } from '../support/pictures.ts'
import { changeMelding, makeMelding } from '../support/records.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const codeOf = (n: number): string => String(n).padStart(22, 'f')
const waiting = (n: number, op = '2026-11-22T10:00:00.000Z'): FotoRecord => ({
  foto: codeOf(n),
  staat: 'wacht',
  op,
})
const clean = { staat: 'schoon', breedte: 4, hoogte: 3 } as const
const makeFotos = async () => (await engine.makeTable()).stores.fotos

describe('a photo', () => {
  test('is added once, and found as it is', async () => {
    const fotos = await makeFotos()
    expect(await fotos.find(codeOf(1))).toBeUndefined()
    expect(await fotos.add(waiting(1))).toEqual({ soort: 'nieuw' })
    expect(await fotos.add(waiting(1, '2026-11-22T11:00:00.000Z'))).toEqual({
      soort: 'bestaat',
      aanwezig: waiting(1),
    })
    expect(await fotos.find(codeOf(1))).toEqual(waiting(1))
  })

  test('gets one outcome: the first', async () => {
    const fotos = await makeFotos()
    await fotos.add(waiting(1))
    expect(await fotos.settle(codeOf(1), clean)).toBe(true)
    await fotos.settle(codeOf(1), { staat: 'geweigerd', uitleg: 'Te laat.' })
    expect(await fotos.find(codeOf(1))).toEqual({ ...waiting(1), ...clean })
    expect(await fotos.settle(codeOf(2), clean)).toBe(false)
    expect(await fotos.find(codeOf(2))).toBeUndefined()
  })

  test('belongs to the first melding that names it, also of many at once', async () => {
    const fotos = await makeFotos()
    await fotos.add(waiting(1))
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => fotos.claim(codeOf(1), `M-0000-00${n + 10}`)),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    const { nummer = '' } = (await fotos.find(codeOf(1))) ?? {}
    expect(nummer).toBe(`M-0000-00${claims.indexOf(true) + 10}`)
    expect(await fotos.claim(codeOf(1), nummer)).toBe(true)
    expect(await fotos.claim(codeOf(2), nummer)).toBe(false)
  })

  test('is claimed from the stream when its melding comes in, however often that is delivered', async () => {
    const { stores, connection } = await engine.makeTable()
    await stores.fotos.add(waiting(1))
    const melding = makeMelding(1, { fotos: [codeOf(1), codeOf(9)] })
    const records = [
      toStreamRecord(undefined, melding),
      toStreamRecord(melding, changeMelding(melding, { fotos: [codeOf(1)] })),
    ]
    const deps = createStreamDeps(loadGemeente('GM0373'), { connection, now: () => testNow })
    for (let i = 0; i < 2; i++) await consumeChanges(records, deps)
    expect((await stores.fotos.find(codeOf(1)))?.nummer).toBe(melding.nummer)
    expect(await stores.fotos.find(codeOf(9))).toBeUndefined()
  })
})

describe('photos that no melding named', () => {
  const now = () => new Date('2026-11-23T12:00:00.000Z')

  test('go after 24 hours, picture and record, and no others', async () => {
    const fotos = await makeFotos()
    const { kluis, ruw, schoon } = memoryKluis()
    for (let n = 1; n <= 250; n++) {
      await fotos.add(waiting(n, '2026-11-22T11:59:59.000Z'))
      schoon.set(codeOf(n), new Uint8Array([n]))
    }
    await fotos.add(waiting(300, '2026-11-22T12:00:00.000Z'))
    ruw.set(codeOf(2), new Uint8Array([1]))
    await fotos.claim(codeOf(7), 'M-0000-0007')
    expect(await removeOrphanFotos({ fotos, fotokluis: kluis, now })).toBe(249)
    expect([...schoon.keys()]).toEqual([codeOf(7)])
    expect(ruw.size).toBe(0)
    expect(await fotos.find(codeOf(2))).toBeUndefined()
    for (const n of [7, 300]) expect(await fotos.find(codeOf(n)), String(n)).toBeDefined()
    expect(await removeOrphanFotos({ fotos, fotokluis: kluis, now })).toBe(0)
  })

  test('stay when a melding names them at the last moment', async () => {
    const fotos = await makeFotos()
    await fotos.add(waiting(1))
    const { kluis, schoon } = memoryKluis()
    schoon.set(codeOf(1), new Uint8Array([1]))
    const late = {
      ...fotos,
      listUnclaimed: async (voor: string, limiet: number) => {
        const codes = await fotos.listUnclaimed(voor, limiet)
        for (const foto of codes) await fotos.claim(foto, 'M-0000-0001')
        return codes
      },
    }
    expect(await removeOrphanFotos({ fotos: late, fotokluis: kluis, now })).toBe(0)
    expect([schoon.has(codeOf(1)), (await fotos.find(codeOf(1)))?.staat]).toEqual([true, 'wacht'])
  })

  test('are erased with their melding, also when that is asked again', async () => {
    const fotos = await makeFotos()
    const { kluis, schoon } = memoryKluis()
    await fotos.add(waiting(1))
    await fotos.claim(codeOf(1), 'M-0000-0001')
    schoon.set(codeOf(1), new Uint8Array([1]))
    const erase = createEraseFotos({ fotos, fotokluis: kluis })
    for (let i = 0; i < 2; i++) await erase([codeOf(1), codeOf(2)])
    expect([schoon.size, await fotos.find(codeOf(1))]).toEqual([0, undefined])
  })
})

describe('cleaning', () => {
  test('that is broken off at any step gives the same when it is done again', async () => {
    const picture = await makePicture().jpeg().toBuffer()
    const outcomes: unknown[] = []
    for (const step of ['none', 'readRaw', 'writeClean', 'settle', 'removeRaw'] as const) {
      const fotos = await makeFotos()
      await fotos.add(waiting(1))
      const { kluis, ruw, schoon } = memoryKluis()
      ruw.set(codeOf(1), picture)
      const stop = async () => {
        throw new Error('stopped')
      }
      // Stopped just after the step was done, which is the worse half of it.
      const stopAfter = <T extends object>(port: T): T =>
        step in port
          ? {
              ...port,
              [step]: async (...args: unknown[]) => {
                await (port as Record<string, (...args: unknown[]) => unknown>)[step]!(...args)
                await stop()
              },
            }
          : port
      const broken = { fotos: stopAfter(fotos), fotokluis: stopAfter<Fotokluis>(kluis) }
      const first = await settleFoto(codeOf(1), broken).catch((error: Error) => error.message)
      expect(first, step).toBe(step === 'none' ? undefined : 'stopped')
      for (let i = 0; i < 2; i++) await settleFoto(codeOf(1), { fotos, fotokluis: kluis })
      outcomes.push([
        await fotos.find(codeOf(1)),
        Buffer.from(schoon.get(codeOf(1))!).toString('hex'),
        ruw.size,
      ])
    }
    expect(outcomes[0]).toMatchObject([{ staat: 'schoon', breedte: 120, hoogte: 80 }, expect.any(String), 0])
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
  })

  test('throws away what nobody asked a place for', async () => {
    const fotos = await makeFotos()
    const { kluis, ruw, schoon } = memoryKluis()
    ruw.set(codeOf(5), await makePicture().png().toBuffer())
    await settleFoto(codeOf(5), { fotos, fotokluis: kluis })
    expect([ruw.size, schoon.size, await fotos.find(codeOf(5))]).toEqual([0, 0, undefined])
  })
})

describe('on S3', () => {
  const client = new S3Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'geheim' },
  })
  const kluis = createFotokluis({ bucket: 'fotos-proef', now: () => new Date(), client })
  const inMinutes = (count: number) => new Date(Date.now() + count * 60_000)

  test('a place to upload is a signed policy for one key, a size and some minutes', async () => {
    const { url, velden } = await kluis.openUpload(codeOf(1), { maxBytes: 20_971_520, tot: inMinutes(15) })
    expect(url).toBe('https://fotos-proef.s3.eu-west-1.amazonaws.com/')
    const policy = JSON.parse(Buffer.from(velden.Policy!, 'base64').toString())
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { bucket: 'fotos-proef' },
        { key: `ruw/${codeOf(1)}` },
        ['content-length-range', 1, 20_971_520],
      ]),
    )
    const seconds = (Date.parse(policy.expiration) - Date.now()) / 1000
    expect(seconds).toBeGreaterThan(13 * 60)
    expect(seconds).toBeLessThan(17 * 60)
    expect(velden).not.toHaveProperty('success_action_redirect')
  })

  test('a form without script comes back to the page that the policy names', async () => {
    const terug = 'https://kernpunt.test/melden/zonder-script?foto=1'
    const { velden } = await kluis.openUpload(codeOf(1), { maxBytes: 9, tot: inMinutes(1), terug })
    expect(velden.success_action_redirect).toBe(terug)
    const { conditions } = JSON.parse(Buffer.from(velden.Policy!, 'base64').toString())
    expect(conditions).toContainEqual({ success_action_redirect: terug })
  })

  test('a picture is read by a signed address, as a picture, for some minutes', async () => {
    const url = new URL(await kluis.leesUrl(codeOf(1), inMinutes(10)))
    expect(url.pathname).toBe(`/schoon/${codeOf(1)}.jpg`)
    const query = Object.fromEntries(url.searchParams)
    expect(query).toMatchObject({
      'response-content-type': 'image/jpeg',
      'response-content-disposition': 'inline; filename="foto.jpg"',
      'response-cache-control': 'private, no-store',
    })
    expect(Number(query['X-Amz-Expires'])).toBeLessThanOrEqual(600)
  })

  test('only keys of what came in name a photo to clean', () => {
    expect(fotoOfKey(`ruw/${codeOf(1)}`)).toBe(codeOf(1))
    expect(fotoOfKey(`schoon/${codeOf(1)}.jpg`)).toBeUndefined()
  })
})
