import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { readSourceFile } from '../../geodata/import/readers/file.ts'
import { Refusal } from '../../geodata/import/source.ts'
import { squareBuurt, toText, writeGeopackage } from './importBuilders.ts'

const folder = mkdtempSync(join(tmpdir(), 'kernpunt-bestand-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const text = toText([squareBuurt(0), squareBuurt(1)])

/** What is in the file → the words that follow its name. */
const bad: [string, string | Buffer, string][] = [
  ['nothing', '', ' is leeg.'],
  ['only a byte order mark', '\uFEFF ', ' is leeg.'],
  ['the first half of the JSON', text.slice(0, text.length / 2), ' houdt midden in op'],
  ['NaN', text.replace('4.7', 'NaN'), ' is geen geldige JSON ('],
  ['a web page', '<!doctype html><p>Storing</p>', ' is een webpagina of XML'],
  ['a zip', 'PK\x03\x04rest', ' is een zip-bestand; pak het eerst uit.'],
  ['TopoJSON', '{"type":"Topology","objects":{}}', ' is TopoJSON'],
  ['other JSON', '[1, 2]', ' is JSON, maar geen GeoJSON met gebieden'],
  [
    'a feature without facts',
    '{"type":"FeatureCollection","features":[null]}',
    ': object 1 heeft geen kenmerken',
  ],
  ['half a gzip', gzipSync(text).subarray(0, 60), ' houdt midden in op of is beschadigd'],
  [
    'the head of a database',
    Buffer.from(`SQLite format 3\0${'x'.repeat(200)}`),
    ' is beschadigd of niet te lezen',
  ],
]

describe('a file with', () => {
  test.each(bad)('%s is refused by name and cause', (_, content, words) => {
    const file = at('slecht.json')
    writeFileSync(file, content)
    expect(() => readSourceFile(file)).toThrow(Refusal)
    expect(() => readSourceFile(file)).toThrow(file + words)
  })

  test('GeoJSON is read whatever it is called, also gzipped', () => {
    writeFileSync(at('buurten.gpkg'), `\uFEFF${text}`)
    writeFileSync(at('buurten.txt'), gzipSync(text))
    expect(readSourceFile(at('buurten.gpkg')).features).toHaveLength(2)
    expect(readSourceFile(at('buurten.txt')).features).toHaveLength(2)
  })

  test('ten million points is refused by its size before it is read', () => {
    writeFileSync(at('groot.json'), '{')
    // As large as ten million points of 40 characters, and no more than a hole on the disk.
    truncateSync(at('groot.json'), 400_000_000)
    expect(() => readSourceFile(at('groot.json'))).toThrow(
      `${at('groot.json')} is 382 MB; GeoJSON mag hoogstens 100 MB zijn. Neem een bestand met alleen deze gemeente, of het GeoPackage.`,
    )
  })

  test('more than it seems, gzipped, is refused while it is unpacked', () => {
    writeFileSync(at('bom.json'), gzipSync(Buffer.alloc(3_000_000, ' ')))
    expect(() => readSourceFile(at('bom.json'), { max: { bytes: 1024 ** 2 } })).toThrow(
      'is uitgepakt meer dan 1 MB',
    )
  })
})

describe('a GeoPackage with', () => {
  test('too much in it is refused unless a gemeente is named', () => {
    writeGeopackage(at('veel.gpkg'), [squareBuurt(0), squareBuurt(1)])
    expect(() => readSourceFile(at('veel.gpkg'), { max: { bytes: 200 } })).toThrow('Noem een gemeente.')
  })

  test('no geometry is refused', () => {
    const database = new DatabaseSync(at('kaal.gpkg'))
    database.exec('CREATE TABLE buurten (buurtcode TEXT)')
    database.close()
    expect(() => readSourceFile(at('kaal.gpkg'))).toThrow(
      'is een SQLite-bestand zonder geometrie, geen GeoPackage.',
    )
  })

  test('other layers only is refused, and they are named', () => {
    writeGeopackage(at('anders.gpkg'), [])
    const database = new DatabaseSync(at('anders.gpkg'))
    database.exec(
      "ALTER TABLE buurten RENAME TO wegen; UPDATE gpkg_geometry_columns SET table_name = 'wegen'",
    )
    database.exec('ALTER TABLE wegen RENAME COLUMN buurtcode TO wegcode')
    database.close()
    expect(() => readSourceFile(at('anders.gpkg'))).toThrow('Lagen met geometrie: wegen.')
  })

  test('its end missing is refused', () => {
    writeGeopackage(
      at('heel.gpkg'),
      Array.from({ length: 100 }, (_, nr) => squareBuurt(nr)),
    )
    copyFileSync(at('heel.gpkg'), at('half.gpkg'))
    truncateSync(at('half.gpkg'), readFileSync(at('heel.gpkg')).length / 2)
    expect(() => readSourceFile(at('half.gpkg'))).toThrow(`${at('half.gpkg')} is beschadigd of niet te lezen`)
  })
})

test('a file that is not there, and a folder, are refused', () => {
  expect(() => readSourceFile(at('weg.json'))).toThrow(`${at('weg.json')} bestaat niet of is niet te lezen.`)
  expect(() => readSourceFile(folder)).toThrow(`${folder} is geen bestand.`)
})
