/** Everything wrong that finance can send: refused with every error named, and nothing is half stored. */
import { describe, expect, it } from 'vitest'
import { bergen, startApi } from '../support/apiCaller.ts'

const kernen = bergen.kernen.map(({ code, inwoners }) => ({ kern: code, inwoners }))
const goed = { methode: 'naar-rato', totaalCenten: 12_500_000, kernen }
const withFirst = (change: Record<string, unknown>) => ({
  ...goed,
  kernen: [{ ...kernen[0], ...change }, ...kernen.slice(1)],
})
const [, second] = kernen

const wrong: [string, Record<string, unknown>, string[]][] = [
  ['negative inwoners', withFirst({ inwoners: -1 }), ['/kernen/0/inwoners']],
  ['missing inwoners', withFirst({ inwoners: undefined }), ['/kernen/0/inwoners']],
  ['inwoners with decimals', withFirst({ inwoners: 10.5 }), ['/kernen/0/inwoners']],
  ['an unknown methode', { ...goed, methode: 'naar-smaak' }, ['/methode']],
  ['a parameter of another methode', { ...goed, basisCenten: 100 }, ['/basisCenten']],
  ['cents with decimals', { ...goed, totaalCenten: 12_500_000.5 }, ['/totaalCenten']],
  ['a total over 10^15', { ...goed, totaalCenten: 1_000_000_000_000_001 }, ['/totaalCenten']],
  ['a negative total', { ...goed, totaalCenten: -1 }, ['/totaalCenten']],
  ['a kern twice', { ...goed, kernen: [...kernen, second] }, [`/kernen/${kernen.length}/kern`]],
  [
    'five mistakes at once',
    {
      ...withFirst({ inwoners: -1 }),
      totaalCenten: 0.5,
      eenheidCenten: 0,
      gewicht: 'stemmen',
      kleur: 'rood',
    },
    ['/eenheidCenten', '/gewicht', '/kernen/0/inwoners', '/kleur', '/totaalCenten'],
  ],
]

const pointers = (body: { errors?: { pointer: string }[] }) =>
  body.errors?.map(({ pointer }) => pointer).toSorted()

describe('a question to the engine', () => {
  it.each(wrong)('with %s is refused', async (_, body, expected) => {
    const { call } = startApi()
    const reply = await call('POST', '/v1/wijkbudgetten/_bereken', { body })
    expect([reply.status, pointers(reply.body)]).toEqual([400, expected])
  })
})

describe.each([
  ['a proposal', '/v1/wijkbudgetten/2026/verdelingen', {}],
  ['a scenario', '/v1/wijkbudgetten/2026/scenarios', { naam: 'x' }],
])('%s', (_, url, rest) => {
  it.each(wrong)('with %s is refused, and nothing is kept', async (_name, berekening, expected) => {
    const { call, deps } = startApi()
    const reply = await call('POST', url, { rollen: ['financien'], body: { ...rest, berekening } })
    expect([reply.status, pointers(reply.body)]).toEqual([
      400,
      expected.map((pointer) => `/berekening${pointer}`),
    ])
    expect(await deps.stores.wijkbudgetten.list(2026)).toEqual([])
    expect(await deps.stores.scenarios.list(2026)).toEqual([])
  })

  it('for a year without population is refused', async () => {
    const { call } = startApi()
    const body = { ...rest, berekening: goed }
    const reply = await call('POST', url.replace('2026', '2010'), { rollen: ['financien'], body })
    expect([reply.status, pointers(reply.body)]).toEqual([400, ['pad:jaar']])
    expect(reply.body.detail).toContain('2010')
  })

  it('is for financiën only', async () => {
    const { call } = startApi()
    const body = { ...rest, berekening: goed }
    expect((await call('POST', url, { body })).status).toBe(401)
    expect((await call('POST', url, { rollen: ['coordinator', 'college'], body })).status).toBe(403)
  })
})

describe('a line of a ledger', () => {
  const url = '/v1/wijkbudgetten/2026/grootboeken/schoorl/regels'
  const regel = { soort: 'verplichting', nummer: 'V-1', bedragCenten: 100, omschrijving: 'Bank' }
  it.each([
    ['an unknown soort', { ...regel, soort: 'gift' }, ['/soort']],
    [
      'no amount and no nummer',
      { soort: 'verplichting', omschrijving: 'Bank' },
      ['/bedragCenten', '/nummer'],
    ],
    ['an amount of 0', { ...regel, bedragCenten: 0 }, ['/bedragCenten']],
    ['a negative amount', { ...regel, bedragCenten: -5 }, ['/bedragCenten']],
    ['cents with decimals', { ...regel, bedragCenten: 1.5 }, ['/bedragCenten']],
    ['a taakveld that is none', { ...regel, taakveld: 'zes' }, ['/taakveld']],
    ['a day that is none', { ...regel, datum: '2026-02-30' }, ['/datum']],
    ['a stand of its own', { ...regel, saldoCenten: 5 }, ['/saldoCenten']],
  ])('with %s is refused, and nothing is booked', async (_, body, expected) => {
    const { call, deps } = startApi()
    const reply = await call('POST', url, { rollen: ['financien'], body })
    expect([reply.status, pointers(reply.body)]).toEqual([400, expected])
    expect(await deps.stores.grootboeken.listStanden(2026)).toEqual([])
  })

  it('of a kern that the gemeente does not have is 404', async () => {
    const { call } = startApi()
    const reply = await call('POST', url.replace('schoorl', 'atlantis'), {
      rollen: ['financien'],
      body: regel,
    })
    expect(reply).toMatchObject({ status: 404, body: { code: 'niet-gevonden' } })
  })
})

describe('a redistribution', () => {
  it.each([
    ['an unknown kern', [{ kern: 'atlantis', openAanvraagCenten: 5 }], ['/aanvragen/0/kern']],
    [
      'a negative request',
      [{ kern: 'schoorl', openAanvraagCenten: -5 }],
      ['/aanvragen/0/openAanvraagCenten'],
    ],
    [
      'a kern twice',
      [
        { kern: 'schoorl', openAanvraagCenten: 5 },
        { kern: 'schoorl', openAanvraagCenten: 6 },
      ],
      ['/aanvragen/1/kern'],
    ],
  ])('with %s is refused', async (_, aanvragen, expected) => {
    const { call, deps } = startApi()
    const reply = await call('POST', '/v1/wijkbudgetten/2026/herverdelingen', {
      rollen: ['financien'],
      body: { aanvragen },
    })
    expect([reply.status, pointers(reply.body)]).toEqual([400, expected])
    expect(await deps.stores.wijkbudgetten.list(2026)).toEqual([])
  })
})
