/** Builds the web when there is no build yet, or when a source is newer than it. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')
/** What the build reads: the web itself, and what it shares with the server. */
const sources = ['web', 'functions/contract', 'functions/domain', 'vite.config.ts', 'package-lock.json']

export async function isWebBuilt(): Promise<boolean> {
  const built = await modified(join(repository, 'web/dist/index.html'))
  if (built === 0) return false
  const newest = await Promise.all(sources.map((source) => newestIn(join(repository, source))))
  return Math.max(...newest) <= built
}

/** As it is published, also when a test asks for it: with `NODE_ENV=test` vite builds for development. */
export async function buildWeb(): Promise<void> {
  const { build } = await import('vite')
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(repository, 'vite.config.ts'), logLevel: 'error' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

const modified = async (file: string): Promise<number> =>
  (await stat(file).catch(() => undefined))?.mtimeMs ?? 0

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return modified(path)
  const below = entries
    .filter(({ name }) => name !== 'dist' && name !== 'gemeenten')
    .map((entry) => newestIn(join(path, entry.name)))
  return Math.max(0, ...(await Promise.all(below)))
}
