/** Facts of the methods that divide by weight or follow a formula, and the sentence that explains each. */
import { describe, expect, it } from 'vitest'
import { amounts, compute, refusal, sentence, withInwoners } from '../support/askWijkbudget.ts'
import { perKern } from '../support/budgetCases.ts'

describe('naar rato', () => {
  it('keeps cents below a whole unit undistributed', () => {
    const antwoord = compute({
      methode: 'naar-rato',
      totaalCenten: 10_055,
      eenheidCenten: 100,
      kernen: withInwoners(2, 1),
    })
    expect(perKern(antwoord)).toEqual({ a: 6700, b: 3300 })
    expect(antwoord.onverdeeldCenten).toBe(55)
  })

  it('is exact at the highest total there is', () => {
    const vraag = {
      methode: 'naar-rato',
      totaalCenten: 1e15,
      kernen: withInwoners(100_000_000, 99_999_999, 1),
    }
    expect(amounts(vraag)).toEqual([500_000_000_000_000, 499_999_995_000_000, 5_000_000])
  })

  it('divides nothing over kernen without inhabitants, but refuses to divide something', () => {
    const vraag = { methode: 'naar-rato', kernen: withInwoners(0, 0) }
    expect(amounts({ ...vraag, totaalCenten: 0 })).toEqual([0, 0])
    expect(() => compute({ ...vraag, totaalCenten: 1 })).toThrow(refusal('/kernen', 'geen-inwoners'))
  })

  it('explains a share by name, with how it was rounded', () => {
    const vraag = {
      methode: 'naar-rato',
      totaalCenten: 5_000_000,
      kernen: [{ kern: 'de-heen', naam: 'De Heen', inwoners: 544 }, ...withInwoners(1087)],
    }
    expect(sentence(vraag)).toBe(
      'De Heen heeft 544 van de 1.631 inwoners (33,35%) en krijgt daarom € 16.676,89 van de € 50.000,00.',
    )
    expect(sentence({ ...vraag, eenheidCenten: 100 })).toMatch(
      /€ 16\.677,00 van de € 50\.000,00, afgerond op hele euro’s\.$/,
    )
  })
})

describe('basis plus rest', () => {
  it('needs no inhabitants when the bases take everything', () => {
    const vraag = {
      methode: 'basis-plus-rest-naar-rato',
      totaalCenten: 200,
      basisCenten: 100,
      kernen: withInwoners(0, 0),
    }
    expect(amounts(vraag)).toEqual([100, 100])
  })

  it('rounds the rest, not the promised base', () => {
    const vraag = {
      methode: 'basis-plus-rest-naar-rato',
      totaalCenten: 1000,
      basisCenten: 250,
      eenheidCenten: 100,
      kernen: withInwoners(3, 1),
    }
    expect(amounts(vraag)).toEqual([650, 350])
    expect(sentence(vraag)).toBe(
      'a krijgt € 6,50: vast € 2,50, plus € 4,00 van de overige € 5,00 voor 3 van de 4 inwoners (75,00%), afgerond op hele euro’s.',
    )
  })
})

describe('amounts per inhabitant', () => {
  const vraag = {
    methode: 'basis-plus-per-inwoner',
    basisCenten: 100,
    perInwonerCenten: '0.5',
    kernen: withInwoners(0, 1, 2, 3),
  }

  it('round half a cent upwards, each kern on its own', () => {
    expect(amounts(vraag)).toEqual([100, 101, 101, 102])
    expect(compute(vraag).aandelen[3]?.exact).toBe('203/2')
    expect(sentence(vraag, 3)).toBe('d krijgt € 1,02: vast € 1,00, plus € 0,005 voor elk van de 3 inwoners.')
  })

  it('count represented inhabitants when asked', () => {
    const wijken = [
      { wijk: 'w', inwoners: 7, aangesloten: true },
      { wijk: 'x', inwoners: 9, aangesloten: false },
    ]
    const kernen = [{ kern: 'a', inwoners: 16, wijken }]
    expect(
      amounts({ ...vraag, gewicht: 'vertegenwoordigde-inwoners', kernen, perInwonerCenten: '10' }),
    ).toEqual([170])
  })

  it('refuse a sum that JSON cannot carry exactly', () => {
    const kernen = withInwoners(100_000_000)
    expect(() => compute({ ...vraag, perInwonerCenten: '999999999999', kernen })).toThrow(
      refusal('', 'te-hoog'),
    )
  })
})

