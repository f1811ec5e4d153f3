import { describe, expect, it } from 'vitest'
import { bergen, startApi } from '../support/apiCaller.ts'

const url = '/v1/bevolkingsversies'
const besluit = { orgaan: 'College', besluitnummer: '2026-17', besluitDatum: '2026-04-07' }
const naarRato = { methode: 'naar-rato', totaalCenten: 12_500_000 }
const cijfers = bergen.kernen.map(({ code, inwoners }) => ({ kern: code, inwoners }))
const som = cijfers.reduce((totaal, { inwoners }) => totaal + inwoners, 0)
const nieuw = (overrides: Record<string, unknown> = {}) => ({
  peildatum: '2026-01-01',
  bron: 'CBS 2026',
  methode: 'CBS',
  reden: 'Nieuwe jaarcijfers',
  cijfers,
  ...overrides,
})

function startBevolking(gemeente = bergen) {
  const { call } = startApi({ gemeente })
  return {
    call,
    add: (body: unknown, key?: string) =>
      call('POST', url, {
        rollen: ['beheerder'],
        sub: 'bea',
        body,
        ...(key && { headers: { 'idempotency-key': key } }),
      }),
    propose: (body: unknown, jaar = 2026) =>
      call('POST', `/v1/wijkbudgetten/${jaar}/verdelingen`, { rollen: ['financien'], sub: 'fatima', body }),
    adopt: (versie: number) =>
      call('POST', `/v1/wijkbudgetten/2026/verdelingen/${versie}/vaststelling`, {
        rollen: ['college'],
        sub: 'wim',
        body: besluit,
      }),
  }
}

describe('the population', () => {
  it('starts at version 0, the figures of the kernindeling, and each correction is a version', async () => {
    const { add, call } = startBevolking()
    const added = await add(nieuw({ controletotaal: som }))
    expect(added).toMatchObject({
      status: 201,
      body: { versie: 1, vastgelegdDoor: 'bea', controle: { som, controletotaal: som, verschil: 0 } },
    })
    await add(nieuw({ methode: 'telling', reden: 'Telfout in Schoorl' }))
    const { body } = await call('GET', url, { rollen: ['financien'] })
    expect(body.versies.map(({ versie, reden }: Record<string, unknown>) => [versie, reden])).toEqual([
      [0, 'Cijfers van de kernindeling'],
      [1, 'Nieuwe jaarcijfers'],
      [2, 'Telfout in Schoorl'],
    ])
  })

  it('is stored once for the same Idempotency-Key', async () => {
    const { add, call } = startBevolking()
    const [first, again] = [await add(nieuw(), 'een'), await add(nieuw(), 'een')]
    expect(again.body).toEqual(first.body)
    expect((await add(nieuw({ reden: 'anders' }), 'een')).body.code).toBe('sleutel-hergebruikt')
    expect((await call('GET', url, { rollen: ['financien'] })).body.versies).toHaveLength(2)
  })

  it('names each wrong figure at once, and stores nothing', async () => {
    const { add, call } = startBevolking()
    const [first, second, ...others] = cijfers
    const wrong = [{ ...first, inwoners: -1 }, { kern: 'atlantis', inwoners: 5 }, ...others, others[0]]
    const { status, body } = await add(nieuw({ peildatum: '1 januari', cijfers: wrong }))
    expect(status).toBe(400)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/cijfers',
      '/cijfers/0/inwoners',
      '/cijfers/1/kern',
      `/cijfers/${wrong.length - 1}/kern`,
      '/peildatum',
    ])
    expect(body.errors.find(({ pointer }: { pointer: string }) => pointer === '/cijfers').detail).toContain(
      bergen.kernen.find(({ code }) => code === second?.kern)?.naam,
    )
    expect((await call('GET', url, { rollen: ['financien'] })).body.versies).toHaveLength(1)
  })
})

