/** Who sends much: nothing happens below the budget, a proof of work above it, and waiting far above it. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, test } from 'vitest'
import { createBewijzen } from '../../functions/afzender/bewijzen.ts'
import { adresHeader, randHeader } from '../../functions/contract/rand.ts'
import { routes } from '../../functions/contract/routes.ts'
import type { Deps } from '../../functions/domain/ports.ts'
import { createApi } from '../../functions/http/api.ts'
import { bergen, eenMelding, memoryDeps, type Sent, schoorl, toEvent } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'

const toestel = 'a'.repeat(24)

/** Three meldingen an hour from one address, two from one device. */
function start(overrides: Partial<Deps> = {}) {
  let now = new Date('2026-04-07T09:30:00Z')
  const memory = memoryStores()
  const keys: string[] = []
  const { budgetten } = memory.stores
  const lines: string[] = []
  const deps = memoryDeps({
    gemeente: { ...bergen, meldbudget: { perAdresPerUur: 3, perToestelPerUur: 2 } },
    stores: {
      ...memory.stores,
      budgetten: {
        ...budgetten,
        add(afzenders, uur) {
          keys.push(...afzenders)
          return budgetten.add(afzenders, uur)
        },
      },
    },
    now: () => now,
    ...overrides,
  })
  const handler = createApi(deps, { log: (line) => lines.push(line), clock: () => 0 })
  const call = async (method: string, url: string, sent: Sent = {}) => {
    const event = toEvent(method, url, { adres: '192.0.2.1', ...sent })
    const { statusCode, headers, body } = await handler(event, {
      getRemainingTimeInMillis: () => 10_000,
    } as Parameters<typeof handler>[1])
    return { status: statusCode, headers, body: JSON.parse(body) }
  }
  const report = (sent: Sent = {}) => call('POST', routes.createMelding.path, { body: eenMelding(), ...sent })
  const reportTimes = async (times: number, sent: Sent = {}) => {
    const statuses: number[] = []
    for (let i = 0; i < times; i++) statuses.push((await report(sent)).status)
    return statuses
  }
  const at = (instant: string) => {
    now = new Date(instant)
  }
  return { call, report, reportTimes, at, memory, keys, lines, deps }
}

describe('the budget of an address', () => {
  test('lets meldingen through up to it, and says what to do above it', async () => {
    const { report, reportTimes } = start()
    expect(await reportTimes(3)).toEqual([201, 201, 201])
    const { status, headers, body } = await report()
    expect([status, body.code, headers['Retry-After']]).toEqual([429, 'te-veel', '1800'])
    expect(body).toMatchObject({ wachtSeconden: 1800, uitdaging: { vraag: 'goed' } })
    expect(body.detail).toBe(
      'Er kwamen in dit uur veel meldingen van uw adres of toestel. Probeer het over 30 minuten opnieuw. Is er haast bij? Bel de gemeente.',
    )
  })

  test('is for one hour, and for one address', async () => {
    const { reportTimes, at } = start()
    expect(await reportTimes(4)).toEqual([201, 201, 201, 429])
    expect(await reportTimes(1, { adres: '192.0.2.2' })).toEqual([201])
    at('2026-04-07T10:00:00Z')
    expect(await reportTimes(1)).toEqual([201])
  })

  test('is for a whole connection where addresses are many', async () => {
    const { reportTimes } = start()
    expect(await reportTimes(3, { adres: '2001:db8:1:2::1' })).toEqual([201, 201, 201])
    expect(await reportTimes(1, { adres: '2001:DB8:1:2:ffff::9' })).toEqual([429])
    expect(await reportTimes(1, { adres: '2001:db8:1:3::1' })).toEqual([201])
    expect(await reportTimes(4, { adres: '::ffff:192.0.2.77' })).toEqual([201, 201, 201, 429])
    expect(await reportTimes(1, { adres: '192.0.2.77' })).toEqual([429])
  })

  test('is not used by what was refused', async () => {
    const { report, reportTimes, keys } = start()
    for (let i = 0; i < 10; i++) await report({ body: { ...eenMelding(), categorie: 'bestaat-niet' } })
    expect(keys).toEqual([])
    expect(await reportTimes(3)).toEqual([201, 201, 201])
  })

  test('is not used by a repeat, also when it is used up', async () => {
    const { report, reportTimes, memory } = start()
    const headers = { 'Idempotency-Key': 'een-sleutel' }
    const first = await report({ headers })
    for (let i = 0; i < 5; i++) expect((await report({ headers })).body).toEqual(first.body)
    expect(await reportTimes(3)).toEqual([201, 201, 429])
    expect((await report({ headers })).body).toEqual(first.body)
    expect((await report({ headers: { 'Idempotency-Key': 'een-andere' } })).status).toBe(429)
    expect(memory.meldingen.size).toBe(3)
  })

  test('does not hold for staff, whose routes have no budget', async () => {
    const { call, reportTimes } = start()
    await reportTimes(20)
    const { status } = await call('GET', routes.listBehandelingen.path, { rollen: ['coordinator'] })
    expect(status).toBe(200)
  })

  test('knows a sender by a hash that is another one tomorrow, and nothing of it is logged', async () => {
    const { report, at, keys, lines } = start()
    await report({ headers: { toestel } })
    at('2026-04-08T09:30:00Z')
    await report({ headers: { toestel } })
    expect(new Set(keys).size).toBe(4)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(lines.join()).not.toMatch(/192\.0\.2|aaaa/)
  })
})

