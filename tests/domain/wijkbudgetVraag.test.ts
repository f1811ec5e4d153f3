/** What the question refuses, with the place (JSON pointer) and the sentence that the sender reads. */
import { describe, expect, it } from 'vitest'
import { BerekenVraag } from '../../functions/contract/wijkbudget.ts'

const a = { kern: 'a', inwoners: 1 }
const rato = { methode: 'naar-rato', totaalCenten: 100, kernen: [a] }

const refusals = (vraag: unknown): [pointer: string, sentence: string][] => {
  const result = BerekenVraag.safeParse(vraag)
  return result.success ? [] : result.error.issues.map(({ path, message }) => [`/${path.join('/')}`, message])
}

describe('a question about a wijkbudget', () => {
  it('gets the cent as rounding unit and inwoners as weight', () => {
    expect(BerekenVraag.parse(rato)).toEqual({ ...rato, eenheidCenten: 1, gewicht: 'inwoners' })
  })

  it.each([
    [
      'half a cent',
      { totaalCenten: 0.5 },
      '/totaalCenten',
      'totaalCenten moet een geheel aantal eurocenten zijn, zonder komma.',
    ],
    [
      'a total that is no number',
      { totaalCenten: Number.NaN },
      '/totaalCenten',
      'totaalCenten moet een geheel aantal eurocenten zijn, zonder komma.',
    ],
    [
      'a total as text',
      { totaalCenten: '100' },
      '/totaalCenten',
      'totaalCenten moet een geheel aantal eurocenten zijn, zonder komma.',
    ],
    ['no total', { totaalCenten: undefined }, '/totaalCenten', 'totaalCenten ontbreekt.'],
    ['a negative total', { totaalCenten: -1 }, '/totaalCenten', 'totaalCenten mag niet negatief zijn.'],
    [
      'a total above 10^15',
      { totaalCenten: 1e15 + 1 },
      '/totaalCenten',
      'totaalCenten is hoogstens 1.000.000.000.000.000 cent.',
    ],
    [
      'a total above 2^53',
      { totaalCenten: 1e16 },
      '/totaalCenten',
      'totaalCenten is hoogstens 1.000.000.000.000.000 cent.',
    ],
    ['no kernen', { kernen: [] }, '/kernen', 'Geef minstens één kern.'],
    [
      'a kern twice',
      { kernen: [a, a] },
      '/kernen/1/kern',
      'De kern a staat er twee keer in (plaats 1 en 2).',
    ],
    ['a kern without inwoners', { kernen: [{ kern: 'a' }] }, '/kernen/0/inwoners', 'inwoners ontbreekt.'],
    [
      'negative inwoners',
      { kernen: [{ kern: 'a', inwoners: -1 }] },
      '/kernen/0/inwoners',
      'inwoners mag niet negatief zijn.',
    ],
    [
      'half an inhabitant',
      { kernen: [{ kern: 'a', inwoners: 0.5 }] },
      '/kernen/0/inwoners',
      'inwoners moet een geheel getal zijn.',
    ],
    ['a kern without code', { kernen: [{ inwoners: 1 }] }, '/kernen/0/kern', 'kern ontbreekt.'],
    ['a rounding unit of nothing', { eenheidCenten: 0 }, '/eenheidCenten', 'eenheidCenten is minimaal 1.'],
    [
      'a parameter of another method',
      { plafondCenten: 5 },
      '/',
      'Dit veld hoort niet bij methode naar-rato: plafondCenten.',
    ],
    [
      'an unknown field of a kern',
      { kernen: [{ ...a, type: 'dorp' }] },
      '/kernen/0',
      'Dit veld hoort niet bij een kern van deze methode: type.',
    ],
    [
      'the other weight',
      { gewicht: 'vertegenwoordigde-inwoners' },
      '/kernen/0/wijken',
      'wijken ontbreekt bij kern a; het gewicht is vertegenwoordigde-inwoners.',
    ],
  ])('refuses %s', (_, change, pointer, sentence) => {
    expect(refusals({ ...rato, ...change })).toEqual([[pointer, sentence]])
  })

  it('refuses an unknown method and names those there are', () => {
    expect(refusals({ ...rato, methode: 'op-gevoel' })).toEqual([
      ['/methode', expect.stringMatching(/^Kies een methode: naar-rato, .*onderbesteding\.$/)],
    ])
  })

  it('names all that is wrong at once', () => {
    const kernen = [{ inwoners: -1 }, { kern: 'b' }, { kern: 'c', inwoners: 1, x: 1 }]
    expect(
      refusals({ methode: 'naar-rato', totaalCenten: 1.5, kernen, y: 1 }).map(([pointer]) => pointer),
    ).toEqual([
      '/kernen/0/kern',
      '/kernen/0/inwoners',
      '/kernen/1/inwoners',
      '/kernen/2',
      '/totaalCenten',
      '/',
    ])
  })

  it('counts a wijk once, also when two kernen name it', () => {
    const wijken = [{ wijk: 'w', inwoners: 1, aangesloten: true }]
    const kernen = [
      { kern: 'a', wijken },
      { kern: 'b', wijken },
    ]
    expect(refusals({ ...rato, gewicht: 'vertegenwoordigde-inwoners', kernen })).toEqual([
      ['/kernen/1/wijken/0/wijk', 'De wijk w staat er twee keer in.'],
    ])
  })
})

