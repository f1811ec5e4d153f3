/** The folder where one gemeente keeps its data on this machine. */
import { chmod, mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { takeDataFolder } from './dataFolder.ts'

/**
 * @param schoon throws away what was there, unless somebody is using it.
 * @throws Error with one Dutch sentence when it is in use or cannot be written.
 */
export async function makeFolder({
  dataDir,
  gemeente,
  schoon,
}: {
  dataDir: string
  gemeente: string
  schoon?: boolean
}): Promise<string> {
  const folder = join(dataDir, gemeente)
  try {
    if (schoon) await clear(folder)
    await makeFolders(folder)
    // What residents wrote is for who runs Kernpunt, not for others on this machine; an older folder too.
    await chmod(folder, 0o700)
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new Error(`In de gegevensmap ${folder} kan niet geschreven worden (${error.code}).`, {
      cause: error,
    })
  }
  return folder
}

/**
 * A folder and those above it. Not `mkdir` with `recursive`: that never ends where the system says of a folder that
 * is there that it is not, as `/proc` does.
 */
async function makeFolders(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined)
  if (there?.isDirectory()) return
  await makeFolders(dirname(folder))
  await mkdir(folder)
}

async function clear(folder: string): Promise<void> {
  await makeFolders(folder)
  const ownership = takeDataFolder(folder)
  if (!ownership) throw inUse(folder)
  ownership.release()
  await rm(folder, { recursive: true, force: true })
}

export const inUse = (folder: string): Error =>
  new Error(`De gegevensmap ${folder} is in gebruik door een andere Kernpunt. Stop die eerst.`)

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error
