import { describe, expect, it } from 'vitest'
import { eenMelding, schoorl, startApi } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'

const key = (value: string) => ({ 'Idempotency-Key': value })
const eenInitiatief = (titel: string) => ({
  titel,
  omschrijving: 'Een bank bij de vijver.',
  hulp: ['materiaal'],
  geometrie: { type: 'Point', coordinates: schoorl },
})

describe('the same request twice', () => {
  it('makes one melding and gets one answer, volglink included', async () => {
    const memory = memoryStores()
    const { call } = startApi({ stores: memory.stores })
    const send = () => call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('a') })
    const [first, second] = [await send(), await send()]
    expect(first.status).toBe(201)
    expect([second.status, second.text]).toEqual([first.status, first.text])
    expect(second.headers.Location).toBe(`/v1/meldingen/${first.body.nummer}`)
    expect(memory.meldingen.size).toBe(1)
  })

  it('makes one melding of fifty parallel ones, with fifty equal answers', async () => {
    const memory = memoryStores()
    const { call } = startApi({ stores: memory.stores })
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('p') }),
      ),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(memory.meldingen.size).toBe(1)
  })

  it('makes one melding of fifty forms with answers and photos, though each took another time to fill in', async () => {
    const memory = memoryStores()
    const { call } = startApi({ stores: memory.stores })
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        const filled = { antwoorden: { leeft: 'Nee' }, fotos: ['A'.repeat(22), 'B'.repeat(22)] }
        const formulier = { lokveld: '', invultijdMillis: 10_000 + i }
        const body = eenMelding({ categorie: 'dieren', ...filled, formulier })
        return call('POST', '/v1/meldingen', { body, headers: key('f') })
      }),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(201)
    expect([...memory.meldingen.values()]).toMatchObject([
      { antwoorden: { leeft: 'Nee' }, fotos: ['A'.repeat(22), 'B'.repeat(22)] },
    ])
  })

  it('gets the first answer also after the status changed', async () => {
    const { call } = startApi()
    const send = () => call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('s') })
    const first = await send()
    await call('POST', `/v1/meldingen/${first.body.nummer}/statussen`, {
      rollen: ['coordinator'],
      body: { status: 'in-behandeling', versie: 1 },
    })
    expect((await send()).text).toBe(first.text)
  })

  it('with another body is refused, also when only the contact differs', async () => {
    const { call } = startApi()
    await call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('b') })
    for (const other of [{ omschrijving: 'Iets anders.' }, { contact: { naam: 'A' } }])
      expect(
        await call('POST', '/v1/meldingen', { body: eenMelding(other), headers: key('b') }),
      ).toMatchObject({
        status: 409,
        body: { code: 'sleutel-hergebruikt' },
      })
  })

  it('leaves no hash of a body that somebody could guess at: another key gives another', async () => {
    const memory = memoryStores()
    const { call } = startApi({ stores: memory.stores })
    const body = eenMelding({ contact: { telefoon: '06-12345678' } })
    for (const each of ['a', 'b']) await call('POST', '/v1/meldingen', { body, headers: key(each) })
    const hashes = [...memory.meldingen.values()].map(({ inhoud }) => inhoud)
    expect(new Set(hashes).size).toBe(2)
    expect(hashes).not.toContain(undefined)
  })

  it.each([
    ['toelichting', { toelichting: 'Morgen.' }],
    ['status', { status: 'gesloten', reden: 'dubbel' }],
    ['version', { versie: 2 }],
  ])('with another %s of a change of status is refused', async (_what, other) => {
    const { call } = startApi()
    const { body } = await call('POST', '/v1/meldingen', { body: eenMelding() })
    const change = { status: 'in-behandeling', toelichting: 'Vandaag.', versie: 1 }
    const send = (words: object) =>
      call('POST', `/v1/meldingen/${body.nummer}/statussen`, {
        rollen: ['coordinator'],
        headers: key('w'),
        body: words,
      })
    expect((await send(change)).status).toBe(201)
    expect((await send(change)).status).toBe(201)
    expect((await send({ ...change, ...other })).body.code).toBe('sleutel-hergebruikt')
  })

  it('without a key makes two meldingen', async () => {
    const memory = memoryStores()
    const { call } = startApi({ stores: memory.stores })
    await call('POST', '/v1/meldingen', { body: eenMelding() })
    await call('POST', '/v1/meldingen', { body: eenMelding() })
    expect(memory.meldingen.size).toBe(2)
  })

  it('of two people whose keys give one number makes two meldingen', async () => {
    const memory = memoryStores()
    // A hash of which the first 40 bits always meet at the first attempt.
    const sha256 = (text: string) =>
      /^M 0 /.test(text) ? '0'.repeat(64) : Buffer.from(text).toString('hex').padEnd(64, '0')
    const { call } = startApi({ stores: memory.stores, sha256 })
    const first = await call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('een') })
    const second = await call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('twee') })
    const again = await call('POST', '/v1/meldingen', { body: eenMelding(), headers: key('twee') })
    expect(first.body.nummer).toBe('M-0000-0000')
    expect(second.body.nummer).not.toBe(first.body.nummer)
    expect(again.text).toBe(second.text)
    expect(memory.meldingen.size).toBe(2)
  })

  it('makes one initiatief, and refuses the key for another', async () => {
    const { call } = startApi()
    const send = (titel: string) =>
      call('POST', '/v1/initiatieven', { body: eenInitiatief(titel), headers: key('i') })
    const [first, second] = [await send('Bank'), await send('Bank')]
    expect(first.status).toBe(201)
    expect(second.text).toBe(first.text)
    expect((await send('Schommel')).body.code).toBe('sleutel-hergebruikt')
    expect((await call('GET', '/v1/initiatieven')).body.initiatieven).toHaveLength(1)
  })

  it('makes one proposal for a verdeling, answered as first also after adoption', async () => {
    const { call } = startApi()
    const propose = (totaalCenten: number) =>
      call('POST', '/v1/wijkbudgetten/2026/verdelingen', {
        rollen: ['financien'],
        headers: key('v'),
        body: { berekening: { methode: 'naar-rato', totaalCenten } },
      })
    const first = await propose(1000)
    await call('POST', '/v1/wijkbudgetten/2026/verdelingen/1/vaststelling', {
      rollen: ['college'],
      body: { orgaan: 'College', besluitnummer: 'B1', besluitDatum: '2026-04-07' },
    })
    const again = await propose(1000)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect((await propose(2000)).body.code).toBe('sleutel-hergebruikt')
  })
})
