import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BerekenVraag, type VraagVan } from '../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import { computeInleg } from '../../functions/domain/wijkbudget/herverdeling.ts'
import { amounts, sentence } from '../support/askWijkbudget.ts'

const kern = (kern: string, inwoners: number, vrijCenten: number, openAanvraagCenten: number) => ({
  kern,
  inwoners,
  toegekendCenten: vrijCenten,
  verplichtCenten: 0,
  openAanvraagCenten,
})
const question = (...kernen: ReturnType<typeof kern>[]) => ({
  methode: 'onderbesteding' as const,
  verdeelsleutel: 'inwoners' as const,
  kernen,
})

describe('redistribution by inwoners', () => {
  it('is what happens to a question that holds inwoners and does not choose', () => {
    const kernen = [kern('a', 1, 900, 0), kern('b', 100, 0, 1_000), kern('c', 200, 0, 3_000)]
    expect(amounts({ methode: 'onderbesteding', kernen })).toEqual([0, 300, 600])
    const zonder = kernen.map(({ inwoners: _, ...rest }) => rest)
    expect(amounts({ methode: 'onderbesteding', kernen: zonder })).toEqual([0, 225, 675])
  })

  it('gives per inhabitant the same to all who ask, up to what they ask', () => {
    expect(
      amounts(question(kern('a', 1, 900, 0), kern('b', 100, 0, 1_000), kern('c', 200, 0, 1_000))),
    ).toEqual([0, 300, 600])
    expect(amounts(question(kern('a', 1, 900, 0), kern('b', 100, 0, 1_000), kern('c', 800, 0, 500)))).toEqual(
      [0, 400, 500],
    )
  })

  it('says so in the sentence when there is not enough for all', () => {
    const vraag = question(kern('a', 1, 900, 0), kern('b', 100, 0, 1_000))
    expect(sentence(vraag, 1)).toBe(
      'b vraagt € 10,00, heeft zelf nog € 0,00 en krijgt € 9,00 extra uit de pot van € 9,00, naar inwoners.',
    )
  })

  it('refuses a kern that asks and has no figure', () => {
    const [giver, asker] = [kern('a', 1, 900, 0), { ...kern('b', 0, 0, 1_000), inwoners: undefined }]
    expect(() => amounts({ ...question(giver), kernen: [giver, asker] })).toThrow(
      'heeft geen cijfer voor inwoners',
    )
  })

  const anyQuestion = fc
    .record({
      rows: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 5_000 }),
          fc.integer({ min: 0, max: 1e7 }),
          fc.integer({ min: 0, max: 1e7 }),
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      eenheidCenten: fc.constantFrom(1, 100, 10_000),
      verdeelsleutel: fc.constantFrom('inwoners', 'aanvraag'),
    })
    .map(({ rows, ...rest }) => {
      const kernen = rows.map(([inwoners, vrij, vraagt], i) => kern(`k${i}`, inwoners, vrij, vraagt))
      return BerekenVraag.parse({ methode: 'onderbesteding', ...rest, kernen }) as VraagVan<'onderbesteding'>
    })

  it('takes exactly what it gives, from what kernen have over, and never gives more than asked', () => {
    fc.assert(
      fc.property(anyQuestion, (vraag) => {
        const antwoord = computeVerdeling(vraag)
        const inleg = computeInleg(vraag, antwoord)
        const given = antwoord.aandelen.reduce((som, { bedragCenten }) => som + bedragCenten, 0)
        expect([...inleg.values()].reduce((som, bedrag) => som + bedrag, 0)).toBe(given)
        for (const [i, { kern, toegekendCenten, openAanvraagCenten }] of vraag.kernen.entries()) {
          const extra = antwoord.aandelen[i]?.bedragCenten ?? 0
          const short = Math.max(0, openAanvraagCenten - toegekendCenten)
          expect(extra).toBeLessThanOrEqual(short)
          expect(inleg.get(kern) ?? 0).toBeLessThanOrEqual(Math.max(0, toegekendCenten - openAanvraagCenten))
        }
      }),
      { numRuns: 10_000 },
    )
  })
})