describe('a verdeling', () => {
  it('uses the newest figures of its year, freezes them and names the version', async () => {
    const { add, propose } = startBevolking()
    await add(nieuw({ cijfers: cijfers.map((cijfer) => ({ ...cijfer, inwoners: 1_000 })) }))
    await add(nieuw({ peildatum: '2027-01-01' }))
    const { body } = await propose({ berekening: naarRato })
    expect(body.bevolkingVersie).toBe(1)
    expect(body.bevolking[0]).toMatchObject({ inwoners: 1_000, peildatum: '2026-01-01', bron: 'CBS 2026' })
    expect((await propose({ berekening: naarRato, bevolkingVersie: 0 })).body.bevolking[0].inwoners).toBe(
      cijfers[0]?.inwoners,
    )
  })

  it('is refused for a kern that CBS has no figure of, until somebody enters one: it is never 0', async () => {
    const [first, ...others] = bergen.kernen
    const kernen = [{ ...first!, inwoners: 0, inwonersBron: 'ontbreekt' }, ...others]
    const { add, call, propose } = startBevolking({ ...bergen, kernen })
    const { body } = await call('GET', url, { rollen: ['financien'] })
    expect(body.versies[0].cijfers[0]).toMatchObject({ kern: first!.code, inwoners: null })
    expect(body.versies[0].ontbrekend).toMatchObject([{ kern: first!.code }])
    const refused = await propose({ berekening: naarRato })
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toMatchObject([
      {
        pointer: '/berekening/kernen/0/inwoners',
        detail: `Van ${first!.naam} is het aantal inwoners niet bekend; dat telt nooit als 0. Leg eerst inwonertallen vast.`,
      },
    ])
    await add(nieuw())
    expect((await propose({ berekening: naarRato })).status).toBe(201)
  })

  it('keeps the newest figures when older ones are corrected later', async () => {
    const { add, propose } = startBevolking()
    await add(nieuw({ peildatum: '2026-01-01' }))
    await add(nieuw({ peildatum: '2025-01-01', reden: 'Telfout in 2025' }))
    expect((await propose({ berekening: naarRato }, 2026)).body.bevolkingVersie).toBe(1)
    expect((await propose({ berekening: naarRato }, 2025)).body.bevolkingVersie).toBe(2)
  })

  it.each([
    ['a year before every peildatum', { berekening: naarRato }, 2010, 'pad:jaar'],
    ['a version that is not there', { berekening: naarRato, bevolkingVersie: 7 }, 2026, '/bevolkingVersie'],
  ])('is refused for %s, with the other errors', async (_, body, jaar, pointer) => {
    const { propose } = startBevolking()
    const berekening = { ...body.berekening, totaalCenten: -5 }
    const { status, body: problem } = await propose({ ...body, berekening }, jaar)
    expect(status).toBe(400)
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      pointer,
      '/berekening/totaalCenten',
    ])
  })

  it('is not adopted when its inhabitants differ from the control total, and the sentence has both', async () => {
    const { add, propose, adopt } = startBevolking()
    const misprint = [23_381, ...cijfers.slice(1).map(() => 0)]
    await add(
      nieuw({
        controletotaal: 23_981,
        cijfers: cijfers.map(({ kern }, i) => ({ kern, inwoners: misprint[i] })),
      }),
    )
    expect((await propose({ berekening: naarRato })).body.controle).toEqual({
      som: 23_381,
      controletotaal: 23_981,
      verschil: -600,
    })
    const refused = await adopt(1)
    expect(refused).toMatchObject({ status: 409, body: { code: 'controletotaal-wijkt-af' } })
    expect(refused.body.detail).toContain('23.381')
    expect(refused.body.detail).toContain('23.981')
    await propose({ berekening: naarRato, controletotaal: 23_381 })
    expect((await adopt(2)).status).toBe(201)
  })

  it('is not divided by a figure that is missing', async () => {
    const { add, propose } = startBevolking()
    const [first, ...others] = cijfers
    const csv = [
      'kern;inwoners',
      `${first?.kern};-99997`,
      ...others.map(({ kern, inwoners }) => `${kern};${inwoners}`),
    ]
    const { body } = await add(nieuw({ cijfers: undefined, csv: csv.join('\r\n') }))
    expect(body.ontbrekend).toEqual([{ kern: first?.kern, code: first?.kern, gegeven: '-99997' }])
    expect(body.cijfers[0].inwoners).toBeNull()
    const { status, body: problem } = await propose({ berekening: naarRato })
    expect([status, problem.errors]).toMatchObject([400, [{ pointer: '/berekening/kernen/0/inwoners' }]])
  })
})
