import { describe, expect, it } from 'vitest'
import { bergen, startApi } from '../support/apiCaller.ts'

const url = '/v1/wijkbudgetten/2027/scenarios'
const naarRato = { methode: 'naar-rato', totaalCenten: 12_500_000 }
const metBasis = { methode: 'basis-plus-rest-naar-rato', totaalCenten: 12_500_000, basisCenten: 300_000 }

function startScenarios() {
  const { call } = startApi()
  const post = (path: string, body: unknown, key?: string) =>
    call('POST', path, {
      rollen: ['financien'],
      body,
      ...(key && { headers: { 'idempotency-key': key } }),
    })
  return {
    call,
    create: (body: unknown, key?: string) => post(url, body, key),
    change: (scenario: string, body: unknown, key?: string) =>
      post(`${url}/${scenario}/wijzigingen`, body, key),
    compare: (body: unknown) => post(`${url}/_vergelijk`, body),
    list: async () => (await call('GET', url, { rollen: ['college'] })).body.scenarios,
  }
}

describe('a scenario', () => {
  it('is kept with the kernen and inwoners of the gemeente and what it comes to, without an author', async () => {
    const { create, list } = startScenarios()
    const { status, body, text } = await create({ naam: 'Naar rato', berekening: naarRato })
    expect(status).toBe(201)
    expect(body).toMatchObject({ jaar: 2027, versie: 1, bevolkingVersie: 0, verwijderd: false })
    expect(body.antwoord.aandelen).toHaveLength(bergen.kernen.length)
    expect(text).not.toContain('financien')
    expect(await list()).toEqual([body])
  })

  it('is copied, changed, renamed, removed and put back; others keep what they were', async () => {
    const { create, change, list } = startScenarios()
    const { body: first } = await create({ naam: 'Naar rato', berekening: naarRato })
    const kopieVan = { jaar: 2027, scenario: first.scenario }
    const { body: copy } = await create({ naam: 'Met basis', kopieVan })
    expect(copy).toMatchObject({ kopieVan, vraag: first.vraag, versie: 1 })
    await change(copy.scenario, { versie: 1, berekening: metBasis })
    await change(copy.scenario, { versie: 2, naam: 'Met basisbedrag' })
    await change(copy.scenario, { versie: 3, verwijderd: true })
    expect((await list()).map(({ naam, verwijderd }: Record<string, unknown>) => [naam, verwijderd])).toEqual(
      [
        ['Naar rato', false],
        ['Met basisbedrag', true],
      ],
    )
    const { body } = await change(copy.scenario, { versie: 4, verwijderd: false })
    expect(body).toMatchObject({
      versie: 5,
      verwijderd: false,
      vraag: { methode: 'basis-plus-rest-naar-rato' },
    })
  })

  it('is changed by the first of two; the second hears which version there is now', async () => {
    const { create, change, list } = startScenarios()
    const { body } = await create({ naam: 'Naar rato', berekening: naarRato })
    const outcomes = await Promise.all(
      ['een', 'twee'].map((naam) => change(body.scenario, { versie: 1, naam })),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(outcomes.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'versie-verouderd',
      huidigeVersie: 2,
    })
    expect((await list())[0].versie).toBe(2)
  })

  it('gives a repeat with the same Idempotency-Key its first answer, also after later changes', async () => {
    const { create, change, list } = startScenarios()
    const made = await create({ naam: 'Naar rato', berekening: naarRato }, 'maak')
    const renamed = await change(made.body.scenario, { versie: 1, naam: 'een' }, 'wijzig')
    await change(made.body.scenario, { versie: 2, naam: 'twee' })
    expect((await create({ naam: 'Naar rato', berekening: naarRato }, 'maak')).body).toEqual(made.body)
    expect((await change(made.body.scenario, { versie: 1, naam: 'een' }, 'wijzig')).body).toEqual(
      renamed.body,
    )
    expect((await change(made.body.scenario, { versie: 1, naam: 'drie' }, 'wijzig')).body.code).toBe(
      'sleutel-hergebruikt',
    )
    expect(await list()).toHaveLength(1)
  })

  it.each([
    [
      'no name and a wrong question',
      { berekening: { ...naarRato, totaalCenten: 1.5 } },
      ['/berekening/totaalCenten', '/naam'],
    ],
    [
      'both a question and a copy',
      { naam: 'x', berekening: naarRato, kopieVan: { jaar: 2027, scenario: '0123456789ab' } },
      ['/berekening'],
    ],
    [
      'an unknown kern to join',
      {
        naam: 'x',
        berekening: naarRato,
        samenvoegingen: [{ kern: 'samen', naam: 'Samen', van: ['schoorl', 'atlantis'] }],
      },
      ['/samenvoegingen/0/van/1'],
    ],
    [
      'figures of a version that is not there',
      { naam: 'x', berekening: naarRato, bevolkingVersie: 4 },
      ['/bevolkingVersie'],
    ],
  ])('is refused with %s, and nothing is kept', async (_, body, pointers) => {
    const { create, list } = startScenarios()
    const { status, body: problem } = await create(body)
    expect(status).toBe(400)
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(pointers)
    expect(await list()).toEqual([])
  })

  it('that is not there is 404, and a total below the bases is refused with what is missing', async () => {
    const { create, change } = startScenarios()
    expect((await change('0123456789ab', { versie: 1, naam: 'x' })).status).toBe(404)
    expect(await create({ naam: 'x', berekening: { ...metBasis, totaalCenten: 2_000_000 } })).toMatchObject({
      status: 400,
      body: { code: 'TOTAAL_LAGER_DAN_BASIS', tekortCenten: 400_000 },
    })
  })
})

