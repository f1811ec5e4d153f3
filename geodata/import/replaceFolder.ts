/** Replaces a folder as a whole: what reads it sees the old files or the new ones, never some of each. */
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Gives `fill` a copy of `<root>/<name>` (empty when there is none) to change, and puts it in place of the original
 * when `fill` returns. When it throws, or the process is killed, the original stays.
 *
 * The work is done in `<root>.nieuw` and `<root>.oud`, beside the root so that a rename suffices. Two renames are
 * needed; killed exactly between them the folder is away, and the next call puts the old one back first. Two calls
 * for one folder at the same time are not provided for.
 */
export function replaceFolder(root: string, name: string, fill: (staging: string) => void): void {
  const parents = { nieuw: `${resolve(root)}.nieuw`, oud: `${resolve(root)}.oud` }
  const current = join(root, name)
  const staging = join(parents.nieuw, name)
  const old = join(parents.oud, name)
  recoverFolder(current, old)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  if (existsSync(current)) cpSync(current, staging, { recursive: true })
  try {
    fill(staging)
    for (const file of readdirSync(staging)) sync(join(staging, file))
    sync(staging)
    mkdirSync(root, { recursive: true })
    swap(current, old, staging)
    sync(root)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    if (existsSync(current)) rmSync(old, { recursive: true, force: true })
    for (const parent of Object.values(parents)) removeEmpty(parent)
  }
}

/** Undoes what a kill between the two renames left. */
function recoverFolder(current: string, old: string): void {
  if (!existsSync(old)) return
  if (existsSync(current)) rmSync(old, { recursive: true })
  else renameSync(old, current)
}

function swap(current: string, old: string, staging: string): void {
  const had = existsSync(current)
  if (had) {
    mkdirSync(join(old, '..'), { recursive: true })
    renameSync(current, old)
  }
  try {
    renameSync(staging, current)
  } catch (error) {
    if (had) renameSync(old, current)
    throw error
  }
}

/** To the disk itself, so that a power cut after the rename finds whole files. Windows cannot sync a folder. */
function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  } finally {
    closeSync(handle)
  }
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder)
}
