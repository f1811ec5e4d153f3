/** What cleaning makes of a picture: upright, and without anything but pixels. */
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { maxFotoBytes } from '../../functions/contract/foto.ts'
import { cleanFoto } from '../../functions/fotos/cleanFoto.ts'
import { findSoort } from '../../functions/fotos/findSoort.ts'
import { canary, makeLoadedJpeg, makePicture, readQuarters } from '../support/pictures.ts'

async function cleaned(bytes: Uint8Array) {
  const outcome = await cleanFoto(bytes)
  if (outcome.staat !== 'schoon') throw new Error(outcome.uitleg)
  return outcome
}
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await cleanFoto(bytes)
  return outcome.staat === 'geweigerd' ? outcome.uitleg : 'schoon'
}

describe('a picture that was cleaned', () => {
  test('holds none of the words that were in the file', async () => {
    const loaded = await makeLoadedJpeg()
    expect(loaded.toString('latin1').split(canary).length - 1, 'words in the file').toBeGreaterThanOrEqual(7)
    const { jpeg } = await cleaned(loaded)
    const text = Buffer.from(jpeg).toString('latin1')
    for (const word of [
      'KANARIE',
      'Jansen',
      '12345678',
      'Exif',
      'http://',
      'Photoshop',
      'ICC_PROFILE',
      '<html',
      'PK\x03\x04',
    ])
      expect(text).not.toContain(word)
  })

  test('has no metadata and is sRGB', async () => {
    const before = await sharp(await makeLoadedJpeg()).metadata()
    expect([before.exif, before.xmp, before.iptc].map(Boolean)).toEqual([true, true, true])
    const { jpeg } = await cleaned(await makeLoadedJpeg(6))
    const { exif, xmp, iptc, icc, orientation, space, format, comments } = await sharp(jpeg).metadata()
    expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({})
    expect({ space, format }).toEqual({ space: 'srgb', format: 'jpeg' })
  })

  // EXIF 2.32, 4.6.4: where row 0 and column 0 of what is stored belong.
  test.each([
    [1, 'rgbw', '120×80'],
    [2, 'grwb', '120×80'],
    [3, 'wbgr', '120×80'],
    [4, 'bwrg', '120×80'],
    [5, 'rbgw', '80×120'],
    [6, 'brwg', '80×120'],
    [7, 'wgbr', '80×120'],
    [8, 'gwrb', '80×120'],
  ])('is upright when it was held as orientation %i', async (orientation, quarters, size) => {
    const { jpeg, breedte, hoogte } = await cleaned(await makeLoadedJpeg(orientation))
    expect([await readQuarters(jpeg), `${breedte}×${hoogte}`]).toEqual([quarters, size])
  })

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('may have been %s', async (format) => {
    const bytes = await makePicture()
      [format]()
      .withExif({ IFD0: { Artist: canary } })
      .toBuffer()
    expect(bytes.toString('latin1')).toContain(canary)
    const { jpeg } = await cleaned(bytes)
    expect(Buffer.from(jpeg).toString('latin1')).not.toContain('KANARIE')
    expect([(await sharp(jpeg).metadata()).format, await readQuarters(jpeg)]).toEqual(['jpeg', 'rgbw'])
  })

  test('has another colour space translated, also that of a printer', async () => {
    const cmyk = await makePicture().toColourspace('cmyk').jpeg().withIccProfile('cmyk').toBuffer()
    const p3 = await makePicture().withIccProfile('p3').png().toBuffer()
    for (const bytes of [cmyk, p3]) {
      const { jpeg } = await cleaned(bytes)
      const { space, icc } = await sharp(jpeg).metadata()
      expect([space, icc, await readQuarters(jpeg)]).toEqual(['srgb', undefined, 'rgbw'])
    }
  })

  test('is at most 2560 pixels on its long side, and never larger than it was', async () => {
    const { breedte, hoogte } = await cleaned(await makePicture(4000, 3000).jpeg().toBuffer())
    expect([breedte, hoogte]).toEqual([2560, 1920])
    const small = await cleaned(await makePicture(30, 20).jpeg().toBuffer())
    expect([small.breedte, small.hoogte]).toEqual([30, 20])
  })

  test('is white where it was transparent', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    expect(await readQuarters((await cleaned(clear)).jpeg)).toBe('wwww')
  })

  test('is the same when it is cleaned again', async () => {
    const loaded = await makeLoadedJpeg(8)
    expect(await cleanFoto(loaded)).toEqual(await cleanFoto(loaded))
  })

  test('is taken up to 40 megapixels', async () => {
    const forty = await sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#678' } })
      .png()
      .toBuffer()
    expect((await cleaned(forty)).breedte).toBe(2560)
  })
})

