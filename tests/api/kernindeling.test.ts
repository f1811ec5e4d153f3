import { describe, expect, it } from 'vitest'
import type { Ontwerp } from '../../functions/contract/kernindeling.ts'
import type { Rol } from '../../functions/contract/route.ts'
import { createIndelingen } from '../../geodata/kernindeling/indelingen.ts'
import { type Caller, startApi } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'
import {
  makeOntwerp,
  ringSnede,
  steenbergen,
  welbergBuurt,
  withoutWelberg,
  withSnede,
} from '../support/ontwerpen.ts'

const url = '/v1/kernindelingen'
const besluit = { orgaan: 'College', besluitnummer: '2026-17', besluitDatum: '2026-04-07' }
/** The clock of the tests begins on 7 April 2026. */
const today = '2026-04-07'
const inWelberg = [4.3298, 51.5775]

function start() {
  const { stores } = memoryStores()
  let time = Date.parse('2026-04-07T09:30:00Z')
  const now = () => {
    time += 1
    return new Date(time)
  }
  const indelingen = createIndelingen({ gemeente: steenbergen, store: stores.kernindelingen, now })
  const { call } = startApi({ gemeente: steenbergen, stores, indelingen, now })
  return {
    call,
    stores,
    pass: (millis: number) => {
      time += millis
    },
    ...people(call),
  }
}

const people = (call: Caller) => {
  const as = (rol: Rol, sub: string) => ({ rollen: [rol], sub })
  return {
    create: (ontwerp: Ontwerp, headers: Record<string, string> = {}) =>
      call('POST', url, { ...as('beheerder', 'sanne'), body: ontwerp, headers }),
    change: (versie: number, rev: number, ontwerp: Ontwerp, sub = 'sanne') =>
      call('POST', `${url}/${versie}/wijzigingen`, { ...as('beheerder', sub), body: { ...ontwerp, rev } }),
    propose: (versie: number, rev: number) =>
      call('POST', `${url}/${versie}/voorstel`, { ...as('beheerder', 'sanne'), body: { rev } }),
    adopt: (versie: number, rev: number, sub = 'wim') =>
      call('POST', `${url}/${versie}/vaststelling`, { ...as('college', sub), body: { ...besluit, rev } }),
    compare: (versie: number, query = '') =>
      call('GET', `${url}/${versie}/vergelijking${query}`, as('beheerder', 'sanne')),
    drafts: () => call('GET', '/v1/kernindelingontwerpen', as('beheerder', 'sanne')),
  }
}

const draft = (overrides: Partial<Ontwerp> = {}) => withoutWelberg({ geldigVanafDatum: today, ...overrides })
const melding = (coordinates: number[]) => ({
  categorie: steenbergen.categorieen[0]!.code,
  omschrijving: 'De lantaarn brandt niet.',
  geometrie: { type: 'Point', coordinates },
})

/** Drafted, proposed and adopted. */
async function adoptWithoutWelberg(api: ReturnType<typeof start>, overrides: Partial<Ontwerp> = {}) {
  await api.create(draft(overrides))
  await api.propose(2, 1)
  return api.adopt(2, 2)
}

describe('the first version', () => {
  it('is the file of the gemeente, public and with outlines', async () => {
    const { call } = start()
    const { body } = await call('GET', url)
    expect(body).toMatchObject({ geldend: 1, kernindelingen: [{ versie: 1, orgaan: null }] })
    const first = await call('GET', `${url}/1`)
    expect(first.status).toBe(200)
    expect(first.headers['Content-Crs']).toContain('CRS84')
    expect(first.headers['Cache-Control']).toBe('public, max-age=30')
    expect(first.body.kernen.map(({ code }: { code: string }) => code)).toEqual(
      steenbergen.kernen.map(({ code }) => code),
    )
    expect(first.body.bronvermelding).toContain('CC BY 4.0')
  })

  it('shows its buurten with inwoners, and says which are estimates', async () => {
    const { body } = await start().call('GET', '/v1/buurten')
    const sum = body.buurten.reduce((total: number, buurt: { inwoners: number }) => total + buurt.inwoners, 0)
    expect([body.buurten.length, sum]).toEqual([18, 24_465])
    expect(body.buurten[0]).toMatchObject({ geschat: true, geometrie: { type: 'Polygon' } })
    expect(body.buurten[0].inwonersMethode).toMatch(/^geschat naar oppervlakte/)
  })
})

