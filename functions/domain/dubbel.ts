/**
 * How likely an open melding is the one somebody is about to send: by how near it is, what it is about, which words
 * both have and how old it is. The weights were chosen on one half of the pairs in `tests/domain/dubbelParen.json`;
 * what they are worth is measured on the other half.
 *
 * A wrong proposal costs the resident one look, a missed one costs a second case: so it rather shows one too many.
 */
import type { Categorie } from '../contract/instellingen.ts'
import { likeness, toStems } from './categorieVoorstel.ts'
import type { GemeenteFeiten, Positie } from './ports.ts'

type Beschreven = { categorie: string; positie: Positie; tekst: string }
/** `op`: when it came in, ISO instant. */
type Bekend = Beschreven & { op: string }
type Soort = Pick<Categorie, 'code' | 'groep' | 'dubbelBinnenMeter' | 'trefwoorden'>

const meterPerDegree = 111_195
const day = 86_400_000

/** Metres between two places; exact enough within a gemeente. */
export function toAfstand([lon, lat]: Positie, [otherLon, otherLat]: Positie): number {
  const shrink = Math.cos((((lat + otherLat) / 2) * Math.PI) / 180)
  return Math.hypot((lon - otherLon) * shrink, lat - otherLat) * meterPerDegree
}

/** The box around a circle, degrees. */
export function toBox(
  [lon, lat]: Positie,
  meter: number,
): [west: number, zuid: number, oost: number, noord: number] {
  const high = meter / meterPerDegree
  const wide = high / Math.cos((lat * Math.PI) / 180)
  return [lon - wide, lat - high, lon + wide, lat + high]
}

type Kernen = Pick<GemeenteFeiten, 'kernen' | 'afgeleidBinnenMeter'>

/** Codes of the kernen in which something within so many metres can be; what lies just outside one belongs to it too. */
export function listKernenRond(
  positie: Positie,
  meter: number,
  { kernen, afgeleidBinnenMeter }: Kernen,
): string[] {
  const [west, zuid, oost, noord] = toBox(positie, meter + afgeleidBinnenMeter)
  return kernen
    .filter(({ geometrie }) => {
      const rings = geometrie.type === 'Polygon' ? geometrie.coordinates : geometrie.coordinates.flat()
      const lons = rings.flatMap((ring) => ring.map(([lon]) => lon!))
      const lats = rings.flatMap((ring) => ring.map(([, lat]) => lat!))
      const least = (values: number[]) => values.reduce((low, value) => Math.min(low, value), Infinity)
      const most = (values: number[]) => values.reduce((high, value) => Math.max(high, value), -Infinity)
      return least(lons) <= oost && most(lons) >= west && least(lats) <= noord && most(lats) >= zuid
    })
    .map(({ code }) => code)
}

const toGetallen = (tekst: string): Set<string> => new Set(tekst.match(/\d+/g))
const isApart = (one: Set<string>, other: Set<string>): boolean =>
  one.size > 0 && other.size > 0 && [...one].every((value) => !other.has(value))

/** How alike the words are, 0 to 1: the one word that is most alike, and the share of the shorter text. */
function toWoordgelijkenis(
  one: readonly string[],
  other: readonly string[],
): { beste: number; deel: number } {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length === 0) return { beste: 0.5, deel: 0.5 }
  const alike = short.map((word) =>
    Math.max(...long.map((each) => Math.max(likeness(word, each), likeness(each, word)))),
  )
  return { beste: Math.max(...alike), deel: alike.reduce((sum, each) => sum + each, 0) / short.length }
}

/** What each is about, as far as the words of the categorie say: a swing is no bench. */
const toOnderwerp = (stems: readonly string[], trefwoorden: ReadonlySet<string>): Set<string> =>
  new Set(stems.filter((stem) => trefwoorden.has(stem)))

/** So many characters say what it is about; who sends more does not make us work more. */
const maxVergeleken = 1000

/** At least so likely, or it is not shown. */
export const dubbelgrens = 0.35

/** Of a logistic regression on the pairs to build with, rounded; other house numbers count for more than it found. */
const gewicht = {
  vast: -2.4,
  nabij: 1,
  beste: 1.9,
  deel: 0.7,
  jong: 1.1,
  gelijk: 0.5,
  onderwerp: -0.3,
  getal: -2,
}

/** What a text says, as far as it is compared. */
type Woorden = { stems: string[]; getallen: Set<string> }
const toWoorden = (tekst: string): Woorden => ({
  stems: [...new Set(toStems(tekst.slice(0, maxVergeleken)))],
  getallen: toGetallen(tekst.slice(0, maxVergeleken)),
})

/**
 * Compares one that is new with others: its words and those of each categorie are read once. A score goes from 0 (something
 * else) to 1 (surely the same). Another categorie of the same group can be the same thing, within half the distance; one of
 * another group never is.
 *
 * @param nu ISO instant
 * @example createDubbelscore(nieuw, categorieen, '2026-11-22T12:00:00Z')(ander) >= dubbelgrens
 */
export function createDubbelscore(
  nieuw: Beschreven,
  soorten: readonly Soort[],
  nu: string,
): (ander: Bekend) => number {
  const soort = soorten.find(({ code }) => code === nieuw.categorie)
  if (!soort) return () => 0
  const vergelijkbaar = new Map(
    soorten
      .filter(({ groep }) => groep.code === soort.groep.code)
      .map((each) => [each.code, { soort: each, stems: new Set((each.trefwoorden ?? []).flatMap(toStems)) }]),
  )
  const { positie, tekst } = nieuw
  const woorden = toWoorden(tekst)
  const onderwerp = toOnderwerp(woorden.stems, vergelijkbaar.get(soort.code)!.stems)
  return (ander) => {
    const other = vergelijkbaar.get(ander.categorie)
    if (!other) return 0
    const gelijk = soort === other.soort
    const radius = soort.dubbelBinnenMeter / (gelijk ? 1 : 2)
    const afstand = toAfstand(positie, ander.positie)
    if (afstand > radius) return 0
    const { stems, getallen } = toWoorden(ander.tekst)
    const { beste, deel } = toWoordgelijkenis(woorden.stems, stems)
    const dagen = Math.max(0, Date.parse(nu) - Date.parse(ander.op)) / day
    const som =
      gewicht.vast +
      gewicht.nabij * (1 - afstand / Math.max(radius, 1)) +
      gewicht.beste * beste +
      gewicht.deel * deel +
      gewicht.jong / (1 + dagen / 30) +
      (gelijk ? gewicht.gelijk : 0) +
      (isApart(onderwerp, toOnderwerp(stems, other.stems)) ? gewicht.onderwerp : 0) +
      (isApart(woorden.getallen, getallen) ? gewicht.getal : 0)
    return 1 / (1 + Math.exp(-som))
  }
}
