import { describe, expect, it } from 'vitest'
import type { Rol } from '../../functions/contract/route.ts'
import { bergen, startApi } from '../support/apiCaller.ts'
import { budgetCases, toVraag, verdelingCases } from '../support/budgetCases.ts'

const url = '/v1/wijkbudgetten/2026/verdelingen'
const besluit = { orgaan: 'College', besluitnummer: '2026-17', besluitDatum: '2026-04-07' }
const naarRato = { berekening: { methode: 'naar-rato', totaalCenten: 12_500_000 } }

function startBudget() {
  const { call } = startApi()
  return {
    call,
    propose: (sub = 'fatima', body: unknown = naarRato) =>
      call('POST', url, { rollen: ['financien'], sub, body }),
    adopt: (versie: number, sub = 'wim', rol: Rol = 'college') =>
      call('POST', `${url}/${versie}/vaststelling`, { rollen: [rol], sub, body: besluit }),
  }
}

describe('a proposed verdeling', () => {
  it('is computed from the inhabitants of the gemeente, which it keeps', async () => {
    const { propose } = startBudget()
    const { status, body } = await propose()
    expect(status).toBe(201)
    expect(body).toMatchObject({ jaar: 2026, versie: 1, status: 'concept', voorgesteldDoor: 'fatima' })
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(
      body.bevolking.map(({ kern, inwoners, bron }: Record<string, unknown>) => ({ kern, inwoners, bron })),
    ).toEqual(
      bergen.kernen.map(({ code, inwoners, inwonersBron }) => ({ kern: code, inwoners, bron: inwonersBron })),
    )
    const sum = body.antwoord.aandelen.reduce(
      (total: number, each: { bedragCenten: number }) => total + each.bedragCenten,
      0,
    )
    expect(sum + body.antwoord.onverdeeldCenten).toBe(12_500_000)
  })

  it('with other figures says that they are the proposer’s', async () => {
    const { propose } = startBudget()
    const kernen = bergen.kernen.map(({ code }) => ({ kern: code, inwoners: 100 }))
    const { body } = await propose('fatima', { berekening: { ...naarRato.berekening, kernen } })
    expect(body.bevolking[0]).toMatchObject({
      inwoners: 100,
      peildatum: '2026-04-07',
      bron: 'opgave bij het voorstel',
    })
  })

  it('has the same hash for the same question, and another for another', async () => {
    const { propose } = startBudget()
    const hashes = [
      (await propose()).body.hash,
      (await propose('joost')).body.hash,
      (await propose('joost', { berekening: { ...naarRato.berekening, totaalCenten: 12_500_001 } })).body
        .hash,
    ]
    expect(hashes[1]).toBe(hashes[0])
    expect(hashes[2]).not.toBe(hashes[0])
  })

  it('needs each kern of the gemeente once, and names all errors at once', async () => {
    const { propose } = startBudget()
    const [first, ...others] = bergen.kernen.map(({ code, inwoners }) => ({ kern: code, inwoners }))
    const { status, body } = await propose('fatima', {
      toelichting: '',
      berekening: {
        methode: 'naar-rato',
        totaalCenten: 1.5,
        kernen: [...others, { kern: 'atlantis', inwoners: 1 }],
      },
    })
    expect(status).toBe(400)
    expect(body.errors.map((error: { pointer: string }) => error.pointer).toSorted()).toEqual([
      '/berekening/kernen',
      '/berekening/kernen/7/kern',
      '/berekening/totaalCenten',
      '/toelichting',
    ])
    expect(
      body.errors.find((error: { pointer: string }) => error.pointer === '/berekening/kernen').detail,
    ).toContain(bergen.kernen.find(({ code }) => code === first?.kern)?.naam)
  })

  it('takes no amounts', async () => {
    const { propose } = startBudget()
    const { body } = await propose('fatima', { berekening: { ...naarRato.berekening, aandelen: [] } })
    expect(body.errors).toMatchObject([{ pointer: '/berekening/aandelen' }])
  })
})

describe('adopting', () => {
  it('is not for the proposer, whatever else is the matter', async () => {
    const { propose, adopt } = startBudget()
    await propose('fatima')
    expect(await adopt(1, 'fatima', 'financien')).toMatchObject({ status: 403, body: { code: 'vier-ogen' } })
    await adopt(1, 'wim')
    expect((await adopt(1, 'fatima', 'financien')).body.code).toBe('vier-ogen')
  })

  it('happens once, and the decision is public without names', async () => {
    const { propose, adopt, call } = startBudget()
    await propose()
    expect(await adopt(1)).toMatchObject({
      status: 201,
      body: { status: 'vastgesteld', vaststelling: { ...besluit, vastgesteldDoor: 'wim' } },
    })
    expect(await adopt(1, 'joost', 'financien')).toMatchObject({
      status: 409,
      body: { code: 'al-vastgesteld' },
    })
    const { body, text } = await call('GET', '/v1/wijkbudgetten/2026')
    expect(body.geldend).toMatchObject({ versie: 1, vaststelling: besluit })
    expect(text).not.toMatch(/fatima|wim/)
  })

  it('lets one of two parallel adoptions through', async () => {
    const { propose, adopt } = startBudget()
    await propose()
    const replies = await Promise.all([adopt(1, 'wim'), adopt(1, 'joost', 'financien')])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it('goes forward only: an older version than the one in force is refused', async () => {
    const { propose, adopt, call } = startBudget()
    await propose()
    await propose()
    await adopt(2)
    expect(await adopt(1)).toMatchObject({
      status: 409,
      body: { code: 'versie-verouderd', huidigeVersie: 2 },
    })
    expect((await call('GET', url, { rollen: ['college'] })).body).toMatchObject({ geldend: 2 })
  })

  it('of a version that is not there is 404', async () => {
    expect((await startBudget().adopt(3)).status).toBe(404)
  })

  it('shows last year’s amounts beside this year’s', async () => {
    const { propose, adopt, call } = startBudget()
    await propose()
    await adopt(1)
    const { body } = await call('GET', '/v1/wijkbudgetten/2027')
    expect(body).toMatchObject({ geldend: null, vorigJaar: { jaar: 2026, versie: 1 } })
    expect(Object.keys(body.vorigJaar.bedragen)).toEqual(bergen.kernen.map(({ code }) => code))
  })
})

describe('the worked budget cases through HTTP', () => {
  const { call } = startApi()
  const compute = (body: unknown) => call('POST', '/v1/wijkbudgetten/_bereken', { body })

  it.each(verdelingCases().map((each) => [each.id, each] as const))(
    'case %s',
    async (_id, { vraag, expected }) => {
      const { status, body } = await compute(vraag)
      if (expected.error) {
        expect(body).toMatchObject({ status: 400, code: expected.error })
        if (expected.shortfallCents !== undefined) expect(body.tekortCenten).toBe(expected.shortfallCents)
        return
      }
      expect(status).toBe(200)
      const amounts = Object.fromEntries(
        body.aandelen.map(({ kern, bedragCenten }: { kern: string; bedragCenten: number }) => [
          kern,
          bedragCenten,
        ]),
      )
      if (expected.perKernCents) expect(amounts).toMatchObject(expected.perKernCents)
      if (expected.undistributedCents !== undefined)
        expect(body.onverdeeldCenten).toBe(expected.undistributedCents)
    },
  )

  it('are not forgotten here', () => {
    expect(budgetCases).toHaveLength(30)
    expect(verdelingCases().length).toBeGreaterThanOrEqual(20)
    expect(toVraag({ method: 'gelijk' })).toEqual({ methode: 'gelijk' })
  })
})
