import { describe, expect, it } from 'vitest'
import type { Deps } from '../../functions/domain/ports.ts'
import { bergen, startApi } from '../support/apiCaller.ts'

const besluit = { orgaan: 'College', besluitnummer: '2026-17', besluitDatum: '2026-04-07' }
const jaarUrl = '/v1/wijkbudgetten/2026'
const schoorl = `${jaarUrl}/grootboeken/schoorl`

/** An API in which 2026 was divided: € 29.900,00 over Bergen, so that Schoorl has a round number of euros by its inwoners. */
async function startAdopted(overrides: Partial<Deps> = {}, totaalCenten = 2_990_000) {
  const { call, deps } = startApi(overrides)
  const propose = (body: unknown, jaar = 2026) =>
    call('POST', `/v1/wijkbudgetten/${jaar}/verdelingen`, { rollen: ['financien'], sub: 'fatima', body })
  const adopt = (versie: number, sub = 'wim', jaar = 2026) =>
    call('POST', `/v1/wijkbudgetten/${jaar}/verdelingen/${versie}/vaststelling`, {
      rollen: ['college'],
      sub,
      body: besluit,
    })
  const naarRato = (totaal: number) => ({ berekening: { methode: 'naar-rato', totaalCenten: totaal } })
  const book = (body: unknown, key?: string, rol: 'financien' | 'coordinator' = 'financien') =>
    call('POST', `${schoorl}/regels`, {
      rollen: [rol],
      body,
      ...(key && { headers: { 'idempotency-key': key } }),
    })
  const standOf = async (kern = 'schoorl', jaar = 2026) => {
    const { body } = await call('GET', `/v1/wijkbudgetten/${jaar}/grootboeken`)
    return body.standen.find((stand: { kern: string }) => stand.kern === kern)
  }
  const readLedger = async (jaar = 2026) =>
    (await call('GET', `/v1/wijkbudgetten/${jaar}/grootboeken/schoorl`, { rollen: ['financien'] })).body
  await propose(naarRato(totaalCenten))
  await adopt(1)
  return { call, deps, propose, adopt, naarRato, book, standOf, readLedger }
}

const commitment = (bedragCenten: number, nummer = 'V-1') => ({
  soort: 'verplichting',
  bedragCenten,
  nummer,
  omschrijving: 'Speeltoestel',
})

describe('a kern that is gone', () => {
  /** Bergen after Schoorl was joined to others, with the money that Schoorl had. */
  const startWithout = async () => {
    const { book, deps } = await startAdopted()
    await book(commitment(10_000))
    const kernen = bergen.kernen.filter(({ code }) => code !== 'schoorl')
    const gone = bergen.kernen.find(({ code }) => code === 'schoorl')!
    const { stores } = deps
    const { call } = startApi({ stores, gemeente: { ...bergen, kernen, vroegereKernen: [gone] } })
    const post = (path: string, body: unknown) =>
      call('POST', `${schoorl}${path}`, { rollen: ['financien'], sub: 'fatima', body })
    return { call, post }
  }

  it('keeps its ledger, marked and counted in the total', async () => {
    const { call } = await startWithout()
    const { body } = await call('GET', `${jaarUrl}/grootboeken`)
    expect(body.standen.at(-1)).toMatchObject({ kern: 'schoorl', naam: 'Schoorl', vervallen: true })
    expect(body.totaal.toegekendCenten).toBe(2_990_000)
    const ledger = await call('GET', schoorl, { rollen: ['financien'] })
    expect(ledger.body.stand).toMatchObject({ naam: 'Schoorl', vervallen: true, gebondenCenten: 10_000 })
    const nextYear = await call('GET', '/v1/wijkbudgetten/2027/grootboeken')
    expect(nextYear.body.standen.map(({ kern }: { kern: string }) => kern)).not.toContain('schoorl')
  })

  it('can be paid, released and closed, but promises nothing new', async () => {
    const { post } = await startWithout()
    const refused = await post('/regels', commitment(5_000, 'V-2'))
    expect(refused).toMatchObject({ status: 409, body: { code: 'boeking-niet-mogelijk' } })
    expect(refused.body.detail).toContain('De kern Schoorl bestaat niet meer.')
    const paid = await post('/regels', { ...commitment(4_000), soort: 'betaling' })
    expect(paid.status).toBe(201)
    const released = await post('/regels', { ...commitment(6_000), soort: 'vrijval' })
    expect(released.status).toBe(201)
    const closed = await post('/afsluiting', {})
    expect(closed).toMatchObject({ status: 201, body: { stand: { vervallen: true, gesloten: true } } })
  })

  it('that never was is still not found', async () => {
    const { call } = await startWithout()
    const { status } = await call('GET', `${jaarUrl}/grootboeken/atlantis`, { rollen: ['financien'] })
    expect(status).toBe(404)
  })
})

