/** CSV files of meldingen for tests of the import, in Bergen (NH). */
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { instantOf } from './records.ts'

export const bergen = loadGemeente('GM0373')
const heading = 'lon,lat,category_slug,subcategory_slug,opened,closed,kern'

/** Good rows, spread over the kernen; every third is closed. */
export const csvRows = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const { code, labelPunt } = bergen.kernen[n % bergen.kernen.length]!
    const opened = instantOf(n * 60 - 500_000)
    const closed = n % 3 === 0 ? instantOf(n * 60 - 400_000) : ''
    return [...labelPunt, 'afval', 'dumping', opened, closed, code].join()
  })

export const writeCsv = async (file: string, rows: readonly string[], columns = heading): Promise<string> => {
  const text = `${[columns, ...rows].join('\n')}\n`
  await writeFile(file, file.endsWith('.gz') ? gzipSync(text) : text)
  return file
}
