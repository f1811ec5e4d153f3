import { describe, expect, test } from 'vitest'
import type { KernActiviteit } from '../../functions/contract/activiteit.ts'
import { sortRows } from '../../web/components/sortRows.ts'
import { makeActiviteitkaart, makeCijferkaart } from '../../web/map/activiteitBeeld.ts'
import { boundsOf, celPunten, kernNamen } from '../../web/map/features.ts'
import { makeStyle } from '../../web/map/style.ts'
import { movePunt } from '../../web/plaats/movePunt.ts'

const row = (kern: string, meldingen: number, inwoners: number): KernActiviteit => ({
  kern,
  naam: kern,
  inwoners,
  meldingen,
  per1000Inwoners: inwoners === 0 ? null : Math.round((10_000 * meldingen) / inwoners) / 10,
  perStatus: {},
  perCategorie: {},
  initiatieven: 0,
})
const rows = [row('a', 10, 5000), row('b', 4, 335), row('c', 0, 0)]

describe('a map of activity', () => {
  test('paints each kern in the colour of the class that holds its figure', () => {
    const { beeld, klassen } = makeActiviteitkaart(rows, false)
    expect(beeld.kleuren).toEqual({ a: klassen[2]!.kleur, b: klassen[1]!.kleur, c: klassen[0]!.kleur })
    expect(beeld.cijfers).toEqual({ a: '10', b: '4', c: '0' })
  })

  test('hatches few inwoners only per 1,000, and leaves a kern without inwoners plain', () => {
    expect(makeActiviteitkaart(rows, false).beeld.gearceerd).toEqual([])
    const { beeld } = makeActiviteitkaart(rows, true)
    expect(beeld.gearceerd).toEqual(['b'])
    expect(beeld.cijfers).toEqual({ a: '2,0', b: '11,9' })
  })

  test('has no classes without figures', () => {
    expect(makeCijferkaart({ a: null }, String).klassen).toEqual([])
  })
})

describe('geometry', () => {
  test('of cells weighs them against the fullest', () => {
    const { features } = celPunten([4.1, 52.1, 2, 4.2, 52.2, 8])
    expect(features.map(({ properties }) => properties?.gewicht)).toEqual([0.25, 1])
  })

  test('of names puts a small kern outside, at its own side, and leaves brackets to the table', () => {
    const kern = (code: string, west: number, size: number) => ({
      code,
      naam: `${code} (voorlopig)`,
      labelPunt: [west + size / 2, 52] as [number, number],
      geometrie: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [west, 52],
            [west + size, 52],
            [west + size, 52 + size],
            [west, 52],
          ],
        ],
      },
    })
    const kernen = [kern('duin', 4, 0.1), kern('dorp', 4.1, 1), kern('stad', 5.1, 1), kern('dijk', 6.1, 0.1)]
    const { features } = kernNamen(kernen, { cijfers: { dorp: '7' } })
    expect(features.map(({ properties }) => [properties?.naam, properties?.kant])).toEqual([
      ['duin', 'west'],
      ['dorp', 'midden'],
      ['stad', 'midden'],
      ['dijk', 'oost'],
    ])
    expect(features[1]?.properties?.cijfer).toBe('7')
  })

  test('of a kern in parts has one box', () => {
    const square = (x: number) => [
      [
        [x, 1],
        [x + 1, 1],
        [x + 1, 2],
        [x, 1],
      ],
    ]
    expect(boundsOf({ geometrie: { type: 'MultiPolygon', coordinates: [square(4), square(6)] } })).toEqual([
      4, 1, 7, 2,
    ])
  })

  test('of a step is as long as it says', () => {
    const [lon, lat] = movePunt([4.7, 52.7], 50, -5)
    expect((lon - 4.7) * 111_320 * Math.cos((52.7 * Math.PI) / 180)).toBeCloseTo(50, 6)
    expect((lat - 52.7) * 111_320).toBeCloseTo(-5, 6)
  })
})

describe('the style', () => {
  test('asks nothing of the network but the font', () => {
    expect(JSON.stringify(makeStyle('/font.woff2')).match(/https?:/g)).toBeNull()
  })
})

describe('a sorted table', () => {
  const by = { value: ({ n }: { n: number | string }) => n }
  test('puts numbers as numbers and words in Dutch order', () => {
    expect(sortRows([{ n: 10 }, { n: 9 }], by, false)).toEqual([{ n: 9 }, { n: 10 }])
    expect(sortRows([{ n: 'één' }, { n: 'Zee' }, { n: 'Bergen' }], by, false).map(({ n }) => n)).toEqual([
      'Bergen',
      'één',
      'Zee',
    ])
  })

  test('keeps the order of the gemeente without a column', () => {
    expect(sortRows([{ n: 2 }, { n: 1 }], undefined, true)).toEqual([{ n: 2 }, { n: 1 }])
  })
})
