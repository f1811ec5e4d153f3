import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redenen, type Status, statussen } from '../../functions/contract/melding.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { asAfterChange } from '../../functions/domain/behandeling/geschiedenis.ts'
import { changeStatus } from '../../functions/domain/behandeling/status.ts'
import { openWerkdagen } from '../../functions/domain/feestdagen.ts'
import { overgangen, startMelding } from '../../functions/domain/melding.ts'
import { toKop, toMelding } from '../../functions/domain/meldingBeeld.ts'
import type { GemeenteFeiten, MeldingRecord } from '../../functions/domain/ports.ts'

const termijn = { aantal: 5, eenheid: 'werkdagen' } as const
const regels = {
  categorieen: [{ code: 'straatverlichting', termijn }] as unknown as GemeenteFeiten['categorieen'],
  isWerkdag: openWerkdagen({ bevrijdingsdag: 'nee', goedeVrijdag: false, sluitingsdagen: [] }),
  findKern: () => ({ soort: 'binnen', kern: 'schoorl' }) as const,
}

const start = (): MeldingRecord =>
  startMelding(
    {
      categorie: 'straatverlichting',
      omschrijving: 'De lamp is stuk.',
      geometrie: { type: 'Point', coordinates: [4.7, 52.67] },
      contact: { naam: 'A. Bewoner' },
    },
    { kern: 'schoorl', herkomst: 'binnen', afstandMeter: 0 },
    { nummer: 'M-0000-0001', volgcode: 'geheim', op: '2026-04-07T09:30:00.000Z' },
    regels,
  )

const minute = (n: number) => new Date(Date.UTC(2026, 3, 7, 10, n)).toISOString()
const to = (melding: MeldingRecord, status: Status, sleutel?: string) =>
  changeStatus(
    melding,
    {
      status,
      ...(status === 'gesloten' && { reden: redenen[0] }),
      ...(status === 'gepland' && { geplandeDatum: '2026-05-01' }),
    },
    { op: minute(melding.versie), door: 'Noor', ...(sleutel && { sleutel }) },
    regels,
  )

describe('a melding', () => {
  it('starts as ontvangen, version 1, without the contact data', () => {
    expect(start()).toMatchObject({ status: 'ontvangen', versie: 1, geschiedenis: [{ status: 'ontvangen' }] })
    expect(JSON.stringify(start())).not.toContain('Bewoner')
  })

  it.each(statussen.flatMap((from) => statussen.map((next) => [from, next] as const)))(
    'from %s to %s is as the table says',
    (from, next) => {
      const melding = { ...start(), status: from }
      if (overgangen[from].includes(next)) expect(to(melding, next).status).toBe(next)
      else
        expect(() => to(melding, next)).toThrowError(
          expect.objectContaining({ code: 'overgang-niet-toegestaan' }),
        )
    },
  )

  it('can always be closed, and opened again', () => {
    for (const status of statussen) {
      const closed = status === 'gesloten' ? start() : to({ ...start(), status }, 'gesloten')
      if (closed.status === 'gesloten') expect(to(closed, 'in-behandeling').reden).toBeUndefined()
    }
  })

  it('keeps its history, whatever is tried: it only grows, one line per version', () => {
    const steps = fc.array(fc.constantFrom(...statussen), { maxLength: 12 })
    fc.assert(
      fc.property(steps, (wanted) => {
        let melding = start()
        for (const status of wanted) {
          const before = melding
          try {
            melding = to(melding, status)
          } catch (error) {
            expect(error).toBeInstanceOf(Problem)
            continue
          }
          expect(melding.geschiedenis.slice(0, -1)).toEqual(before.geschiedenis)
          expect(melding.versie).toBe(before.versie + 1)
          expect(melding.geschiedenis.at(-1)).toMatchObject({
            status: melding.status,
            op: melding.gewijzigdOp,
          })
        }
        expect(melding.geschiedenis).toHaveLength(melding.versie)
      }),
    )
  })

  it('is given back as it was just after each change that carries a key', () => {
    const steps = fc.array(fc.constantFrom(...statussen), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(steps, (wanted) => {
        const seen: MeldingRecord[] = []
        let melding = start()
        for (const status of wanted) {
          if (!overgangen[melding.status].includes(status)) continue
          melding = to(melding, status, `sleutel-${seen.length}`)
          seen.push(melding)
        }
        for (const [i, then] of seen.entries()) expect(asAfterChange(melding, `sleutel-${i}`)).toEqual(then)
        expect(asAfterChange(melding, 'onbekend')).toBeUndefined()
      }),
    )
  })

  it('shows the public nothing of text, secret or hashes', () => {
    expect(Object.keys(toMelding(Object.assign(start(), { sleutel: 'a', inhoud: 'b' }))).toSorted()).toEqual([
      'categorie',
      'geometrie',
      'geregistreerdOp',
      'gewijzigdOp',
      'kern',
      'kernHerkomst',
      'nummer',
      'status',
      'streefDatum',
    ])
  })
})

describe('the first words of a text', () => {
  it.each([
    ['De lamp\n is  stuk', 'De lamp is stuk'],
    [`${'woord '.repeat(30)}einde`, /^(woord )+woord…$/],
    ['a'.repeat(200), /^a{99}…$/],
  ])('%s', (text, kop) => {
    expect(toKop(text)).toMatch(kop)
    expect(toKop(text).length).toBeLessThanOrEqual(100)
  })
})
