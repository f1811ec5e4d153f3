/**
 * A picture as a camera made it → the same picture without anything that is not to be seen. It is decoded to pixels and
 * made anew from those: what does not belong to the pixels (EXIF, GPS, XMP, IPTC, comments, colour profiles, a second
 * file behind the first) has nowhere to go. What cannot be decoded whole is refused.
 */
import sharp from 'sharp'
import { maxFotoBytes, maxFotoPixels } from '../contract/foto.ts'
import { findSoort } from './findSoort.ts'

export type Schoon =
  | { staat: 'schoon'; jpeg: Uint8Array; breedte: number; hoogte: number }
  | { staat: 'geweigerd'; uitleg: string }

/** Long side in pixels: enough to read a house number, a quarter of what cameras make. */
const langsteZijde = 2560
const kwaliteit = 82
/** A picture that takes longer was made to take long. */
const seconds = 20

// One picture at a time, and nothing kept: memory of a function is what one picture takes.
sharp.cache(false)
sharp.concurrency(1)

const refuse = (uitleg: string): Schoon => ({ staat: 'geweigerd', uitleg })

const beschadigd = 'Deze foto is beschadigd of niet compleet. Kies een andere foto of maak hem opnieuw.'

/** With one decimal, and never rounded to the limit itself: `40,1`. */
const megapixels = (pixels: number): string =>
  (Math.ceil(pixels / 100_000) / 10).toLocaleString('nl-NL', { maximumFractionDigits: 1 })

/**
 * Never throws for what is in `bytes`: that is refused with a sentence for who sent it. The same bytes give the same
 * JPEG: upright, sRGB, at most 2560 pixels on its long side, on white where it was transparent. Of pictures that move
 * the first one.
 */
export async function cleanFoto(bytes: Uint8Array): Promise<Schoon> {
  if (bytes.length > maxFotoBytes) return refuse('Deze foto is te groot: maximaal 20 MB.')
  const soort = findSoort(bytes)
  if ('uitleg' in soort) return refuse(soort.uitleg)
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== soort.format) return refuse(beschadigd)
    if (width * height > maxFotoPixels)
      return refuse(
        `Deze foto heeft ${megapixels(width * height)} megapixel; ${maxFotoPixels / 1_000_000} is het meeste. Maak hem kleiner of kies een andere.`,
      )
    const { data, info } = await sharp(bytes, {
      limitInputPixels: maxFotoPixels,
      failOn: 'error',
      sequentialRead: true,
      animated: false,
    })
      .timeout({ seconds })
      .autoOrient()
      .resize(langsteZijde, langsteZijde, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: kwaliteit, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return { staat: 'schoon', jpeg: data, breedte: info.width, hoogte: info.height }
  } catch {
    // The words of a decoder may repeat what is in the file; to who sent it they say nothing.
    return refuse(beschadigd)
  }
}