describe('the budget of a device', () => {
  test('is smaller, and goes along to other addresses', async () => {
    const { reportTimes } = start()
    const headers = { Toestel: toestel }
    expect(await reportTimes(2, { headers })).toEqual([201, 201])
    expect(await reportTimes(1, { headers, adres: '192.0.2.2' })).toEqual([429])
    expect(await reportTimes(1, { headers: { Toestel: 'b'.repeat(24) } })).toEqual([201])
  })

  test('wants a code that somebody can keep', async () => {
    const { report } = start()
    const { status, body } = await report({ headers: { Toestel: 'kort' } })
    expect([status, body.errors[0].pointer]).toEqual([400, 'header:Toestel'])
  })
})

describe('a proof of work', () => {
  test('lets one request through, once, and that one again', async () => {
    const { report, reportTimes } = start()
    await reportTimes(3)
    const headers = { 'Idempotency-Key': 'een', Bewijs: 'goed 1' }
    expect((await report({ headers })).status).toBe(201)
    expect((await report({ headers })).status).toBe(201)
    expect((await report({ headers: { ...headers, 'Idempotency-Key': 'twee' } })).status).toBe(429)
    expect((await report({ headers: { Bewijs: 'goed 2' } })).status).toBe(201)
    expect((await report({ headers: { Bewijs: 'goed 2' } })).status).toBe(429)
    expect((await report({ headers: { Bewijs: 'fout' } })).status).toBe(429)
  })

  test('does not help above five times the budget, and then none is asked for', async () => {
    const { report } = start()
    for (let i = 0; i < 15; i++) await report({ headers: { Bewijs: `goed ${i}` } })
    const { status, body } = await report({ headers: { Bewijs: 'goed 99' } })
    expect(status).toBe(429)
    expect(body).toHaveProperty('wachtSeconden')
    expect(body).not.toHaveProperty('uitdaging')
  })

  test('is not used up by a melding that was wrong', async () => {
    const { report, reportTimes } = start()
    await reportTimes(3)
    const headers = { Bewijs: 'goed 1' }
    expect((await report({ headers, body: { ...eenMelding(), categorie: 'x' } })).status).toBe(400)
    expect((await report({ headers })).status).toBe(201)
  })

  test('is what the library of ALTCHA makes of the question, in time and unchanged', async () => {
    const bewijzen = createBewijzen({ sleutel: 'a'.repeat(32), randomBytes: (n) => new Uint8Array(n) })
    const { report, reportTimes, at } = start({ bewijzen })
    await reportTimes(3)
    const challenge = (await report()).body.uitdaging
    const solution = await solveChallenge({ challenge, deriveKey })
    const toBewijs = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64')
    const send = async (payload: unknown) => (await report({ headers: { Bewijs: toBewijs(payload) } })).status
    const later = structuredClone(challenge)
    later.parameters.data.tot += 3600
    const easier = structuredClone(challenge)
    easier.parameters.keyPrefix = '00'
    for (const wrong of [
      { challenge: later, solution },
      { challenge: easier, solution },
      { challenge, solution: { ...solution, counter: 1, derivedKey: '00' } },
      { challenge: { ...challenge, signature: '00' }, solution },
      { challenge },
      {},
      null,
    ])
      expect(await send(wrong), JSON.stringify(wrong).slice(0, 60)).toBe(429)
    expect((await report({ headers: { Bewijs: '%%%' } })).status).toBe(429)
    at('2026-04-07T09:40:00Z')
    expect(await send({ challenge, solution })).toBe(429)
    at('2026-04-07T09:39:59Z')
    expect(toBewijs({ challenge, solution }).length).toBeLessThan(4000)
    expect(await send({ challenge, solution })).toBe(201)
    expect(await send({ challenge, solution })).toBe(429)
  })
})

