import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Buurt } from '../../functions/contract/kernindeling.ts'
import { toKerncode } from '../../functions/domain/kernindeling/kerncodes.ts'
import { labelPuntOf } from '../../web/map/labelPunt.ts'
import {
  addKern,
  addSnede,
  changeKern,
  doStep,
  findPlek,
  placeBuurt,
  redo,
  removeKern,
  start,
  toOntwerp,
  undo,
} from '../../web/pages/kernindeling/bewerk.ts'
import { geldigheidOf } from '../../web/pages/kernindeling/geldigheid.ts'
import { countIndeling } from '../../web/pages/kernindeling/inwoners.ts'
import { cutStukken } from '../../web/pages/kernindeling/useStukken.ts'
import { buurten, makeOntwerp, makeRecord, ringSnede, welbergBuurt } from '../support/ontwerpen.ts'

const codes = buurten.map(({ code }) => code)
const stap = fc.oneof(
  fc.record({
    soort: fc.constant('plaats' as const),
    buurt: fc.constantFrom(...codes),
    kern: fc.constantFrom('welberg', 'steenbergen', null, undefined),
  }),
  fc.record({ soort: fc.constant('snij' as const), buurt: fc.constantFrom(...codes) }),
  fc.record({ soort: fc.constant('weg' as const), kern: fc.constantFrom('welberg', 'kruisland') }),
)

describe('editing a draft', () => {
  test('keeps every buurt in one place at most, and undo and redo go back and forth to the letter', () => {
    fc.assert(
      fc.property(fc.array(stap, { maxLength: 30 }), (stappen) => {
        let verloop = start(makeOntwerp())
        for (const each of stappen) {
          const { nu } = verloop
          const next =
            each.soort === 'plaats'
              ? placeBuurt(nu, each.buurt, each.kern)
              : each.soort === 'snij'
                ? addSnede(nu, { ...ringSnede, buurtcode: each.buurt })
                : removeKern(nu, each.kern)
          verloop = doStep(verloop, next)
          const named = [
            ...next.kernen.flatMap(({ buurtcodes }) => buurtcodes),
            ...next.sneden.map(({ buurtcode }) => buurtcode),
            ...next.weggelaten,
          ]
          expect(new Set(named).size).toBe(named.length)
        }
        const end = verloop.nu
        let back = verloop
        for (let n = 0; n < stappen.length; n++) back = undo(back)
        expect(back.nu).toEqual(makeOntwerp())
        expect(undo(back)).toEqual(back)
        for (let n = 0; n < stappen.length; n++) back = redo(back)
        expect(back.nu).toEqual(end)
      }),
    )
  })

  test('frees the buurten of a kern that is removed', () => {
    expect(findPlek(removeKern(makeOntwerp(), 'welberg'), welbergBuurt)).toEqual({ soort: 'vrij' })
  })

  test.each([
    ['Nieuw-Vossemeer', [], 'nieuw-vossemeer'],
    ['’t Zúid', [], 't-zuid'],
    ['Welberg', ['welberg', 'welberg-2'], 'welberg-3'],
    ['!!!', [], 'kern'],
  ])('makes of the name %j a code', (naam, taken, code) => expect(toKerncode(naam, taken)).toBe(code))

  test('keeps an own figure when a kern is renamed, and sends nothing but the draft', () => {
    const opgave = { inwoners: 10, peildatum: '2026-01-01', bron: 'BRP' }
    const { ontwerp, kern } = addKern(makeOntwerp(), ' Nieuw dorp ')
    expect(kern).toEqual({ code: 'nieuw-dorp', naam: 'Nieuw dorp', buurtcodes: [] })
    const changed = changeKern(changeKern(ontwerp, kern.code, { opgave }), kern.code, { naam: 'Dorp' })
    expect(changed.kernen.at(-1)).toEqual({ ...kern, naam: 'Dorp', opgave })
    const record = { ...changed, versie: 2, status: 'concept', toelichting: '  ' }
    expect(Object.keys(toOntwerp(record)).sort()).toEqual([
      'geldigVanafDatum',
      'kernen',
      'naam',
      'sneden',
      'weggelaten',
    ])
  })
})

describe('counting while drawing', () => {
  test('has every inhabitant in a kern, outside, or not placed', async () => {
    const cut = addSnede(placeBuurt(makeOntwerp(), welbergBuurt, null), ringSnede)
    const ontwerp = placeBuurt(cut, 'BU08510004', undefined)
    const { gesneden } = await cutStukken(ontwerp.sneden, buurten)
    const { rijen, som, buiten, vrij, vrijeBuurten } = countIndeling(ontwerp, buurten, gesneden)
    expect([som + buiten + vrij, buiten, vrijeBuurten]).toEqual([24_465, 1366, 1])
    expect(rijen.reduce((sum, { deel = 0 }) => sum + deel, 0)).toBeCloseTo(1, 9)
  })
})

test('a version that a later one overtook says so, also when it was adopted last', () => {
  const adopted = (versie: number, geldigVanafDatum: string) =>
    makeRecord({ versie, geldigVanafDatum, status: 'vastgesteld' })
  const records = [
    adopted(1, '2024-01-01'),
    adopted(2, '2026-11-22'),
    adopted(3, '2026-11-20'),
    adopted(4, '2027-01-01'),
    makeRecord({ versie: 5 }),
  ]
  expect(records.map((record) => geldigheidOf(record, records, 2))).toEqual([
    'voorbij',
    'nu',
    'voorbij',
    'straks',
    undefined,
  ])
})

describe('the label of a buurt', () => {
  const square = (from: number, to: number) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ]
  const polygon = (...coordinates: number[][][]): Buurt['geometrie'] => ({ type: 'Polygon', coordinates })

  test('stands in the middle, or well beside a hole', () => {
    const [x, y] = labelPuntOf(polygon(square(0, 14)))
    expect([Math.abs(x - 7) < 1.1, Math.abs(y - 7) < 1.1]).toEqual([true, true])
    const [lon, lat] = labelPuntOf(polygon(square(0, 14), square(1, 9)))
    expect(Math.max(lon, lat)).toBeGreaterThan(10)
  })
})
