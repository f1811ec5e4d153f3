import { renameSync, writeFileSync } from 'node:fs'

/** Written whole or not at all: who is killed meanwhile leaves what was there before, and nobody reads half of it. */
export const writeWhole = (file: string, text: string, mode = 0o666): void => {
  const draft = `${file}.nieuw`
  writeFileSync(draft, text, { mode })
  renameSync(draft, file)
}
