/** One geometry as received → a valid one in `[lon, lat]`, 6 decimals, RFC 7946. */
import * as turf from '@turf/turf'
import { orient2d } from 'robust-predicates'
import { findCrossing } from './crossing.ts'
import type { FindingKind } from './findings.ts'
import { polygonsOf, type Ring, toVlak, type Vlak, windingOf } from './measure.ts'
import { recogniseStelsel, type Stelsel, toLonLat } from './stelsel.ts'

type Note = (kind: FindingKind, detail?: string) => void

/** 0.1 m; the publishers' own rounding. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/**
 * Reads the rings of a GeoJSON Polygon or MultiPolygon and checks every number, so that all after this can rely on
 * them. The stelsel is the one all its positions share.
 *
 * `note` hears what is wrong; undefined is returned when no border can be made of it.
 */
export function readRings(
  geometry: unknown,
  note: Note,
): { polygons: Ring[][]; stelsel: Stelsel } | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    note('geen-vlak', typeof type === 'string' ? `de geometrie is een ${type}` : 'de geometrie ontbreekt')
    return
  }
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Ring[][]
  const isNested =
    Array.isArray(polygons) &&
    polygons.every((polygon) => Array.isArray(polygon) && polygon.every(Array.isArray))
  if (!isNested || polygons.flat(2).length === 0) {
    note('geen-vlak', 'de geometrie heeft geen punten')
    return
  }
  const seen = new Map<Stelsel, string>()
  for (const position of polygons.flat(2) as unknown[]) {
    const [x, y] = Array.isArray(position) ? position : []
    if (!Number.isFinite(x) || !Number.isFinite(y))
      return note('geen-getal', JSON.stringify(position)) as undefined
    const stelsel = recogniseStelsel(x, y)
    if (!stelsel) return note('buiten-nederland', `[${x}, ${y}]`) as undefined
    if (!seen.has(stelsel)) seen.set(stelsel, `[${x}, ${y}] is ${stelsel}`)
  }
  if (seen.size > 1) return note('twee-stelsels', [...seen.values()].join(', ')) as undefined
  return { polygons, stelsel: [...seen.keys()][0]! }
}

/**
 * Puts the rings right and says what was wrong with them: closes, removes doubled points and rings without
 * area, untangles, drops height, turns. Undefined, with `geen-vlak` noted, when nothing is left.
 *
 * Looked for in the numbers of the source: what only rounding to 6 decimals makes wrong (a narrow part that
 * folds over) is put right without a word.
 */
export function cleanVlak(polygons: Ring[][], stelsel: Stelsel, note: Note): Vlak | undefined {
  if (polygons.flat(2).some((position) => position.length > 2)) note('hoogte')
  const closed = polygons.map((polygon) => polygon.map((ring) => closeRing(ring, note)))
  if (!closed.flat().every(hasArea)) note('kleine-ring')
  const crossing = findCrossing({ type: 'MultiPolygon', coordinates: closed })
  if (crossing)
    note(
      'zelfdoorsnijding',
      `bij [${toLonLat[stelsel](...crossing)
        .map(round)
        .join(', ')}]`,
    )
  if (closed.some((polygon) => polygon.some((ring, nth) => turnsWrong(ring, nth === 0, stelsel)))) {
    note('draairichting')
  }
  const vlak = untangle(roundRings(closed, toLonLat[stelsel]))
  if (!vlak) note('geen-vlak', 'er blijft geen vlak over')
  return vlak
}

/** A computed vlak (union, difference) made fit to keep; undefined when nothing is left. */
export const tidyVlak = (vlak: Vlak): Vlak | undefined =>
  untangle(roundRings(polygonsOf(vlak), toLonLat.WGS84))

const isSame = (a: GeoJSON.Position, b: GeoJSON.Position) => a[0] === b[0] && a[1] === b[1]
const dropDoubles = (ring: Ring) => ring.filter((point, i) => i === 0 || !isSame(point, ring[i - 1]!))

/** Not all on one line. The area itself says less: that of a bow tie is zero. */
function hasArea(ring: Ring): boolean {
  const [a, b] = ring as [Ring[0], Ring[0]]
  return ring.length >= 4 && ring.some((c) => orient2d(a[0]!, a[1]!, b[0]!, b[1]!, c[0]!, c[1]!) !== 0)
}

/** The ring closed and without doubled points. */
function closeRing(ring: Ring, note: Note): Ring {
  const points = dropDoubles(ring)
  if (points.length < ring.length) note('dubbel-punt')
  if (points.length < 3 || isSame(points[0]!, points.at(-1)!)) return points
  note('open-ring')
  return [...points, points[0]!]
}

/** Whether a ring runs against RFC 7946: outer ones counterclockwise, holes clockwise. */
function turnsWrong(ring: Ring, isOuter: boolean, stelsel: Stelsel): boolean {
  // Swapping x and y mirrors the ring.
  const turn = ring.length < 4 ? 0 : windingOf(ring) * (stelsel.endsWith('omgewisseld') ? -1 : 1)
  return turn !== 0 && turn > 0 !== isOuter
}

/** To `[lon, lat]` with 6 decimals; what has no area is dropped (a polygon with its outer ring), the rest turned. */
function roundRings(polygons: Ring[][], place: (x: number, y: number) => [number, number]): Ring[][] {
  return polygons.flatMap((polygon) => {
    const rings = polygon.map((ring) => dropDoubles(ring.map(([x, y]) => place(x!, y!).map(round))))
    if (!rings[0] || !hasArea(rings[0])) return []
    return [
      rings
        .filter(hasArea)
        .map((ring, nth) => (windingOf(ring) > 0 === (nth === 0) ? ring : ring.toReversed())),
    ]
  })
}

/** Rounding can fold a border again, so at most three times; a border that then still crosses is not kept. */
function untangle(polygons: Ring[][], turns = 3): Vlak | undefined {
  const vlak = toVlak(polygons)
  if (!vlak || !findCrossing(vlak)) return vlak
  if (turns === 0) return undefined
  const feature = turf.feature(vlak)
  const united = turf.union(turf.featureCollection([feature, feature]))
  return united ? untangle(roundRings(polygonsOf(united.geometry), toLonLat.WGS84), turns - 1) : undefined
}
