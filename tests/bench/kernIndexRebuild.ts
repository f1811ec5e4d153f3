/**
 * Counting a million meldingen anew, as when kernen change: what the dashboards show per kern, month, categorie and
 * status, and the cells of the heatmap. `turf.collect` only gathers the meldingen of each kern, and counts nothing.
 */
import { strictEqual } from 'node:assert'
import * as turf from '@turf/turf'
import { toCel } from '../../functions/domain/cel.ts'
import { startOfDag } from '../../functions/domain/dag.ts'
import { type Telbaar, telplaatsen, telStatussen } from '../../functions/store/maatstaven.ts'
import { type Area, buildKernIndex } from '../../geodata/buildKernIndex.ts'
import { type KernIndex, openKernIndex } from '../../geodata/kernIndex.ts'
import { gemeenteA, generateAreas, randomFrom } from './kernIndexAreas.ts'
import { fastest } from './kernIndexClock.ts'
import { clusteredPoints, type Points, uniformPoints } from './kernIndexPoints.ts'

const ROUNDS = 9
const TURN_MS = 200
const MELDINGEN = 1_000_000
/** Its time per point is no less with more points: 7.5 µs here, 8 µs for a million. */
const COLLECTED = 200_000
const CATEGORIEEN = 30
const jaren = [2025, 2026]
const HOUR = 3_600_000
const BLOCK = 8192

type Meldingen = Points & { momenten: Float64Array; categorieen: Uint8Array; statussen: Uint8Array }
/** The cells of the box around a gemeente: first row and column, and how many. */
type Raster = { rij: number; kolom: number; rijen: number; kolommen: number }
type Aantallen = { perKern: Int32Array; perCel: Int32Array }

const maanden = jaren.flatMap((jaar) =>
  Array.from({ length: 12 }, (_, i) => `${jaar}-${String(i + 1).padStart(2, '0')}`),
)
const [begin, ...rest] = [...maanden, `${jaren.at(-1)! + 1}-01`].map((maand) =>
  Date.parse(startOfDag(`${maand}-01`)),
) as [number, ...number[]]
const end = rest.at(-1)!
/** Months begin on a whole hour, also in Amsterdam. */
const maandVanUur = Uint8Array.from({ length: (end - begin) / HOUR }, (_, uur) =>
  rest.findIndex((start) => begin + uur * HOUR < start),
)

function makeMeldingen(points: Points): Meldingen {
  const random = randomFrom(11)
  const { xs } = points
  return {
    ...points,
    momenten: Float64Array.from(xs, () => begin + Math.floor(random() * (end - begin))),
    categorieen: Uint8Array.from(xs, () => random() * CATEGORIEEN),
    statussen: Uint8Array.from(xs, () => random() * telStatussen.length),
  }
}

const STATUSSEN = telStatussen.length
const PER_MAAND = CATEGORIEEN * STATUSSEN
const PER_KERN = maanden.length * PER_MAAND

function rasterOf(areas: readonly Area[]): Raster {
  const [west, south, east, north] = turf.bbox(turf.featureCollection(areas.map(toFeature)))
  const [first, last] = [toCel(west, south), toCel(east, north)]
  const [rij, kolom] = [first >> 12, first & 4095]
  return { rij, kolom, rijen: (last >> 12) - rij + 1, kolommen: (last & 4095) - kolom + 1 }
}

/** In blocks that stay in the cache: each coordinate is fetched from memory once. */
function countAll(index: KernIndex, raster: Raster, meldingen: Meldingen): Aantallen {
  const { xs, ys, momenten, categorieen, statussen } = meldingen
  const eerste = begin
  const kernen = new Int32Array(BLOCK)
  const found = new Int32Array(BLOCK)
  const perKern = new Int32Array(index.codes.length * PER_KERN)
  const { rij, kolom, rijen, kolommen } = raster
  const perCel = new Int32Array(rijen * kolommen)
  for (let from = 0; from < xs.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, xs.length)
    index.findMany(xs.subarray(from, to), ys.subarray(from, to), kernen)
    // Whether a point has a kern cannot be predicted: those that do are listed first, without a branch.
    let count = 0
    for (let k = 0; k < to - from; k++) {
      found[count] = k
      count = (count + 1 + (kernen[k]! >> 31)) | 0
    }
    for (let n = 0; n < count; n++) {
      const i = from + found[n]!
      const kern = kernen[found[n]!]!
      const maand = maandVanUur[((momenten[i]! - eerste) / HOUR) | 0]!
      const place = kern * PER_KERN + maand * PER_MAAND + categorieen[i]! * STATUSSEN + statussen[i]!
      perKern[place]!++
      const cel = toCel(xs[i]!, ys[i]!)
      perCel[((cel >> 12) - rij) * kolommen + (cel & 4095) - kolom]!++
    }
  }
  return { perKern, perCel }
}

