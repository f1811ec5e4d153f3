/** A file of areas, recognised by what is in it; its name says nothing. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Limits, limits, megabytes, Refusal, type Source } from '../source.ts'
import { readGeojson } from './geojson.ts'
import { readGeopackage } from './geopackage.ts'

/**
 * GeoJSON (also gzipped) or GeoPackage. A GeoPackage may have any size, for it is read per row; GeoJSON is one text
 * and is refused by its size before it is read.
 *
 * @param gemeente reads only these rows, where the format lets us
 * @throws Refusal in one Dutch sentence with the name of the file
 */
export function readSourceFile(
  file: string,
  { gemeente, max = limits }: { gemeente?: string | undefined; max?: Pick<Limits, 'bytes'> } = {},
): Source {
  const { bytes, start } = peek(file)
  if (bytes === 0) throw new Refusal(`${file} is leeg.`)
  if (start.startsWith('SQLite format 3\0')) return readGeopackage(file, { gemeente, max })
  if (start.startsWith('PK')) throw new Refusal(`${file} is een zip-bestand; pak het eerst uit.`)
  if (bytes > max.bytes) {
    throw new Refusal(
      `${file} is ${megabytes(bytes)}; GeoJSON mag hoogstens ${megabytes(max.bytes)} zijn. Neem een bestand met alleen deze gemeente, of het GeoPackage.`,
    )
  }
  return readGeojson(file, readText(file, start, max.bytes))
}

function peek(file: string): { bytes: number; start: string } {
  try {
    const facts = statSync(file)
    if (!facts.isFile()) throw new Refusal(`${file} is geen bestand.`)
    const handle = openSync(file, 'r')
    const start = Buffer.alloc(16)
    try {
      readSync(handle, start)
    } finally {
      closeSync(handle)
    }
    return { bytes: facts.size, start: start.toString('latin1') }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal(`${file} bestaat niet of is niet te lezen.`, { cause })
  }
}

function readText(file: string, start: string, maxBytes: number): string {
  const content = readFileSync(file)
  if (!start.startsWith('\x1f\x8b')) return content.toString('utf8')
  try {
    return gunzipSync(content, { maxOutputLength: maxBytes }).toString('utf8')
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(
      tooLarge
        ? `${file} is uitgepakt meer dan ${megabytes(maxBytes)}; hoogstens dat kan. Neem een bestand met alleen deze gemeente.`
        : `${file} houdt midden in op of is beschadigd; het is niet uit te pakken.`,
      { cause },
    )
  }
}
