/** What the reporter, and who follows, can see and do with the secret of a volglink. */
import { describe, expect, it } from 'vitest'
import { eenMelding, type Sent, startApi } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'

const noor: Sent = { rollen: ['coordinator'], sub: 'noor' }
const email = 'bewoner@voorbeeld.nl'

async function start(overrides: Record<string, unknown> = {}) {
  const memory = memoryStores()
  const api = startApi({ stores: memory.stores })
  const { body: receipt } = await api.call('POST', '/v1/meldingen', { body: eenMelding(overrides) })
  const { nummer } = receipt
  const path = `/v1/meldingen/${nummer}`
  const own = receipt.volglink.split('.').at(-1) as string
  let versie = 1
  const change = async (wijziging: object) => {
    const reply = await api.call('POST', `/v1/behandelingen/${nummer}/wijzigingen`, {
      ...noor,
      body: { versie, wijziging },
    })
    expect(reply.status, reply.text).toBe(201)
    versie = reply.body.versie
    return reply.body
  }
  const react = async (body: object, { code = own, key }: { code?: string; key?: string } = {}) => {
    const headers = { Volgcode: code, ...(key && { 'Idempotency-Key': key }) }
    const reply = await api.call('POST', `${path}/reacties`, { body, headers })
    if (reply.status === 201)
      versie = (await api.call('GET', `/v1/behandelingen/${nummer}`, noor)).body.versie
    return reply
  }
  const look = (code = own) => api.call('GET', `${path}/opvolging`, { headers: { Volgcode: code } })
  const follow = (body: object = {}, key?: string) =>
    api.call('POST', `${path}/volgers`, { body, ...(key && { headers: { 'Idempotency-Key': key } }) })
  return { ...api, memory, nummer, path, own, change, react, look, follow }
}
const codeOf = ({ body }: { body: { volglink: string } }) => body.volglink.split('.').at(-1)!

