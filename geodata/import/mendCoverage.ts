/** Makes areas fit together: no overlaps, no narrow gaps. */
import * as turf from '@turf/turf'
import { tidyVlak } from './cleanVlak.ts'
import { type Box, findGaps, findOverlaps, type Gap, type Gebied, unite } from './coverage.ts'
import { polygonsOf, type Ring } from './measure.ts'
import { Refusal } from './source.ts'

/**
 * Metres. A gap narrower than this is a border that was drawn twice and not alike; a wider one is taken for what
 * it looks like (a lake, another gemeente) and left open.
 */
export const SLOPPY_WIDTH = 50
export const isSloppy = ({ width }: Gap) => width < SLOPPY_WIDTH

/** Mending one border moves others by the rounding, so it is done again; after this often it is given up. */
const ROUNDS = 4

/**
 * The same areas without overlaps (the lowest code keeps the part, as in the lookup of points) and without narrow
 * gaps (each goes to the neighbour that borders most of it). Borders that fit are not touched.
 *
 * @throws Refusal when nothing is left of an area, or the areas still do not fit after four rounds
 */
export function mendCoverage<T extends Gebied>(gebieden: readonly T[], water: readonly Gebied[]): T[] {
  const mended = new Map(gebieden.map((gebied) => [gebied.code, gebied]))
  for (let round = 0; round < ROUNDS; round++) {
    const overlaps = findOverlaps([...mended.values()])
    for (const { code, other } of overlaps) subtract(mended, other, code)
    const gaps = findGaps([...mended.values()], water).filter(isSloppy)
    for (const gap of gaps) fill(mended, gap.ring)
    if (overlaps.length + gaps.length === 0) return [...mended.values()]
  }
  throw new Refusal(
    `De grenzen passen na ${ROUNDS} keer herstellen nog niet; teken ze opnieuw of neem een ander bestand.`,
  )
}

function subtract<T extends Gebied>(gebieden: Map<string, T>, from: string, other: string): void {
  const [loser, winner] = [gebieden.get(from)!, gebieden.get(other)!]
  const rest = turf.difference(turf.featureCollection([turf.feature(loser.vlak), turf.feature(winner.vlak)]))
  const vlak = rest && tidyVlak(rest.geometry)
  if (!vlak) throw new Refusal(`${from} ligt helemaal in ${other}; er blijft geen vlak voor over.`)
  gebieden.set(from, { ...loser, vlak })
}

function fill<T extends Gebied>(gebieden: Map<string, T>, ring: Ring): void {
  const neighbour = findNeighbour([...gebieden.values()], ring)
  const gap: Gebied = { code: 'gat', vlak: { type: 'Polygon', coordinates: [ring] } }
  const vlak = tidyVlak(unite([neighbour, gap])!)!
  gebieden.set(neighbour.code, { ...neighbour, vlak })
}

/** The area on which most of the ring's length lies, by the border nearest to the middle of each of its edges. */
function findNeighbour<T extends Gebied>(gebieden: readonly T[], ring: Ring): T {
  const borders = listBorders(gebieden, ring)
  const length = new Map<T, number>()
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!]
    const middle = [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2]
    const away = borders.map((edge) => squareDistance(middle, edge.a, edge.b))
    const { gebied } = borders[away.indexOf(Math.min(...away))]!
    length.set(gebied, (length.get(gebied) ?? 0) + Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!))
  }
  return [...length].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** The edges that come within a metre or so of the box around `ring`. */
function listBorders<T extends Gebied>(gebieden: readonly T[], ring: Ring) {
  const [west, south, east, north] = turf.bbox({ type: 'LineString', coordinates: ring }) as Box
  const margin = 1e-5
  const isNear = ([ax, ay]: GeoJSON.Position, [bx, by]: GeoJSON.Position) =>
    Math.max(ax!, bx!) >= west - margin &&
    Math.min(ax!, bx!) <= east + margin &&
    Math.max(ay!, by!) >= south - margin &&
    Math.min(ay!, by!) <= north + margin
  return gebieden.flatMap((gebied) =>
    polygonsOf(gebied.vlak)
      .flat()
      .flatMap((border) =>
        border.slice(1).flatMap((b, i) => (isNear(border[i]!, b) ? [{ gebied, a: border[i]!, b }] : [])),
      ),
  )
}

/** In degrees, unscaled: only compared within a few metres. */
function squareDistance([x, y]: GeoJSON.Position, a: GeoJSON.Position, b: GeoJSON.Position): number {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!]
  const [px, py] = [x! - a[0]!, y! - a[1]!]
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)))
  return (px - along * dx) ** 2 + (py - along * dy) ** 2
}
