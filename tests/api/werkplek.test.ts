/** What staff chooses from, finds and counts, through the API. */
import { describe, expect, test } from 'vitest'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { bergen, memoryDeps, startApi } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'
import { makeMelding } from '../support/records.ts'

const rollen = ['coordinator' as const]
const now = () => new Date('2026-04-07T09:30:00Z')

function withMeldingen(...meldingen: Partial<MeldingRecord>[]) {
  const memory = memoryStores()
  for (const [n, over] of meldingen.entries()) {
    const melding = makeMelding(n, over)
    memory.meldingen.set(melding.nummer, melding)
  }
  return startApi({ stores: memory.stores, now })
}

describe('what staff chooses from', () => {
  test('is the teams by name and the texts with their fields', async () => {
    const { status, body, text } = await startApi().call('GET', '/v1/werkinstellingen', { rollen })
    expect(status).toBe(200)
    expect(body.teams).toEqual(bergen.teams.map(({ naam }) => naam))
    expect(body.standaardteksten).toContainEqual(
      expect.objectContaining({
        titel: 'Op de planning',
        bij: ['gepland'],
        tekst: expect.stringContaining('{geplandeDatum}'),
      }),
    )
    expect(text).not.toContain('@')
  })

  test('is not for everybody', async () => {
    expect((await startApi().call('GET', '/v1/werkinstellingen')).status).toBe(401)
    expect((await startApi().call('GET', '/v1/behandelingen/_signalen')).status).toBe(401)
    expect(
      (await startApi().call('GET', '/v1/behandelingen/_signalen', { rollen: ['financien'] })).status,
    ).toBe(403)
  })
})

test('everybody sees the questions and the danger of a categorie, and nobody its team or address', async () => {
  const { body, text } = await startApi().call('GET', '/v1/categorieen')
  const duinbrand = body.categorieen.find(({ code }: { code: string }) => code === 'duinbrand')
  expect(duinbrand.gevaar.telefoon).toBe('112')
  expect(duinbrand.dubbelBinnenMeter).toBeGreaterThan(0)
  const dieren = body.categorieen.find(({ code }: { code: string }) => code === 'dieren')
  expect(dieren.vragen[0]).toEqual({
    code: 'leeft',
    vraag: 'Leeft het dier nog?',
    keuzes: expect.any(Array),
    verplicht: true,
  })
  expect(text).not.toContain('Strandbeheer')
  expect(text).not.toContain('@voorbeeld.nl')
})

describe('the list of staff', () => {
  const open = { kern: 'schoorl', categorie: 'straatverlichting' }
  const all = [
    { ...open, streefDatum: '2026-04-20', team: 'Wegen' },
    { ...open, streefDatum: '2026-04-07', team: 'Wegen', medewerker: 'Jo' },
    { ...open, streefDatum: '2026-04-06', team: 'Groen' },
    { ...open, streefDatum: '2026-01-05', team: 'Groen' },
    { ...open, streefDatum: '2026-01-05', team: 'Groen', wachtSinds: '2026-01-02T10:00:00.000Z' },
    { ...open, streefDatum: '2026-01-05', status: 'gesloten' as const, team: 'Groen' },
  ]
  const nummers = all.map((over, n) => makeMelding(n, over).nummer)

  test.each<[string, number[]]>([
    ['signaal=op-tijd', [0]],
    ['signaal=bijna', [1, 4]],
    ['signaal=te-laat', [2]],
    ['signaal=veel-te-laat', [3]],
    ['laat=true', [2, 3]],
    ['laat=true&signaal=veel-te-laat', [3]],
    ['laat=true&signaal=op-tijd', []],
    ['open=true', [0, 1, 2, 3, 4]],
    ['team=Wegen', [0, 1]],
    ['medewerker=Jo', [1]],
    ['medewerker=-&team=Wegen', [0]],
    ['tekst=LANTAARN', [0, 1, 2, 3, 4, 5]],
    ['tekst=giraf', []],
  ])('with %s holds what fits', async (query, expected) => {
    const { call } = withMeldingen(...all)
    const { status, body } = await call('GET', `/v1/behandelingen?${query}`, { rollen })
    expect(status).toBe(200)
    const found = body.behandelingen.map(({ nummer }: { nummer: string }) => nummer)
    expect(found).toEqual(expected.map((n) => nummers[n]).toReversed())
  })

  test.each(['signaal=laat', 'open=ja', 'tekst=x', 'tekst=%20%20', 'team='])(
    'refuses %s with a sentence',
    async (query) => {
      const { status, body } = await startApi().call('GET', `/v1/behandelingen?${query}`, { rollen })
      expect(status).toBe(400)
      expect(body.errors).toHaveLength(1)
    },
  )

  test('is counted per kern and team', async () => {
    const { call } = withMeldingen(...all, { ...open, kern: 'egmond-binnen', streefDatum: '2026-05-01' })
    const { body } = await call('GET', '/v1/behandelingen/_signalen', { rollen })
    expect(body).toEqual({
      peildatum: '2026-04-07',
      regels: [
        { kern: 'egmond-binnen', team: 'Wegen', open: 1, bijna: 0, teLaat: 0, veelTeLaat: 0 },
        { kern: 'schoorl', team: 'Wegen', open: 2, bijna: 1, teLaat: 0, veelTeLaat: 0 },
        { kern: 'schoorl', team: 'Groen', open: 3, bijna: 1, teLaat: 1, veelTeLaat: 1 },
      ],
    })
  })
})

