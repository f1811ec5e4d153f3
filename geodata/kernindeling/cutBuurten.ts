/**
 * Divides buurten along lines. Each line makes two parts of one buurt that share every vertex of the cut, and the
 * vertices where the line meets the border of the buurt go into its neighbours too: so what is put together again
 * later fits without a gap. Positions are `[lon, lat]` in degrees, straight lines in that plane.
 */
import * as turf from '@turf/turf'
import type { Snede } from '../../functions/contract/kernindeling.ts'
import { ofFields } from '../../functions/contract/problem.ts'
import { areaOf, type Vlak } from '../outline.ts'
import { meetsItself } from './meetsItself.ts'

type Punt = GeoJSON.Position
export type Stuk = { buurtcode: string; kant?: 'links' | 'rechts'; vlak: Vlak }

/** Degrees beyond every gemeente, and a border so near a vertex that they are one (0.1 mm). */
const FAR = 4
const NEAR = 1e-9
/** Smaller parts (m²) are a slip of the pen. */
const LEAST_AREA = 1

/**
 * @param namen of the buurten, for the sentences
 * @returns every buurt once whole or in two parts
 * @throws Problem `ongeldige-invoer` for a line that does not divide its buurt
 */
export function cutBuurten(
  vlakken: ReadonlyMap<string, Vlak>,
  sneden: readonly Snede[],
  namen: (buurtcode: string) => string,
): Stuk[] {
  let stukken: Stuk[] = [...vlakken].map(([buurtcode, vlak]) => ({ buurtcode, vlak }))
  for (const [n, { buurtcode, lijn }] of sneden.entries()) {
    const whole = stukken.find((stuk) => stuk.buurtcode === buurtcode)
    const [links, rechts] = whole ? cut(whole.vlak, lijn) : []
    if (!whole || !links || !rechts) {
      const detail = `De lijn verdeelt de buurt ${namen(buurtcode)} niet in tweeën. Trek haar van rand tot rand.`
      throw ofFields([{ pointer: `/sneden/${n}/lijn`, code: 'snijdt-niet', detail }])
    }
    const added = listAdded(whole.vlak, [links, rechts])
    stukken = stukken.flatMap((stuk): Stuk[] =>
      stuk === whole
        ? [
            { buurtcode, kant: 'links', vlak: links },
            { buurtcode, kant: 'rechts', vlak: rechts },
          ]
        : [{ ...stuk, vlak: insert(stuk.vlak, added) }],
    )
  }
  return stukken
}

/** The part left of the line and the part right of it, or nothing when there are no two. */
function cut(vlak: Vlak, lijn: readonly Punt[]): [Vlak, Vlak] | [] {
  const mask = leftOf(lijn)
  if (!mask) return []
  const both = turf.featureCollection([turf.feature(vlak), turf.feature(mask)] as GeoJSON.Feature<Vlak>[])
  const links = turf.intersect(both)?.geometry
  const rechts = turf.difference(both)?.geometry
  if (!links || !rechts || areaOf(links) < LEAST_AREA || areaOf(rechts) < LEAST_AREA) return []
  return [links, snap(rechts, links)]
}

/** Everything left of the line, up to far away; `undefined` for a line that crosses itself. */
function leftOf(lijn: readonly Punt[]): GeoJSON.Polygon | undefined {
  const points = lijn.filter((point, i) => i === 0 || !isNear(point, lijn[i - 1]!))
  if (points.length < 2) return undefined
  const [middleLon, middleLat] = points[0] as [number, number]
  const reach = (from: Punt, through: Punt): Punt => {
    const [dx, dy] = [through[0]! - from[0]!, through[1]! - from[1]!]
    const scale = FAR / Math.hypot(dx, dy)
    return [through[0]! + dx * scale, through[1]! + dy * scale]
  }
  const begin = reach(points[1]!, points[0]!)
  const end = reach(points.at(-2)!, points.at(-1)!)
  const whole = [begin, ...points, end]
  if (meetsItself(whole)) return undefined
  const angleOf = ([lon, lat]: Punt) => Math.atan2(lat! - middleLat, lon! - middleLon)
  const from = angleOf(end)
  const turn = (angleOf(begin) - from + 2 * Math.PI) % (2 * Math.PI)
  // Around the far side, counter-clockwise from where the line ends to where it begins: that is its left.
  const steps = Math.max(2, Math.ceil(turn / (Math.PI / 8)))
  const around = Array.from({ length: steps - 1 }, (_, i): Punt => {
    const angle = from + (turn * (i + 1)) / steps
    return [middleLon + 2 * FAR * Math.cos(angle), middleLat + 2 * FAR * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...whole, ...around, begin]] }
}

const isNear = (a: Punt, b: Punt): boolean => Math.abs(a[0]! - b[0]!) < NEAR && Math.abs(a[1]! - b[1]!) < NEAR

const polygonsOf = (vlak: Vlak): Punt[][][] =>
  vlak.type === 'Polygon' ? [vlak.coordinates] : vlak.coordinates
const ringsOf = (vlak: Vlak): Punt[][] => polygonsOf(vlak).flat()

const mapRings = (vlak: Vlak, change: (ring: Punt[]) => Punt[]): Vlak =>
  vlak.type === 'Polygon'
    ? { ...vlak, coordinates: vlak.coordinates.map(change) }
    : { ...vlak, coordinates: vlak.coordinates.map((rings) => rings.map(change)) }

/** The same vertices where both parts have one, to the last bit. */
function snap(vlak: Vlak, to: Vlak): Vlak {
  const targets = ringsOf(to).flat()
  return mapRings(vlak, (ring) =>
    ring.map((point) => targets.find((target) => isNear(target, point)) ?? point),
  )
}

type Added = { from: Punt; to: Punt; point: Punt }

/** Vertices that cutting put on the border of a buurt, with the edge they lie on. */
function listAdded(whole: Vlak, parts: readonly Vlak[]): Added[] {
  const rings = ringsOf(whole)
  const old = rings.flat()
  const fresh = ringsOf(parts[0]!)
    .flat()
    .filter((point) => !old.some((each) => isNear(each, point)))
  return fresh.flatMap((point) =>
    rings.flatMap((ring) =>
      ring
        .slice(1)
        .flatMap((to, i) => (distanceTo(ring[i]!, to, point) < NEAR ? [{ from: ring[i]!, to, point }] : [])),
    ),
  )
}

/** From a point to an edge, in degrees. */
function distanceTo(from: Punt, to: Punt, [lon, lat]: Punt): number {
  const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!]
  const [px, py] = [lon! - from[0]!, lat! - from[1]!]
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(px - along * dx, py - along * dy)
}

/** A neighbour with the vertices on the edges that it shares. */
function insert(vlak: Vlak, added: readonly Added[]): Vlak {
  const isEnd = (a: Punt, b: Punt) => a[0] === b[0] && a[1] === b[1]
  return mapRings(vlak, (ring) =>
    ring.flatMap((point, i) => {
      const next = ring[i + 1]
      if (!next) return [point]
      const between = added
        .filter(
          ({ from, to }) =>
            (isEnd(from, point) && isEnd(to, next)) || (isEnd(from, next) && isEnd(to, point)),
        )
        .map((each) => each.point)
        .filter((each, n, all) => all.findIndex((other) => isNear(other, each)) === n)
      const away = ([lon, lat]: Punt) => Math.hypot(lon! - point[0]!, lat! - point[1]!)
      return [point, ...between.sort((a, b) => away(a) - away(b))]
    }),
  )
}