describe('adopting a verdeling', () => {
  it('gives each kern its amount in its ledger, and everybody sees the totals', async () => {
    const { call } = await startAdopted()
    const { body, text, headers } = await call('GET', `${jaarUrl}/grootboeken`)
    const { body: budget } = await call('GET', jaarUrl)
    expect(
      body.standen.map(({ kern, toegekendCenten, vrijCenten }: Record<string, unknown>) => [
        kern,
        toegekendCenten,
        vrijCenten,
      ]),
    ).toEqual(
      budget.geldend.antwoord.aandelen.map(({ kern, bedragCenten }: Record<string, unknown>) => [
        kern,
        bedragCenten,
        bedragCenten,
      ]),
    )
    expect(body.totaal.saldoCenten).toBe(2_990_000)
    expect(headers['Cache-Control']).toContain('max-age')
    expect(text).not.toMatch(/fatima|wim/)
  })

  it('as a correction books the difference, and refuses to take back what is promised already', async () => {
    const { propose, adopt, naarRato, book, standOf, call } = await startAdopted()
    const before = (await standOf()).toegekendCenten
    await propose(naarRato(3_200_000))
    await adopt(2)
    const after = await standOf()
    expect(after.toegekendCenten).toBeGreaterThan(before)
    await book(commitment(after.vrijCenten))
    await propose(naarRato(2_990_000))
    const refused = await adopt(3)
    expect(refused).toMatchObject({ status: 409, body: { code: 'saldo-ontoereikend' } })
    expect(refused.body.detail).toContain('schoorl in 2026')
    const { body } = await call('GET', jaarUrl)
    expect(body.geldend.versie).toBe(2)
    expect(await standOf()).toMatchObject({ toegekendCenten: after.toegekendCenten, vrijCenten: 0 })
  })

  it('of two versions at once leaves the newest in force, and its money is what is booked', async () => {
    const { propose, adopt, naarRato, call } = await startAdopted()
    await propose(naarRato(3_000_000))
    await propose(naarRato(3_100_000))
    const outcomes = await Promise.all([adopt(2), adopt(3, 'joke')])
    // Version 2 first, then 3 on top of it; or 3 first, and then 2 is out of date.
    expect(outcomes[1]?.status).toBe(201)
    expect(outcomes[0]?.body.code ?? outcomes[0]?.body.status).toMatch(/^(vastgesteld|versie-verouderd)$/)
    const { body } = await call('GET', `${jaarUrl}/grootboeken`)
    const { body: budget } = await call('GET', jaarUrl)
    expect(body.totaal.saldoCenten).toBe(budget.geldend.antwoord.totaalCenten)
  })
})

