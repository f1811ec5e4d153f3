import { describe, expect, test } from 'vitest'
import type { Wijkbudget } from '../../functions/contract/verdeling.ts'
import { findBudget } from '../../web/pages/mijnKern/findBudget.ts'
import { bronNaam } from '../../web/texts/format.ts'

describe('the budget of a kern', () => {
  const ofYears =
    (...adopted: number[]) =>
    async (jaar: number) =>
      ({ jaar, geldend: adopted.includes(jaar) ? {} : null, vorigJaar: null }) as Wijkbudget
  const years = async (...adopted: number[]) => {
    const { budget, ontbreekt } = await findBudget(2026, ofYears(...adopted))
    return [budget.jaar, ontbreekt]
  }

  test.each([
    ['of this year', [2025, 2026], [2026, undefined]],
    ['of last year, and which one is missing', [2025], [2025, 2026]],
    ['of this year, empty, when neither is there', [], [2026, undefined]],
  ])('is that %s', async (_what, adopted, shown) => {
    expect(await years(...adopted)).toEqual(shown)
  })
})

test('an estimate of inwoners has a plain word', () => {
  expect(bronNaam('CBS')).toBe('bron: CBS')
  expect(bronNaam('schatting')).toContain('geschat')
})
