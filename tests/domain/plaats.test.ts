import { describe, expect, it } from 'vitest'
import { Problem } from '../../functions/contract/problem.ts'
import { checkPlaats, findPlaats, judgePlaats } from '../../functions/domain/plaats.ts'
import type { GemeenteFeiten, PlaatsOordeel } from '../../functions/domain/ports.ts'

const buiten = { soort: 'buiten', afstandMeter: 1350.4, omgewisseld: false, rd: false } as const
const gemeente = (oordeel: PlaatsOordeel) =>
  ({ naam: 'Bergen (NH.)', findKern: () => oordeel }) as unknown as GemeenteFeiten

describe('a place', () => {
  it('inside a kern is that kern, at no distance', () => {
    expect(findPlaats([4.7, 52.67], gemeente({ soort: 'binnen', kern: 'schoorl' }))).toEqual({
      kern: 'schoorl',
      herkomst: 'binnen',
      afstandMeter: 0,
    })
  })

  it('near a kern is derived from it, with the distance in whole metres', () => {
    const near = gemeente({ soort: 'afgeleid', kern: 'bergen-aan-zee', afstandMeter: 120.6 })
    expect(findPlaats([4.6, 52.67], near)).toEqual({
      kern: 'bergen-aan-zee',
      herkomst: 'afgeleid',
      afstandMeter: 121,
    })
  })

  it.each<[string, PlaatsOordeel, [number, number], string]>([
    ['outside', buiten, [4.9, 52.3], 'Dit punt ligt 1.350 meter buiten Bergen (NH.).'],
    [
      'far outside',
      { ...buiten, afstandMeter: 198_700 },
      [4.3, 50.8],
      'Dit punt ligt 199 kilometer buiten Bergen (NH.).',
    ],
    [
      'swapped',
      { ...buiten, omgewisseld: true },
      [52.67, 4.7],
      'U hebt lengte- en breedtegraad omgewisseld. Geef eerst de lengtegraad (lon), dan de breedtegraad (lat): [4.7, 52.67].',
    ],
    [
      'in RD metres',
      { ...buiten, rd: true },
      [108_515, 520_503],
      'Dit lijken RD-coördinaten in meters (EPSG:28992). Geef lengte- en breedtegraad in graden: [lon, lat].',
    ],
    ['off the globe', buiten, [181, 52], 'De lengtegraad (lon) ligt tussen -180 en 180; u gaf 181.'],
    ['beyond the pole', buiten, [4, 91], 'De breedtegraad (lat) ligt tussen -90 en 90; u gaf 91.'],
  ])('%s says so', (_name, oordeel, positie, detail) => {
    const problem = judgePlaats(positie, gemeente(oordeel))
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).message).toBe(detail)
    expect((problem as Problem).extra.errors).toMatchObject([{ pointer: '/geometrie/coordinates', detail }])
  })

  it('that is no number never reaches the lookup', () => {
    const asked = { naam: 'Bergen', findKern: () => expect.unreachable() } as unknown as GemeenteFeiten
    for (const positie of [
      [Number.NaN, 52],
      [4, Number.POSITIVE_INFINITY],
    ] as const)
      expect(judgePlaats(positie, asked)).toMatchObject({ code: 'ongeldige-invoer' })
  })

  it.each([undefined, null, 7, {}, { coordinates: 'x' }, { coordinates: [4] }, { coordinates: ['4', 52] }])(
    'that cannot be read (%j) is left to the schema',
    (geometrie) => {
      expect(checkPlaats(geometrie, gemeente(buiten))).toEqual([])
    },
  )
})