describe('a line', () => {
  it('comes with its fields, its stand and the sum of all lines', async () => {
    const { book, readLedger } = await startAdopted()
    const fields = {
      grootboeknummer: '610100',
      kostenplaats: 'K-12',
      taakveld: '6.1',
      iv3Categorie: '4.3.8',
      bijlagen: ['zaak 2026-0017'],
      datum: '2026-05-01',
    }
    const { status, body } = await book({ ...commitment(10_000), ...fields })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      jaar: 2026,
      kern: 'schoorl',
      regel: { ...fields, volgnummer: 2, door: 'financien' },
    })
    const ledger = await readLedger()
    expect(ledger.regels).toHaveLength(2)
    expect(ledger.open).toEqual([{ nummer: 'V-1', openCenten: 10_000 }])
    expect(ledger.controle).toEqual({
      klopt: true,
      regels: 2,
      saldoCenten: ledger.stand.saldoCenten,
      vrijCenten: ledger.stand.vrijCenten,
    })
  })

  it('above the free room is refused with what is missing, and nothing is booked', async () => {
    const { book, standOf } = await startAdopted()
    const before = await standOf()
    expect(await book(commitment(before.vrijCenten + 1))).toMatchObject({
      status: 409,
      body: { code: 'saldo-ontoereikend', tekortCenten: 1 },
    })
    expect(await standOf()).toEqual(before)
  })

  it('is booked once for the same Idempotency-Key, also when the room is gone since', async () => {
    const { book, standOf } = await startAdopted()
    const { vrijCenten } = await standOf()
    const first = await book(commitment(vrijCenten), 'een')
    const again = await book(commitment(vrijCenten), 'een')
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect((await book(commitment(vrijCenten - 1), 'een')).body.code).toBe('sleutel-hergebruikt')
    expect((await standOf()).vrijCenten).toBe(0)
  })

  it('that was wrong is undone by a line the other way, once', async () => {
    const { book, readLedger, standOf } = await startAdopted()
    const before = await standOf()
    await book({ soort: 'betaling', bedragCenten: 500, omschrijving: 'Dubbel betaald' })
    const undo = { soort: 'tegenboeking', regel: 2, omschrijving: 'Stond er twee keer' }
    expect((await book(undo)).body.regel).toMatchObject({ soort: 'betaling', tegenVan: 2, bedragCenten: 500 })
    expect(await book(undo)).toMatchObject({ status: 409, body: { code: 'boeking-niet-mogelijk' } })
    const { regels, controle } = await readLedger()
    expect(regels).toHaveLength(3)
    expect(controle.klopt).toBe(true)
    expect(await standOf()).toMatchObject({ vrijCenten: before.vrijCenten, betaaldCenten: 0 })
  })

  it.each([
    [
      'a line from a decision',
      { soort: 'tegenboeking', regel: 1, omschrijving: 'x' },
      409,
      'boeking-niet-mogelijk',
    ],
    [
      'a line that is not there',
      { soort: 'tegenboeking', regel: 9, omschrijving: 'x' },
      404,
      'niet-gevonden',
    ],
    [
      'an opening after the first line',
      { soort: 'opening', bedragCenten: 5, omschrijving: 'x' },
      409,
      'boeking-niet-mogelijk',
    ],
    [
      'a toekenning by hand',
      { soort: 'toekenning', bedragCenten: 5, omschrijving: 'x' },
      400,
      'ongeldige-invoer',
    ],
  ])('is refused for %s', async (_, body, status, code) => {
    const { book } = await startAdopted()
    expect(await book(body)).toMatchObject({ status, body: { code } })
  })

  it('of a coördinator is a promise, never a payment', async () => {
    const { book } = await startAdopted()
    expect((await book(commitment(100), undefined, 'coordinator')).status).toBe(201)
    const paid = await book(
      { soort: 'betaling', nummer: 'V-1', bedragCenten: 100, omschrijving: 'x' },
      undefined,
      'coordinator',
    )
    expect(paid).toMatchObject({ status: 403, body: { code: 'geen-toegang' } })
  })
})

