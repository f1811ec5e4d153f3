/** Handling through the whole API: every change, bulk, retries, and who was too late. */
import { describe, expect, it } from 'vitest'
import { eenMelding, type Sent, startApi } from '../support/apiCaller.ts'

const noor: Sent = { rollen: ['coordinator'], sub: 'noor' }

function start() {
  const api = startApi()
  const report = async (overrides = {}): Promise<string> =>
    (await api.call('POST', '/v1/meldingen', { body: eenMelding(overrides) })).body.nummer
  const change = (nummer: string, versie: number, wijziging: object, sent: Sent = {}) =>
    api.call('POST', `/v1/behandelingen/${nummer}/wijzigingen`, {
      ...noor,
      body: { versie, wijziging },
      ...sent,
    })
  const read = async (nummer: string) => (await api.call('GET', `/v1/behandelingen/${nummer}`, noor)).body
  const bulk = (meldingen: { nummer: string; versie: number }[], wijziging: object, sent: Sent = {}) =>
    api.call('POST', '/v1/behandelingen/_bulk', { ...noor, body: { meldingen, wijziging }, ...sent })
  return { ...api, report, change, read, bulk }
}
const withKey = (key: string): Sent => ({ ...noor, headers: { 'Idempotency-Key': key } })

describe('a change of a melding', () => {
  it('of every kind is one version and one line, and is answered with what can be done next', async () => {
    const { report, change, read } = start()
    const nummer = await report()
    const all = [
      { soort: 'status', status: 'in-behandeling', toelichting: 'We kijken.' },
      { soort: 'categorie', categorie: 'bomen' },
      { soort: 'toewijzing', medewerker: 'Wim' },
      { soort: 'notitie', tekst: 'Gebeld.' },
      { soort: 'bericht', tekst: 'We komen.' },
      { soort: 'vraag', tekst: 'Welke paal?' },
      { soort: 'hervatting' },
      { soort: 'taak', omschrijving: 'Paal', team: 'Wegen' },
      { soort: 'taak-klaar', taak: 1 },
      { soort: 'persoonlijk', persoonlijk: true },
    ]
    for (const [i, wijziging] of all.entries()) {
      const reply = await change(nummer, i + 1, wijziging)
      expect([reply.status, reply.body.versie], reply.text).toEqual([201, i + 2])
      expect(reply.body.geschiedenis.at(-1)).toMatchObject({ soort: wijziging.soort, door: 'noor' })
      expect(reply.body).toEqual(await read(nummer))
    }
    expect(await read(nummer)).toMatchObject({
      status: 'in-behandeling',
      categorie: 'bomen',
      team: 'Groen',
      medewerker: 'Wim',
      persoonlijk: true,
      wacht: false,
      taken: [{ taak: 1, omschrijving: 'Paal', team: 'Wegen', klaarDoor: 'noor' }],
      toegestaan: ['gepland', 'gesloten'],
    })
  })

  it('that is no change is refused at its field', async () => {
    const { report, change } = start()
    const nummer = await report()
    const pointers = async (wijziging: object) => {
      const { status, body } = await change(nummer, 1, wijziging)
      return [status, ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)]
    }
    expect(await pointers({ soort: 'status', status: 'gesloten' })).toEqual([400, '/wijziging/reden'])
    expect(await pointers({ soort: 'categorie', categorie: 'ufo' })).toEqual([400, '/wijziging/categorie'])
    expect(await pointers({ soort: 'toewijzing', team: 'Ruimtevaart' })).toEqual([400, '/wijziging/team'])
    expect(await pointers({ soort: 'notitie', tekst: ' ' })).toEqual([400, '/wijziging/tekst'])
    expect(await pointers({ soort: 'toveren' })).toEqual([400, '/wijziging/soort'])
    expect(await pointers({ soort: 'status', status: 'gepland', geplandeDatum: '2026-04-06' })).toEqual([
      400,
      '/wijziging/geplandeDatum',
    ])
    expect(await pointers({ soort: 'samenvoeging', hoofdmelding: 'M-0000-0000' })).toEqual([
      400,
      '/wijziging/hoofdmelding',
    ])
  })

  it('is for staff, of a melding that is there', async () => {
    const { report, change } = start()
    const nummer = await report()
    const notitie = { soort: 'notitie', tekst: 'x' }
    expect((await change(nummer, 1, notitie, { rollen: ['financien'] })).status).toBe(403)
    expect((await change('M-0000-0000', 1, notitie)).status).toBe(404)
  })

  it('by a second writer is refused, with all that others did since', async () => {
    const { report, change } = start()
    const nummer = await report()
    await change(nummer, 1, { soort: 'toewijzing', medewerker: 'Wim' })
    await change(nummer, 2, { soort: 'vraag', tekst: 'Welke paal?' })
    const { status, body } = await change(nummer, 1, { soort: 'notitie', tekst: 'x' })
    expect([status, body.code, body.huidigeVersie]).toEqual([409, 'versie-verouderd', 3])
    expect(body.detail).toMatch(
      /^U keek naar versie 1, .* gegeven aan Wim van team Wegen door noor op 7 april 2026 om 11:30; vraag aan de melder gesteld door noor op/,
    )
  })

  it('sent again with its key gets the first answer, and the key is for nothing else', async () => {
    const { report, change } = start()
    const nummer = await report()
    const send = (wijziging: object, versie = 1) => change(nummer, versie, wijziging, withKey('a'))
    const first = await send({ soort: 'notitie', tekst: 'Gebeld.' })
    await change(nummer, 2, { soort: 'categorie', categorie: 'bomen' })
    const again = await send({ soort: 'notitie', tekst: 'Gebeld.' })
    expect([again.status, again.text]).toEqual([201, first.text])
    for (const other of [
      send({ soort: 'notitie', tekst: 'Anders.' }),
      send({ soort: 'bericht', tekst: 'Gebeld.' }),
      send({ soort: 'notitie', tekst: 'Gebeld.' }, 3),
    ])
      expect((await other).body.code).toBe('sleutel-hergebruikt')
  })

  it('fifty times at once with one key is one line', async () => {
    const { report, change, read } = start()
    const nummer = await report()
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => change(nummer, 1, { soort: 'notitie', tekst: 'x' }, withKey('p'))),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect((await read(nummer)).versie).toBe(2)
  })

  it('a key of a status and one of a change are two keys', async () => {
    const { call, report, change } = start()
    const nummer = await report()
    await change(nummer, 1, { soort: 'notitie', tekst: 'x' }, withKey('zelfde'))
    const body = { status: 'in-behandeling', versie: 2 }
    const reply = await call('POST', `/v1/meldingen/${nummer}/statussen`, { ...withKey('zelfde'), body })
    expect(reply.status).toBe(201)
  })
})

