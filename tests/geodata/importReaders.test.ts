import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { gemeentenFolder } from '../../geodata/import/importGemeente.ts'
import { polygonsOf, type Vlak } from '../../geodata/import/measure.ts'
import { readSourceFile } from '../../geodata/import/readers/file.ts'
import { type Gebied, readGebieden } from '../../geodata/import/readGebieden.ts'
import { checkGebieden } from '../../geodata/import/report.ts'
import { polygon, square, squareBuurt, writeGeopackage } from './importBuilders.ts'

const fixtures = 'tests/geodata/fixtures-import'
const shared = '../shared/geodata/importer-fixtures'
const folder = mkdtempSync(join(tmpdir(), 'kernpunt-readers-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The outlines the product has of these buurten, read from the same publication by another program. */
function outlines(gemeente: string): Map<string, Vlak> {
  const { features } = JSON.parse(readFileSync(join(gemeentenFolder, gemeente, 'buurten.geojson'), 'utf8'))
  return new Map(features.map((feature: { id: string; geometry: Vlak }) => [feature.id, feature.geometry]))
}

/** Vertices of `found` that lie farther than 1e-6 degree from the vertex with the same number of the known outline. */
function strayed(found: readonly Gebied[]): string[] {
  return found.flatMap(({ code, vlak }) => {
    const known = polygonsOf(outlines(`GM${code.slice(2, 6)}`).get(code)!).flat(2)
    const own = polygonsOf(vlak).flat(2)
    if (own.length !== known.length) return [`${code}: ${own.length} punten in plaats van ${known.length}`]
    return own.flatMap(([lon, lat], i) =>
      Math.abs(lon! - known[i]![0]!) > 1.01e-6 || Math.abs(lat! - known[i]![1]!) > 1.01e-6
        ? [`${code}: punt ${i}`]
        : [],
    )
  })
}

const forms = [
  { form: 'PDOK OGC API Features', file: 'pdokBladzijde1.json', codes: ['BU03730200', 'BU03730400'] },
  { form: 'PDOK WFS', file: 'pdokWfs.json', codes: ['BU07530001', 'BU07530002', 'BU07530003'] },
  {
    form: 'a CBS shapefile in RD',
    file: 'cbsShape.json',
    codes: ['BU08510000', 'BU08510001', 'BU08510002', 'BU08510409'],
  },
  {
    form: 'CBS gebiedsindelingen',
    file: 'cbsGebiedsindelingen.json',
    codes: ['BU03730400', 'BU03730401', 'BU03730402', 'BU03730403'],
  },
]

describe.each(forms)('$form', ({ file, codes }) => {
  const { gebieden, soort, findings } = readGebieden(readSourceFile(join(fixtures, file)))

  test('gives the buurten with the outlines that are known', () => {
    expect(soort).toBe('buurt')
    expect(gebieden.map(({ code }) => code)).toEqual(codes)
    expect(strayed(gebieden)).toEqual([])
    expect(findings).toEqual([])
  })

  test('gives their names, wijk, gemeente and year', () => {
    for (const { code, naam, wijkcode, gemeentecode, jaar } of gebieden) {
      expect(naam).not.toBe(code)
      expect(wijkcode).toBe(`WK${code.slice(2, 8)}`)
      expect(gemeentecode).toBe(`GM${code.slice(2, 6)}`)
      expect(jaar).toBeGreaterThanOrEqual(2019)
    }
  })
})

test('a figure that CBS does not publish is null, never zero', () => {
  const inwoners = forms.flatMap(({ file }) =>
    readGebieden(readSourceFile(join(fixtures, file))).gebieden.map((gebied) => gebied.inwoners),
  )
  expect(new Set(inwoners)).toEqual(new Set([335, null]))
})

test('water is left out and counted', () => {
  const { gebieden, water } = readGebieden(readSourceFile(join(fixtures, 'pdokBladzijde2.json')))
  expect(gebieden).toHaveLength(3)
  expect(water.map(({ naam }) => naam)).toEqual(['Buitenwater'])
})

describe('a GeoPackage', () => {
  test('gives the rows of one gemeente', () => {
    const file = join(folder, 'twee.gpkg')
    const elsewhere = squareBuurt(1)
    writeGeopackage(file, [
      squareBuurt(0),
      { ...elsewhere, properties: { ...elsewhere.properties, gemeentecode: 'GM0001' } },
    ])
    const { gebieden } = readGebieden(readSourceFile(file, { gemeente: 'GM0373' }))
    expect(gebieden.map(({ code, vlak }) => ({ code, vlak }))).toEqual([
      { code: 'BU03730100', vlak: polygon(square(0)) },
    ])
  })

  test('gives points without their height', () => {
    const file = join(folder, 'hoog.gpkg')
    writeGeopackage(file, [squareBuurt(0)], { z: true })
    const { gebieden, findings } = readGebieden(readSourceFile(file))
    expect(gebieden[0]!.vlak).toEqual(polygon(square(0)))
    expect(findings.map(({ kind }) => kind)).toEqual(['hoogte'])
  })

  test('with a damaged geometry names the object', () => {
    const file = join(folder, 'kapot.gpkg')
    writeGeopackage(file, [squareBuurt(0), { ...squareBuurt(1), geometry: 'GP kapot' }])
    expect(readGebieden(readSourceFile(file)).findings).toEqual([
      {
        kind: 'geen-vlak',
        where: 'object 2 (BU03730101)',
        detail: 'de geometrie is een beschadigde geometrie',
      },
    ])
  })
})

/** The whole published forms; they are not in the repository. */
describe.skipIf(!existsSync(shared))('the whole file', () => {
  test.each([
    ['pdok-ogc-buurten-GM0373-page1.json', { GM0373: 20 }],
    ['pdok-ogc-buurten-GM0373-page2.json', { GM0373: 16 }],
    ['pdok-wfs-buurten-GM0753.geojson', { GM0753: 17 }],
    ['cbs-shape-buurt_2019-GM0851-rd.geojson', { GM0851: 18 }],
    ['cbs-gebiedsindelingen-buurt_2019-GM0373.geojson', { GM0373: 36 }],
    ['wijkenbuurten-mini.gpkg', { GM0373: 36, GM0851: 18, GM0753: 17 }],
  ])('%s gives the buurten that are known, without a defect', (file, counts) => {
    for (const [gemeente, many] of Object.entries(counts)) {
      const gelezen = readGebieden(readSourceFile(join(shared, file), { gemeente }), { gemeente })
      expect(gelezen.gebieden).toHaveLength(many)
      expect(strayed(gelezen.gebieden)).toEqual([])
      expect(checkGebieden(gelezen).map(({ kind }) => kind)).toEqual([])
    }
  })
})
