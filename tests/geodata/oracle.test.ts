import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadGemeente } from '../../geodata/gemeente.ts'

/**
 * Points with the answer of another engine (GEOS): `GM0373-pip-orakel.csv.gz`, made from the buurten of
 * CBS / Kadaster, CC BY 4.0. Columns: soort, lon, lat, buurtcode, kern, raaktBuurten, afstandTotGrensM.
 */
function readOracle(file: string) {
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return lines.map((line) => {
    const [soort, lon, lat, buurtcode, kern, raaktBuurten] = line.split(',')
    return {
      soort,
      lon: Number(lon),
      lat: Number(lat),
      buurtcode,
      kern,
      raaktBuurten: raaktBuurten?.split('|') ?? [],
    }
  })
}

describe.each(['GM0373', 'GM0851', 'GM0753'])('the oracle of %s', (code) => {
  const file =
    code === 'GM0373'
      ? `tests/geodata/${code}-pip-orakel.csv.gz`
      : `../shared/geodata/${code}-pip-orakel.csv.gz`

  test('agrees on every row', ({ skip }) => {
    if (!existsSync(file)) skip(`${file} is er niet`)
    const { kernIndex, kernindeling } = loadGemeente(code)
    const kernOf = (buurt: string) =>
      kernindeling.kernen.find(({ buurtcodes }) => buurtcodes.includes(buurt))!.code
    const rows = readOracle(file)
    const wrong = rows.filter(({ soort, lon, lat, buurtcode, raaktBuurten }) => {
      const touched = soort === 'hoekpunt' ? raaktBuurten.map(kernOf).sort()[0] : undefined
      const expected = buurtcode ? kernOf(buurtcode) : touched
      return kernIndex.codes[kernIndex.find(lon, lat)] !== expected
    })
    expect(rows.length).toBeGreaterThan(1600)
    expect(wrong).toEqual([])
  })
})
