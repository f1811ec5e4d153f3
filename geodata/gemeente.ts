/** The facts of one gemeente, read once at the start from `gemeenten/<code>/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kern } from '../functions/contract/kern.ts'
import { startOfDag } from '../functions/domain/dag.ts'
import { openWerkdagen } from '../functions/domain/feestdagen.ts'
import type { GemeenteFeiten, PlaatsOordeel } from '../functions/domain/ports.ts'
import { assertRouteringKan } from './instellingen/samenhang.ts'
import { Instellingen, Kernindeling, readSettings } from './instellingen.ts'
import { type KernIndex, openKernIndex } from './kernIndex.ts'

export const gemeentenFolder = join(import.meta.dirname, 'gemeenten')

export type Gemeente = GemeenteFeiten & {
  readonly instellingen: Instellingen
  readonly kernindeling: Kernindeling
  /** Its `codes` are the kerncodes, ascending. */
  readonly kernIndex: KernIndex
  /** The categorie another system means with `hoofd/sub`; the hoofd alone when the sub is not known. */
  findCategorie(hoofd: string, sub?: string): Instellingen['categorieen'][number] | undefined
}

/** Built outlines of the kernen, in the order of the kernindeling; WGS84, `[lon, lat]`. */
export type Kernenkaart = {
  type: 'FeatureCollection'
  bronvermelding: string
  features: {
    type: 'Feature'
    id: string
    properties: { code: string; naam: string; labelPunt: [number, number]; oppervlakteHa: number }
    geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon
  }[]
}

/**
 * CBS codes of the gemeenten there are files for, ascending.
 * @throws Error with one Dutch sentence when there is no such folder
 */
export function listGemeentecodes(folder = gemeentenFolder): string[] {
  if (!existsSync(folder)) throw new Error(`De map met gemeenten (GEODATA) is er niet: ${folder}.`)
  return readdirSync(folder).sort()
}

/**
 * @throws Error with one Dutch sentence when the code is unknown or a file is broken, naming file and field
 * @example loadGemeente('GM0373').findKern(4.7, 52.67) // { soort: 'binnen', kern: 'bergen-binnen-west' }
 */
export function loadGemeente(code: string, folder = gemeentenFolder): Gemeente {
  const codes = listGemeentecodes(folder)
  if (!codes.includes(code)) {
    throw new Error(`Gemeente ${code || '(leeg)'} is er niet; kies een van ${codes.join(', ')}.`)
  }
  const file = (name: string) => join(folder, code, name)
  const instellingen = readSettings(file('instellingen.json'), Instellingen)
  const kernindeling = readSettings(file('kernindeling.json'), Kernindeling)
  if (kernindeling.kernen.length > instellingen.maxKernen) {
    throw new Error(
      `${file('kernindeling.json')} heeft ${kernindeling.kernen.length} kernen; maxKernen is ${instellingen.maxKernen}.`,
    )
  }
  assertRouteringKan(file('instellingen.json'), instellingen, kernindeling)
  const { signaalgrenzen, ...werkkalender } = instellingen.werkkalender
  const kernIndex = openKernIndex(readFileSync(file('kernen.idx')))
  const byAlias = new Map(instellingen.categorieen.flatMap((c) => c.aliassen.map((alias) => [alias, c])))
  return {
    code,
    naam: instellingen.naam,
    kernen: joinKernen(
      kernindeling,
      JSON.parse(readFileSync(file('kernen.geojson'), 'utf8')),
      file('kernen.geojson'),
    ),
    indeling: {
      versie: 1,
      geldigVanafDatum: kernindeling.geldigVanaf,
      sindsOp: startOfDag(kernindeling.geldigVanaf),
    },
    vroegereKernen: [],
    categorieen: instellingen.categorieen,
    teams: instellingen.teams,
    standaardteksten: instellingen.standaardteksten,
    routering: instellingen.routering,
    kaart: instellingen.kaart,
    bronvermelding: `Bron: CBS / Kadaster, CC BY 4.0 (gegeneraliseerd, grenzen ${kernindeling.buurtgrenzen})`,
    contact: instellingen.contact,
    telefoonnummers: instellingen.telefoonnummers,
    meldbudget: instellingen.meldbudget,
    bewaartermijnDagen: instellingen.bewaartermijnDagen,
    werkkalender,
    signaalgrenzen,
    isWerkdag: openWerkdagen(werkkalender),
    overdracht: instellingen.wijkbudget.overdracht,
    afgeleidBinnenMeter: instellingen.afgeleidBinnenMeter,
    instellingen,
    kernindeling,
    kernIndex,
    findKern: (lon, lat) => findKern(kernIndex, instellingen.afgeleidBinnenMeter, lon, lat),
    findCategorie: (hoofd, sub) => byAlias.get(`${hoofd}/${sub}`) ?? byAlias.get(hoofd),
  }
}

/** The same gemeente, divided otherwise. Money, categories and settings stay. */
export const withIndeling = (
  gemeente: Gemeente,
  indeling: Gemeente['indeling'],
  kernen: Pick<Gemeente, 'kernen' | 'vroegereKernen'>,
  kernIndex: KernIndex,
): Gemeente => ({
  ...gemeente,
  indeling,
  ...kernen,
  kernIndex,
  findKern: (lon, lat) => findKern(kernIndex, gemeente.instellingen.afgeleidBinnenMeter, lon, lat),
})

function joinKernen(indeling: Kernindeling, kaart: Kernenkaart, file: string): Kern[] {
  return indeling.kernen.map((kern) => {
    const feature = kaart.features.find(({ properties }) => properties.code === kern.code)
    if (!feature) throw new Error(`${file} mist de kern ${kern.code}; voer node geodata/build.ts uit.`)
    const { labelPunt, oppervlakteHa } = feature.properties
    return { ...kern, labelPunt, oppervlakteHa, geometrie: feature.geometry }
  })
}

/** Half the circumference of the earth: no distance on it is longer. */
const FARTHEST_METER = 20_037_508

/**
 * Where a point lies. Inside wins, also exactly on a border (lowest code); else the nearest kern within
 * `withinMeters`; else outside, with the distance in whole metres and what probably went wrong.
 */
function findKern(index: KernIndex, withinMeters: number, lon: number, lat: number): PlaatsOordeel {
  const found = index.nearest(lon, lat, Infinity)
  if (found?.meters === 0) return { soort: 'binnen', kern: index.codes[found.index]! }
  if (found && found.meters <= withinMeters) {
    return { soort: 'afgeleid', kern: index.codes[found.index]!, afstandMeter: Math.ceil(found.meters) }
  }
  return {
    soort: 'buiten',
    afstandMeter: Math.min(Math.ceil(found?.meters ?? FARTHEST_METER), FARTHEST_METER),
    omgewisseld: index.find(lat, lon) >= 0,
    rd: lon >= 0 && lon <= 300_000 && lat >= 300_000 && lat <= 640_000,
  }
}
