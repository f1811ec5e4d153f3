/**
 * Builds the flat file that `openKernIndex` reads. Building is for `geodata/build.ts`, tests and imports; a
 * request only opens.
 */
import { type Area, toArcs } from './kernIndex/arcs.ts'
import { NONE } from './kernIndex/distinct.ts'
import { frameOf } from './kernIndex/frame.ts'
import { toGrid } from './kernIndex/grid.ts'
import { writeFile } from './kernIndex/layout.ts'

export type { Area, Polygonal } from './kernIndex/arcs.ts'

/** Cells hold an area in 16 bits. The Netherlands have some 14,500 buurten. */
const MOST_AREAS = 2 ** 15

/**
 * One file for any number of areas, which may overlap. The same areas give the same bytes.
 *
 * @throws Error with a Dutch sentence when a coordinate is not a finite number or there are over 32,768 areas
 * @example openKernIndex(buildKernIndex([{ code: 'groet', geometry }])).find(4.66, 52.72)
 */
export function buildKernIndex(areas: readonly Area[]): Uint8Array {
  const arcs = toArcs(areas)
  if (arcs.codes.length > MOST_AREAS) {
    throw new Error(
      `Een kernindex heeft plaats voor ${MOST_AREAS} gebieden; dit zijn er ${arcs.codes.length}.`,
    )
  }
  const { partStart, partArcs } = arcsOfParts(arcs.owners, arcs.partArea.length)
  const bounds = boundsOfParts(arcs, partStart, partArcs)
  const frame = frameOf(bounds, arcs)
  return writeFile({
    frame,
    vertices: arcs.vertices,
    bounds,
    ...toGrid(arcs, frame),
    arcStart: arcs.start,
    partStart,
    partArcs,
    partArea: arcs.partArea,
    codes: new TextEncoder().encode(JSON.stringify(arcs.codes)),
  })
}

/** Lists the arcs of each part; an arc with two owners stands with both. */
function arcsOfParts(owners: Int32Array, parts: number) {
  const partStart = new Uint32Array(parts + 1)
  for (const part of owners) if (part !== NONE) partStart[part + 1]!++
  for (let part = 0; part < parts; part++) partStart[part + 1]! += partStart[part]!
  const partArcs = new Uint32Array(partStart[parts]!)
  const next = partStart.slice()
  for (let i = 0; i < owners.length; i++) {
    if (owners[i] !== NONE) partArcs[next[owners[i]!]!++] = i >> 1
  }
  return { partStart, partArcs }
}

function boundsOfParts(
  { vertices, start, partArea }: { vertices: Float64Array; start: Uint32Array; partArea: Uint32Array },
  partStart: Uint32Array,
  partArcs: Uint32Array,
): Float64Array {
  const bounds = new Float64Array(4 * partArea.length)
  for (let part = 0; part < partArea.length; part++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let k = partStart[part]!; k < partStart[part + 1]!; k++) {
      const arc = partArcs[k]!
      for (let i = start[arc]!; i < start[arc + 1]!; i++) {
        west = Math.min(west, vertices[2 * i]!)
        east = Math.max(east, vertices[2 * i]!)
        south = Math.min(south, vertices[2 * i + 1]!)
        north = Math.max(north, vertices[2 * i + 1]!)
      }
    }
    bounds.set([west, south, east, north], 4 * part)
  }
  return bounds
}