describe('amounts per inhabitant', () => {
  const perInwoner = (perInwonerCenten: unknown) =>
    refusals({ methode: 'basis-plus-per-inwoner', basisCenten: 0, perInwonerCenten, kernen: [a] })

  it.each(['0', '0.5', '168', '82.125', 50])('take %s', (amount) => {
    expect(perInwoner(amount)).toEqual([])
  })

  it.each([0.5, '-1', '1,5', '', '1e3', '.5', null, '1.1234567'])('refuse %s', (amount) => {
    expect(perInwoner(amount)).toEqual([
      [
        '/perInwonerCenten',
        'perInwonerCenten moet een aantal eurocenten zijn als tekst, zoals "168" of "82.5".',
      ],
    ])
  })
})

describe('floor and cap', () => {
  const grenzen = (bounds: object) =>
    refusals({ ...rato, methode: 'naar-rato-met-grenzen', eenheidCenten: 100, ...bounds })

  it('may be absent or null', () => {
    expect(grenzen({ ondergrensCenten: null })).toEqual([])
  })

  it('are whole units', () => {
    expect(grenzen({ ondergrensCenten: 150, bovengrensCenten: 250 })).toEqual([
      ['/ondergrensCenten', 'ondergrensCenten (150) moet een veelvoud zijn van eenheidCenten (100).'],
      ['/bovengrensCenten', 'bovengrensCenten (250) moet een veelvoud zijn van eenheidCenten (100).'],
    ])
  })

  it('do not cross', () => {
    expect(grenzen({ ondergrensCenten: 300, bovengrensCenten: 200 })).toEqual([
      ['/ondergrensCenten', 'ondergrensCenten (300) ligt boven bovengrensCenten (200).'],
    ])
  })
})

describe('classes', () => {
  const staffel = (...klassen: object[]) =>
    refusals({
      methode: 'staffel',
      kernen: [a],
      klassen: klassen.map((klasse) => ({ ...klasse, bedragCenten: 1 })),
    })

  it('may leave out where they begin, and be open at the top', () => {
    expect(staffel({ totEnMetInwoners: 300 }, { totEnMetInwoners: null })).toEqual([])
  })

  it('do not overlap', () => {
    expect(staffel({ totEnMetInwoners: 300 }, { vanInwoners: 300 })).toEqual([
      ['/klassen/1/vanInwoners', 'Deze klasse begint bij 300, maar de vorige loopt tot en met 300.'],
    ])
  })

  it('end with the open one', () => {
    expect(staffel({}, { totEnMetInwoners: 300 }).map(([pointer]) => pointer)).toContain(
      '/klassen/0/totEnMetInwoners',
    )
  })

  it('end where they begin or later', () => {
    expect(staffel({ vanInwoners: 500, totEnMetInwoners: 400 })).toEqual([
      ['/klassen/0/totEnMetInwoners', 'Deze klasse eindigt bij 400, maar begint bij 500.'],
    ])
  })
})

describe('maatstaven', () => {
  const gewogen = (...aandelen: unknown[]) =>
    refusals({
      methode: 'gewogen-maatstaven',
      totaalCenten: 1,
      kernen: [{ kern: 'a', waarden: { m0: 1 } }],
      maatstaven: aandelen.map((aandeelPct, i) => ({ maatstaf: `m${i}`, aandeelPct })),
    })

  it('are 100% together, in numbers or text, with decimals', () => {
    expect(gewogen(33.33, '33.33', 33.34)).toEqual([])
    expect(gewogen(60, 39.5)).toEqual([
      ['/maatstaven', 'De aandelen van de maatstaven zijn samen 99.5% en moeten 100% zijn.'],
    ])
  })

  it('are named once', () => {
    const maatstaf = { maatstaf: 'ha', aandeelPct: 50 }
    const vraag = { methode: 'gewogen-maatstaven', totaalCenten: 1, maatstaven: [maatstaf, maatstaf] }
    expect(refusals({ ...vraag, kernen: [{ kern: 'a', waarden: { ha: 1 } }] })).toEqual([
      ['/maatstaven', 'Noem elke maatstaf één keer.'],
    ])
  })
})

it('refuses a year after the last year of a phase-in', () => {
  const bedragen = { oudCenten: { a: 1 }, nieuwCenten: { a: 1 } }
  expect(refusals({ methode: 'ingroei-lineair', jaar: 4, jaren: 3, ...bedragen })).toEqual([
    ['/jaar', 'jaar ligt na het laatste jaar van de ingroei.'],
  ])
})

it('takes either the kernen or their number for gelijk', () => {
  const gelijk = { methode: 'gelijk', totaalCenten: 1 }
  const sentence = 'Geef een lijst van kernen of alleen hun aantal, niet allebei.'
  expect(refusals({ ...gelijk, aantal: 26 })).toEqual([])
  expect(refusals({ ...gelijk, kernen: [{ kern: 'a' }] })).toEqual([])
  expect(refusals(gelijk)).toEqual([['/kernen', sentence]])
  expect(refusals({ ...gelijk, kernen: [a], aantal: 1 })).toEqual([['/kernen', sentence]])
})
