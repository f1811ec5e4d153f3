/** Pictures made for tests, with in them everything that may not come out. */
import sharp, { type Exif } from 'sharp'

/** Words that stand in every place of a file where words can stand. */
export const canary = 'KANARIE Jansen 06-12345678'

/** A quarter each of red, green, blue and white, from the top left to the bottom right: a mirror image shows too. */
const quarters = (width: number, height: number): Buffer => {
  const colours = [
    [200, 0, 0],
    [0, 160, 0],
    [0, 0, 200],
    [255, 255, 255],
  ]
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]!
      for (let c = 0; c < 3; c++) pixels[(y * width + x) * 3 + c] = colour[c]!
    }
  return pixels
}

export const makePicture = (width = 120, height = 80) =>
  sharp(quarters(width, height), { raw: { width, height, channels: 3 } })

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="" dc:creator="${canary}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const exif = (): Exif => ({
  IFD0: { Artist: canary, ImageDescription: canary },
  IFD2: { UserComment: canary },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 40/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '4/1 42/1 0/1',
  },
})

/** A segment of a JPEG: marker, length, contents. */
const segment = (marker: number, contents: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(contents.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, contents])
}

/** IPTC in a Photoshop block (APP13), a JPEG comment, and an ICC profile that is words. */
const wordySegments = (): Buffer =>
  Buffer.concat([
    segment(
      0xed,
      Buffer.concat([
        Buffer.from('Photoshop 3.0\0'),
        Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
        Buffer.from([0, 0, 0, canary.length + 5, 0x1c, 0x02, 0x50, 0, canary.length]),
        Buffer.from(`${canary} `),
      ]),
    ),
    segment(0xfe, Buffer.from(canary)),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${canary}`)),
    segment(0xe5, Buffer.from(canary)),
  ])

/** A JPEG as a camera could make it, with words in every place of it, and a second file behind it. */
export async function makeLoadedJpeg(orientation = 1, width?: number, height?: number): Promise<Buffer> {
  const jpeg = await makePicture(width, height)
    .jpeg({ quality: 95 })
    .withExif(exif())
    .withXmp(xmp)
    .withMetadata({ orientation })
    .toBuffer()
  return Buffer.concat([
    jpeg.subarray(0, 2),
    wordySegments(),
    jpeg.subarray(2),
    Buffer.from(`PK\x03\x04<html><script>${canary}</script>`),
  ])
}

/** The colour of a quarter, rounded: `r`, `g`, `b` or `w`; row by row. */
export async function readQuarters(jpeg: Uint8Array): Promise<string> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): string => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
    const [r = 0, g = 0, b = 0] = data.subarray(start, start + 3)
    if (r > 200 && g > 200 && b > 200) return 'w'
    return r > g && r > b ? 'r' : g > b ? 'g' : 'b'
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].join('')
}
