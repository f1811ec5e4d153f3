import { describe, expect, test } from 'vitest'
import { toBoekingen } from '../../functions/domain/wijkbudget/boeking.ts'
import type { VerdelingRecord } from '../../functions/domain/wijkbudget/ports.ts'

const adopted = (besluitDatum: string, bedragCenten: number) =>
  ({
    jaar: 2026,
    versie: 1,
    vraag: { methode: 'gelijk' },
    antwoord: { aandelen: [{ kern: 'a', bedragCenten }] },
    vaststelling: { besluitDatum },
  }) as VerdelingRecord

describe('what adopting books', () => {
  test.each([
    ['2026-01-13', '2026-01-13'],
    ['2025-12-01', '2026-01-01'],
    ['2027-02-01', '2026-12-31'],
  ])('of a decision of %s bears the day %s, within its year', (besluit, datum) => {
    expect(toBoekingen(adopted(besluit, 500), undefined)).toMatchObject([
      { soort: 'toekenning', bedragCenten: 500, datum },
    ])
  })

  test('is the difference when it corrects, and nothing when nothing differs', () => {
    const geldend = adopted('2026-01-13', 500)
    expect(toBoekingen(adopted('2026-02-03', 300), geldend)).toMatchObject([
      { soort: 'terugvordering', bedragCenten: 200, datum: '2026-02-03' },
    ])
    expect(toBoekingen(adopted('2026-02-03', 500), geldend)).toEqual([])
  })
})
