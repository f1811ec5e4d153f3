import { describe, expect, it } from 'vitest'
import { parsePositie } from '../../functions/domain/positie.ts'
import { rdToWgs84 } from '../../functions/domain/rd.ts'

describe('RD to WGS84', () => {
  // Values of PROJ for EPSG:28992.
  it.each([
    [108515.649, 520503.606, 4.7, 52.67],
    [103194.391, 514869.561, 4.62222, 52.61889],
    [81029.371, 399550.466, 4.32, 51.58],
  ])('(%d, %d) is (%d, %d) within a metre', (x, y, lon, lat) => {
    const [gotLon, gotLat] = rdToWgs84(x, y)
    expect(Math.abs(gotLon - lon) * 67_500).toBeLessThan(1)
    expect(Math.abs(gotLat - lat) * 111_300).toBeLessThan(1)
  })
})

describe('coordinates as people write them', () => {
  it.each([
    ['52.67, 4.70'],
    ['4.70 52.67'],
    ['52,67 4,70'],
    ['lat: 52.67 lon: 4.70'],
    ['52.67° / 4.70°'],
    ['108515.649 520503.606'],
    ['108516,520504'],
  ])('“%s” is near Bergen', (text) => {
    const [lon, lat] = parsePositie(text) ?? [0, 0]
    expect(lon).toBeCloseTo(4.7, 4)
    expect(lat).toBeCloseTo(52.67, 4)
  })

  it.each(['', 'Dorpsweg 12', '52.67', '1 2 3', '12, 13', '50.8 250'])('“%s” is no position here', (text) => {
    expect(parsePositie(text)).toBeUndefined()
  })
})
