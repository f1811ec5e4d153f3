import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { listDifferences } from '../../geodata/build.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { importGemeente } from '../../geodata/import/importGemeente.ts'
import { toRd } from '../../geodata/import/rd.ts'
import { replaceFolder } from '../../geodata/import/replaceFolder.ts'
import { type Feature, Refusal, type Source } from '../../geodata/import/source.ts'
import { buurt, polygon, type Ring, sourceOf, square, squareBuurt } from './importBuilders.ts'

const folder = mkdtempSync(join(tmpdir(), 'kernpunt-gemeente-'))
afterAll(() => rmSync(folder, { recursive: true }))
let roots = 0
const newRoot = () => join(folder, `gemeenten${roots++}`)

/** Two wijken: 00 with buurten 0 and 1, 01 with buurt 2, of which CBS has no figure. */
const twoWijken = (): Source =>
  sourceOf([
    squareBuurt(1),
    buurt(0, polygon(square(0)), {
      wijkcode: 'WK037301',
      wijknaam: 'Wijk 01 Bergen Binnen',
      aantal_inwoners: 5,
    }),
    buurt(2, polygon(square(2)), { wijkcode: 'WK037302', aantal_inwoners: -99997 }),
  ])
const importInto = (root: string, source = twoWijken(), mend = false) =>
  importGemeente({ gemeente: 'GM0373', source, mend, root })
const refusalOf = (work: () => unknown): Refusal => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('This was not refused.')
}
const readAll = (root: string) =>
  Object.fromEntries(
    readdirSync(join(root, 'GM0373')).map((name) => [
      name,
      readFileSync(join(root, 'GM0373', name), 'base64'),
    ]),
  )

describe('a new gemeente', () => {
  const root = newRoot()
  const lines = importInto(root)

  test('can be used at once, and its built files equal its sources', () => {
    const gemeente = loadGemeente('GM0373', root)
    expect(gemeente.naam).toBe('Bergen (NH.)')
    expect(gemeente.findKern(4.705, 52.605)).toEqual({ soort: 'binnen', kern: 'bergen-binnen' })
    expect(gemeente.findKern(4.725, 52.605)).toEqual({ soort: 'binnen', kern: 'wijk-02' })
    expect(listDifferences(root)).toEqual([])
  })

  test('has a kern per wijk that nobody adopted', () => {
    const { kernindeling } = loadGemeente('GM0373', root)
    expect(kernindeling).toMatchObject({ orgaan: null, besluit: null, buurtgrenzen: 2024, somInwoners: 15 })
    expect(kernindeling.kernen.map(({ naam, buurtcodes }) => [naam, ...buurtcodes])).toEqual([
      ['Bergen Binnen', 'BU03730100', 'BU03730101'],
      ['Wijk 02', 'BU03730102'],
    ])
  })

  test('says of a kern without a figure that it has none', () => {
    const { kernindeling } = loadGemeente('GM0373', root)
    expect(kernindeling.kernen.map(({ inwonersBron }) => inwonersBron)).toEqual(['CBS', 'ontbreekt'])
    expect(lines).toContain(
      'Wijk 02: CBS geeft voor geen enkele buurt een cijfer. Vul het aantal inwoners aan.',
    )
  })

  test('starts with the categorieen that every gemeente has, and a map on which it fits', () => {
    const { instellingen } = loadGemeente('GM0373', root)
    const codes = instellingen.categorieen.map(({ code }) => code)
    expect(codes).toContain('weg-en-stoep')
    expect(codes).not.toContain('strand-en-duin')
    expect(instellingen.kaart).toMatchObject({ bbox: [4.7, 52.6, 4.73, 52.61], middelpunt: [4.715, 52.605] })
  })

  test('leaves nothing beside its folder', () => {
    expect(readdirSync(folder).filter((name) => /\.(nieuw|oud)$/.test(name))).toEqual([])
  })

  test('of one wijk, or of more than twenty, is one kern', () => {
    for (const many of [1, 21]) {
      const source = sourceOf(
        Array.from({ length: many }, (_, i) =>
          buurt(i, polygon(square(i)), { wijkcode: `WK0373${String(i).padStart(2, '0')}` }),
        ),
      )
      const other = newRoot()
      importInto(other, source)
      expect(loadGemeente('GM0373', other).kernen.map(({ code }) => code)).toEqual(['bergen-nh'])
    }
  })

  test('imported twice gives the same bytes', () => {
    const before = readAll(root)
    const again = importInto(root)
    expect(readAll(root)).toEqual(before)
    expect(again).toContain(
      'De kernindeling past en is gebleven (van buurtgrenzen 2024; deze buurten zijn van 2024).',
    )
  })
})

