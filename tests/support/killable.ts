/** The product in a process of its own, with the database as its child: only what is a process can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { readNote } from '../../infra/local/dataFolder.ts'
import { root } from './sources.ts'

export type Killable = {
  /** The same at every start. */
  readonly url: string
  readonly port: number
  /** Of the gemeente. */
  readonly folder: string
  /** Until it answers, also when it is killed while it starts. */
  start(): Promise<void>
  /** Kills it as soon as this file of its folder is there, while it starts. */
  startAndKillAt(file: string): Promise<void>
  /** Without warning. The server is started again, and it has to bring back its database. */
  kill(who: 'server' | 'engine' | 'both'): void
  /** Resolves when the server answers again. */
  settle(): Promise<void>
  /** Kills the server for good; its database stays behind. */
  killLast(): Promise<void>
  /** Ends what still runs. */
  end(): Promise<void>
}

type Settings = {
  /** Empty, and of the test. */
  dataDir: string
  /** Another database than a child of the server. */
  dynamodbEndpoint?: string
  /** When the server is dead and not yet back. */
  onKilled?: () => Promise<void>
}

export const gemeente = 'GM0373'
const urlOf = (file: string): string => pathToFileURL(join(root, 'infra/local', file)).href
/** What `npm start` runs, but for building the web, which nothing here asks for. */
const script = `
  const { readSettings } = await import('${urlOf('settings.ts')}')
  const { createFaults } = await import('${urlOf('faults.ts')}')
  const { startKernpunt } = await import('${urlOf('startKernpunt.ts')}')
  const { url } = await startKernpunt({ ...readSettings(process.env, ['--leeg']), ...createFaults() })
  console.log('Klaar op ' + url + '.')`
const ready = /Klaar op (\S+)\.\n/

export function createKillable({ dataDir, dynamodbEndpoint, onKilled }: Settings): Killable {
  const folder = join(dataDir, gemeente)
  let server: ChildProcess | undefined
  let killed = false
  let back: Promise<void> | undefined
  let said = ''
  let url = ''

  const launch = (): ChildProcess => {
    said = ''
    killed = false
    const env = {
      ...process.env,
      ...{ PORT: url ? new URL(url).port : '0', DATA_DIR: dataDir, GEMEENTE: gemeente, MELDBUDGET: '100000' },
      // Whatever is set for the tests themselves.
      ...{ HOST: '', GEODATA: '', TABEL: '', DYNAMODB_ENDPOINT: dynamodbEndpoint ?? '' },
    }
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
      })
    server = child
    return child
  }
  /** @returns whether it came so far; otherwise it was killed */
  const isReached = async (child: ChildProcess, isSo: () => boolean): Promise<boolean> => {
    for (; !isSo(); await sleep(3))
      if (child.exitCode !== null || child.signalCode !== null) {
        if (killed) return false
        throw new Error(`It does not start. ${said}`)
      }
    return true
  }
  const killServer = async (): Promise<void> => {
    const child = server
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    killed = true
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const start = async (): Promise<void> => {
    // Also when it was killed in the moment between being ready and our seeing that.
    while (!(await isReached(launch(), () => ready.test(said))) || killed);
    url = ready.exec(said)![1]!
  }
  const killEngine = (): void => {
    const note = readNote(folder)
    try {
      if (note) process.kill(note.pid, 'SIGKILL')
    } catch {
      // It was on its way back from the kill before.
    }
  }
  const comeBack = async (dead: Promise<void>): Promise<void> => {
    await dead
    await onKilled?.()
    await start()
  }

  const killLast = async (): Promise<void> => {
    await back?.catch(() => {})
    await killServer()
  }

  return {
    folder,
    get url() {
      return url
    },
    get port() {
      return Number(new URL(url).port)
    },
    start() {
      back = start()
      return back.finally(() => {
        back = undefined
      })
    },
    async startAndKillAt(file) {
      await isReached(launch(), () => existsSync(join(folder, file)))
      await killServer()
    },
    kill(who) {
      if (who !== 'server') killEngine()
      if (who === 'engine') return
      const dead = killServer()
      // Who is starting it starts it again.
      back ??= comeBack(dead).finally(() => {
        back = undefined
      })
    },
    settle: async () => back,
    killLast,
    async end() {
      await killLast()
      for (const pid of listProcesses(folder)) process.kill(pid, 'SIGKILL')
      while (listProcesses(folder).length > 0) await sleep(10)
    },
  }
}

/** Which programs work on a folder, by their command lines, where the system tells. */
export const listProcesses = (folder: string): number[] => {
  if (!existsSync('/proc/self/cmdline')) return []
  const runs = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && runs(name))
    .map(Number)
}
