/** Worked examples of Dutch regulations, answered to the cent. */
import { describe, expect, it } from 'vitest'
import { Problem } from '../../functions/contract/problem.ts'
import { BerekenAntwoord, BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { formatEuro } from '../../functions/domain/geld.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import { findCase, perKern, toVraag, verdelingCases } from '../support/budgetCases.ts'

const compute = (vraag: unknown) => BerekenAntwoord.parse(computeVerdeling(BerekenVraag.parse(vraag)))

describe('the worked budget cases', () => {
  const cases = verdelingCases()
  it.each(cases.filter(({ expected }) => 'perKernCents' in expected))('$id $name', ({ vraag, expected }) => {
    const antwoord = compute(vraag)
    expect(perKern(antwoord)).toEqual(expected.perKernCents)
    expect(antwoord.onverdeeldCenten).toBe(expected.undistributedCents ?? 0)
    expect(antwoord.totaalCenten).toBe(Number(expected.sumCents) + antwoord.onverdeeldCenten)
    for (const { bedragCenten, uitleg } of antwoord.aandelen)
      expect(uitleg).toContain(formatEuro(bedragCenten))
    const bounded = (grens: string) =>
      antwoord.aandelen.filter((deel) => deel.grens === grens).map(({ kern }) => kern)
    if ('atFloor' in expected) expect(bounded('ondergrens')).toEqual(expected.atFloor)
    if ('atCap' in expected) expect(bounded('bovengrens')).toEqual(expected.atCap)
  })

  it.each(cases.filter(({ expected }) => 'error' in expected))('$id $name', ({ vraag, expected }) => {
    const refusal = () => compute(vraag)
    expect(refusal).toThrow(Problem)
    expect(refusal).toThrow(
      expect.objectContaining({
        code: expected.error,
        extra: { tekortCenten: expected.shortfallCents },
      }),
    )
  })

  it('covers every case that is one question', () => {
    expect(cases.map(({ id }) => id)).toEqual(
      'A1 A3 A5 A6 A8 A9 B1 B2 B5 B7 B9 C1 C3 C4 D1 E1 E3 E5 G1 H1 H3 P1'.split(' '),
    )
  })
})

it('D1 gives 18 of 26 kernen the extra cent', () => {
  const { input, expected } = findCase('D1')
  const bedragen = Object.values(perKern(compute(toVraag(input))))
  const atFloor = Number(expected.floorCents)
  expect(bedragen.filter((bedrag) => bedrag === atFloor + 1)).toHaveLength(
    Number(expected.countAtFloorPlusOne),
  )
  expect(bedragen.filter((bedrag) => bedrag === atFloor)).toHaveLength(Number(expected.countAtFloor))
})

it('G1 weighs only the wijken that joined the kernoverleg', () => {
  const { input } = findCase('G1')
  const [eerste] = compute(toVraag(input)).aandelen
  expect(eerste?.exact).toBe('60000000/59')
  expect(eerste?.uitleg).toBe(
    'kern-1 heeft 2.000 van de 5.900 vertegenwoordigde inwoners (33,90%) en krijgt daarom €\u00a010.169,49 van de €\u00a030.000,00.',
  )
})

it('P1 shows Sainte-Laguë beside the largest remainder', () => {
  const { input, expected } = findCase('P1')
  const antwoord = compute(toVraag(input))
  expect(perKern(antwoord)).toEqual(expected.hamilton)
  expect(perKern(antwoord.vergelijking!)).toEqual(expected.sainteLague)
})

it('P2 documents the Alabama paradox: a cent more in total gives c a cent less', () => {
  const { totalsCents, ...input } = findCase('P2').input
  const results = (totalsCents as number[]).map((totalCents) =>
    perKern(compute(toVraag({ ...input, totalCents }))),
  )
  expect(results).toEqual(findCase('P2').expected.resultsCents)
})

it('C5 shows what one or two kernen in Bergen Binnen are worth per method', () => {
  const { input, expected } = findCase('C5')
  const { variants, baseCents, ...common } = input
  const byVariant = (question: Record<string, unknown>) =>
    Object.fromEntries(
      (variants as { id: string; kernen: unknown[] }[]).map(({ id, kernen }) => [
        id,
        perKern(compute(toVraag({ ...common, ...question, kernen }))),
      ]),
    )
  expect(expected.naarRato).toMatchObject(byVariant({ method: 'naar-rato' }))
  expect(expected.basisPlusRest).toMatchObject(byVariant({ method: 'basis-plus-rest-naar-rato', baseCents }))
})
