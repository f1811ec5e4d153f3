/**
 * Generated areas for measuring: a lattice of areas with fractal borders that neighbours share to the bit,
 * lakes (holes), enclaves of a neighbour and islands off the coast. The same seed gives the same areas.
 */
import type { Area } from '../../geodata/buildKernIndex.ts'

type Position = [x: number, y: number]
type Ring = Position[]
export type Lattice = {
  columns: number
  rows: number
  /** West, south, width and height in degrees. */
  frame: [west: number, south: number, width: number, height: number]
  /** Each border is halved and displaced this many times. */
  halvings: number
  /** Vertices of a lake; each area has one, every third an enclave, the western ones an island. */
  lake: number
}

/** A gemeente like Bergen, finely drawn: 8 kernen and some 10,000 vertices. */
export const gemeenteA: Lattice = {
  columns: 2,
  rows: 4,
  frame: [4.6, 52.57, 0.15, 0.19],
  halvings: 8,
  lake: 90,
}
/** As many buurten and vertices as the country has. */
export const countryB: Lattice = {
  columns: 100,
  rows: 140,
  frame: [3.36, 50.75, 3.87, 2.8],
  halvings: 5,
  lake: 6,
}

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function generateAreas({ columns, rows, frame, halvings, lake }: Lattice): Area[] {
  const [west, south, width, height] = frame
  const dx = width / columns
  const dy = height / rows
  const random = randomFrom(373)
  const node = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i): Position => {
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))]
    return [west + (column + (random() - 0.5) * 0.3) * dx, south + (row + (random() - 0.5) * 0.3) * dy]
  })
  const at = (column: number, row: number) => node[row * (columns + 1) + column]!
  const border = (a: Position, b: Position) => displace(a, b, halvings, random)
  const flat = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => border(at(column, row), at(column + 1, row))),
  )
  const upright = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column) => border(at(column, row), at(column, row + 1))),
  )
  const areas = Array.from({ length: columns * rows }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)]
    const outline = [
      ...flat[row]![column]!,
      ...upright[row]![column + 1]!,
      ...flat[row + 1]![column]!.toReversed(),
      ...upright[row]![column]!.toReversed(),
    ]
    const centre: Position = [west + (column + 0.5) * dx, south + (row + 0.5) * dy]
    const water = star([centre[0] - dx * 0.15, centre[1]], dx * 0.1, dy * 0.1, lake, random)
    return { code: `K${String(i).padStart(5, '0')}`, parts: [[close(outline), water]], centre, column }
  })
  areas.forEach((area, i) => {
    const [x, y] = area.centre
    if (i % 3 === 1) {
      const enclave = star([x + dx * 0.2, y], dx * 0.06, dy * 0.08, lake, random)
      area.parts[0]!.push(enclave)
      areas[i - 1]!.parts.push([enclave.toReversed()])
    }
    if (area.column === 0) area.parts.push([star([west - dx * 0.5, y], dx * 0.12, dy * 0.2, lake, random)])
  })
  return areas.map(({ code, parts }) => ({
    code,
    geometry:
      parts.length > 1
        ? { type: 'MultiPolygon', coordinates: parts }
        : { type: 'Polygon', coordinates: parts[0]! },
  }))
}

export const countVertices = (areas: readonly Area[]): number =>
  areas.reduce((sum, { geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    return sum + rings.reduce((vertices, ring) => vertices + ring.length - 1, 0)
  }, 0)

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
const close = (ring: Ring): Ring => {
  const closed: Ring = ring.map(([x, y]) => [round(x), round(y)])
  return [...closed, closed[0]!]
}

/** A border by midpoint displacement; the last position is left out, it begins the next border. */
function displace(a: Position, b: Position, halvings: number, random: () => number): Ring {
  let line: Ring = [a, b]
  for (let i = 0; i < halvings; i++) {
    line = line.flatMap((p, k): Ring => {
      const q = line[k + 1]
      if (!q) return [p]
      const shift = (random() - 0.5) * 0.3
      return [p, [(p[0] + q[0]) / 2 + (q[1] - p[1]) * shift, (p[1] + q[1]) / 2 - (q[0] - p[0]) * shift]]
    })
  }
  return line
}

function star([x, y]: Position, width: number, height: number, count: number, random: () => number): Ring {
  const ring = Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / count
    const reach = 0.75 + 0.25 * random()
    return [x + Math.cos(angle) * width * reach, y + Math.sin(angle) * height * reach]
  })
  return close(ring)
}
