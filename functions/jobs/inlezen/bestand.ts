/** The rows of a CSV file, also when it is packed as `.gz`. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'

export type Bestand = {
  /** SHA-256 of the file as it is on disk, hex. */
  hash: string
  kolommen: string[]
  /** Estimated by its line ends. */
  aantalRijen: number
  /** Cells of row 0, 1, … (without the heading), from the start each time it is called. */
  readRijen(): AsyncIterable<string[]>
}

const newline = 10
/** A quote that is never closed would swallow the rest of the file. */
const maxRowLength = 200_000

const openText = (file: string) => {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
  if (!file.endsWith('.gz')) return bytes
  const text = createGunzip()
  bytes.on('error', (error) => text.destroy(error))
  return bytes.pipe(text)
}

const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file)) hash.update(bytes)
  return hash.digest('hex')
}

const countLines = async (file: string): Promise<{ heading: string; lines: number }> => {
  let heading = ''
  let lines = 0
  for await (const bytes of openText(file) as AsyncIterable<Buffer>) {
    if (lines === 0) heading += bytes.toString().split('\n', 1)[0]
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++
  }
  return { heading, lines }
}

const count = (text: string, letter: string): number => text.split(letter).length - 1

/**
 * Comma or semicolon, whichever the heading has more of.
 * @throws Error with a Dutch sentence when the file cannot be read.
 */
export const openBestand = async (file: string): Promise<Bestand> => {
  try {
    const hash = await hashFile(file)
    const { heading, lines } = await countLines(file)
    const delimiter = count(heading, ';') > count(heading, ',') ? ';' : ','
    const options = {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: maxRowLength,
    }
    const parseRows = async function* (fromRow: number): AsyncIterable<string[]> {
      const text: Readable = openText(file)
      const rows = parse({ ...options, from: fromRow })
      text.on('error', (error) => rows.destroy(error))
      try {
        yield* text.pipe(rows) as AsyncIterable<string[]>
      } finally {
        text.destroy()
      }
    }
    let kolommen: string[] = []
    for await (const row of parseRows(1)) {
      kolommen = row.map((cell) => cell.trim())
      break
    }
    return { hash, kolommen, aantalRijen: Math.max(0, lines - 1), readRijen: () => parseRows(2) }
  } catch (error) {
    throw new Error(
      `${file} kan niet gelezen worden (${(error as NodeJS.ErrnoException).code ?? 'beschadigd'}).`,
      {
        cause: error,
      },
    )
  }
}
