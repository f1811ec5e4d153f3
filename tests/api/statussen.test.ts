import { describe, expect, it } from 'vitest'
import { eenMelding, type Sent, startApi } from '../support/apiCaller.ts'

async function startMelding() {
  const { call } = startApi()
  const { body } = await call('POST', '/v1/meldingen', { body: eenMelding() })
  const change = (status: Record<string, unknown>, sent: Sent = {}) =>
    call('POST', `/v1/meldingen/${body.nummer}/statussen`, { rollen: ['coordinator'], body: status, ...sent })
  return { call, nummer: body.nummer as string, volglink: body.volglink as string, change }
}

describe('the status of a melding', () => {
  it('goes from ontvangen to gesloten, with its history and what can follow', async () => {
    const { change } = await startMelding()
    await change({ status: 'gepland', geplandeDatum: '2026-05-01', toelichting: 'Op vrijdag.', versie: 1 })
    const { status, body } = await change({ status: 'gesloten', reden: 'opgelost', versie: 2 })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'gesloten',
      reden: 'opgelost',
      versie: 3,
      toegestaan: ['in-behandeling'],
    })
    expect(body.geplandeDatum).toBeUndefined()
    expect(body.geschiedenis).toMatchObject([
      { status: 'ontvangen' },
      { status: 'gepland', geplandeDatum: '2026-05-01', toelichting: 'Op vrijdag.', door: 'coordinator' },
      { status: 'gesloten', reden: 'opgelost' },
    ])
  })

  it('that was changed by somebody else is refused with what they did', async () => {
    const { change } = await startMelding()
    await change({ status: 'in-behandeling', versie: 1 }, { sub: 'noor', rollen: ['coordinator'] })
    const { status, body } = await change({ status: 'gesloten', reden: 'opgelost', versie: 1 })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'versie-verouderd', huidigeVersie: 2 })
    expect(body.detail).toMatch(/in behandeling door noor op 7 april 2026 om 11:30/)
  })

  it('lets one of two parallel changes through', async () => {
    const { change, call, nummer } = await startMelding()
    const replies = await Promise.all([
      change({ status: 'in-behandeling', versie: 1 }),
      change({ status: 'gesloten', reden: 'dubbel', versie: 1 }),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const { body } = await call('GET', `/v1/behandelingen/${nummer}`, { rollen: ['coordinator'] })
    expect(body.versie).toBe(2)
  })

  it('refuses a step that cannot be, with what can', async () => {
    const { change } = await startMelding()
    await change({ status: 'gesloten', reden: 'opgelost', versie: 1 })
    expect(await change({ status: 'gepland', geplandeDatum: '2026-05-01', versie: 2 })).toMatchObject({
      status: 409,
      body: { code: 'overgang-niet-toegestaan', toegestaan: ['in-behandeling'] },
    })
  })

  it('asks for a reason at closing and a date at planning, and for neither elsewhere', async () => {
    const { change } = await startMelding()
    const pointers = async (status: Record<string, unknown>) =>
      (await change({ versie: 1, ...status })).body.errors.map((error: { pointer: string }) => error.pointer)
    expect(await pointers({ status: 'gesloten' })).toEqual(['/reden'])
    expect(await pointers({ status: 'gepland', reden: 'opgelost' })).toEqual(['/reden', '/geplandeDatum'])
    expect(await pointers({ status: 'klaar' })).toEqual(['/status'])
  })

  it('is planned for today in Amsterdam or later, never for a day that is over', async () => {
    const { change } = await startMelding()
    const late = await change({ status: 'gepland', geplandeDatum: '2026-04-06', versie: 1 })
    expect(late).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/geplandeDatum', detail: 'De datum ligt in het verleden.' }] },
    })
    expect((await change({ status: 'gepland', geplandeDatum: '2026-04-07', versie: 1 })).status).toBe(201)
  })

  it('answers a retry as the first time, also after a later change', async () => {
    const { change } = await startMelding()
    const headers = { 'Idempotency-Key': 'k' }
    const first = await change({ status: 'in-behandeling', versie: 1 }, { headers })
    await change({ status: 'gesloten', reden: 'opgelost', versie: 2 })
    const again = await change({ status: 'in-behandeling', versie: 1 }, { headers })
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect(await change({ status: 'gesloten', reden: 'dubbel', versie: 1 }, { headers })).toMatchObject({
      status: 409,
      body: { code: 'sleutel-hergebruikt' },
    })
  })

  it('answers fifty parallel retries alike', async () => {
    const { change } = await startMelding()
    const headers = { 'Idempotency-Key': 'k' }
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => change({ status: 'in-behandeling', versie: 1 }, { headers })),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  })
})

describe('the volglink', () => {
  it('shows the reporter the own words and the history, without names of staff', async () => {
    const { call, volglink, change } = await startMelding()
    await change({ status: 'in-behandeling', versie: 1 })
    const [nummer, volgcode] = (volglink.split('#')[1] ?? '').split('.') as [string, string]
    expect(Buffer.from(volgcode, 'base64url').length).toBeGreaterThanOrEqual(16)
    const { body } = await call('GET', `/v1/meldingen/${nummer}/opvolging`, {
      headers: { Volgcode: volgcode },
    })
    expect(body).toMatchObject({ nummer, omschrijving: 'De lantaarnpaal bij het fietspad is kapot.' })
    expect(body.geschiedenis).toHaveLength(2)
    expect(JSON.stringify(body)).not.toContain('coordinator')
  })

  it('answers a wrong code, no code and an unknown number alike', async () => {
    const { call, nummer } = await startMelding()
    const replies = await Promise.all([
      call('GET', `/v1/meldingen/${nummer}/opvolging`, { headers: { Volgcode: 'A'.repeat(24) } }),
      call('GET', `/v1/meldingen/${nummer}/opvolging`),
      call('GET', '/v1/meldingen/M-0000-0000/opvolging', { headers: { Volgcode: 'A'.repeat(24) } }),
    ])
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  })
})
