import { describe, expect, test } from 'vitest'
import type { BevolkingRecord, ScenarioRecord } from '../../functions/domain/ports.ts'
import { useEngine } from '../support/engine.ts'

const engine = useEngine()

const makeScenario = (overrides: Partial<ScenarioRecord> = {}): ScenarioRecord => ({
  jaar: 2027,
  scenario: '0123456789ab',
  versie: 1,
  naam: 'Naar rato',
  vraag: {
    methode: 'naar-rato',
    gewicht: 'inwoners',
    eenheidCenten: 1,
    totaalCenten: 100,
    kernen: [{ kern: 'a', inwoners: 1 }],
  },
  methodeVersie: 1,
  samenvoegingen: [],
  bevolkingVersie: 0,
  verwijderd: false,
  gemaaktOp: '2026-11-01T09:00:00.000Z',
  gewijzigdOp: '2026-11-01T09:00:00.000Z',
  ...overrides,
})

describe('the scenario’s of a year', () => {
  test('are listed in their newest version, oldest scenario first', async () => {
    const { scenarios } = (await engine.makeTable()).stores
    const second = makeScenario({ scenario: '000000000000', gemaaktOp: '2026-11-02T09:00:00.000Z' })
    const changed = makeScenario({ versie: 2, naam: 'Met grenzen' })
    for (const record of [second, makeScenario(), changed, makeScenario({ jaar: 2028 })])
      await scenarios.add(record)
    expect(await scenarios.list(2027)).toStrictEqual([changed, second])
    expect(await scenarios.listVersies(2027, '0123456789ab')).toStrictEqual([makeScenario(), changed])
  })

  test('keep the version that was there when somebody else adds the same one', async () => {
    const { scenarios } = (await engine.makeTable()).stores
    await scenarios.add(makeScenario())
    expect(await scenarios.add(makeScenario({ naam: 'Anders' }))).toStrictEqual({
      soort: 'bestaat',
      aanwezig: makeScenario(),
    })
  })
})

test('versions of the population keep figures that are missing', async () => {
  const { bevolking } = (await engine.makeTable()).stores
  const draft: Omit<BevolkingRecord, 'versie'> = {
    cijfers: [{ kern: 'a', inwoners: null, peildatum: '2026-01-01', bron: 'CBS', methode: 'CBS' }],
    controle: { som: 0, controletotaal: 10, verschil: -10 },
    ontbrekend: [{ kern: 'a', code: 'BU1', gegeven: '-99997' }],
    reden: 'proef',
    vastgelegdDoor: 'fatima',
    vastgelegdOp: '2026-11-01T09:00:00.000Z',
  }
  const outcomes = [await bevolking.append(draft), await bevolking.append({ ...draft, reden: 'correctie' })]
  expect(outcomes.map(({ versie }) => versie)).toEqual([1, 2])
  expect(await bevolking.list()).toStrictEqual([
    { ...draft, versie: 1 },
    { ...draft, reden: 'correctie', versie: 2 },
  ])
})
