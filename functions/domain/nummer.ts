/**
 * Numbers of meldingen (`M-…`) and initiatieven (`I-…`): 40 bits in Crockford base32 (no I, L, O and U), so
 * that nobody can count them and everybody can read them aloud.
 */

/** Crockford, "Base 32", https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * @param bytes at least five; the first 40 bits are used.
 * @example toNummer('M', new Uint8Array(5))   // 'M-0000-0000'
 */
export function toNummer(soort: 'M' | 'I', bytes: Uint8Array): string {
  const bits = bytes.slice(0, 5).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const letters = Array.from({ length: 8 }, (_, i) => alphabet[Number((bits >> BigInt(35 - 5 * i)) & 31n)])
  return `${soort}-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * The number that belongs to an Idempotency-Key, so that a repeat finds what the first request made without
 * a record of keys. When the number turns out to belong to another key, the next attempt gives another one.
 *
 * @param sha256 gives the SHA-256 of a text in hex.
 */
export function nummerOfKey(
  soort: 'M' | 'I',
  key: string,
  attempt: number,
  sha256: (text: string) => string,
): string {
  const hex = sha256(`${soort} ${attempt} ${key}`).slice(0, 10)
  return toNummer(
    soort,
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  )
}

/**
 * A number as an integer of 41 bits, different for every number: of meldingen even, of initiatieven odd.
 * @example valueOfNummer('I-0000-0001') // 3
 */
export const valueOfNummer = (nummer: string): number =>
  [...nummer.slice(2).replace('-', '')].reduce((sum, letter) => sum * 32 + alphabet.indexOf(letter), 0) * 2 +
  (nummer.startsWith('I') ? 1 : 0)