describe('a file is refused', () => {
  test('above 40 megapixels, in words with its size, however small the file', async () => {
    const bomb = await sharp({ create: { width: 8200, height: 5000, channels: 3, background: '#678' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(bomb)).toMatch(/^Deze foto heeft 41 megapixel; 40 is het meeste\./)
  })

  test('when its size is a lie: a header that says little, or much', async () => {
    const png = await makePicture().png().toBuffer()
    for (const [width, height] of [
      [30_000, 30_000],
      [0, 0],
    ] as const) {
      const lie = Buffer.from(png)
      lie.writeUInt32BE(width, 16)
      lie.writeUInt32BE(height, 20)
      expect(await refusal(lie)).not.toBe('schoon')
    }
  })

  test('above 20 MB', async () => {
    expect(await refusal(new Uint8Array(maxFotoBytes + 1))).toBe('Deze foto is te groot: maximaal 20 MB.')
  })

  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`
  test.each([
    ['nothing', '', 'Deze foto is leeg.'],
    ['HTML', '<!doctype html><script>alert(1)</script>', 'Dit is geen foto.'],
    ['SVG', svg, 'Dit is geen foto.'],
    ['SVG behind XML', `<?xml version="1.0"?>${svg}`, 'Dit is geen foto.'],
    ['a GIF', 'GIF89a\x01\0\x01\0\x80\0\0', 'Dit is een GIF.'],
    ['a GIF that is JavaScript too', 'GIF89a/*\0\0*/=1;alert(1)', 'Dit is een GIF.'],
    ['a PDF', '%PDF-1.7', 'Dit is een PDF'],
    ['a program', '\x7fELF\x02', 'Dit is geen foto.'],
    ['a zip file', 'PK\x03\x04', 'Dit is geen foto.'],
    ['TIFF', 'II*\0\x08\0\0\0', 'Dit is geen foto.'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'Dit is een HEIC-foto.'],
    ['a video', '\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'Dit is een video'],
    [
      'HTML behind the first bytes of a JPEG',
      '\xff\xd8\xff\xe0<html><script>alert(1)</script>',
      'Deze foto is beschadigd',
    ],
    ['HTML behind the first bytes of a PNG', '\x89PNG\r\n\x1a\n<html>', 'Deze foto is beschadigd'],
    ['SVG behind the first bytes of WebP', `RIFF\0\0\0\0WEBP${svg}`, 'Deze foto is beschadigd'],
    ['HTML that says it is AVIF', '\0\0\0\x18ftypavif\0\0\0\0<html>', 'Deze foto is beschadigd'],
  ])('that is %s', async (_what, bytes, sentence) => {
    expect(await refusal(Buffer.from(bytes, 'latin1'))).toMatch(new RegExp(`^${sentence}`))
  })

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('that is half a %s', async (format) => {
    const whole = await makePicture(600, 400)[format]().toBuffer()
    for (const share of [0.3, 0.6, 0.9])
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(/beschadigd/)
  })

  test('whatever its bytes are, with a sentence and never with an error', async () => {
    const jpeg = await makeLoadedJpeg()
    for (let at = 0; at < jpeg.length; at += 97) {
      const broken = Buffer.from(jpeg)
      broken.fill(0xff, at, Math.min(at + 40, broken.length))
      const outcome = await cleanFoto(broken)
      if (outcome.staat === 'geweigerd') expect(outcome.uitleg).toMatch(/^[A-Z].*\.$/)
      else expect(Buffer.from(outcome.jpeg).toString('latin1')).not.toContain('KANARIE')
    }
  })

  test('and what it says of its own kind counts for nothing', () => {
    expect(findSoort(Buffer.from('GIF89a'))).toHaveProperty('uitleg')
    expect(findSoort(Buffer.from('\xff\xd8\xff\xdb', 'latin1'))).toEqual({ format: 'jpeg' })
  })
})
