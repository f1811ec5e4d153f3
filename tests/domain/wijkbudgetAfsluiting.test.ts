import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegelRecord } from '../../functions/domain/ports.ts'
import { type NogTeBoeken, startStand, writeBoeking } from '../../functions/domain/wijkbudget/boeking.ts'
import { computeStand } from '../../functions/domain/wijkbudget/grootboek.ts'
import { closeJaar, computeSpaargeld } from '../../functions/domain/wijkbudget/jaarafsluiting.ts'
import type { Overdrachtsregel } from '../../functions/domain/wijkbudget/overdracht.ts'

const ledger = { jaar: 2026, kern: 'a' }
const by = { op: '2026-12-31T12:00:00.000Z', door: 'fatima' }
const write = (regels: Pick<RegelRecord, 'soort' | 'bedragCenten'>[]) =>
  writeBoeking(
    [startStand(ledger)],
    regels.map((regel): NogTeBoeken => ({ ...ledger, omschrijving: 'proef', ...regel })),
    by,
  )

/** Closes and books both years; the stands of this year and of the next. */
function close(
  regels: RegelRecord[],
  stand: ReturnType<typeof startStand>,
  regel: Overdrachtsregel,
  plan?: string,
) {
  const closing = closeJaar(ledger, stand, regels, regel, plan)
  const { standen } = writeBoeking([stand, startStand({ ...ledger, jaar: 2027 })], closing.boekingen, by)
  return { ...closing, dit: standen[0]!, volgend: standen[1]! }
}

describe('saving', () => {
  const saved = [
    { soort: 'opening' as const, bedragCenten: 100, uitJaar: 2023 },
    { soort: 'opening' as const, bedragCenten: 200, uitJaar: 2025 },
    { soort: 'toekenning' as const, bedragCenten: 400 },
  ]

  it('spends the oldest money first, and knows of the rest which year it is from', () => {
    const { regels, standen } = write([...saved, { soort: 'betaling', bedragCenten: 250 }])
    expect(computeSpaargeld(2026, regels, standen[0]!.vrijCenten)).toEqual([
      { jaar: 2025, bedragCenten: 50 },
      { jaar: 2026, bedragCenten: 400 },
    ])
  })

  it('keeps money three years with a plan, and nothing without', () => {
    const { regels, standen } = write(saved)
    const withPlan = close(regels, standen[0]!, { soort: 'sparen', jaren: 3 }, 'Dorpshuis')
    expect(withPlan.volgend).toMatchObject({ openingCenten: 600, vrijCenten: 600 })
    expect(withPlan.dit).toMatchObject({ teruggevorderdCenten: 100, gesloten: true })
    expect(withPlan.boekingen.filter(({ soort }) => soort === 'opening')).toMatchObject([
      { uitJaar: 2025, bedragCenten: 200, omschrijving: expect.stringContaining('Dorpshuis') },
      { uitJaar: 2026, bedragCenten: 400 },
    ])
    expect(close(regels, standen[0]!, { soort: 'sparen', jaren: 3 }).volgend.openingCenten).toBe(0)
  })
})

describe('closing a year', () => {
  const anyRegel = fc.record({
    soort: fc.constantFrom(
      'opening',
      'toekenning',
      'reservering',
      'verplichting',
      'betaling',
      'vrijval',
      'terugvordering',
    ),
    bedragCenten: fc.integer({ min: 1, max: 1_000 }),
    nummer: fc.constantFrom('v1', 'v2', undefined),
  })
  const anyRule = fc.oneof(
    fc.constantFrom<Overdrachtsregel>(
      { soort: 'onbeperkt' },
      { soort: 'naar-algemene-reserve' },
      { soort: 'verrekenen' },
    ),
    fc.record({ soort: fc.constant('reserve' as const), maximumCenten: fc.integer({ min: 0, max: 2_000 }) }),
    fc.record({ soort: fc.constant('sparen' as const), jaren: fc.integer({ min: 1, max: 3 }) }),
  )

  /** Lines that the rules let through, one after the other. */
  const accept = (tried: { soort: string; bedragCenten: number; nummer?: string | undefined }[]) => {
    let stand = startStand(ledger)
    const regels: RegelRecord[] = []
    for (const { nummer, ...rest } of tried) {
      const bound = ['reservering', 'verplichting', 'vrijval'].includes(rest.soort)
      const regel = {
        ...ledger,
        ...rest,
        omschrijving: 'x',
        ...(bound ? { nummer: nummer ?? 'v1' } : nummer && rest.soort === 'betaling' ? { nummer } : {}),
      }
      try {
        const booked = writeBoeking([stand], [regel as NogTeBoeken], by)
        stand = booked.standen[0]!
        regels.push(...booked.regels)
      } catch {
        // Refused, so it is not in the ledger.
      }
    }
    return { stand, regels }
  }

  it('loses no cent by any rule, and carries every open promise', () => {
    fc.assert(
      fc.property(
        fc.array(anyRegel, { maxLength: 30 }),
        anyRule,
        fc.option(fc.constant('plan'), { nil: undefined }),
        (tried, rule, plan) => {
          const { stand, regels } = accept(tried)
          const { dit, volgend, overdracht } = close(regels, stand, rule, plan)
          expect(volgend.openingCenten + overdracht.naarReserveCenten).toBe(stand.saldoCenten)
          expect(volgend.open).toEqual(stand.open)
          expect(volgend.vrijCenten).toBe(
            stand.vrijCenten - overdracht.naarReserveCenten - overdracht.verrekendCenten,
          )
          expect(volgend.vrijCenten).toBeGreaterThanOrEqual(0)
          expect(dit.gesloten).toBe(true)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('and any line before it keep what the rules say equal to what the lines add up to', () => {
    fc.assert(
      fc.property(fc.array(anyRegel, { maxLength: 40 }), (tried) => {
        const { stand, regels } = accept(tried)
        expect(stand).toMatchObject(computeStand(regels))
        expect(stand.vrijCenten).toBeGreaterThanOrEqual(0)
        expect(Math.min(0, ...Object.values(stand.open))).toBe(0)
        expect(regels.at(-1)?.vrijCenten ?? 0).toBe(stand.vrijCenten)
      }),
      { numRuns: 3_000 },
    )
  })
})