describe('what is there stays when', () => {
  const root = newRoot()
  importInto(root)
  writeFileSync(join(root, 'GM0373', 'LEESMIJ.md'), 'van ons')
  const before = readAll(root)
  const overlapping = () => sourceOf([squareBuurt(0), squareBuurt(1, 0.9), squareBuurt(2)])

  test.each<[string, Source, string]>([
    ['there is a defect', overlapping(), 'proef.json heeft 1 gebrek. Laat het herstellen met --herstel'],
    [
      'a coordinate is no number',
      sourceOf([buurt(0, polygon([[4.7, null], ...square(0)]))]),
      'is niet te gebruiken: 1 keer: een coördinaat is geen getal',
    ],
    [
      'there is only water',
      sourceOf([buurt(0, polygon(square(0)), { water: 'JA' })]),
      'heeft in GM0373 alleen water.',
    ],
    [
      'the areas are wijken',
      sourceOf([{ properties: { wijkcode: 'WK037301' }, geometry: polygon(square(0)) }]),
      'heeft geen buurten maar gebieden per wijk.',
    ],
    [
      'the year is not known',
      sourceOf([buurt(0, polygon(square(0)), { jaar: null })]),
      'Noem het met --jaar.',
    ],
    [
      'buurten appeared and disappeared',
      sourceOf([squareBuurt(0), squareBuurt(1), squareBuurt(7, 2)]),
      `Nieuw: BU03730107 (Buurt 7). Verdwenen: BU03730102. Pas ${join(root, 'GM0373', 'kernindeling.json')} aan en importeer opnieuw.`,
    ],
  ])('%s', (_, source, words) => {
    expect(() => importInto(root, source)).toThrow(Refusal)
    expect(() => importInto(root, source)).toThrow(words)
    expect(readAll(root)).toEqual(before)
  })

  const good = square(0)
  const [southWest, southEast, northEast, northWest] = good
  const swapped = (ring: Ring) => ring.map(([lon, lat]) => [lat!, lon!])
  const inRd = (ring: Ring) => ring.map(([lon, lat]) => toRd(lon!, lat!))

  test.each<[string, Feature[], string]>([
    [
      'a ring is not closed',
      [buurt(0, polygon(good.slice(0, -1))), squareBuurt(1), squareBuurt(2)],
      'een ring is niet gesloten: object 1 (BU03730100)',
    ],
    [
      'a border is a bow tie',
      [
        buurt(0, polygon([southWest, northEast, southEast, northWest, southWest])),
        squareBuurt(1),
        squareBuurt(2),
      ],
      'de grens snijdt zichzelf: object 1 (BU03730100), bij [4.7, 52.6]',
    ],
    [
      'a code stands there twice',
      [squareBuurt(0), squareBuurt(1), squareBuurt(2), squareBuurt(0, 3)],
      'de code staat er meer dan één keer in: object 1 (BU03730100) en object 4 (BU03730100)',
    ],
    [
      'one area is in RD and the others in WGS84',
      [buurt(0, polygon(inRd(good))), squareBuurt(1), squareBuurt(2)],
      'een ander coördinaatstelsel dan de rest: object 1 (BU03730100), RD in plaats van WGS84',
    ],
    [
      'latitude comes before longitude',
      [0, 1, 2].map((nr) => buurt(nr, polygon(swapped(square(nr))))),
      'de coördinaten staan in de verkeerde volgorde: proef.json, 3 objecten',
    ],
  ])('%s, with file, object and cause', (_, features, words) => {
    const refusal = refusalOf(() => importInto(root, sourceOf(features)))
    expect(refusal.message).toContain('proef.json heeft 1 gebrek')
    expect(refusal.lines.join('\n')).toContain(words)
    expect(readAll(root)).toEqual(before)
  })

  test('the refusal holds the whole report', () => {
    expect(refusalOf(() => importInto(root, overlapping())).lines).toContain(
      '1 keer: twee gebieden overlappen, samen 7,5 ha: BU03730100 en BU03730101, 7,5 ha.',
    )
  })

  test('and is replaced, own files kept, when mending is allowed', () => {
    const lines = importInto(root, overlapping(), true)
    expect(lines.join('\n')).toContain('samen 7,5 ha (hersteld: aan de laagste code gegeven)')
    const after = readAll(root)
    expect(after['LEESMIJ.md']).toBe(before['LEESMIJ.md'])
    expect(after['kernindeling.json']).toBe(before['kernindeling.json'])
    expect(after['buurten.geojson']).not.toBe(before['buurten.geojson'])
    expect(listDifferences(root)).toEqual([])
  })
})

describe('a folder', () => {
  test('stays when filling fails', () => {
    const root = newRoot()
    replaceFolder(root, 'a', (staging) => writeFileSync(join(staging, 'x'), 'oud'))
    const fail = () =>
      replaceFolder(root, 'a', (staging) => {
        writeFileSync(join(staging, 'x'), 'half')
        throw new Error('vol')
      })
    expect(fail).toThrow('vol')
    expect(readFileSync(join(root, 'a', 'x'), 'utf8')).toBe('oud')
    expect(existsSync(`${root}.nieuw`)).toBe(false)
  })

  test('killed between the two renames is put back by the next import', () => {
    const root = newRoot()
    replaceFolder(root, 'a', (staging) => writeFileSync(join(staging, 'x'), 'oud'))
    mkdirSync(`${root}.oud`)
    renameSync(join(root, 'a'), join(`${root}.oud`, 'a'))
    replaceFolder(root, 'a', (staging) => expect(readFileSync(join(staging, 'x'), 'utf8')).toBe('oud'))
    expect(readFileSync(join(root, 'a', 'x'), 'utf8')).toBe('oud')
    expect(existsSync(`${root}.oud`)).toBe(false)
  })
})

test('an import killed while it builds leaves the old files, and the next one succeeds', async () => {
  const root = newRoot()
  importInto(root)
  const before = readAll(root)
  const script = `
    import { replaceFolder } from './geodata/import/replaceFolder.ts'
    import { writeFileSync } from 'node:fs'
    replaceFolder(process.argv[1], 'GM0373', (staging) => {
      writeFileSync(staging + '/buurten.geojson', '{"half":')
      process.stdout.write('bezig')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, root])
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(readAll(root)).toEqual(before)
  importInto(root)
  expect(readAll(root)).toEqual(before)
  expect(existsSync(`${root}.nieuw`)).toBe(false)
})
