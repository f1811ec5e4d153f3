/** Features as received → areas that are valid one by one, and what was wrong with each. */
import { cleanVlak, readRings, tidyVlak } from './cleanVlak.ts'
import { unite } from './coverage.ts'
import { type Kenmerken, readKenmerken, recogniseSoort, type Soort } from './fields.ts'
import type { Finding, FindingKind } from './findings.ts'
import type { Ring, Vlak } from './measure.ts'
import { count, type Feature, type Limits, limits, Refusal, type Source } from './source.ts'
import { readCrs, type Stelsel } from './stelsel.ts'

/** An area with its facts and its border: CRS84 `[lon, lat]`, 6 decimals, RFC 7946, valid. */
export type Gebied = Kenmerken & { vlak: Vlak }

export type Gelezen = {
  soort: Soort
  /** In ascending order of code, each code once; no water. */
  gebieden: Gebied[]
  /** Water areas, left out of the gemeente; they explain gaps. */
  water: Gebied[]
  /** Features of other gemeenten, passed over. */
  elders: number
  /** The coordinate system most of the source is in. */
  stelsel: Stelsel
  findings: Finding[]
}

type Raw = { where: string; kenmerken: Kenmerken; polygons: Ring[][]; stelsel: Stelsel }

/**
 * Reads all areas, or those of one gemeente. What can be put right is put right and stands in `findings`, so that
 * the caller can refuse; what cannot also stands there, and its area is left out.
 *
 * @throws Refusal when the source holds no areas, too many vertices, a system we do not know, or not this gemeente
 * @example readGebieden(await readFile('buurten.geojson'), { gemeente: 'GM0373' }).gebieden.length // 36
 */
export function readGebieden(
  { name, crs, features, wijknamen }: Source,
  { gemeente, max = limits }: { gemeente?: string | undefined; max?: Pick<Limits, 'vertices'> } = {},
): Gelezen {
  if (features.length === 0)
    throw new Refusal(`${name} heeft geen gebieden${gemeente ? ` in ${gemeente}` : ''}.`)
  const soort = recogniseSoort(features)
  if (!soort) throw new Refusal(`${name} heeft geen veld met een buurtcode, wijkcode of postcode.`)
  const findings: Finding[] = []
  const { raws, elders } = readRaws(features, soort, gemeente, findings)
  if (raws.length + findings.length === 0) {
    throw new Refusal(
      `${name} heeft ${count(features.length)} gebieden, maar geen daarvan ligt in ${gemeente}.`,
    )
  }
  const vertices = raws.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0)
  if (vertices > max.vertices) {
    throw new Refusal(
      `${name} heeft ${count(vertices)} punten; hoogstens ${count(max.vertices)} kan. Neem een bestand met alleen deze gemeente, of de gegeneraliseerde grenzen.`,
    )
  }
  const stelsel = findStelsel(name, crs, raws, findings)
  const cleaned = raws.flatMap(({ where, kenmerken, polygons, stelsel: own }) => {
    const vlak = cleanVlak(polygons, own, noteFor(findings, where))
    const wijknaam = kenmerken.wijknaam ?? wijknamen?.get(kenmerken.wijkcode ?? '') ?? null
    return vlak ? [{ where, gebied: { ...kenmerken, wijknaam, vlak } }] : []
  })
  const gebieden = joinSameCodes(cleaned, findings)
  return {
    soort,
    gebieden: gebieden.filter(({ water }) => !water),
    water: gebieden.filter(({ water }) => water),
    elders,
    stelsel,
    findings,
  }
}

const noteFor = (findings: Finding[], where: string) => (kind: FindingKind, detail?: string) => {
  findings.push({ kind, where, ...(detail !== undefined && { detail }) })
}

function readRaws(
  features: readonly Feature[],
  soort: Soort,
  gemeente: string | undefined,
  findings: Finding[],
) {
  let elders = 0
  const raws = features.flatMap(({ properties, geometry }, i): Raw[] => {
    const kenmerken = readKenmerken(properties, soort)
    if (typeof kenmerken === 'string') {
      findings.push({ kind: 'kenmerken', where: `object ${i + 1}`, detail: kenmerken })
      return []
    }
    if (gemeente && kenmerken.gemeentecode !== gemeente) {
      elders++
      return []
    }
    const where = `object ${i + 1} (${kenmerken.code})`
    const read = readRings(geometry, noteFor(findings, where))
    return read ? [{ where, kenmerken, ...read }] : []
  })
  return { raws, elders }
}

/** The system of most objects. The others, and a source that claims another, are findings: numbers do not lie. */
function findStelsel(
  name: string,
  crs: string | undefined,
  raws: readonly Raw[],
  findings: Finding[],
): Stelsel {
  const groups = [...Map.groupBy(raws, ({ stelsel }) => stelsel)].sort(([, a], [, b]) => b.length - a.length)
  const stelsel = groups[0]?.[0] ?? 'WGS84'
  for (const [own, group] of groups) {
    for (const { where } of own === stelsel ? [] : group) {
      findings.push({ kind: 'gemengd-stelsel', where, detail: `${own} in plaats van ${stelsel}` })
    }
  }
  if (stelsel.endsWith('omgewisseld')) {
    findings.push({ kind: 'omgewisseld', where: name, detail: `${count(groups[0]![1].length)} objecten` })
  }
  const said = crs === undefined ? undefined : readCrs(crs)
  if (crs !== undefined && !said) {
    throw new Refusal(
      `${name} gebruikt het coördinaatstelsel ${crs}; alleen WGS84 (CRS84) en RD (EPSG:28992) kunnen.`,
    )
  }
  if (said && !stelsel.startsWith(said)) {
    findings.push({ kind: 'ander-stelsel', where: name, detail: `het zegt ${said} en gebruikt ${stelsel}` })
  }
  return stelsel
}

type Placed = { where: string; gebied: Gebied }

/** Areas with the same code become one; a repeated one stays as it is. In ascending order of code. */
function joinSameCodes(placed: readonly Placed[], findings: Finding[]): Gebied[] {
  return [...Map.groupBy(placed, ({ gebied }) => gebied.code).values()]
    .map((group) => {
      const { gebied } = group[0]!
      if (group.length === 1) return gebied
      findings.push({ kind: 'dubbele-code', where: group.map(({ where }) => where).join(' en ') })
      return { ...gebied, vlak: joinVlakken(group.map((one) => one.gebied)) }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function joinVlakken(group: readonly Gebied[]): Vlak {
  const distinct = [...new Map(group.map((gebied) => [JSON.stringify(gebied.vlak), gebied])).values()]
  return distinct.length === 1 ? distinct[0]!.vlak : tidyVlak(unite(distinct)!)!
}
