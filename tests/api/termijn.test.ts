/** The promised date and what is not public, through the whole API. */
import { describe, expect, it } from 'vitest'
import { promiseDatum } from '../../functions/domain/belofte.ts'
import { openWerkdagen } from '../../functions/domain/feestdagen.ts'
import { bergen, eenMelding, schoorl, startApi } from '../support/apiCaller.ts'

const noor = { rollen: ['coordinator' as const] }
/** Goes by seconds, and jumps where a test says so. */
const startAt = (instant: string) => {
  let at = Date.parse(instant)
  const now = () => {
    at += 1000
    return new Date(at)
  }
  const jump = (to: string) => {
    at = Date.parse(to)
  }
  return { ...startApi({ now }), jump }
}
const lamp = eenMelding({ categorie: 'straatverlichting' })

describe('the promised date', () => {
  it('is on the receipt, the public melding, the volgpagina, the list and the detail', async () => {
    const { call } = startAt('2026-11-24T09:00:00Z')
    const { body: receipt } = await call('POST', '/v1/meldingen', { body: lamp })
    expect(receipt.streefDatum).toBe('2026-12-01')
    const { nummer, volglink } = receipt
    const opvolging = await call('GET', `/v1/meldingen/${nummer}/opvolging`, {
      headers: { volgcode: volglink.split('.').at(-1) },
    })
    expect(opvolging.body).toMatchObject({
      streefDatum: '2026-12-01',
      geschiedenis: [{ status: 'ontvangen', streefDatum: '2026-12-01' }],
    })
    const { body: list } = await call('GET', '/v1/behandelingen', noor)
    expect(list.behandelingen[0]).toMatchObject({ streefDatum: '2026-12-01', signaal: 'op-tijd' })
    for (const url of [`/v1/meldingen/${nummer}`, `/v1/behandelingen/${nummer}`])
      expect((await call('GET', url, noor)).body.streefDatum).toBe('2026-12-01')
  })

  it('can be told before sending, from what the browser gets', async () => {
    const { call } = startAt('2026-12-18T09:00:00Z')
    const { body: settings } = await call('GET', '/v1/instellingen')
    const { body } = await call('GET', '/v1/categorieen')
    const { body: receipt } = await call('POST', '/v1/meldingen', { body: lamp })
    const regels = { categorieen: body.categorieen, isWerkdag: openWerkdagen(settings.werkkalender) }
    expect(promiseDatum('straatverlichting', '2026-12-18T09:00:00Z', regels)).toBe(receipt.streefDatum)
  })

  it('on a receipt that is asked again is that of the first time, though it has moved', async () => {
    const { call, jump } = startAt('2026-11-24T09:00:00Z')
    const send = () => call('POST', '/v1/meldingen', { body: lamp, headers: { 'Idempotency-Key': 'een' } })
    const { nummer } = (await send()).body
    const change = (body: Record<string, unknown>) =>
      call('POST', `/v1/meldingen/${nummer}/statussen`, { ...noor, body })
    await change({ status: 'gesloten', reden: 'opgelost', versie: 1 })
    jump('2027-02-01T09:00:00Z')
    const reopened = await change({ status: 'in-behandeling', versie: 2 })
    expect(reopened.body).toMatchObject({ streefDatum: '2027-02-08', signaal: 'op-tijd' })
    expect(reopened.body.geschiedenis.at(-1)).toMatchObject({ streefDatum: '2027-02-08' })
    expect((await send()).body.streefDatum).toBe('2026-12-01')
  })
})

