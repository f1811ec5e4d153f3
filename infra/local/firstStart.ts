/** What a data folder began with: kept beside the data, so that later starts know it and add nothing. */
import { readFile } from 'node:fs/promises'
import { writeWhole } from './wholeFile.ts'

export type Begin = { voorbeeldgegevens: boolean }

/** @returns undefined when nothing was started here yet. @throws Error with one Dutch sentence when the file is broken. */
export async function readBegin(file: string): Promise<Begin | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const begin = JSON.parse(text) as Begin
    if (typeof begin.voorbeeldgegevens === 'boolean') return begin
  } catch {
    // Falls through: a file that is no JSON is as broken as one without the answer.
  }
  throw new Error(
    `Het bestand ${file} is beschadigd. Het zegt alleen of er voorbeeldgegevens zijn; uw meldingen staan er los van. Zet er {"voorbeeldgegevens": false} in, of true als er voorbeelden waren, en start opnieuw.`,
  )
}

export const writeBegin = (file: string, begin: Begin): void => writeWhole(file, `${JSON.stringify(begin)}\n`)
