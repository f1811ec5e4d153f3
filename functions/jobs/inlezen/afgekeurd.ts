/** The file with rows that could not be taken in: row number as a spreadsheet counts, and why. */
import { appendFile, stat, truncate, writeFile } from 'node:fs/promises'

export type Afgekeurd = { rij: number; reden: string }

const heading = '\ufeffrij;reden\r\n'

const toLine = ({ rij, reden }: Afgekeurd): string => `${rij};"${reden.replaceAll('"', '""')}"\r\n`

/**
 * Goes on at `bytes`, the size at the last row that was surely done: what was written behind it comes again.
 * Nothing is made while there is nothing to say.
 */
export const openAfgekeurd = async (file: string, bytes: number) => {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > bytes) await truncate(file, bytes)
  return {
    /** Adds rows and gives the new size. */
    async add(afgekeurd: readonly Afgekeurd[], before: number): Promise<number> {
      if (afgekeurd.length === 0) return before
      if (before === 0) await writeFile(file, heading)
      await appendFile(file, afgekeurd.map(toLine).join(''))
      return (await stat(file)).size
    },
  }
}
