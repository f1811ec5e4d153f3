/**
 * Point → kern against other libraries. Rounds are interleaved: in each every contender has a turn, of which its
 * fastest go counts, in processor time, so that what else the machine does hits all alike and rarely; ratios are per
 * round, with their spread. Every answer of the index is compared with the exact reference. National files are used when
 * they lie beside the repository.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import whichPolygon from 'which-polygon'
import { type Area, buildKernIndex } from '../../geodata/buildKernIndex.ts'
import { type KernIndex, openKernIndex } from '../../geodata/kernIndex.ts'
import { exactReference } from '../support/exactReference.ts'
import { countryB, countVertices, gemeenteA, generateAreas } from './kernIndexAreas.ts'
import { clock, fastest } from './kernIndexClock.ts'
import { type Lookup, listPeers } from './kernIndexPeers.ts'
import { awkwardPoints, clusteredPoints, mutations, type Points, uniformPoints } from './kernIndexPoints.ts'

const ROUNDS = 9
const POINTS = 1 << 17
const TURN_MS = 40
/** The index takes all points in one go, so its caches are as cold as they get; slow peers repeat a part. */
const GO_MS = 8

const shared = (name: string) => join(import.meta.dirname, '../../../shared/geodata', name)
const kernen = join(import.meta.dirname, '../../geodata/gemeenten/GM0373/kernen.geojson')

const sets: Record<string, () => Area[] | undefined> = {
  'A: gemaakte gemeente': () => generateAreas(gemeenteA),
  'Bergen, kernen in huis': () => readAreas(kernen),
  'Bergen, beste kernen': () => readAreas(shared('GM0373-kernen-beste.geojson')),
  'R1: PC4 2020': () => readAreas(shared('nl-pc4-2020.geojson.gz')),
  'R2: wijken 2022': () => readAreas(shared('nl-wijken-2022-tmap.geojson.gz')),
  'R3: wijken 2024': () => readAreas(shared('nl-wijken-2024.geojson.gz')),
  'B: 14.000 gemaakte buurten': () => generateAreas(countryB),
}

function readAreas(file: string): Area[] | undefined {
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  const { features }: GeoJSON.FeatureCollection = JSON.parse(
    String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes),
  )
  return features.map(({ id, geometry }) => ({ code: String(id), geometry: geometry as Area['geometry'] }))
}

/** Millions of lookups per second of each contender, and how many times which-polygon that is. */
export function benchKernIndexLookup(): void {
  for (const [name, read] of Object.entries(sets)) {
    const areas = read()
    if (!areas) {
      console.log(`\n${name}: overgeslagen, het bestand is er niet.`)
      continue
    }
    console.log(
      `\n${name}: ${areas.length} vlakken, ${countVertices(areas).toLocaleString('nl-NL')} hoekpunten`,
    )
    const index = openKernIndex(buildKernIndex(areas))
    const peers = listPeers(areas)
    for (const [kind, makePoints] of Object.entries({
      gelijkmatig: uniformPoints,
      geclusterd: clusteredPoints,
    })) {
      const points = makePoints(areas, POINTS)
      console.log(
        `  ${kind}: ${countWrong(areas, index, points)} van ${POINTS.toLocaleString('nl-NL')} antwoorden fout`,
      )
      race(points, peers, index)
    }
  }
}

/** Mutations that a whole country is tried with. */
const national = ['zoals ze zijn', 'op 3 decimalen', 'RD in millimeters']

type Turn = (count: number) => void

function race(points: Points, peers: Record<string, Lookup>, index: KernIndex): void {
  const { xs, ys } = points
  const out = new Int32Array(POINTS)
  const oneByOne =
    (find: Lookup): Turn =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = find(xs[i]!, ys[i]!)
    }
  const places = Int32Array.from(xs, (_, i) => Math.imul(i, 0x9e3779b1) >>> 15)
  const table = new Int16Array(POINTS)
  const turns: Record<string, Turn> = {
    ...Object.fromEntries(Object.entries(peers).map(([name, find]) => [name, oneByOne(find)])),
    // Written out: the call stays as direct as a caller's own.
    'kernIndex, per punt': (count) => {
      for (let i = 0; i < count; i++) out[i] = index.find(xs[i]!, ys[i]!)
    },
    'kernIndex, per reeks': (count) =>
      index.findMany(xs.subarray(0, count), ys.subarray(0, count), out.subarray(0, count)),
    'grens: willekeurig lezen': (count) => {
      for (let i = 0; i < count; i++) out[i] = table[places[i]!]!
    },
  }
  const speeds = interleave(turns)
  const base = speeds['which-polygon']!
  const loop = speeds['turf, alle vlakken']!
  for (const [name, speed] of Object.entries(speeds)) {
    const ratios = speed.map((value, round) => value / base[round]!)
    console.log(
      `    ${name.padEnd(25)} ${format(median(speed))} M/s  ${format(median(ratios))} × which-polygon` +
        ` (${format(Math.min(...ratios)).trim()}–${format(Math.max(...ratios)).trim()})` +
        `  ${format(median(speed.map((value, round) => value / loop[round]!)))} × turf`,
    )
  }
}

