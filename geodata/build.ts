/**
 * Builds `kernen.geojson` and `kernen.idx` of each gemeente from its buurten and kernindeling.
 *
 *     node geodata/build.ts               writes what is built
 *     node geodata/build.ts --controleer  writes nothing; fails when a file differs from what would be built
 *
 * The sources are never edited; the same sources give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildKernIndex, type Polygonal } from './buildKernIndex.ts'
import { type Kernenkaart, listGemeentecodes } from './gemeente.ts'
import { Kernindeling, readSettings } from './instellingen.ts'
import { makeOutline } from './outline.ts'

type Buurten = GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, { buurtcode: string }>

/** Name → bytes of the built files in the folder of one gemeente. */
export function buildGemeente(folder: string): Map<string, Uint8Array> {
  const buurten: Buurten = JSON.parse(readFileSync(join(folder, 'buurten.geojson'), 'utf8'))
  const kernindeling = readSettings(join(folder, 'kernindeling.json'), Kernindeling)
  const kaart = dissolve(buurten, kernindeling)
  const areas = kaart.features.map(({ id, geometry }) => ({ code: id, geometry: geometry as Polygonal }))
  return new Map([
    ['kernen.geojson', new TextEncoder().encode(`${JSON.stringify(kaart)}\n`)],
    ['kernen.idx', buildKernIndex(areas)],
  ])
}

/** One outline per kern: the union of its buurten, with their vertices. */
function dissolve(buurten: Buurten, { kernen, bronvermelding }: Kernindeling): Kernenkaart {
  const left = new Map(buurten.features.map((buurt) => [buurt.properties.buurtcode, buurt]))
  const features = kernen.map(({ code, naam, buurtcodes }) => {
    const own = buurtcodes.map((buurtcode) => {
      const buurt = left.get(buurtcode)
      if (!buurt)
        throw new Error(`Buurt ${buurtcode} van kern ${code} bestaat niet of hoort al bij een andere kern.`)
      left.delete(buurtcode)
      return buurt
    })
    const { geometry, labelPunt, oppervlakteHa } = makeOutline(own.map((buurt) => buurt.geometry))
    return {
      type: 'Feature' as const,
      id: code,
      properties: { code, naam, labelPunt, oppervlakteHa },
      geometry,
    }
  })
  const [forgotten] = left.keys()
  if (forgotten) throw new Error(`Buurt ${forgotten} hoort bij geen kern.`)
  return { type: 'FeatureCollection', bronvermelding, features }
}

/** Sentences about built files that differ from the sources; empty when all is well. */
export function listDifferences(root: string): string[] {
  return listGemeentecodes(root).flatMap((code) =>
    [...buildGemeente(join(root, code))].flatMap(([name, bytes]) => {
      const file = join(root, code, name)
      return isSame(file, bytes)
        ? []
        : [`${file} is anders dan wat de bronnen geven; voer node geodata/build.ts uit.`]
    }),
  )
}

function isSame(file: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(file), bytes) === 0
  } catch {
    return false
  }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, 'gemeenten')
  if (process.argv.includes('--controleer')) {
    const differences = listDifferences(root)
    for (const difference of differences) console.error(difference)
    process.exitCode = differences.length ? 1 : 0
  } else {
    for (const code of listGemeentecodes(root)) {
      for (const [name, bytes] of buildGemeente(join(root, code)))
        writeFileSync(join(root, code, name), bytes)
    }
  }
}