describe('merging', () => {
  it('closes one with the other, shows both, and is undone', async () => {
    const { report, change, read } = start()
    const [deel, hoofd] = [await report(), await report()]
    const merge = () => change(deel, 1, { soort: 'samenvoeging', hoofdmelding: hoofd }, withKey('m'))
    const first = await merge()
    expect(first.body).toMatchObject({
      status: 'gesloten',
      reden: 'dubbel',
      hoofdmelding: hoofd,
      toegestaan: [],
    })
    expect(await read(hoofd)).toMatchObject({ deelmeldingen: [deel], versie: 2 })
    const undone = await change(deel, 2, { soort: 'losmaking' }, withKey('l'))
    expect(undone.body).toMatchObject({ status: 'ontvangen', versie: 3 })
    expect(await read(hoofd)).toMatchObject({ deelmeldingen: [], versie: 3 })
    expect((await merge()).text).toBe(first.text)
    expect((await change(deel, 2, { soort: 'losmaking' }, withKey('l'))).text).toBe(undone.text)
    expect(await read(hoofd)).toMatchObject({ versie: 3 })
  })

  it('goes on when the other melding changed meanwhile: nobody looked at that one', async () => {
    const { report, change, read } = start()
    const [deel, hoofd] = [await report(), await report()]
    const replies = await Promise.all([
      change(deel, 1, { soort: 'samenvoeging', hoofdmelding: hoofd }),
      ...[1, 2, 3].map((versie) => change(hoofd, versie, { soort: 'notitie', tekst: 'x' })),
    ])
    expect(replies[0]?.status).toBe(201)
    const { deelmeldingen, geschiedenis, versie } = await read(hoofd)
    expect(deelmeldingen).toEqual([deel])
    expect(geschiedenis).toHaveLength(versie)
  })
})