/** Speeds in millions per second, per contender and round, after one turn that finds how many points fit in a go. */
function interleave(turns: Record<string, Turn>): Record<string, number[]> {
  const plan = Object.entries(turns).map(([name, turn]) => {
    let count = 16
    while (count < POINTS && clock(() => turn(count)) < GO_MS) count *= 2
    return { name, turn, count, speeds: [] as number[] }
  })
  for (let round = 0; round < ROUNDS; round++) {
    for (const { turn, count, speeds } of plan) {
      speeds.push(count / fastest(() => turn(count), TURN_MS) / 1000)
    }
  }
  return Object.fromEntries(plan.map(({ name, speeds }) => [name, speeds]))
}

/** What the index costs beside looking up: building, file, opening, code. */
export async function benchKernIndexFile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kernindex-'))
  try {
    for (const name of [
      'A: gemaakte gemeente',
      'Bergen, kernen in huis',
      'Bergen, beste kernen',
      'B: 14.000 gemaakte buurten',
    ]) {
      const areas = sets[name]!()
      if (areas) compareFiles(name, areas, folder)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  const entryPoints = [join(import.meta.dirname, '../../geodata/kernIndex.ts')]
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  console.log(`zoekcode: ${(outputFiles[0]!.contents.length / 1000).toFixed(1)} kB geminificeerd`)
}

function compareFiles(name: string, areas: Area[], folder: string): void {
  const features = areas.map(({ code, geometry }) => ({ type: 'Feature', properties: { code }, geometry }))
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  const [json, flat] = [join(folder, 'vlakken.geojson'), join(folder, 'vlakken.idx')]
  const bytes = buildKernIndex(areas)
  writeFileSync(json, text)
  writeFileSync(flat, bytes)
  const contenders = {
    parse: () => JSON.parse(text),
    build: () => buildKernIndex(areas),
    which: () => whichPolygon(JSON.parse(readFileSync(json, 'utf8'))),
    open: () => openKernIndex(readFileSync(flat)).find(4.7, 52.67),
  }
  const rounds = Array.from({ length: ROUNDS }, () => mapValues(contenders, (work) => fastest(work, TURN_MS)))
  const ms = (of: keyof typeof contenders) => format(median(rounds.map((round) => round[of]))).trim()
  const ratio = (of: keyof typeof contenders, to: keyof typeof contenders) => {
    const ratios = rounds.map((round) => round[of] / round[to])
    const [least, middle, most] = [Math.min(...ratios), median(ratios), Math.max(...ratios)].map((value) =>
      format(value).trim(),
    )
    return `${middle} × (${least}–${most})`
  }
  console.log(
    `${name}: ${(bytes.length / 1000).toFixed(0)} kB, ${(gzipSync(bytes).length / 1000).toFixed(0)} kB gz\n` +
      `    klaar uit bestand ${ms('open')} ms; JSON.parse + which-polygon ${ms('which')} ms is ${ratio('which', 'open')}\n` +
      `    bouwen ${ms('build')} ms is ${ratio('build', 'parse')} JSON.parse ${ms('parse')} ms`,
  )
}

const mapValues = <K extends string, A, B>(values: Record<K, A>, change: (value: A) => B) =>
  Object.fromEntries(Object.entries<A>(values).map(([key, value]) => [key, change(value)])) as Record<K, B>

/** Nearly six million awkward points on files as they come and as they get broken, all against the exact reference. */
export function benchKernIndexExact(): void {
  const every = Object.keys(mutations)
  const tried: [name: string, changes: string[], points: number][] = [
    ['A: gemaakte gemeente', every, 360_000],
    ['Bergen, kernen in huis', every, 360_000],
    ['R1: PC4 2020', national, 100_000],
    ['R2: wijken 2022', national, 100_000],
    ['R3: wijken 2024', national, 100_000],
  ]
  let total = 0
  let wrong = 0
  for (const [name, changes, points] of tried) {
    const read = sets[name]!()
    if (!read) continue
    for (const change of changes) {
      const areas = mutations[change]!(read)
      const found = countWrong(areas, openKernIndex(buildKernIndex(areas)), awkwardPoints(areas, points))
      console.log(`    ${name}, ${change}: ${found} fout`)
      total += points
      wrong += found
    }
  }
  console.log(`${wrong} van ${total.toLocaleString('nl-NL')} antwoorden fout`)
}

function countWrong(areas: Area[], index: KernIndex, { xs, ys }: Points): number {
  const lookUp = exactReference(areas)
  const out = new Int32Array(xs.length)
  index.findMany(xs, ys, out)
  let wrong = 0
  for (let i = 0; i < xs.length; i++) {
    const expected = lookUp(xs[i]!, ys[i]!)[0] ?? -1
    if (out[i] !== expected || index.find(xs[i]!, ys[i]!) !== expected) wrong++
  }
  return wrong
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
/** Three significant digits. */
const format = (value: number) => value.toLocaleString('nl-NL', { maximumSignificantDigits: 3 }).padStart(9)