describe('a draft', () => {
  it('may be half done, is for staff alone, and grows by revision', async () => {
    const { create, change, drafts, call } = start()
    const half = makeOntwerp({ kernen: [], geldigVanafDatum: today })
    expect(await create(half)).toMatchObject({ status: 201, body: { versie: 2, rev: 1, status: 'concept' } })
    expect((await call('GET', `${url}/2`)).status).toBe(404)
    expect((await call('GET', url)).body.kernindelingen).toHaveLength(1)
    expect((await call('GET', '/v1/kernindelingontwerpen')).status).toBe(401)
    expect(await change(2, 1, draft())).toMatchObject({ status: 201, body: { rev: 2 } })
    expect(await change(2, 1, half, 'piet')).toMatchObject({
      status: 409,
      body: { code: 'versie-verouderd', huidigeVersie: 2 },
    })
    const { body } = await drafts()
    expect(body).toMatchObject({ maxKernen: steenbergen.instellingen.maxKernen, geldend: 1 })
    expect(body.kernindelingen.map(({ versie, rev }: Record<string, unknown>) => [versie, rev])).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  it('is kept once for one Idempotency-Key', async () => {
    const { create, drafts } = start()
    const headers = { 'Idempotency-Key': 'een' }
    await create(draft(), headers)
    expect((await create(draft(), headers)).body).toMatchObject({ versie: 2 })
    expect((await create(makeOntwerp(), headers)).body.code).toBe('sleutel-hergebruikt')
    expect((await drafts()).body.kernindelingen).toHaveLength(2)
  })

  it('with a kern too many is refused, with both numbers, and so is everything else at once', async () => {
    const { create } = start()
    const nine = makeOntwerp({
      kernen: Array.from({ length: 9 }, (_, n) => ({
        code: `kern-${n}`,
        naam: `Kern ${n}`,
        buurtcodes: [welbergBuurt],
      })),
    })
    const { status, body } = await create(nine)
    expect([status, body.code]).toEqual([400, 'ongeldige-invoer'])
    expect(body.errors[0]).toEqual({
      pointer: '/kernen',
      code: 'te-veel-kernen',
      detail: `Steenbergen heeft hoogstens ${steenbergen.instellingen.maxKernen} kernen; dit zijn er 9.`,
    })
    expect(body.errors).toHaveLength(9)
  })

  it.each([
    ['a buurt that is no code', { weggelaten: ['BU1'] }, '/weggelaten/0'],
    [
      'a code with capitals',
      { kernen: [{ code: 'Welberg', naam: 'Welberg', buurtcodes: [] }] },
      '/kernen/0/code',
    ],
    ['a line of one point', { sneden: [{ ...ringSnede, lijn: [[4.3, 51.5]] }] }, '/sneden/0/lijn'],
    [
      'a line in RD metres',
      {
        sneden: [
          {
            ...ringSnede,
            lijn: [
              [80_000, 400_000],
              [80_100, 400_000],
            ],
          },
        ],
      },
      '/sneden/0/lijn/0/0',
    ],
    ['a day that is no day', { geldigVanafDatum: '2026-02-30' }, '/geldigVanafDatum'],
  ])('with %s is refused at its place', async (_name, wrong, pointer) => {
    const { body } = await start().create(makeOntwerp(wrong as Partial<Ontwerp>))
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
  })

  it('is only for the beheerder', async () => {
    const { call } = start()
    expect((await call('POST', url, { rollen: ['coordinator'], body: draft() })).status).toBe(403)
  })
})

describe('a proposal', () => {
  it('must place every buurt and hold from today or later', async () => {
    const { create, propose } = start()
    const half = draft({ geldigVanafDatum: '2026-04-06' })
    half.kernen[0]!.buurtcodes = half.kernen[0]!.buurtcodes.filter((code) => code !== welbergBuurt)
    await create(half)
    const { status, body } = await propose(2, 1)
    expect(status).toBe(400)
    expect(body.errors.map((error: { code: string }) => error.code)).toEqual(['buurt-ontbreekt', 'voorbij'])
    expect(body.detail).toContain('Welberg')
  })

  it('with a line that cuts nothing says so', async () => {
    const { create, propose } = start()
    await create(
      withSnede(
        {
          ...ringSnede,
          lijn: [
            [4.0, 51.0],
            [4.1, 51.0],
          ],
        },
        { geldigVanafDatum: today },
      ),
    )
    expect((await propose(2, 1)).body.errors[0]).toMatchObject({
      pointer: '/sneden/0/lijn',
      code: 'snijdt-niet',
    })
  })

  it('is adopted by somebody else, once, and changes no more', async () => {
    const api = start()
    await api.create(draft())
    expect((await api.adopt(2, 1)).body.code).toBe('overgang-niet-toegestaan')
    await api.propose(2, 1)
    expect((await api.adopt(2, 2, 'sanne')).body.code).toBe('vier-ogen')
    expect((await api.adopt(2, 1)).body.code).toBe('versie-verouderd')
    expect(await api.adopt(2, 2)).toMatchObject({ status: 201, body: { status: 'vastgesteld', rev: 3 } })
    expect((await api.adopt(2, 3)).body.code).toBe('al-vastgesteld')
    expect((await api.change(2, 3, draft())).body.code).toBe('al-vastgesteld')
  })

  it('for a day that is taken is refused', async () => {
    const api = start()
    await adoptWithoutWelberg(api)
    await api.create(makeOntwerp({ geldigVanafDatum: today }))
    await api.propose(3, 1)
    expect((await api.adopt(3, 2)).body.errors).toMatchObject([
      { pointer: '/geldigVanafDatum', code: 'dubbel' },
    ])
  })
})

describe('an adopted version', () => {
  it('divides the service at once, and is public without names', async () => {
    const api = start()
    const where = `/v1/kernen/_zoek?lon=${inWelberg[0]}&lat=${inWelberg[1]}`
    expect((await api.call('GET', where)).body.kern).toBe('welberg')
    await adoptWithoutWelberg(api)
    expect((await api.call('GET', where)).body).toMatchObject({ kern: 'steenbergen', naam: 'Steenbergen' })
    const kernen = await api.call('GET', '/v1/kernen')
    expect(kernen.body).toMatchObject({ kernindeling: { versie: 2, geldigVanafDatum: today } })
    expect(kernen.body.kernen).toHaveLength(5)
    expect(kernen.body.kernen[0]).toMatchObject({ code: 'steenbergen', inwoners: 11_999 + 1366 })
    expect((await api.call('GET', '/v1/kernen/welberg')).status).toBe(404)
    expect((await api.call('POST', '/v1/meldingen', { body: melding(inWelberg) })).body.kern).toBe(
      'steenbergen',
    )
    const shown = await api.call('GET', `${url}/2`)
    expect(shown.headers['Cache-Control']).toContain('immutable')
    expect(shown.headers.ETag).toBeTruthy()
    expect(shown.body).toMatchObject({ versie: 2, orgaan: 'College', besluitnummer: '2026-17' })
    expect(shown.text + (await api.call('GET', url)).text).not.toMatch(/sanne|wim/)
  })

  it('of a later day waits for it', async () => {
    const api = start()
    await adoptWithoutWelberg(api, { geldigVanafDatum: '2026-04-08' })
    const read = async () => (await api.call('GET', '/v1/kernen')).body.kernindeling.versie
    expect(await read()).toBe(1)
    // To just before and just after midnight in Amsterdam (22:00 UTC).
    api.pass(Date.parse('2026-04-07T21:59:00Z') - Date.parse('2026-04-07T09:30:00Z'))
    expect(await read()).toBe(1)
    api.pass(61_000)
    expect(await read()).toBe(2)
  })

  it('is noticed by a process that did not adopt it within fifteen seconds', async () => {
    const api = start()
    let time = Date.parse('2026-04-07T09:40:00Z')
    const now = () => new Date(time)
    const { stores } = api
    const other = startApi({
      gemeente: steenbergen,
      stores,
      now,
      indelingen: createIndelingen({ gemeente: steenbergen, store: stores.kernindelingen, now }),
    })
    const read = async () => (await other.call('GET', '/v1/kernen')).body.kernindeling.versie
    expect(await read()).toBe(1)
    await adoptWithoutWelberg(api)
    expect(await read()).toBe(1)
    time += 15_000
    expect(await read()).toBe(2)
  })

  it('keeps what was closed in a kern that is gone findable, and a reopened melding moves', async () => {
    const api = start()
    const { nummer } = (await api.call('POST', '/v1/meldingen', { body: melding(inWelberg) })).body
    const status = (body: object) =>
      api.call('POST', `/v1/meldingen/${nummer}/statussen`, { rollen: ['coordinator'], body })
    await status({ status: 'gesloten', reden: 'opgelost', versie: 1 })
    await adoptWithoutWelberg(api)
    const inKern = async (kern: string) =>
      (await api.call('GET', `/v1/meldingen?kern=${kern}`)).body.meldingen?.length
    expect([await inKern('welberg'), await inKern('steenbergen')]).toEqual([1, 0])
    expect((await api.call('GET', '/v1/meldingen')).body.meldingen).toHaveLength(1)
    const { body } = await api.call('GET', '/v1/activiteit')
    expect(body.totaal.meldingen).toBe(1)
    expect(body.kernen.at(-1)).toMatchObject({ kern: 'welberg', meldingen: 1, vervallen: true })
    expect((await status({ status: 'in-behandeling', versie: 2 })).body).toMatchObject({
      kern: 'steenbergen',
    })
    expect([await inKern('welberg'), await inKern('steenbergen')]).toEqual([0, 1])
  })

  it('is not divided by inwoners that were recorded for other kernen', async () => {
    const api = start()
    const cijfers = steenbergen.kernen.map(({ code }) => ({ kern: code, inwoners: 10 }))
    const recorded = await api.call('POST', '/v1/bevolkingsversies', {
      rollen: ['financien'],
      body: { peildatum: '2026-01-01', bron: 'BRP', methode: 'telling', reden: 'Nieuwe telling', cijfers },
    })
    expect(recorded.status).toBe(201)
    const propose = async () =>
      (
        await api.call('POST', '/v1/wijkbudgetten/2026/verdelingen', {
          rollen: ['financien'],
          body: { berekening: { methode: 'naar-rato', totaalCenten: 100_000 } },
        })
      ).body.bevolking[0].inwoners
    expect(await propose()).toBe(10)
    await adoptWithoutWelberg(api)
    expect(await propose()).toBe(13_365)
  })

  it('has progress for staff', async () => {
    const api = start()
    await adoptWithoutWelberg(api)
    const ask = (versie: number) => api.call('GET', `${url}/${versie}/hertoewijzing`, { rollen: ['college'] })
    expect((await ask(2)).body).toMatchObject({ versie: 2, status: 'wacht' })
    expect((await ask(1)).status).toBe(404)
  })
})

describe('a comparison', () => {
  it('names what moves: buurten, inwoners, open meldingen and euros under the adopted rule', async () => {
    const api = start()
    for (const plek of [inWelberg, inWelberg, [4.31, 51.585]])
      await api.call('POST', '/v1/meldingen', { body: melding(plek) })
    const budget = '/v1/wijkbudgetten/2026/verdelingen'
    const berekening = { methode: 'naar-rato', totaalCenten: 2_446_500 }
    await api.call('POST', budget, { rollen: ['financien'], sub: 'fatima', body: { berekening } })
    await api.call('POST', `${budget}/1/vaststelling`, { rollen: ['college'], sub: 'wim', body: besluit })
    await api.create(draft())
    const { status, body } = await api.compare(2)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      van: 1,
      naar: 2,
      openMeldingenAnders: 2,
      somInwoners: { voor: 24_465, na: 24_465 },
      verdeling: { jaar: 2026, versie: 1, methode: 'naar-rato' },
    })
    expect(body.verhuizingen).toEqual([
      {
        buurtcode: welbergBuurt,
        naam: 'Welberg',
        van: 'welberg',
        naar: 'steenbergen',
        deel: false,
        inwoners: 1366,
        geschat: true,
      },
    ])
    const row = (kern: string) => body.kernen.find((each: { kern: string }) => each.kern === kern)
    expect(row('steenbergen')).toMatchObject({
      inwoners: { voor: 11_999, na: 13_365 },
      openMeldingen: { voor: 1, na: 3 },
      centen: { voor: 1_199_900, na: 1_336_500 },
    })
    expect(row('welberg')).toMatchObject({
      inwoners: { voor: 1366, na: 0 },
      centen: { voor: 136_600, na: 0 },
    })
    expect((await api.compare(2, '?met=2')).body.verhuizingen).toEqual([])
  })

  it('of a cut buurt names the part, and every inhabitant stays counted', async () => {
    const api = start()
    await api.create(withSnede(ringSnede, { geldigVanafDatum: today }))
    const { body } = await api.compare(2)
    expect(body.verhuizingen).toMatchObject([
      { buurtcode: ringSnede.buurtcode, van: 'kruisland', naar: 'steenbergen', deel: true, geschat: true },
    ])
    expect(body.verhuizingen[0].inwoners).toBeGreaterThan(100)
    expect(body.somInwoners).toEqual({ voor: 24_465, na: 24_465 })
    expect(body.verdeling).toBeNull()
    expect(body.kernen[0].centen).toBeNull()
  })
})
