import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as turf from '@turf/turf'
import { afterAll, describe, expect, test } from 'vitest'
import { listDifferences } from '../../geodata/build.ts'
import { listGemeentecodes, loadGemeente } from '../../geodata/gemeente.ts'
import { Instellingen, readSettings } from '../../geodata/instellingen.ts'

const gemeenten = 'geodata/gemeenten'
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
type Feature = {
  id: string
  properties: Record<string, unknown>
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon
}
const readFeatures = (file: string): Feature[] => readJson(file).features
const positions = (features: Feature[]) =>
  new Set(features.flatMap(({ geometry }) => turf.coordAll(geometry).map(([lon, lat]) => `${lon},${lat}`)))

test('the built files are what the sources give', () => {
  expect(listDifferences(gemeenten)).toEqual([])
})

test('there are files for Bergen, Best and Steenbergen', () => {
  expect(listGemeentecodes()).toEqual(['GM0373', 'GM0753', 'GM0851'])
})

describe.each([
  ['GM0373', 8, 36, 29_935],
  ['GM0851', 6, 18, 24_465],
  ['GM0753', 1, 17, 31_225],
])('%s', (code, kernen, buurten, inwoners) => {
  const gemeente = loadGemeente(code)
  const folder = join(gemeenten, code)

  test('has every buurt in exactly one kern', () => {
    const divided = gemeente.kernen.flatMap(({ buurtcodes }) => buurtcodes).sort()
    const drawn = readFeatures(join(folder, 'buurten.geojson')).map(({ id }) => id)
    expect(gemeente.kernen).toHaveLength(kernen)
    expect(drawn).toHaveLength(buurten)
    expect(divided).toEqual(drawn.sort())
  })

  test('has the inwoners of its control total', () => {
    const sum = gemeente.kernen.reduce((total, kern) => total + kern.inwoners, 0)
    expect([sum, gemeente.kernindeling.somInwoners]).toEqual([inwoners, inwoners])
  })

  test('draws kernen with positions of its buurten only, and their label inside', () => {
    const own = positions(readFeatures(join(folder, 'buurten.geojson')))
    for (const kern of readFeatures(join(folder, 'kernen.geojson'))) {
      expect([...positions([kern])].filter((position) => !own.has(position))).toEqual([])
      const [lon, lat] = kern.properties.labelPunt as [number, number]
      expect(gemeente.findKern(lon, lat)).toEqual({ soort: 'binnen', kern: kern.id })
    }
  })

  test('draws the kernen another engine dissolved', ({ skip }) => {
    const file = `../shared/geodata/${code}-kernen.geojson`
    if (!existsSync(file)) skip(`${file} is er niet`)
    for (const expected of readFeatures(file)) {
      const kern = readFeatures(join(folder, 'kernen.geojson')).find(({ id }) => id === expected.id)!
      expect(positions([kern])).toEqual(positions([expected]))
      expect(Number(kern.properties.oppervlakteHa) / Number(expected.properties.oppervlakteHa)).toBeCloseTo(
        1,
        3,
      )
    }
  })

  test('knows a team and a term for each categorie', () => {
    for (const { team, termijn } of gemeente.instellingen.categorieen) {
      expect(team).not.toBe('')
      expect(termijn.aantal).toBeGreaterThan(0)
    }
  })
})

describe('where a point lies', () => {
  const { findKern, kernIndex, kernen } = loadGemeente('GM0373')

  test.each([
    ['in a kern', 4.7, 52.67, { soort: 'binnen', kern: 'bergen-binnen-west' }],
    ['at sea near the beach', 4.617, 52.62, { soort: 'afgeleid', kern: 'egmond-aan-zee' }],
    ['at sea, too far from the beach', 4.6155, 52.62, { soort: 'buiten', afstandMeter: 227 }],
    ['in Brussels', 4.35, 50.85, { soort: 'buiten', omgewisseld: false, rd: false }],
    ['with lat and lon exchanged', 52.67, 4.7, { soort: 'buiten', omgewisseld: true, rd: false }],
    ['in RD metres', 108_500, 520_500, { soort: 'buiten', omgewisseld: false, rd: true }],
    ['nowhere', Number.NaN, 52.67, { soort: 'buiten', omgewisseld: false, rd: false }],
  ])('is judged %s', (_, lon, lat, expected) => {
    expect(findKern(lon, lat)).toMatchObject(expected)
  })

  test('has a distance of at most half the earth, also for numbers that are no place', () => {
    for (const [lon, lat] of [
      [108_500, 520_500],
      [Number.NaN, 0],
      [4.35, 50.85],
    ] as const) {
      expect(findKern(lon, lat)).toMatchObject({
        afstandMeter: expect.toSatisfy((m: number) => m > 0 && m <= 20_037_508),
      })
    }
  })

  test('uses the codes of the kernindeling', () => {
    expect([...kernIndex.codes]).toEqual(kernen.map(({ code }) => code).sort())
  })
})

