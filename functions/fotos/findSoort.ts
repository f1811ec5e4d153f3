/**
 * What a file is, by its first bytes; its name and what a browser says of it count for nothing. Only four kinds go on to
 * a decoder, so the decoders of all others (SVG, PDF, TIFF, GIF) never see what somebody sent.
 */

/** As sharp calls them. */
export type Fotoformaat = 'jpeg' | 'png' | 'webp' | 'heif'

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const kies = 'Kies een foto als JPEG, PNG of WebP.'

/** Brands of ISO base media files (ISO 14496-12) with pictures in them; HEIC needs a decoder under patents. */
const avif = ['avif', 'avis']
const heic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

function findIsoMedia(bytes: Uint8Array): { format: Fotoformaat } | { uitleg: string } {
  const length = Math.min(bytes.length, 64)
  const brands: string[] = []
  for (let at = 8; at + 4 <= length; at += 4) if (at !== 12) brands.push(latin(bytes, at, at + 4))
  if (brands.some((brand) => avif.includes(brand))) return { format: 'heif' }
  if (brands.some((brand) => heic.includes(brand)))
    return {
      uitleg:
        'Dit is een HEIC-foto. Die kunnen wij niet lezen. Zet uw camera op “meest compatibel”, of stuur hem als JPEG.',
    }
  return { uitleg: `Dit is een video en geen foto. ${kies}` }
}

/** @example findSoort(Buffer.from('<svg'))   // { uitleg: 'Dit is geen foto. Kies een foto als JPEG, PNG of WebP.' } */
export function findSoort(bytes: Uint8Array): { format: Fotoformaat } | { uitleg: string } {
  const start = latin(bytes, 0, 12)
  if (start.startsWith('\xff\xd8\xff')) return { format: 'jpeg' }
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { format: 'png' }
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return { format: 'webp' }
  if (start.slice(4, 8) === 'ftyp') return findIsoMedia(bytes)
  if (start.startsWith('GIF8')) return { uitleg: `Dit is een GIF. ${kies}` }
  if (start.startsWith('%PDF')) return { uitleg: `Dit is een PDF en geen foto. ${kies}` }
  return { uitleg: bytes.length === 0 ? 'Deze foto is leeg.' : `Dit is geen foto. ${kies}` }
}