describe('the reporter', () => {
  it('answers a question: the term goes on, and the question is gone', async () => {
    const { change, react, look } = await start()
    await change({ soort: 'vraag', tekst: 'Welke paal?' })
    expect((await look()).body).toMatchObject({
      vraag: 'Welke paal?',
      mag: ['antwoord', 'correctie', 'intrekken'],
    })
    const { status, body } = await react({ soort: 'antwoord', tekst: 'De derde.' })
    expect(status).toBe(201)
    expect(body).not.toHaveProperty('vraag')
    expect(body.geschiedenis.at(-1)).toMatchObject({
      soort: 'antwoord',
      toelichting: 'De derde.',
      melder: true,
    })
  })

  it('sees every line but those between staff, and nobody’s name', async () => {
    const { change, look } = await start()
    await change({ soort: 'notitie', tekst: 'kanarie' })
    await change({ soort: 'toewijzing', team: 'Groen', medewerker: 'Wim' })
    await change({ soort: 'taak', omschrijving: 'kanarie', team: 'Wegen' })
    await change({ soort: 'status', status: 'gepland', geplandeDatum: '2026-05-01' })
    await change({ soort: 'bericht', tekst: 'We komen.' })
    const { text, body } = await look()
    expect(text).not.toMatch(/kanarie|noor|Wim|Groen|Wegen/)
    // A planned day stands with the line that planned it, not again with the message after it.
    expect(body.geschiedenis.map(({ op: _op, ...regel }: Record<string, string>) => regel)).toEqual([
      { soort: 'status', status: 'ontvangen', streefDatum: '2026-04-21', melder: true },
      { soort: 'status', status: 'gepland', geplandeDatum: '2026-05-01' },
      { soort: 'bericht', status: 'gepland', toelichting: 'We komen.' },
    ])
  })

  it('says that it was not solved: it is back in the inbox', async () => {
    const { call, change, react, nummer } = await start()
    await change({ soort: 'status', status: 'gesloten', reden: 'opgelost' })
    const refused = await react({ soort: 'oordeel', opgelost: false })
    expect(refused.body.errors).toMatchObject([{ pointer: '/tekst' }])
    const { body } = await react({ soort: 'oordeel', opgelost: false, tekst: 'Nog donker.' })
    expect(body).toMatchObject({ status: 'in-behandeling' })
    const { body: list } = await call('GET', '/v1/behandelingen?open=true', noor)
    expect(list.behandelingen.map((each: { nummer: string }) => each.nummer)).toEqual([nummer])
  })

  it('has contact data erased at once, with a line in the archive and in the history', async () => {
    const { call, react, look, memory, nummer } = await start({ contact: { email } })
    expect((await look()).body.heeftContact).toBe(true)
    const { body } = await react({ soort: 'contact-wissen' }, { key: 'w' })
    expect([body.heeftContact, body.geschiedenis.at(-1).soort, body.mag]).toEqual([
      false,
      'gewist',
      ['correctie', 'intrekken'],
    ])
    expect(memory.contacten.size).toBe(0)
    expect((await react({ soort: 'contact-wissen' }, { key: 'w' })).status).toBe(201)
    expect((await react({ soort: 'contact-wissen' })).body.code).toBe('reactie-niet-mogelijk')
    const { body: archive } = await call('GET', '/v1/vernietigingen/2026', { rollen: ['beheerder'] })
    expect(archive.regels).toEqual([
      { nummer, wat: ['contact'], grond: expect.stringContaining('AVG'), datum: '2026-04-07' },
    ])
  })

  it('sent again with its key gets the first answer, also after others did something', async () => {
    const { change, react } = await start()
    const send = (omschrijving: string) => react({ soort: 'correctie', omschrijving }, { key: 'c' })
    const first = await send('De vierde lamp.')
    await change({ soort: 'bericht', tekst: 'Dank.' })
    const again = await send('De vierde lamp.')
    expect([again.status, again.text]).toEqual([201, first.text])
    expect((await send('De vijfde.')).body.code).toBe('sleutel-hergebruikt')
  })

  it('needs no version: what staff does meanwhile is no hindrance', async () => {
    const { call, react, look, nummer } = await start()
    const note = (versie: number) =>
      call('POST', `/v1/behandelingen/${nummer}/wijzigingen`, {
        ...noor,
        body: { versie, wijziging: { soort: 'notitie', tekst: 'x' } },
      })
    const replies = await Promise.all([
      note(1),
      ...Array.from({ length: 10 }, (_, i) => react({ soort: 'correctie', omschrijving: `Tekst ${i}` })),
    ])
    expect(replies.slice(1).map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(
      (await look()).body.geschiedenis.filter(({ soort }: { soort: string }) => soort === 'correctie'),
    ).toHaveLength(10)
  })

  it('of what was merged sees how the other one is doing', async () => {
    const { call, change, look } = await start()
    const { body: other } = await call('POST', '/v1/meldingen', {
      body: eenMelding({ categorie: 'iets-anders', omschrijving: 'kanarie', contact: { email } }),
    })
    await change({ soort: 'samenvoeging', hoofdmelding: other.nummer })
    const { body, text } = await look()
    expect(body).toMatchObject({
      reden: 'dubbel',
      hoofdmelding: { nummer: other.nummer, status: 'ontvangen' },
      mag: [],
    })
    expect(text).not.toMatch(/kanarie|voorbeeld\.nl/)
    // The other one is not public, so its place is not shown.
    expect(body.hoofdmelding.geometrie).toEqual(body.geometrie)
  })
})

describe('who follows the melding of somebody else', () => {
  it('gets an own secret link, the same one for the same request', async () => {
    const { follow, own, look } = await start()
    const [first, again] = [
      await follow({ contact: { email } }, 'v'),
      await follow({ contact: { email } }, 'v'),
    ]
    expect([first.status, again.text]).toEqual([201, first.text])
    expect(Buffer.from(codeOf(first), 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(codeOf(first)).not.toBe(own)
    expect((await look(codeOf(first))).status).toBe(200)
    expect((await follow({}, 'v')).body.code).toBe('sleutel-hergebruikt')
    expect(codeOf(await follow())).not.toBe(codeOf(await follow()))
  })

  it('is counted for staff, fifty parallel requests with one key as one', async () => {
    const { call, follow, nummer } = await start()
    const replies = await Promise.all(Array.from({ length: 50 }, () => follow({}, 'p')))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect((await call('GET', `/v1/behandelingen/${nummer}`, noor)).body.aantalVolgers).toBe(1)
  })

  it('sees what happened, and no word of the reporter or to the reporter', async () => {
    const { follow, change, react, look } = await start({ omschrijving: 'kanarie een', antwoorden: {} })
    const code = codeOf(await follow())
    await change({ soort: 'bericht', tekst: 'kanarie twee' })
    await change({ soort: 'vraag', tekst: 'kanarie drie' })
    await react({ soort: 'antwoord', tekst: 'kanarie vier' })
    await react({ soort: 'correctie', omschrijving: 'kanarie vijf' })
    await change({
      soort: 'status',
      status: 'gepland',
      geplandeDatum: '2026-05-01',
      toelichting: 'kanarie zes',
    })
    const { body, text } = await look(code)
    expect(text).not.toContain('kanarie')
    expect(body).toMatchObject({
      volger: true,
      status: 'gepland',
      geplandeDatum: '2026-05-01',
      fotos: [],
      mag: [],
    })
    expect(body).not.toHaveProperty('vraag')
    expect(body.geschiedenis.map(({ soort }: { soort: string }) => soort)).toEqual([
      'status',
      'vraag',
      'antwoord',
      'status',
    ])
  })

  it('does not see what it is about once that is not public, also not of the melding it was merged into', async () => {
    const { follow, change, look, call } = await start({ categorie: 'straatverlichting' })
    const code = codeOf(await follow())
    await change({ soort: 'categorie', categorie: 'iets-anders' })
    const { body, text } = await look(code)
    expect(body.categorie).toBe('straatverlichting')
    expect(body.geschiedenis.at(-1).soort).toBe('categorie')
    expect(text).not.toContain('iets-anders')
    const { body: other } = await call('POST', '/v1/meldingen', {
      body: eenMelding({ categorie: 'iets-anders' }),
    })
    await change({ soort: 'samenvoeging', hoofdmelding: other.nummer })
    expect((await look(code)).text).not.toContain('iets-anders')
  })

  it('can only have the own e-mail address erased, and goes on to follow', async () => {
    const { follow, react, look, memory, nummer } = await start({ contact: { email: 'melder@voorbeeld.nl' } })
    const code = codeOf(await follow({ contact: { email } }))
    const refused = await react({ soort: 'intrekken' }, { code })
    expect([refused.status, refused.body.code]).toEqual([409, 'reactie-niet-mogelijk'])
    expect((await look(code)).body.mag).toEqual(['contact-wissen'])
    const { body } = await react({ soort: 'contact-wissen' }, { code })
    expect([body.heeftContact, body.mag]).toEqual([false, []])
    expect((await look(code)).body).toEqual(body)
    expect(JSON.stringify(await memory.stores.meldingen.listVolgers(nummer))).not.toContain(email)
    expect(memory.contacten.size).toBe(1)
  })

  it('cannot follow what is not public: that is as unknown as a number nobody has', async () => {
    const { call, follow, nummer } = await start({ categorie: 'iets-anders' })
    const unknown = await call('POST', '/v1/meldingen/M-0000-0000/volgers', { body: {} })
    const closed = await follow()
    expect([closed.status, closed.text.replaceAll(nummer, 'M-0000-0000')]).toEqual([404, unknown.text])
  })

  it('cannot begin with what is closed, but a repeat still gets its first answer', async () => {
    const { follow, change, nummer } = await start()
    const first = await follow({}, 'v')
    await change({ soort: 'status', status: 'gesloten', reden: 'opgelost' })
    expect((await follow({}, 'v')).text).toBe(first.text)
    const { status, body } = await follow()
    expect([status, body.code]).toEqual([409, 'reactie-niet-mogelijk'])
    expect(body.detail).toContain(`${nummer} is al gesloten`)
  })

  it('holds the reporter from withdrawing it for others too', async () => {
    const { follow, react } = await start()
    await follow()
    expect((await react({ soort: 'intrekken' })).body.detail).toMatch(/^Anderen hebben dit ook gemeld/)
  })

  it('with a wrong code hears the same as about an unknown number, also for a reaction', async () => {
    const { call, follow, path } = await start()
    await follow({ contact: { email } })
    const headers = { Volgcode: 'A'.repeat(24) }
    const body = { soort: 'contact-wissen' }
    const replies = await Promise.all([
      call('GET', `${path}/opvolging`, { headers }),
      call('GET', '/v1/meldingen/M-0000-0000/opvolging', { headers }),
      call('POST', `${path}/reacties`, { headers, body }),
      call('POST', `${path}/reacties`, { body }),
      call('POST', '/v1/meldingen/M-0000-0000/reacties', { headers, body }),
    ])
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(404)
  })
})
