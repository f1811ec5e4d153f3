/**
 * DynamoDB on one machine: dynoxide, one program and one file, started, watched and ended from here.
 *
 * A data folder has one owner at a time. Whoever comes second (an import while the service runs) gets the
 * database of the first, `gedeeld: true`, and leaves the stream to it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Ownership, readNote, removeNote, takeDataFolder, writeNote } from './dataFolder.ts'
import { findEngineBinary } from './engineBinary.ts'
import { endLeftover } from './leftover.ts'
import { indexStreamRecords } from './streamRecords.ts'

export type Engine = {
  endpoint: string
  /** SQLite file of the engine, for `startPoller`. */
  dbFile: string
  /** Another process started this engine and reads its stream. */
  gedeeld: boolean
  stop(): Promise<void>
}

const patience = 15_000

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1000) })
    return true
  } catch {
    return false
  }
}

const waitUntil = async (ready: () => Promise<boolean>, stillHopeful: () => boolean): Promise<boolean> => {
  for (const end = Date.now() + patience; Date.now() < end && stillHopeful(); await sleep(15))
    if (await ready()) return true
  return false
}

const findFreePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

const joinEngine = async (dataDir: string, dbFile: string): Promise<Engine> => {
  const answering = await waitUntil(
    async () => answers(readNote(dataDir)?.endpoint ?? 'http://127.0.0.1:0'),
    () => true,
  )
  const endpoint = readNote(dataDir)?.endpoint
  if (answering && endpoint) return { endpoint, dbFile, gedeeld: true, stop: async () => {} }
  throw new Error(
    `De gegevens in ${dataDir} zijn in gebruik door een ander proces, maar de database antwoordt niet.`,
  )
}

/** Keeps one engine alive on one port until `stop`, also when somebody kills it. */
class Supervisor {
  readonly endpoint: string
  private child: ChildProcess | undefined
  private stopping = false
  private deaths: number[] = []
  private readonly dataDir: string
  private readonly args: string[]
  private readonly binary = findEngineBinary()
  private readonly killAtExit = () => this.child?.kill('SIGKILL')

  constructor(dataDir: string, dbFile: string, port: number) {
    this.dataDir = dataDir
    this.endpoint = `http://127.0.0.1:${port}`
    this.args = ['serve', '--port', String(port), '--db-path', dbFile]
    process.once('exit', this.killAtExit)
    this.launch()
  }

  /** An engine that dies five times in ten seconds cannot run here; its reason is in the log. */
  get hopeless(): boolean {
    return this.deaths.filter((death) => death > Date.now() - 10_000).length >= 5
  }

  get logFile(): string {
    return join(this.dataDir, 'database.log')
  }

  private launch(): void {
    // A file and not a pipe: an engine that outlives us would keep a pipe, and who reads it, waiting.
    const log = openSync(this.logFile, this.deaths.length > 0 ? 'a' : 'w')
    // Detached: Ctrl-C in a terminal is for us, and we stop the engine when its last work is done.
    this.child = spawn(this.binary, this.args, { stdio: ['ignore', log, log], detached: true })
    closeSync(log)
    this.child.once('error', () => this.deaths.push(Date.now()))
    this.child.once('exit', () => this.relaunch())
    if (this.child.pid) writeNote(this.dataDir, { pid: this.child.pid, endpoint: this.endpoint })
  }

  private relaunch(): void {
    this.deaths.push(Date.now())
    if (!this.stopping && !this.hopeless) setTimeout(() => !this.stopping && this.launch(), 50)
  }

  async stop(): Promise<void> {
    this.stopping = true
    process.off('exit', this.killAtExit)
    const child = this.child
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      const forced = setTimeout(() => child.kill('SIGKILL'), 3000)
      await gone
      clearTimeout(forced)
    }
    removeNote(this.dataDir)
  }
}

const ownEngine = async (dataDir: string, dbFile: string, ownership: Ownership): Promise<Engine> => {
  const leftover = readNote(dataDir)
  if (leftover) await endLeftover(leftover.pid, dbFile)
  const supervisor = new Supervisor(dataDir, dbFile, await findFreePort())
  const stop = async () => {
    await supervisor.stop()
    ownership.release()
  }
  const { endpoint } = supervisor
  const answering = await waitUntil(
    () => answers(endpoint),
    () => !supervisor.hopeless,
  )
  if (!answering) {
    await stop()
    throw new Error(`De database in ${dataDir} start niet. In ${supervisor.logFile} staat waarom.`)
  }
  indexStreamRecords(dbFile)
  return { endpoint, dbFile, gedeeld: false, stop }
}

/**
 * The engine of a data folder: started here, or the one that another process runs there. An engine that an
 * earlier crash left behind is ended first.
 * @throws Error with one Dutch sentence when it cannot run.
 */
export const startEngine = async ({ dataDir }: { dataDir: string }): Promise<Engine> => {
  const folder = resolve(dataDir)
  const dbFile = join(folder, 'kernpunt.db')
  const ownership = takeDataFolder(folder)
  if (!ownership) return joinEngine(folder, dbFile)
  try {
    return await ownEngine(folder, dbFile, ownership)
  } catch (error) {
    ownership.release()
    throw error
  }
}