describe('the list of what is late', () => {
  it('has what is open and past its date, and nothing that was closed in time or not', async () => {
    const { call, jump } = startAt('2026-11-24T09:00:00Z')
    const [first, second] = [
      (await call('POST', '/v1/meldingen', { body: lamp })).body.nummer,
      (await call('POST', '/v1/meldingen', { body: lamp })).body.nummer,
    ]
    const late = async () =>
      (await call('GET', '/v1/behandelingen?laat=true', noor)).body.behandelingen.map(
        ({ nummer, signaal }: { nummer: string; signaal: string }) => [nummer, signaal],
      )
    jump('2026-12-01T22:00:00Z')
    expect(await late()).toEqual([])
    jump('2026-12-01T23:00:00Z')
    expect(await late()).toEqual([
      [second, 'te-laat'],
      [first, 'te-laat'],
    ])
    const body = { status: 'gesloten', reden: 'opgelost', versie: 1 }
    await call('POST', `/v1/meldingen/${second}/statussen`, { ...noor, body })
    expect(await late()).toEqual([[first, 'te-laat']])
    expect((await call('GET', '/v1/behandelingen?laat=false', noor)).body.behandelingen).toHaveLength(2)
  })

  it('is for staff, and takes true or false', async () => {
    const { call } = startApi()
    expect((await call('GET', '/v1/behandelingen?laat=ja', noor)).body.errors).toMatchObject([
      { detail: 'laat is true of false.' },
    ])
    expect((await call('GET', '/v1/meldingen?laat=true')).status).toBe(400)
  })
})

describe('a melding that is not public', () => {
  const [lon, lat] = [schoorl[0] + 0.000_123, schoorl[1]]
  const besloten = eenMelding({
    categorie: 'iets-anders',
    omschrijving: 'kanarie',
    geometrie: { type: 'Point', coordinates: [lon, lat] },
  })
  const start = async () => {
    const api = startApi()
    await api.call('POST', '/v1/meldingen', { body: lamp })
    const sent = await api.call('POST', '/v1/meldingen', { body: besloten })
    return { ...api, sent }
  }

  it('is kept from everybody: its place, its nummer and its words are in no public answer', async () => {
    const { call, sent } = await start()
    const { nummer } = sent.body
    const bbox = `bbox=${lon - 0.00001},${lat - 0.00001},${lon + 0.00001},${lat + 0.00001}`
    const urls = [
      '/v1/meldingen',
      '/v1/meldingen?limiet=1',
      '/v1/meldingen?categorie=iets-anders',
      `/v1/meldingen?limiet=1&${bbox}`,
      '/v1/activiteit',
      '/v1/kernen',
    ]
    for (const url of urls) {
      const { text, status } = await call('GET', url)
      expect(status, url).toBe(200)
      expect(text, url).not.toMatch(new RegExp(`${nummer}|${lon}|kanarie`))
    }
    expect((await call('GET', '/v1/meldingen')).body.meldingen).toHaveLength(1)
    expect((await call('GET', `/v1/meldingen?limiet=1&${bbox}`)).body).toEqual({ meldingen: [] })
  })

  it('is by its nummer as unknown as one that nobody has', async () => {
    const { call, sent } = await start()
    const { nummer } = sent.body
    const closed = await call('GET', `/v1/meldingen/${nummer}`)
    const unknown = await call('GET', '/v1/meldingen/M-0000-0000')
    expect(closed.status).toBe(404)
    expect(closed.text.replaceAll(nummer, 'M-0000-0000')).toBe(unknown.text)
  })

  it('is there for the reporter and for staff', async () => {
    const { call, sent } = await start()
    const { nummer, volglink } = sent.body
    expect(sent.headers.Location).toBe(`/v1/meldingen/${nummer}/opvolging`)
    const headers = { volgcode: volglink.split('.').at(-1) }
    expect((await call('GET', sent.headers.Location!, { headers })).body.geometrie.coordinates[0]).toBe(lon)
    expect(
      (await call('GET', '/v1/behandelingen?categorie=iets-anders', noor)).body.behandelingen,
    ).toHaveLength(1)
    expect((await call('GET', `/v1/behandelingen/${nummer}`, noor)).status).toBe(200)
  })

  it('counts for its kern', async () => {
    const { call } = await start()
    expect((await call('GET', '/v1/activiteit')).body.totaal.meldingen).toBe(2)
  })
})

describe('the settings of a gemeente', () => {
  it('give a calendar and limits to every gemeente', () => {
    expect(bergen.werkkalender).toEqual({
      bevrijdingsdag: 'elke-vijf-jaar',
      goedeVrijdag: false,
      sluitingsdagen: [],
    })
    const days = ['2025-05-05', '2026-05-05', '2026-04-27', '2026-04-03']
    expect(days.map((dag) => bergen.isWerkdag(dag))).toEqual([false, true, false, true])
  })
})