describe('the same change of several', () => {
  it('has an outcome for each: what fails stops none of the others', async () => {
    const { report, change, bulk, read } = start()
    const [een, twee, drie] = [await report(), await report(), await report()]
    await change(twee, 1, { soort: 'notitie', tekst: 'x' })
    await change(drie, 1, { soort: 'taak', omschrijving: 'Paal', team: 'Wegen' })
    const { status, body } = await bulk(
      [
        { nummer: een, versie: 1 },
        { nummer: twee, versie: 1 },
        { nummer: drie, versie: 2 },
        { nummer: 'M-0000-0000', versie: 1 },
      ],
      { soort: 'status', status: 'gesloten', reden: 'opgelost' },
    )
    expect(status).toBe(200)
    expect(body.regels).toEqual([
      { nummer: een, gelukt: true, versie: 2 },
      {
        nummer: twee,
        gelukt: false,
        code: 'versie-verouderd',
        versie: 2,
        uitleg: expect.stringContaining('notitie'),
      },
      { nummer: drie, gelukt: false, code: 'taken-open', uitleg: expect.stringContaining('Paal') },
      { nummer: 'M-0000-0000', gelukt: false, code: 'niet-gevonden', uitleg: expect.any(String) },
    ])
    expect((await read(een)).status).toBe('gesloten')
  })

  it('sent again with its key has the same outcomes, and changes nothing twice', async () => {
    const { report, change, bulk, read } = start()
    const nummers = await Promise.all(Array.from({ length: 20 }, () => report()))
    await change(nummers[3]!, 1, { soort: 'notitie', tekst: 'x' })
    const send = () =>
      bulk(
        nummers.map((nummer) => ({ nummer, versie: 1 })),
        { soort: 'toewijzing', medewerker: 'Wim' },
        withKey('b'),
      )
    const replies = await Promise.all([send(), send()])
    replies.push(await send())
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    for (const nummer of nummers) expect((await read(nummer)).versie).toBe(2)
  })

  it('merges all of them into one', async () => {
    const { report, bulk, read } = start()
    const hoofd = await report()
    const delen = await Promise.all(Array.from({ length: 5 }, () => report()))
    const { body } = await bulk(
      [...delen, hoofd].map((nummer) => ({ nummer, versie: 1 })),
      { soort: 'samenvoeging', hoofdmelding: hoofd },
    )
    expect(body.regels.map(({ gelukt }: { gelukt: boolean }) => gelukt)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
    expect((await read(hoofd)).deelmeldingen).toEqual(delen)
  })
})

describe('a melding to handle', () => {
  it('has its answers in words, and why it went where it went', async () => {
    const { report, change, read } = start()
    const nummer = await report({ categorie: 'dieren', antwoorden: { leeft: 'Nee' } })
    const before = await read(nummer)
    expect(before.antwoorden).toEqual([{ vraag: expect.stringMatching(/\?$/), antwoord: 'Nee' }])
    expect(before.waarom).toMatch(/\.$/)
    await change(nummer, 1, { soort: 'categorie', categorie: 'bomen' })
    expect((await read(nummer)).antwoorden).toEqual(before.antwoorden)
  })

  it('says why it went where it went as long as it is there, for that subject', async () => {
    const { report, change, read } = start()
    const [moved, other] = [await report(), await report()]
    await change(moved, 1, { soort: 'toewijzing', team: 'Klantcontact' })
    expect((await read(moved)).waarom).toBeUndefined()
    await change(moved, 2, { soort: 'toewijzing', team: (await read(other)).team })
    expect((await read(moved)).waarom).toMatch(/\.$/)
    await change(other, 1, { soort: 'categorie', categorie: 'bomen' })
    expect((await read(other)).waarom).toBeUndefined()
  })

  it('refuses what the questions of its categorie do not allow', async () => {
    const { call } = start()
    const wrong = eenMelding({
      categorie: 'dieren',
      antwoorden: { leeft: 'Misschien wel eens', kleur: 'rood' },
    })
    const { status, body } = await call('POST', '/v1/meldingen', { body: wrong })
    expect(status).toBe(400)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/antwoorden/kleur',
      '/antwoorden/leeft',
    ])
  })
})