describe('closing the year', () => {
  const close = async (overdracht: Deps['gemeente']['overdracht'], plan?: string) => {
    const api = await startAdopted({ gemeente: { ...bergen, overdracht } })
    await api.book(commitment(10_000))
    await api.book({ soort: 'betaling', nummer: 'V-1', bedragCenten: 4_000, omschrijving: 'Aanbetaling' })
    const url = `${schoorl}/afsluiting`
    const reply = await api.call('POST', url, { rollen: ['financien'], body: plan ? { plan } : {} })
    return { ...api, reply, again: () => api.call('POST', url, { rollen: ['financien'], body: {} }) }
  }

  it.each([
    ['onbeperkt', { soort: 'onbeperkt' }, undefined, (vrij: number) => vrij],
    ['naar-algemene-reserve', { soort: 'naar-algemene-reserve' }, undefined, () => 0],
    ['verrekenen', { soort: 'verrekenen' }, undefined, () => 0],
    ['reserve', { soort: 'reserve', maximumCenten: 1_000 }, undefined, () => 1_000],
    ['sparen', { soort: 'sparen', jaren: 3 }, 'Een nieuw dorpshuis', (vrij: number) => vrij],
    ['sparen without a plan', { soort: 'sparen', jaren: 3 }, undefined, () => 0],
  ] as const)(
    'by %s carries over what the rule says, and open promises always',
    async (_, regel, plan, keeps) => {
      const { reply, readLedger, again } = await close(regel, plan)
      expect(reply.status).toBe(201)
      const dit = await readLedger(2026)
      const volgend = await readLedger(2027)
      const vrij = dit.regels.find(({ soort }: { soort: string }) => soort === 'betaling').vrijCenten
      expect(volgend.stand.vrijCenten).toBe(keeps(vrij))
      expect(volgend.open).toEqual([{ nummer: 'V-1', openCenten: 6_000 }])
      expect([dit.controle.klopt, volgend.controle.klopt, dit.stand.gesloten]).toEqual([true, true, true])
      const slot = dit.regels.at(-1)
      expect(slot).toMatchObject({ soort: 'slot', bedragCenten: volgend.stand.openingCenten })
      expect(await again()).toMatchObject({ status: 409, body: { code: 'boeking-niet-mogelijk' } })
    },
  )

  it('takes nothing afterwards', async () => {
    const { book } = await close({ soort: 'onbeperkt' })
    expect(await book(commitment(1, 'V-2'))).toMatchObject({
      status: 409,
      body: { code: 'boeking-niet-mogelijk' },
    })
  })
})

describe('onderbesteding', () => {
  it('is seen at a day: what was booked later does not count', async () => {
    const { book, call, standOf } = await startAdopted()
    const { toegekendCenten } = await standOf()
    await book({ ...commitment(10_000), datum: '2026-11-01' })
    await book({ ...commitment(5_000, 'V-2'), datum: '2026-11-02' })
    const { body } = await call('GET', `${jaarUrl}/onderbesteding`, { rollen: ['coordinator'] })
    expect(body.peildatum).toBe('2026-11-01')
    expect(body.kernen.find(({ kern }: { kern: string }) => kern === 'schoorl')).toMatchObject({
      budgetCenten: toegekendCenten,
      vastgelegdCenten: 10_000,
      vrijCenten: toegekendCenten - 10_000,
    })
    const later = await call('GET', `${jaarUrl}/onderbesteding?peildatum=2026-11-02`, { rollen: ['college'] })
    expect(later.body.totaal.vastgelegdCenten).toBe(15_000)
  })

  it('moves to kernen that ask, never more than asked, adopted by somebody else, and the total stays', async () => {
    const { book, call, adopt, standOf } = await startAdopted()
    const { vrijCenten } = await standOf()
    await book(commitment(vrijCenten))
    const body = { aanvragen: [{ kern: 'schoorl', openAanvraagCenten: 12_345 }] }
    const proposal = await call('POST', `${jaarUrl}/herverdelingen`, {
      rollen: ['financien'],
      sub: 'fatima',
      body,
    })
    expect(proposal).toMatchObject({ status: 201, body: { versie: 2, status: 'concept' } })
    const own = await call('POST', `${jaarUrl}/verdelingen/2/vaststelling`, {
      rollen: ['financien'],
      sub: 'fatima',
      body: besluit,
    })
    expect(own).toMatchObject({ status: 403, body: { code: 'vier-ogen' } })
    expect((await adopt(2)).status).toBe(201)
    const { body: after } = await call('GET', `${jaarUrl}/grootboeken`)
    expect(after.totaal).toMatchObject({
      saldoCenten: 2_990_000,
      toegekendCenten: 2_990_000 + 12_345,
      teruggevorderdCenten: 12_345,
    })
    expect((await standOf()).vrijCenten).toBe(12_345)
    expect((await call('GET', jaarUrl)).body.geldend.versie).toBe(1)
  })

  it('does not take what a kern promised since the proposal', async () => {
    const { book, call, adopt, standOf } = await startAdopted()
    const aanvragen = [{ kern: 'egmond-binnen', openAanvraagCenten: 2_000_000 }]
    const { body } = await call('POST', `${jaarUrl}/herverdelingen`, {
      rollen: ['financien'],
      sub: 'fatima',
      body: { aanvragen },
    })
    await book(commitment((await standOf()).vrijCenten))
    expect(await adopt(body.versie)).toMatchObject({ status: 409, body: { code: 'saldo-ontoereikend' } })
    expect((await call('GET', `${jaarUrl}/grootboeken`)).body.totaal.saldoCenten).toBe(2_990_000)
  })

  it('counts of a kern that promised more after the reference date only what is free now', async () => {
    const { book, call, adopt, standOf } = await startAdopted()
    const { vrijCenten } = await standOf()
    await book({ ...commitment(vrijCenten - 500), datum: '2026-11-02' })
    const aanvragen = [{ kern: 'egmond-binnen', openAanvraagCenten: 2_990_000 }]
    const { body } = await call('POST', `${jaarUrl}/herverdelingen`, {
      rollen: ['financien'],
      sub: 'fatima',
      body: { aanvragen },
    })
    expect((await adopt(body.versie)).status).toBe(201)
    expect(await standOf()).toMatchObject({ vrijCenten: 0, teruggevorderdCenten: 500 })
  })

  it('is not proposed with figures of one’s own', async () => {
    const { propose } = await startAdopted()
    const kernen = bergen.kernen.map(({ code }) => ({ kern: code, toegekendCenten: 1, verplichtCenten: 0 }))
    const { status, body } = await propose({ berekening: { methode: 'onderbesteding', kernen } })
    expect([status, body.errors[0]]).toMatchObject([
      400,
      { pointer: '/berekening/methode', code: 'hoort-elders' },
    ])
  })
})

