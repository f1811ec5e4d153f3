/** The names that CBS and PDOK gave their fields over the years, and what is read from them. */
import type { Feature } from './source.ts'

/** What an area is. Only buurten make a gemeente; wijken and postcodes are read to be checked. */
export type Soort = 'buurt' | 'wijk' | 'postcode'

/** The facts of an area; null is "not in the source". `water` areas have no inhabitants and belong to no kern. */
export type Kenmerken = {
  code: string
  naam: string
  wijkcode: string | null
  wijknaam: string | null
  gemeentecode: string | null
  gemeentenaam: string | null
  /** Year of the borders. */
  jaar: number | null
  inwoners: number | null
  water: boolean
}

/**
 * Field → its names, in lower case without underscores, so that `aantal_inwoners` (PDOK OGC API, GeoPackage) and
 * `aantalInwoners` (PDOK WFS) are one. The CBS shapefile abbreviates; gebiedsindelingen and cartomap say `stat…`.
 */
const fieldNames = {
  buurtcode: ['buurtcode', 'bucode'],
  buurtnaam: ['buurtnaam', 'bunaam'],
  wijkcode: ['wijkcode', 'wkcode'],
  wijknaam: ['wijknaam', 'wknaam'],
  postcode: ['pc4', 'postcode4', 'postcode'],
  plaats: ['plaats', 'woonplaats'],
  gemeentecode: ['gemeentecode', 'gmcode'],
  gemeentenaam: ['gemeentenaam', 'gmnaam'],
  statcode: ['statcode'],
  statnaam: ['statnaam'],
  jrstatcode: ['jrstatcode'],
  jaar: ['jaar'],
  inwoners: ['aantalinwoners', 'aantinw', 'inwoners'],
  water: ['water', 'h2o'],
} as const
type Field = keyof typeof fieldNames

/** Amsterdam counts with letters since 2022: `BU0363AA01`. */
const shapeOfCode: Record<Soort, RegExp> = {
  buurt: /^BU\d{4}[0-9A-Z]{4}$/,
  wijk: /^WK\d{4}[0-9A-Z]{2}$/,
  postcode: /^\d{4}$/,
}

/** CBS writes -99997, -99999999 and other numbers below this for "not published". */
const NOT_PUBLISHED = -99_990

/** The fields of one feature under our names; a missing field and a CBS code for "no figure" are null. */
export function readFields(properties: Feature['properties']): Record<Field, string | number | null> {
  const found = new Map(Object.entries(properties).map(([name, value]) => [normalise(name), value]))
  const read = (names: readonly string[]) => {
    const value = names.map((name) => found.get(name)).find((one) => one !== undefined && one !== null)
    if (typeof value !== 'string' && typeof value !== 'number') return null
    const text = String(value).trim()
    return text === '' || text === '.' || Number(text) <= NOT_PUBLISHED ? null : value
  }
  return Object.fromEntries(
    Object.entries(fieldNames).map(([field, names]) => [field, read(names)]),
  ) as Record<Field, string | number | null>
}

const normalise = (name: string) => name.toLowerCase().replaceAll('_', '')

/** The field of a layer that holds the code of `soort`, under the name it has there. */
export function findCodeField(columns: readonly string[], soort: Soort): string | undefined {
  const names: readonly string[] = fieldNames[`${soort}code` as Field] ?? fieldNames.postcode
  return columns.find((column) => names.includes(normalise(column)))
}

/** Which field of a layer holds the code of the gemeente, under the name it has there. */
export const findGemeenteField = (columns: readonly string[]): string | undefined =>
  columns.find((column) => (fieldNames.gemeentecode as readonly string[]).includes(normalise(column)))

/** What the features are, by the first that has a code: a buurt also names its wijk, so buurt goes before wijk. */
export function recogniseSoort(features: readonly Feature[]): Soort | undefined {
  for (const { properties } of features) {
    const fields = readFields(properties)
    const soort = (['buurt', 'wijk', 'postcode'] as const).find((one) => codeOf(fields, one) !== null)
    if (soort) return soort
  }
}

function codeOf(fields: Record<Field, string | number | null>, soort: Soort): string | null {
  const own = soort === 'postcode' ? fields.postcode : fields[`${soort}code`]
  const code = [own, fields.statcode].find((one) => one !== null && shapeOfCode[soort].test(String(one)))
  return code === undefined ? null : String(code)
}

/**
 * The facts of one feature, or a sentence that says why there are none. CBS codes contain each other
 * (`BU03730101` lies in `WK037301` in `GM0373`), so what a source leaves out is read from the code.
 *
 * @example readKenmerken({ statcode: 'BU03730101', statnaam: 'Bergen-Centrum' }, 'buurt')
 */
export function readKenmerken(properties: Feature['properties'], soort: Soort): Kenmerken | string {
  const fields = readFields(properties)
  const code = codeOf(fields, soort)
  if (code === null) return `er is geen ${soort}code`
  const inwoners = fields.inwoners === null ? null : Number(fields.inwoners)
  if (inwoners !== null && !(Number.isInteger(inwoners) && inwoners >= 0)) {
    return `het aantal inwoners is ${fields.inwoners}`
  }
  const text = (value: string | number | null) => (value === null ? null : String(value).trim())
  const inside = (prefix: string, digits: number) =>
    soort === 'postcode' ? null : `${prefix}${code.slice(2, 2 + digits)}`
  const year = Number(fields.jaar ?? String(fields.jrstatcode).slice(0, 4))
  return {
    code,
    naam:
      text(
        { buurt: fields.buurtnaam, wijk: fields.wijknaam, postcode: fields.plaats }[soort] ?? fields.statnaam,
      ) ?? code,
    wijkcode: text(fields.wijkcode) ?? (soort === 'buurt' ? inside('WK', 6) : null),
    wijknaam: text(fields.wijknaam),
    gemeentecode: text(fields.gemeentecode) ?? inside('GM', 4),
    gemeentenaam: text(fields.gemeentenaam),
    jaar: Number.isInteger(year) ? year : null,
    inwoners,
    // `JA`; CBS until 2021 also `B`, water outside the coast.
    water: /^(ja|b)$/i.test(String(fields.water ?? '')),
  }
}

/** Wijkcode → name, of features that are wijken; those without a name are left out. */
export const readWijknamen = (features: readonly Pick<Feature, 'properties'>[]): Map<string, string> =>
  new Map(
    features.flatMap(({ properties }) => {
      const kenmerken = readKenmerken(properties, 'wijk')
      return typeof kenmerken === 'string' || kenmerken.naam === kenmerken.code
        ? []
        : [[kenmerken.code, kenmerken.naam] as const]
    }),
  )
