/**
 * Finds what looks like personal data in what somebody typed, to warn before sending (domain rule 7). It warns
 * and never blocks. Names and addresses are not looked for: no rule tells them from streets and shops.
 *
 * No library: `libphonenumber-js` carries the numbers of every country and costs more than the whole page that
 * would use it; `ibantools` and the packages for licence plates check one clean value and find none in a sentence.
 *
 * Every pattern starts at the edge of a word and every repeat has an end, so a long text cannot make it slow.
 */
export type Persoonsgegeven = {
  soort: 'e-mailadres' | 'telefoonnummer' | 'bsn' | 'iban' | 'kenteken'
  /** Offsets as JavaScript counts them (UTF-16): `text.slice(begin, eind)` is what was found. */
  begin: number
  eind: number
}

type Zoeker = {
  soort: Persoonsgegeven['soort']
  pattern: RegExp
  /** @param before the words before it, at most 40 characters */
  accept?: (found: string, before: string) => boolean
}

const eMail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu

/** 0 or +31 and nine digits, however they are grouped; `isTelefoon` says which of those are a number. */
const telefoon =
  /(?<![\p{L}\d]|\d[.,:/-])(?:(?:\+|00)31[ .-]?(?:\(0\)|0)?|\(?0)(?:[ ()./-]{0,3}\d){9}(?![\p{L}\d])/gu
const datum = /^0\d[-./ ]\d{1,2}[-./ ](?:19|20)\d\d(?!\d)/

/**
 * Numbering plan for telephone (Nummerplan telefoon- en ISDN-diensten): mobile, area codes, 084, 085, 087 and
 * 088. A first group is 06 or has the three or four digits of an area code, so a date is no number; 0800 and
 * 0900 are nobody's own.
 */
function isTelefoon(found: string): boolean {
  const nationaal = found.replace(/^(?:\+|00)31[ .-]?(?:\(0\)|0)?/, '0').replaceAll(/\D/g, '')
  const group = /^\(?(0\d*)/.exec(found)?.[1]
  return (
    /^0(?:6[1-58]|[1-57]\d|8[4578])\d{7}$/.test(nationaal) &&
    (group === undefined || group === '06' || group.length > 2) &&
    !datum.test(found)
  )
}

const bsn =
  /(?<![\p{L}\d_€]|€ |\p{L}[/-]|\d[.,:/ -])(?:\d{8,9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\p{L}\d]|[.,:/-]\d)/gu
/** YYYYMMDD or DDMMYYYY. */
const datumAaneen =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/
const bsnWoord = /(?:\bbsn|burgerservice|\bsofi)\P{N}*$/iu
/** Words that say what kind of number follows, when it is one of a thing or a firm. */
const anderNummer =
  /(?:kvk|melding|zaak|order|factuur|klant|kenmerk|dossier|referentie|serie|mast|paal|lamp|kast|container)\p{L}*[ .:#]*(?:met |het |is |staat |nummer |nr\.? ?){0,2}[:#]? ?$/iu

/** The elfproef: 9, 8, … 2 and -1 times the digits make a multiple of 11. Eight digits miss a zero in front. */
function isBsn(found: string, before: string): boolean {
  const digits = found.replaceAll(/\D/g, '').padStart(9, '0')
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0)
  if (sum % 11 !== 0 || Number(digits) === 0) return false
  return bsnWoord.test(before) || !(datumAaneen.test(found) || anderNummer.test(before))
}

/** Lengths by country (SWIFT IBAN Registry), of the countries in SEPA. */
const ibanLengths =
  'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27'
const iban = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${ibanLengths
    .split(' ')
    .map((land) => String.raw`${land.slice(0, 2)}\d\d(?:[ .-]?[A-Z\d]){${Number(land.slice(2)) - 4}}`)
    .join('|')})(?![\p{L}\d])`,
  'giu',
)

/** ISO 7064 MOD 97-10: country and check digits at the end, letters as 10 to 35, the rest is 1. */
function isIban(found: string): boolean {
  const signs = found.replaceAll(/[ .-]/g, '')
  const digits = [...signs.slice(4), ...signs.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** Series 1 to 14 of the RDW: X is a letter but no vowel, C or Q. The first three (until 1978) had every letter. */
const series =
  'XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9'.split(
    ' ',
  )
const plate = (from: readonly string[], flags: string, streep: string, letter = '[BDFGHJ-NPR-TV-Z]') =>
  new RegExp(
    String.raw`(?<![\p{L}\d]|[\p{L}\d][-/.])(?:${from
      .map((one) =>
        one
          .replaceAll('-', streep)
          .replaceAll('9', String.raw`\d`)
          .replaceAll('X', () => letter),
      )
      .join('|')})(?![\p{L}\d]|[-/][\p{L}\d])`,
    flags,
  )
const isDate = (found: string): boolean => found.includes('-mrt-')
/** Without dashes 100km2 is a size and BF1234 may be a lamp post. */
const isPlateWithoutDashes = (found: string, before: string): boolean =>
  !/\d(?:k[gm]|m[lm])\d/.test(found) && !anderNummer.test(before)

const zoekers: readonly Zoeker[] = [
  { soort: 'e-mailadres', pattern: eMail },
  { soort: 'iban', pattern: iban, accept: isIban },
  { soort: 'telefoonnummer', pattern: telefoon, accept: isTelefoon },
  { soort: 'bsn', pattern: bsn, accept: isBsn },
  { soort: 'kenteken', pattern: plate(series, 'giu', '-'), accept: (found) => !isDate(found) },
  { soort: 'kenteken', pattern: plate(series.slice(0, 3), 'gu', '-', '[A-Z]') },
  // Without dashes not series 1 and 2: numbers of lamp posts and every postcode look like that.
  { soort: 'kenteken', pattern: plate(series.slice(2), 'giu', ''), accept: isPlateWithoutDashes },
  { soort: 'kenteken', pattern: plate(series.slice(3), 'gu', ' '), accept: isPlateWithoutDashes },
  {
    soort: 'kenteken',
    pattern: plate(series, 'giu', '[- ]?'),
    accept: (_found, before) => /kenteken\P{N}*$/iu.test(before),
  },
]

/**
 * The text without what was found in it, and without the spaces that stood on both sides of it.
 * @param gevonden of this very text, in its order
 * @example removePersoonsgegevens('Bel 06-12345678 even', findPersoonsgegevens('Bel 06-12345678 even')) // 'Bel even'
 */
export const removePersoonsgegevens = (text: string, gevonden: readonly Persoonsgegeven[]): string =>
  gevonden.toReversed().reduce((rest, { begin, eind }) => {
    const before = rest.slice(0, begin)
    const after = rest.slice(eind)
    return /[ \t]$/.test(before) ? before.trimEnd() + after : before + after.replace(/^[ \t]+/, '')
  }, text)

/**
 * What looks like personal data, in the order of the text; nothing is found twice.
 * @example findPersoonsgegevens('Bel 06-12345678') // [{ soort: 'telefoonnummer', begin: 4, eind: 15 }]
 */
export function findPersoonsgegevens(text: string): Persoonsgegeven[] {
  const gevonden: Persoonsgegeven[] = []
  for (const { soort, pattern, accept } of zoekers) {
    for (const { 0: found, index: begin } of text.matchAll(pattern)) {
      const eind = begin + found.length
      const free = gevonden.every((other) => eind <= other.begin || other.eind <= begin)
      if (free && (accept?.(found, text.slice(Math.max(0, begin - 40), begin)) ?? true))
        gevonden.push({ soort, begin, eind })
    }
  }
  return gevonden.sort((one, other) => one.begin - other.begin)
}