describe('the audit of a verdeling', () => {
  const audit = (call: Awaited<ReturnType<typeof startAdopted>>['call'], versie: number) =>
    call('GET', `${jaarUrl}/verdelingen/${versie}/controle`, { rollen: ['college'] })

  it('computes it again to the byte, and shows who, when and what was booked', async () => {
    const { call } = await startAdopted()
    const { body } = await audit(call, 1)
    expect(body.herberekening).toMatchObject({
      hash: body.verdeling.hash,
      hashKlopt: true,
      antwoordKlopt: true,
    })
    expect(body.verdeling).toMatchObject({
      voorgesteldDoor: 'fatima',
      vaststelling: { vastgesteldDoor: 'wim' },
    })
    expect(
      Object.fromEntries(body.punten.map(({ punt, uitkomst }: Record<string, string>) => [punt, uitkomst])),
    ).toEqual({
      som: 'klopt',
      herberekening: 'klopt',
      controletotaal: 'niet-van-toepassing',
      'vier-ogen': 'klopt',
      grootboek: 'klopt',
    })
    expect(body.boekingen).toHaveLength(bergen.kernen.length)
    expect(body.bevolking.versie).toBe(0)
    expect(body.correctie).toBeNull()
  })

  it('finds a result that was changed in the table', async () => {
    const { stores } = startApi().deps
    const { call, deps } = startApi({ stores })
    await call('POST', `${jaarUrl}/verdelingen`, {
      rollen: ['financien'],
      body: { berekening: { methode: 'naar-rato', totaalCenten: 100_000 } },
    })
    const [verdeling] = await stores.wijkbudgetten.list(2026)
    const [first, ...others] = verdeling!.antwoord.aandelen
    const aandelen = [{ ...first!, bedragCenten: first!.bedragCenten + 1 }, ...others]
    const list = async () => [{ ...verdeling!, antwoord: { ...verdeling!.antwoord, aandelen } }]
    const tampered = startApi({
      stores: { ...deps.stores, wijkbudgetten: { ...stores.wijkbudgetten, list } },
    })
    const { body } = await audit(tampered.call, 1)
    expect(body.herberekening).toMatchObject({ hashKlopt: true, antwoordKlopt: false })
    expect(body.punten.slice(0, 2)).toMatchObject([{ uitkomst: 'wijkt-af' }, { uitkomst: 'wijkt-af' }])
  })

  it('of a correction gives the difference per kern with the version before it', async () => {
    const { call, propose, naarRato } = await startAdopted()
    await propose(naarRato(3_000_000))
    const { body } = await audit(call, 2)
    expect(body.correctie.opVersie).toBe(1)
    const sum = body.correctie.rijen.reduce(
      (som: number, rij: { verschilCenten: number }) => som + rij.verschilCenten,
      0,
    )
    expect(sum).toBe(10_000)
  })
})
