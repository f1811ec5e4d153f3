import { describe, expect, test } from 'vitest'
import { toRd, toWgs84 } from '../../geodata/import/rd.ts'
import { readCrs, recogniseStelsel } from '../../geodata/import/stelsel.ts'

/** As PROJ 9 gives them. */
const points = [
  { lon: 4.7, lat: 52.67, x: 108515.649, y: 520503.606 },
  { lon: 4.62222, lat: 52.61889, x: 103194.391, y: 514869.561 },
  { lon: 4.32, lat: 51.58, x: 81029.371, y: 399550.466 },
]

describe('RD', () => {
  test.each(points)('of ($lon, $lat) is right to a millimetre', ({ lon, lat, x, y }) => {
    const [ownX, ownY] = toRd(lon, lat)
    expect(Math.abs(ownX - x)).toBeLessThan(0.001)
    expect(Math.abs(ownY - y)).toBeLessThan(0.001)
  })

  test.each(points)('comes back as ($lon, $lat) within a millimetre', ({ lon, lat, x, y }) => {
    const [ownLon, ownLat] = toWgs84(x, y)
    expect(Math.abs(ownLon - lon)).toBeLessThan(1.5e-8)
    expect(Math.abs(ownLat - lat)).toBeLessThan(1.5e-8)
  })
})

describe('the coordinate system', () => {
  test.each([
    [4.7, 52.67, 'WGS84'],
    [52.67, 4.7, 'WGS84 omgewisseld'],
    [108515.6, 520503.6, 'RD'],
    [520503.6, 108515.6, 'RD omgewisseld'],
    [0, 0, undefined],
    [2.35, 48.86, undefined],
    [523_000, 6_900_000, undefined],
  ])('of %d, %d is %s', (x, y, stelsel) => {
    expect(recogniseStelsel(x, y)).toBe(stelsel)
  })

  test.each([
    ['urn:ogc:def:crs:EPSG::28992', 'RD'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'WGS84'],
    ['EPSG:4326', 'WGS84'],
    ['EPSG:4258', 'WGS84'],
    ['EPSG:3857', undefined],
  ])('that a file calls %s is %s', (crs, stelsel) => {
    expect(readCrs(crs)).toBe(stelsel)
  })
})