test('the document of the API says so of each route that has a budget', async () => {
  const { call } = start()
  const { paths } = (await call('GET', routes.getOpenapi.path)).body
  const limited = Object.values<Record<string, { operationId: string; responses: object }>>(paths)
    .flatMap((path) => Object.values(path))
    .filter(({ responses }) => responses && '429' in responses)
  expect(limited.map(({ operationId }) => operationId).sort()).toEqual([
    'addVolger',
    'createFoto',
    'createMelding',
    'findNabij',
  ])
})

describe('what goes with a melding', () => {
  test('has a budget of its own: photos four times as many, looking nearby ten times', async () => {
    const { call, reportTimes } = start()
    const photo = async () => (await call('POST', routes.createFoto.path, { body: { bytes: 9 } })).status
    const statuses = []
    for (let i = 0; i < 13; i++) statuses.push(await photo())
    expect(statuses).toEqual([...Array(12).fill(201), 429])
    const body = {
      categorie: bergen.categorieen.find(({ openbaar }) => openbaar)?.code,
      geometrie: { type: 'Point', coordinates: schoorl },
    }
    const near = []
    for (let i = 0; i < 31; i++) near.push(await call('POST', routes.findNabij.path, { body }))
    expect(near.map(({ status }) => status)).toEqual([...Array(30).fill(200), 429])
    expect(near.at(-1)?.body).not.toHaveProperty('uitdaging')
    expect(await reportTimes(1)).toEqual([201])
  })

  test('following has one too, which a repeat does not use', async () => {
    const { call, report } = start()
    const { nummer } = (await report()).body
    const path = routes.addVolger.path.replace('{nummer}', nummer)
    const follow = async (key: string) =>
      (await call('POST', path, { body: {}, headers: { 'Idempotency-Key': key } })).status
    expect([await follow('1'), await follow('1'), await follow('2'), await follow('3')]).toEqual([
      201, 201, 201, 201,
    ])
    expect([await follow('4'), await follow('3')]).toEqual([429, 201])
  })
})

describe('the address of a caller', () => {
  const spoofed = (adres: string, rand?: string) => ({
    headers: { [adresHeader]: adres, ...(rand && { [randHeader]: rand }), 'X-Forwarded-For': adres },
  })

  test('is what our edge says of it, when it is our edge that says it', async () => {
    const base = memoryDeps()
    const { reportTimes } = start({ dienst: { ...base.dienst, rand: 'geheim van de rand' } })
    const viaEdge = (adres: string) => spoofed(adres, 'geheim van de rand')
    expect(await reportTimes(4, viaEdge('198.51.100.1'))).toEqual([201, 201, 201, 429])
    expect(await reportTimes(1, viaEdge('198.51.100.2'))).toEqual([201])
  })

  test('is the one that the gateway spoke with, whatever else somebody writes', async () => {
    const base = memoryDeps()
    const { report } = start({ dienst: { ...base.dienst, rand: 'geheim van de rand' } })
    const statuses = []
    for (const sent of [
      spoofed('198.51.100.1'),
      spoofed('198.51.100.2', 'geraden'),
      spoofed('198.51.100.3', ''),
      spoofed('198.51.100.4'),
    ])
      statuses.push((await report(sent)).status)
    expect(statuses).toEqual([201, 201, 201, 429])
  })

  test('is not taken from a header where there is no edge', async () => {
    const { report } = start()
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await report(spoofed(`198.51.100.${i}`, 'x'))).status)
    expect(statuses).toEqual([201, 201, 201, 429])
  })
})

describe('a form', () => {
  const sendForm = (formulier: unknown) => start().report({ body: { ...eenMelding(), formulier } })

  test('that was filled in where nobody looks is refused, in words for who does not know why', async () => {
    const { status, body } = await sendForm({ lokveld: 'http://spam', invultijdMillis: 60_000 })
    expect([status, body.errors[0].pointer]).toEqual([400, '/formulier/lokveld'])
    expect(body.detail).toMatch(/^Er is een veld ingevuld dat leeg moet blijven\./)
  })

  test('that was filled in within three seconds may be sent again', async () => {
    const { status, body } = await sendForm({ invultijdMillis: 2999 })
    expect(status).toBe(400)
    expect(body.detail).toMatch(/^Dat ging wel heel snel\./)
    expect((await sendForm({ invultijdMillis: 3000 })).status).toBe(201)
  })

  test('sent again took another time, and is the same request', async () => {
    const { report, memory } = start()
    const headers = { 'Idempotency-Key': 'formulier' }
    for (const invultijdMillis of [4000, 9000])
      expect(
        (await report({ headers, body: { ...eenMelding(), formulier: { invultijdMillis } } })).status,
      ).toBe(201)
    expect(memory.meldingen.size).toBe(1)
  })
})