describe('a base per type', () => {
  const vraag = {
    methode: 'basis-per-type-plus-per-inwoner',
    basisCentenPerType: { dorp: 200_000, wijk: 100_000 },
    perInwonerCenten: '150',
    kernen: [
      { kern: 'a', inwoners: 1000, type: 'dorp' },
      { kern: 'b', inwoners: 1000, type: 'wijk' },
    ],
  }

  it('follows the type of the kern', () => {
    expect(amounts(vraag)).toEqual([350_000, 250_000])
    expect(sentence(vraag)).toBe(
      'a krijgt € 3.500,00: vast € 2.000,00 voor type dorp, plus € 1,50 voor elk van de 1.000 inwoners.',
    )
  })

  it.each(['buurtschap', 'constructor'])('refuses type %s, which has no amount', (type) => {
    const kernen = [...vraag.kernen, { kern: 'c', inwoners: 1, type }]
    expect(() => compute({ ...vraag, kernen })).toThrow(refusal('/kernen/2/type', 'type-zonder-bedrag'))
  })
})

describe('classes', () => {
  it('refuse a kern that falls in none', () => {
    const klassen = [{ vanInwoners: 10, totEnMetInwoners: 20, bedragCenten: 1 }]
    expect(() => compute({ methode: 'staffel', klassen, kernen: withInwoners(15, 21) })).toThrow(
      refusal('/kernen/1/inwoners', 'geen-klasse'),
    )
  })

  it('are named in the sentence', () => {
    const klassen = [
      { totEnMetInwoners: 499, basisCenten: 1 },
      { vanInwoners: 500, totEnMetInwoners: 4999, basisCenten: 200 },
      { vanInwoners: 5000, basisCenten: 3 },
    ]
    const vraag = {
      methode: 'basis-per-klasse-plus-per-inwoner',
      perInwonerCenten: '1',
      klassen,
      kernen: withInwoners(500, 5000),
    }
    expect(sentence(vraag)).toBe(
      'a krijgt € 7,00: vast € 2,00 voor de klasse 500 tot en met 4.999 inwoners, plus € 0,01 voor elk van de 500 inwoners.',
    )
    expect(sentence(vraag, 1)).toContain('voor de klasse vanaf 5.000 inwoners,')
  })
})

describe('gelijk', () => {
  it('gives left-over cents to the first kernen, whatever their size', () => {
    expect(
      amounts({
        methode: 'gelijk',
        totaalCenten: 5_000_000,
        kernen: withInwoners(11_272, 1283, 2372, 544, 5601, 2307),
      }),
    ).toEqual([833_334, 833_334, 833_333, 833_333, 833_333, 833_333])
  })
})

describe('gelijk over a number of kernen', () => {
  it('numbers them', () => {
    const vraag = { methode: 'gelijk', totaalCenten: 18_000_000, aantal: 26 }
    expect(perKern(compute(vraag))).toMatchObject({
      '1': 692_308,
      '18': 692_308,
      '19': 692_307,
      '26': 692_307,
    })
    expect(sentence(vraag)).toBe('Kern 1 krijgt € 6.923,08: een gelijk deel van € 180.000,00 voor 26 kernen.')
  })
})

describe('gewogen maatstaven', () => {
  const vraag = {
    methode: 'gewogen-maatstaven',
    totaalCenten: 10_000,
    maatstaven: [
      { maatstaf: 'inwoners', aandeelPct: 60 },
      { maatstaf: 'hectare', aandeelPct: '40' },
    ],
    kernen: [
      { kern: 'a', inwoners: 100, waarden: { hectare: 2.5 } },
      { kern: 'b', waarden: { inwoners: 200, hectare: '7.5' } },
    ],
  }

  it('add the parts exactly and round once', () => {
    expect(amounts(vraag)).toEqual([3000, 7000])
    expect(sentence(vraag)).toBe(
      'a telt voor 30,00% mee (inwoners (60%), hectare (40%)) en krijgt daarom € 30,00 van de € 100,00.',
    )
  })

  it('with all weight on inwoners are naar rato', () => {
    const kernen = withInwoners(7, 11, 13)
    const alleen = {
      ...vraag,
      maatstaven: [{ maatstaf: 'inwoners', aandeelPct: 100 }],
      kernen: kernen.map((kern) => ({ ...kern, waarden: {} })),
    }
    expect(amounts(alleen)).toEqual(amounts({ methode: 'naar-rato', totaalCenten: 10_000, kernen }))
  })

  it('refuse a value that is absent, and a maatstaf that nobody has', () => {
    const [a] = vraag.kernen
    expect(() => compute({ ...vraag, kernen: [a, { kern: 'b', inwoners: 1, waarden: {} }] })).toThrow(
      refusal('/kernen/1/waarden', 'waarde-ontbreekt'),
    )
    expect(() => compute({ ...vraag, kernen: [{ ...a, waarden: { hectare: 0 } }] })).toThrow(
      refusal('/maatstaven', 'maatstaf-nul'),
    )
  })
})