test('every categorie of the example meldingen has one of Bergen', ({ skip }) => {
  const file = '../shared/geodata/GM0373-meldingen-100k-SYNTHETISCH.csv.gz'
  if (!existsSync(file)) skip(`${file} is er niet`)
  const { findCategorie } = loadGemeente('GM0373')
  const rows = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(1)
  const pairs = new Set(rows.map((row) => row.split(',').slice(2, 4).join('/')))
  const unknown = [...pairs].filter((pair) => !findCategorie(...(pair.split('/') as [string, string])))
  expect(pairs.size).toBeGreaterThan(40)
  expect(unknown).toEqual([])
})

// biome-ignore lint/suspicious/noExplicitAny: the files are broken in ways their types forbid
type Content = any

describe('a changed file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gemeenten-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const load = (name: string, change: (content: Content) => unknown) => {
    cpSync(join(gemeenten, 'GM0373'), join(folder, 'GM0373'), { recursive: true })
    const file = join(folder, 'GM0373', name)
    const content = readJson(file)
    writeFileSync(file, JSON.stringify(change(content) ?? content))
    return () => loadGemeente('GM0373', folder)
  }

  test.each([
    [
      'a categorie without team',
      'instellingen.json',
      /instellingen\.json: categorieen: bomen: team: team ontbreekt\.$/,
      (s: Content) => {
        delete s.categorieen[6].team
      },
    ],
    [
      'a categorie without term',
      'instellingen.json',
      /categorieen: bomen: termijn: termijn ontbreekt\.$/,
      (s: Content) => {
        delete s.categorieen[6].termijn
      },
    ],
    [
      'an alias twice',
      'instellingen.json',
      /alias riolering staat bij bomen en bij riool-en-wateroverlast\.$/,
      (s: Content) => {
        s.categorieen[6].aliassen.push('riolering')
      },
    ],
    [
      'no categorie that everybody may see',
      'instellingen.json',
      /instellingen\.json: categorieen: geen enkele categorie is openbaar\.$/,
      (s: Content) => {
        for (const categorie of s.categorieen) categorie.openbaar = false
      },
    ],
    [
      'more categorieen than one question holds',
      'instellingen.json',
      /instellingen\.json: categorieen: er zijn meer dan 100 categorieën\.$/,
      (s: Content) => {
        const [first] = s.categorieen
        for (let i = 0; i < 100; i++) s.categorieen.push({ ...first, code: `extra-${i}`, aliassen: [] })
      },
    ],
    [
      'a typing error in a name',
      'instellingen.json',
      /instellingen\.json: categorieen: bomen: Dit veld is onbekend: taem\.$/,
      (s: Content) => {
        s.categorieen[6].taem = 'groen'
      },
    ],
    [
      'too many kernen',
      'instellingen.json',
      /kernindeling\.json heeft 8 kernen; maxKernen is 7\.$/,
      (s: Content) => {
        s.maxKernen = 7
      },
    ],
    [
      'a kern without inwoners',
      'kernindeling.json',
      /kernindeling\.json: kernen: schoorl: inwoners: inwoners ontbreekt\.$/,
      (k: Content) => {
        delete k.kernen[6].inwoners
      },
    ],
    [
      'a kern that is not drawn',
      'kernen.geojson',
      /kernen\.geojson mist de kern schoorl;/,
      (k: Content) => {
        k.features.splice(6, 1)
      },
    ],
  ])('that is broken is refused by name: %s', (_, name, message, change) => {
    expect(load(name, change)).toThrow(message)
  })

  test('of kernen names the year of its borders under the map', () => {
    const gemeente = load('kernindeling.json', (indeling) => ({ ...indeling, buurtgrenzen: 2024 }))()
    expect(gemeente.bronvermelding).toBe('Bron: CBS / Kadaster, CC BY 4.0 (gegeneraliseerd, grenzen 2024)')
  })

  test('differs from what the sources give', () => {
    load('kernen.geojson', (kaart) => ({ ...kaart, bronvermelding: 'elders' }))
    expect(listDifferences(folder)).toHaveLength(1)
  })

  test('names the gemeenten there are when the code is unknown', () => {
    expect(() => loadGemeente('GM9999')).toThrow(
      'Gemeente GM9999 is er niet; kies een van GM0373, GM0753, GM0851.',
    )
  })

  test('says which folder or file is not there', () => {
    const nowhere = join(folder, 'nergens')
    expect(() => loadGemeente('GM0373', nowhere)).toThrow(
      `De map met gemeenten (GEODATA) is er niet: ${nowhere}.`,
    )
    const file = join(folder, 'geen.json')
    expect(() => readSettings(file, Instellingen)).toThrow(`${file} is er niet.`)
  })
})
