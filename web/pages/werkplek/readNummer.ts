/**
 * The number of a melding as people type it: small letters, spaces or no hyphens do not matter.
 * @example readNummer('m 4f7k 2m9q')   // 'M-4F7K-2M9Q'
 */
export function readNummer(text: string): string | undefined {
  const signs = text.toUpperCase().replace(/[\s-]/g, '')
  return /^M[0-9A-HJKMNP-TV-Z]{8}$/.test(signs) ? `M-${signs.slice(1, 5)}-${signs.slice(5)}` : undefined
}
