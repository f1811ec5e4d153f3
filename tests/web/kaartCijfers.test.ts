import { describe, expect, test } from 'vitest'
import type { KernActiviteit } from '../../functions/contract/activiteit.ts'
import type { Initiatief } from '../../functions/contract/initiatief.ts'
import { listInitiatiefpunten } from '../../web/pages/kaart/initiatiefpunten.ts'
import { countBesloten } from '../../web/state/besloten.ts'

const initiatief = (nummer: string): Initiatief =>
  ({ nummer, geometrie: { type: 'Point', coordinates: [4.7, 52.7] } }) as Initiatief

describe('initiatieven on the map', () => {
  test('are those of the period, of every page', async () => {
    const asked: object[] = []
    const punten = await listInitiatiefpunten({ van: '2026-01-01', tot: '2026-03-31' }, async (query) => {
      asked.push(query)
      return query.cursor
        ? { initiatieven: [initiatief('I-2')] }
        : { initiatieven: [initiatief('I-1')], volgende: 'verder' }
    })
    const periode = { van: '2026-01-01', tot: '2026-03-31', limiet: '500' }
    expect(asked).toEqual([
      { ...periode, cursor: undefined },
      { ...periode, cursor: 'verder' },
    ])
    expect(punten.map(({ id }) => id)).toEqual(['I-1', 'I-2'])
  })
})

describe('meldingen whose place is not public', () => {
  const row = (kern: string, perCategorie: Record<string, number>): KernActiviteit => ({
    kern,
    naam: kern,
    inwoners: 100,
    meldingen: 0,
    per1000Inwoners: null,
    perStatus: {},
    perCategorie,
    initiatieven: 0,
  })
  const categorieen = [
    { code: 'overig', openbaar: false },
    { code: 'afval', openbaar: true },
  ]
  const rows = [row('a', { overig: 3, afval: 9 }), row('b', { overig: 1, vervallen: 2 })]

  test('are counted per kern and together, a categorie that no longer exists among them', () => {
    expect(countBesloten(rows, categorieen)).toBe(6)
    expect(countBesloten(rows, categorieen, 'a')).toBe(3)
  })
})
