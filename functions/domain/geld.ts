/**
 * Money as Dutch text and back. Amounts are integer eurocents, as number (up to 2^53) or bigint; nothing
 * here goes through a float.
 */
import { Problem } from '../contract/problem.ts'

const nbsp = '\u00a0'
const maxDigits = 13

/** Digits in groups of three: 29935 → "29.935". Negative numbers keep their minus. */
export const formatAantal = (aantal: number | bigint): string =>
  BigInt(aantal)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')

/**
 * nl-NL money with a no-break space: 2410710 → "€ 24.107,10", -100 → "-€ 1,00".
 *
 * @throws RangeError when a number is not whole
 */
export function formatEuro(centen: number | bigint): string {
  const bedrag = BigInt(centen)
  const positief = bedrag < 0n ? -bedrag : bedrag
  const euro = formatAantal(positief / 100n)
  const rest = (positief % 100n).toString().padStart(2, '0')
  return `${bedrag < 0n ? '-' : ''}€${nbsp}${euro},${rest}`
}

const bedragTekst =
  /^(?<min>-)?(?:€\s*)?(?<min2>-)?(?<euro>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<cent>\d{1,2}|-|--))?$/

/**
 * What people type → cents: "125.000", "125000,50", "€ 125.000,00", "1.000,-", "-€ 1,00". A point groups
 * thousands and a comma starts the cents, so "125.50" is refused instead of guessed.
 *
 * @throws Problem `ongeldige-invoer`
 */
export function parseEuro(tekst: string): number {
  const { min, min2, euro, cent } = bedragTekst.exec(tekst.trim())?.groups ?? {}
  const digits = euro?.replaceAll('.', '').replace(/^0+(?=\d)/, '')
  if (digits === undefined || (min && min2))
    throw new Problem(
      'ongeldige-invoer',
      `"${tekst}" is geen bedrag. Schrijf bijvoorbeeld 125.000 of 125000,50.`,
    )
  if (digits.length > maxDigits)
    throw new Problem('ongeldige-invoer', `"${tekst}" is hoger dan € 9.999.999.999.999,99.`)
  const centen = Number(digits + (cent ?? '').replace(/\D/g, '').padEnd(2, '0'))
  return min || min2 ? 0 - centen : centen
}
