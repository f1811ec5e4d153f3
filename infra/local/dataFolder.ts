/**
 * Who may run the database of a data folder: one process at a time.
 *
 * The owner holds an exclusive lock on a small SQLite file. The operating system lets go of it when the process
 * ends, however it ends, so nothing is ever stale. `engine.json` tells the others where the database answers.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { writeWhole } from './wholeFile.ts'

/** `pid` is of the engine, not of its owner. */
export type EngineNote = { pid: number; endpoint: string }

/** Releasing twice is fine. */
export type Ownership = { release(): void }

const noteFile = (dataDir: string): string => join(dataDir, 'engine.json')

/** Takes the folder, or gives `undefined` when another process has it. Makes the folder when it is not there. */
export const takeDataFolder = (dataDir: string): Ownership | undefined => {
  mkdirSync(dataDir, { recursive: true })
  const lock = new DatabaseSync(join(dataDir, 'eigenaar.db'))
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    return { release: () => lock.isOpen && lock.close() }
  } catch (error) {
    lock.close()
    if (String(error).includes('locked')) return undefined
    throw error
  }
}

export const writeNote = (dataDir: string, note: EngineNote): void =>
  writeWhole(noteFile(dataDir), JSON.stringify(note))

export const readNote = (dataDir: string): EngineNote | undefined => {
  try {
    const note: Partial<EngineNote> = JSON.parse(readFileSync(noteFile(dataDir), 'utf8'))
    return typeof note.pid === 'number' && note.endpoint
      ? { pid: note.pid, endpoint: note.endpoint }
      : undefined
  } catch {
    return undefined
  }
}

export const removeNote = (dataDir: string): void => rmSync(noteFile(dataDir), { force: true })
