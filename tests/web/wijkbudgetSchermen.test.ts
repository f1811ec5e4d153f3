import { describe, expect, test } from 'vitest'
import type { Grootboekregel, NieuweRegel as Nieuw } from '../../functions/contract/grootboek.ts'
import { NieuweRegel } from '../../functions/contract/grootboek.ts'
import type { Onderbesteding } from '../../functions/contract/onderbesteding.ts'
import { ofFields, Problem } from '../../functions/contract/problem.ts'
import type { VergelijkRij } from '../../functions/contract/scenario.ts'
import type { Wijkbudget } from '../../functions/contract/verdeling.ts'
import { BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { joinVorig, toBladKernen } from '../../web/pages/wijkbudget/bladKernen.ts'
import { empty, mayReverse, toNieuweRegel } from '../../web/pages/wijkbudget/grootboek/regel.ts'
import { computeVoorbeeld, readAanvragen } from '../../web/pages/wijkbudget/onderbesteding/voorbeeld.ts'
import { readBasis, readExtra } from '../../web/pages/wijkbudget/scenarios/readKeuze.ts'
import { toKernRijen } from '../../web/pages/wijkbudget/scenarios/vergelijkRijen.ts'
import { findStartJaar } from '../../web/pages/wijkbudget/startJaar.ts'
import { whyNot } from '../../web/pages/wijkbudget/whyNot.ts'
import { inWoorden, toWoorden } from '../../web/texts/veldnamen.ts'

test.each([
  [undefined, 2026],
  [{ geldend: null }, 2026],
  [{ geldend: { versie: 1 } as Wijkbudget['geldend'] }, 2027],
])('dividing opens with this year until it is adopted: %j', (budget, jaar) => {
  expect(findStartJaar(2026, budget)).toBe(jaar)
})

test('a refusal of the service speaks of the total, not of totaalCenten', () => {
  const { error } = BerekenVraag.safeParse({
    methode: 'naar-rato',
    totaalCenten: -5,
    kernen: [{ kern: 'a', inwoners: 1 }],
  })
  const [issue] = error!.issues
  const refused = ofFields([
    { pointer: '/berekening/totaalCenten', code: 'te-klein', detail: issue!.message },
  ])
  const { message, extra } = toWoorden(refused)
  expect([message, extra.errors?.[0]?.detail]).toEqual(Array(2).fill('Het totaal mag niet negatief zijn.'))
  expect(inWoorden('ondergrensCenten (2) ligt boven bovengrensCenten (1).')).toBe(
    'Het minimum (2) ligt boven het maximum (1).',
  )
})

describe('a comparison', () => {
  const rij = (kern: string, nieuwCenten: number): VergelijkRij => ({
    kern,
    naam: `Kern ${kern}`,
    oudCenten: 100,
    nieuwCenten,
    verschilCenten: nieuwCenten - 100,
    verschilPct: null,
    inwoners: 1,
    perInwonerCenten: nieuwCenten,
    uitleg: null,
    gevoeligheid: null,
  })
  const scenario = (naam: string, rijen: VergelijkRij[]) => ({
    scenario: '0123456789ab',
    versie: 1,
    naam,
    totaalCenten: 0,
    onverdeeldCenten: 0,
    rijen,
  })

  test('has a row for each kern of any scenario, and leaves open what a scenario joined', () => {
    const rows = toKernRijen({
      basis: null,
      extraInwoners: 100,
      scenarios: [scenario('A', [rij('a', 1), rij('b', 2)]), scenario('B', [rij('samen', 3)])],
    })
    expect(rows.map(({ kern, per }) => [kern, ...per.map((each) => each?.nieuwCenten)])).toEqual([
      ['a', 1, undefined],
      ['b', 2, undefined],
      ['samen', undefined, 3],
    ])
    expect(rows.every(({ wasCenten }) => wasCenten === null)).toBe(true)
  })

  test.each([
    [undefined, undefined],
    ['', undefined],
    ['v3', { soort: 'verdeling', versie: 3 }],
    ['vx', undefined],
    ['s0123456789ab', { soort: 'scenario', scenario: '0123456789ab' }],
  ])('reads the basis %j from the address', (text, basis) => {
    expect(readBasis(text)).toEqual(basis)
  })

  test('asks for 100 more inwoners when the address says nothing sensible', () => {
    expect([readExtra(undefined), readExtra('0'), readExtra('veel'), readExtra('250')]).toEqual([
      100, 100, 100, 250,
    ])
  })
})

describe('joined kernen', () => {
  const kern = (code: string, inwoners: number, oppervlakteHa: number) => ({
    code,
    naam: code,
    inwoners,
    peildatum: '2026-01-01',
    inwonersBron: '',
    inwonersMethode: '',
    buurtcodes: [],
    labelPunt: [4, 52] as [number, number],
    oppervlakteHa,
    geometrie: { type: 'Polygon' as const, coordinates: [] },
  })
  const samen = [{ kern: 'ab', naam: 'A en B', van: ['a', 'b'] }]

  test('bring their inwoners, their surface and what they had', () => {
    const kernen = [kern('a', 10, 1), kern('b', 5, 2.5), kern('c', 1, 1)]
    expect(toBladKernen(kernen, undefined, samen)).toEqual([
      { code: 'ab', naam: 'A en B', inwoners: 15, oppervlakteHa: 3.5 },
      { code: 'c', naam: 'c', inwoners: 1, oppervlakteHa: 1 },
    ])
    expect(joinVorig({ a: 100, b: 50, c: 7 }, samen)).toEqual({ ab: 150, c: 7 })
    expect(joinVorig(undefined, samen)).toBeUndefined()
  })
})

describe('a new line', () => {
  test.each<[string, Partial<typeof empty>, Nieuw]>([
    [
      'with the fields of the books that were filled in',
      { nummer: 'Z-1', taakveld: '6.1', bijlagen: 'Zaak 1\n\n https://zaken.nl/1 ' },
      {
        soort: 'verplichting',
        nummer: 'Z-1',
        bedragCenten: 125_050,
        omschrijving: 'Bank',
        taakveld: '6.1',
        bijlagen: ['Zaak 1', 'https://zaken.nl/1'],
      },
    ],
    [
      'paid at once, without a nummer',
      { soort: 'betaling', datum: '2026-04-07' },
      { soort: 'betaling', bedragCenten: 125_050, omschrijving: 'Bank', datum: '2026-04-07' },
    ],
    [
      'that opens a ledger, whatever nummer was typed before',
      { soort: 'opening', nummer: 'Z-1' },
      { soort: 'opening', bedragCenten: 125_050, omschrijving: 'Bank' },
    ],
  ])('%s is what the service takes', (_name, typed, body) => {
    const made = toNieuweRegel({ ...empty, bedrag: '1.250,50', omschrijving: ' Bank ', ...typed })
    expect(made).toEqual(body)
    expect(NieuweRegel.safeParse(made).error).toBeUndefined()
  })

  const regel = (volgnummer: number, rest: Partial<Grootboekregel>): Grootboekregel => ({
    volgnummer,
    soort: 'betaling',
    bedragCenten: 1,
    omschrijving: '',
    datum: '2026-01-01',
    op: '2026-01-01T00:00:00Z',
    door: '',
    saldoCenten: 0,
    vrijCenten: 0,
    ...rest,
  })

  test('can be undone once, and not when a decision made it', () => {
    const regels = [
      regel(1, { soort: 'toekenning' }),
      regel(2, {}),
      regel(3, { tegenVan: 2 }),
      regel(4, {}),
      regel(5, { soort: 'opening', uitJaar: 2025 }),
    ]
    expect(regels.filter((each) => mayReverse(each, regels)).map(({ volgnummer }) => volgnummer)).toEqual([4])
  })
})

describe('the proposal to move money', () => {
  const stand: Onderbesteding = {
    jaar: 2026,
    peildatum: '2026-11-01',
    kernen: [
      { kern: 'a', naam: 'A', budgetCenten: 1000, vastgelegdCenten: 200, vrijCenten: 800, vrijPct: 8000 },
      { kern: 'b', naam: 'B', budgetCenten: 1000, vastgelegdCenten: 1000, vrijCenten: 0, vrijPct: 0 },
    ],
    totaal: { budgetCenten: 2000, vastgelegdCenten: 1200, vrijCenten: 800, vrijPct: 4000 },
  }
  const bevolking = {
    versie: 0,
    cijfers: ['a', 'b'].map((kern) => ({ kern, inwoners: 10, peildatum: '', bron: '', methode: '' })),
    controle: { som: 20, controletotaal: null, verschil: null },
    ontbrekend: [],
    reden: '',
    vastgelegdDoor: null,
    vastgelegdOp: null,
  }

  test('takes no more than is still free now, and gives exactly what it takes', () => {
    const nu = new Map([
      ['a', 300],
      ['b', 0],
    ])
    const made = computeVoorbeeld(stand, nu, new Map([['b', 500]]), bevolking, 1)
    if (made instanceof Problem) throw made
    expect([made.samenCenten, made.extra.get('b'), made.inleg.get('a')]).toEqual([300, 300, 300])
  })

  test('passes over an amount that is still being typed', () => {
    expect([...readAanvragen({ a: '12,', b: '1.000', c: '' }, ['a', 'b', 'c'])]).toEqual([['b', 100_000]])
  })
})

describe('who may adopt', () => {
  const voorstel = { voorgesteldDoor: 'Fatima', versie: 2, vraag: { methode: 'naar-rato' } as never }
  const wim = { id: 'wim', naam: 'Wim', rollen: ['college'] as const }
  test('is somebody else, with the function, while nothing newer is in force', () => {
    expect(whyNot(voorstel, 1, wim)).toBeUndefined()
    expect(whyNot(voorstel, null, { ...wim, naam: 'Fatima' })).toMatch(/zelf voorgesteld/)
    expect(whyNot(voorstel, null, { ...wim, rollen: ['coordinator'] })).toMatch(/college of financiën/)
    expect(whyNot(voorstel, 3, wim)).toMatch(/nieuwere versie/)
  })
  test('of a redistribution may do so whatever verdeling is in force', () => {
    expect(whyNot({ ...voorstel, vraag: { methode: 'onderbesteding' } as never }, 3, wim)).toBeUndefined()
  })
})
