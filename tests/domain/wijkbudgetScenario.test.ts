import { describe, expect, it } from 'vitest'
import type { Samenvoeging } from '../../functions/contract/scenario.ts'
import { BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import {
  compareScenario,
  computeGevoeligheid,
  joinKernen,
} from '../../functions/domain/wijkbudget/scenario.ts'
import { withInwoners } from '../support/askWijkbudget.ts'
import { findCase } from '../support/budgetCases.ts'

const answer = (vraag: object, samenvoegingen: Samenvoeging[] = []) => {
  const parsed = BerekenVraag.parse(vraag)
  return { vraag: parsed, antwoord: computeVerdeling(parsed), samenvoegingen }
}
const noNames = new Map<string, string>()

describe('a variant of the kernindeling', () => {
  const { input, expected } = findCase('C5')
  const variants = input.variants as {
    id: string
    kernen: { id: string; name: string; population: number }[]
  }[]
  const kernenOf = (id: string) =>
    (variants.find((variant) => variant.id === id)?.kernen ?? []).map(({ id: code, name, population }) => ({
      code,
      naam: name,
      inwoners: population,
    }))
  const samen: Samenvoeging = {
    kern: 'bergen-binnen',
    naam: 'Bergen Binnen',
    van: ['bergen-binnen-a', 'bergen-binnen-b'],
  }
  const compareMethode = (methode: object) => {
    const vraagOf = (kernen: ReturnType<typeof joinKernen>) => ({
      ...methode,
      totaalCenten: input.totalCents,
      kernen: kernen.map(({ code, naam, inwoners }) => ({ kern: code, naam, inwoners })),
    })
    const eight = kernenOf('8-kernen')
    const two = answer(vraagOf(eight))
    const one = answer(vraagOf(joinKernen(eight, [samen])), [samen])
    return compareScenario({ aandelen: two.antwoord.aandelen, samenvoegingen: [] }, one, noNames, 100)
  }

  it('C5 costs Bergen Binnen € 1.716,14 as one kern with a base amount, and nothing by inwoners alone', () => {
    const shiftOf = (methode: object) =>
      compareMethode(methode).find(({ kern }) => kern === 'bergen-binnen')?.verschilCenten
    const { basisPlusRest, naarRato } = expected as Record<string, { bergenBinnenShiftCents: number }>
    expect(shiftOf({ methode: 'basis-plus-rest-naar-rato', basisCenten: input.baseCents })).toBe(
      -(basisPlusRest?.bergenBinnenShiftCents ?? 0),
    )
    expect(shiftOf({ methode: 'naar-rato' })).toBe(naarRato?.bergenBinnenShiftCents)
  })

  it('has the inwoners of its parts together, and stands where the first of them stood', () => {
    const joined = joinKernen(kernenOf('8-kernen'), [samen])
    expect(joined.map(({ code }) => code)).toEqual(
      kernenOf('8-kernen')
        .map(({ code }) => (code === 'bergen-binnen-a' ? 'bergen-binnen' : code))
        .filter((code) => code !== 'bergen-binnen-b'),
    )
    expect(joined.find(({ code }) => code === 'bergen-binnen')).toMatchObject({
      naam: 'Bergen Binnen',
      inwoners: 12_720,
    })
  })

  it('without a figure for one of its parts has none', () => {
    const [a, b] = [
      { code: 'a', naam: 'A', inwoners: 5 },
      { code: 'b', naam: 'B', inwoners: undefined },
    ]
    expect(joinKernen([a!, b!], [{ kern: 'ab', naam: 'AB', van: ['a', 'b'] }])).toEqual([
      { code: 'ab', naam: 'AB', inwoners: undefined },
    ])
  })
})

describe('a hundred inhabitants more', () => {
  const kernen = withInwoners(1_000, 1_000)
  it('move a fixed total from the others to the kern', () => {
    const { vraag } = answer({ methode: 'naar-rato', totaalCenten: 200_000, kernen })
    expect(computeGevoeligheid(vraag, 'a', 100, 1)).toEqual({ kernCenten: 4_762, totaalCenten: 0 })
  })

  it('cost what the amount per inhabitant says, when there is no fixed total', () => {
    const { vraag } = answer({
      methode: 'basis-plus-per-inwoner',
      basisCenten: 10_000,
      perInwonerCenten: '168',
      kernen,
    })
    expect(computeGevoeligheid(vraag, 'b', 100, 1)).toEqual({ kernCenten: 16_800, totaalCenten: 16_800 })
  })

  it('live in the first wijk that joined the kernoverleg, when those are the weight', () => {
    const wijken = [
      { wijk: 'los', inwoners: 900, aangesloten: false },
      { wijk: 'mee', inwoners: 100, aangesloten: true },
    ]
    const { vraag } = answer({
      methode: 'naar-rato',
      gewicht: 'vertegenwoordigde-inwoners',
      totaalCenten: 30_000,
      kernen: [
        { kern: 'a', wijken },
        { kern: 'b', wijken: [{ wijk: 'b', inwoners: 100, aangesloten: true }] },
      ],
    })
    expect(computeGevoeligheid(vraag, 'a', 100, 1)).toEqual({ kernCenten: 5_000, totaalCenten: 0 })
  })

  it.each([
    ['a kern that is not in the question', { methode: 'naar-rato', totaalCenten: 1, kernen }, 'z'],
    ['a method without inwoners', { methode: 'gelijk', totaalCenten: 2, kernen: [{ kern: 'a' }] }, 'a'],
    [
      'a class that ends',
      { methode: 'staffel', klassen: [{ totEnMetInwoners: 1_050, bedragCenten: 5 }], kernen },
      'a',
    ],
  ])('say nothing about %s', (_, vraag, kern) => {
    expect(computeGevoeligheid(answer(vraag).vraag, kern, 100, 1)).toBeNull()
  })
})