/** The same counts as the product's own rules give, melding by melding. */
function check(index: KernIndex, raster: Raster, meldingen: Meldingen): void {
  const { perKern, perCel } = countAll(index, raster, meldingen)
  const expected = new Int32Array(perKern.length)
  const heat = new Int32Array(perCel.length)
  for (let i = 0; i < meldingen.xs.length; i++) {
    const [lon, lat] = [meldingen.xs[i]!, meldingen.ys[i]!]
    const kern = index.codes[index.find(lon, lat)]
    if (kern === undefined) continue
    const telbaar: Telbaar = {
      soort: 'melding',
      nummer: '',
      versie: 1,
      kern,
      categorie: String(meldingen.categorieen[i]),
      status: telStatussen[meldingen.statussen[i]!]!,
      lon,
      lat,
      geregistreerdOp: new Date(meldingen.momenten[i]!).toISOString(),
    }
    const { maand, vak } = telplaatsen.activiteit(telbaar, { isOpenbaar: () => true })!
    const place = index.codes.indexOf(kern) * PER_KERN + maanden.indexOf(maand) * PER_MAAND
    expected[place + Number(vak.woord) * STATUSSEN + vak.getal]!++
    const cel = telplaatsen.dichtheid(telbaar, { isOpenbaar: () => true })!.vak.getal
    const [row, column] = [Math.floor(cel / 4096) - raster.rij, (cel % 4096) - raster.kolom]
    heat[row * raster.kolommen + column]!++
  }
  strictEqual(expected.join(), perKern.join())
  strictEqual(perCel.join(), heat.join())
}

/** A million meldingen counted, and how many times as fast as `turf.collect` that is. */
export function benchKernIndexRebuild(): void {
  const areas = generateAreas(gemeenteA)
  const index = openKernIndex(buildKernIndex(areas))
  const raster = rasterOf(areas)
  const kernen = turf.featureCollection(areas.map(toFeature))
  for (const [kind, makePoints] of Object.entries({
    gelijkmatig: uniformPoints,
    geclusterd: clusteredPoints,
  })) {
    const meldingen = makeMeldingen(makePoints(areas, MELDINGEN))
    const few = makeMeldingen(makePoints(areas, COLLECTED))
    check(index, raster, few)
    const points = turf.featureCollection(
      Array.from(few.xs, (x, i) => turf.point([x, few.ys[i]!], { categorie: few.categorieen[i] })),
    )
    const counting: number[] = []
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const collecting = fastest(() => turf.collect(kernen, points, 'categorie', 'categorieen'), TURN_MS)
      const own = fastest(() => countAll(index, raster, meldingen), TURN_MS)
      counting.push(own)
      ratios.push(collecting / COLLECTED / (own / MELDINGEN))
    }
    const sorted = ratios.toSorted((a, b) => a - b)
    const ms = counting.toSorted((a, b) => a - b)[ROUNDS >> 1]!
    console.log(
      `A, ${kind}: ${MELDINGEN.toLocaleString('nl-NL')} meldingen geteld in ${ms.toFixed(0)} ms, ` +
        `${sorted[ROUNDS >> 1]!.toFixed(0)} × turf.collect (${sorted[0]!.toFixed(0)}–${sorted.at(-1)!.toFixed(0)}), ` +
        `gemeten op ${COLLECTED.toLocaleString('nl-NL')} punten: met meer neemt zijn tijd per punt toe`,
    )
  }
}

const toFeature = ({ geometry }: Area) =>
  ({ type: 'Feature', properties: {}, geometry }) as unknown as GeoJSON.Feature<GeoJSON.Polygon>