describe('comparing scenario’s', () => {
  it('puts any number beside what was adopted the year before', async () => {
    const { create, compare, call } = startScenarios()
    const verdelingen = '/v1/wijkbudgetten/2026/verdelingen'
    await call('POST', verdelingen, { rollen: ['financien'], sub: 'fatima', body: { berekening: naarRato } })
    const body = { orgaan: 'College', besluitnummer: '1', besluitDatum: '2026-01-10' }
    await call('POST', `${verdelingen}/1/vaststelling`, { rollen: ['college'], sub: 'wim', body })
    const codes = []
    for (const berekening of [naarRato, metBasis])
      codes.push((await create({ naam: berekening.methode, berekening })).body.scenario)
    const { status, body: vergelijking } = await compare({ scenarios: codes })
    expect(status).toBe(200)
    expect(vergelijking.basis).toMatchObject({ naam: 'Vastgesteld 2026, versie 1', totaalCenten: 12_500_000 })
    const [same, other] = vergelijking.scenarios
    expect(same.rijen.map(({ verschilCenten }: { verschilCenten: number }) => verschilCenten)).toEqual(
      bergen.kernen.map(() => 0),
    )
    expect(
      other.rijen.reduce(
        (som: number, { verschilCenten }: { verschilCenten: number }) => som + verschilCenten,
        0,
      ),
    ).toBe(0)
    const schoorl = other.rijen.find(({ kern }: { kern: string }) => kern === 'schoorl')
    expect(schoorl).toMatchObject({ naam: 'Schoorl', gevoeligheid: { totaalCenten: 0 } })
    expect(schoorl.gevoeligheid.kernCenten).toBeGreaterThan(0)
    expect(schoorl.uitleg).toContain('Schoorl krijgt')
  })

  it('sees Bergen Binnen as one kern beside Bergen Binnen as two', async () => {
    const { create, compare } = startScenarios()
    const { body: two } = await create({ naam: 'Twee kernen', berekening: metBasis })
    const van = ['bergen-binnen-west', 'bergen-binnen-oost']
    const samenvoegingen = [{ kern: 'bergen-binnen', naam: 'Bergen Binnen', van }]
    const { body: one } = await create({ naam: 'Eén kern', berekening: metBasis, samenvoegingen })
    expect(one.vraag.kernen).toHaveLength(bergen.kernen.length - 1)
    const { body } = await compare({
      basis: { soort: 'scenario', scenario: two.scenario },
      scenarios: [one.scenario],
    })
    const [{ rijen }] = body.scenarios
    const binnen = rijen.find(({ kern }: { kern: string }) => kern === 'bergen-binnen')
    const parts = two.antwoord.aandelen.filter(({ kern }: { kern: string }) => van.includes(kern))
    expect(binnen.oudCenten).toBe(parts[0].bedragCenten + parts[1].bedragCenten)
    expect(binnen).toMatchObject({
      naam: 'Bergen Binnen',
      verschilCenten: binnen.nieuwCenten - binnen.oudCenten,
    })
    expect(binnen.verschilCenten).toBeLessThan(0)
    expect(rijen).toHaveLength(bergen.kernen.length - 1)
  })

  it('without anything in force the year before has no basis; asked for by name it is 404', async () => {
    const { create, compare } = startScenarios()
    const { body } = await create({ naam: 'x', berekening: naarRato })
    expect((await compare({ scenarios: [body.scenario] })).body.basis).toBeNull()
    const basis = { soort: 'vastgesteld', jaar: 2026 }
    expect((await compare({ basis, scenarios: [body.scenario] })).status).toBe(404)
  })
})