test('open work of a kern that is gone counts until it has another one', async () => {
  const memory = memoryStores()
  const melding = makeMelding(1, { kern: 'schoorl', categorie: 'straatverlichting', team: 'Wegen' })
  memory.meldingen.set(melding.nummer, melding)
  const kernen = bergen.kernen.filter(({ code }) => code !== 'schoorl')
  const vroegereKernen = bergen.kernen.filter(({ code }) => code === 'schoorl')
  const { call } = startApi({ stores: memory.stores, now, gemeente: { ...bergen, kernen, vroegereKernen } })
  const { body } = await call('GET', '/v1/behandelingen/_signalen', { rollen })
  expect(body.regels).toMatchObject([{ kern: 'schoorl', team: 'Wegen', open: 1 }])
})

test('a melding goes by the rules when it comes in, and its detail says why', async () => {
  const { call } = startApi({ now: () => new Date('2026-07-18T12:00:00Z') })
  const coordinates = bergen.kernen.find(({ code }) => code === 'bergen-aan-zee')?.labelPunt
  const sent = await call('POST', '/v1/meldingen', {
    body: {
      categorie: 'strandafval',
      omschrijving: 'Veel plastic',
      geometrie: { type: 'Point', coordinates },
    },
  })
  expect(sent.status).toBe(201)
  const { body } = await call('GET', `/v1/behandelingen/${sent.body.nummer}`, { rollen })
  expect(body.team).toBe('Strandteam zomer')
  expect(body.waarom).toBe(
    'Regel “Strand in de zomer”: het gaat over Afval op strand of in het duin, in Bergen aan Zee, in juli.',
  )
})

test('a melding without the answer that handling needs is refused at that answer', async () => {
  const { stores } = memoryDeps()
  const { status, body } = await startApi({ stores }).call('POST', '/v1/meldingen', {
    body: {
      categorie: 'dieren',
      omschrijving: 'Egel',
      geometrie: { type: 'Point', coordinates: [4.7, 52.67] },
    },
  })
  expect(status).toBe(400)
  expect(body.errors).toEqual([
    {
      pointer: '/antwoorden/leeft',
      code: 'ontbreekt',
      detail: 'Geef antwoord op de vraag: Leeft het dier nog?',
    },
  ])
})

describe('where the terms of open work stand', () => {
  test('is read at most once a minute, also when many ask at once, and again after a fault', async () => {
    const memory = memoryStores()
    const { listOpenWerk } = memory.stores.meldingen
    let reads = 0
    let away = true
    memory.stores.meldingen.listOpenWerk = async (kernen) => {
      reads++
      if (away) throw new Error('away')
      return listOpenWerk(kernen)
    }
    let seconds = 0
    const clock = () => new Date(Date.parse('2026-04-07T09:30:00Z') + seconds * 1000)
    const { call } = startApi({ stores: memory.stores, now: clock })
    const ask = () => call('GET', '/v1/behandelingen/_signalen', { rollen })
    expect((await ask()).status).toBe(500)
    away = false
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(answers.map(({ status, body }) => [status, body.regels])).toEqual(Array(3).fill([200, []]))
    expect(reads).toBe(2)
    const melding = makeMelding(1)
    memory.meldingen.set(melding.nummer, melding)
    seconds = 59
    expect([(await ask()).body.regels, reads]).toEqual([[], 2])
    seconds = 60
    expect((await ask()).body.regels).toMatchObject([{ kern: melding.kern, open: 1 }])
    expect(reads).toBe(3)
  })
})
