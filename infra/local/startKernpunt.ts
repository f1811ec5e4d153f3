/** The whole product on one machine: engine, table, stream, identity provider and server, on one address. */
import { mkdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { readConfig } from '../../functions/config.ts'
import { createDeps } from '../../functions/deps.ts'
import type { Deps } from '../../functions/domain/ports.ts'
import { createApi } from '../../functions/http/api.ts'
import { createFormulier } from '../../functions/http/formulier.ts'
import { addVoorbeeldgegevens } from '../../functions/jobs/voorbeeldgegevens.ts'
import { createClient } from '../../functions/store/client.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { webHeaders } from '../webHeaders.ts'
import { takeDataFolder } from './dataFolder.ts'
import { type Engine, startEngine } from './engine.ts'
import { ensureTable } from './ensureTable.ts'
import { readBegin, writeBegin } from './firstStart.ts'
import { createIdentity, identityPath } from './identity/identity.ts'
import { clientId, resource, scope } from './identity/provider.ts'
import { loadKeys } from './keys.ts'
import { startPoller } from './poller.ts'
import { createListener, type Handler } from './server.ts'
import { createTokenReader } from './tokens.ts'

export type KernpuntOptions = {
  /** 0 takes a free one. */
  port: number
  /** Address to listen on; default only this machine. */
  host?: string
  /** Holds a folder per gemeente. */
  dataDir: string
  /** CBS code such as `GM0373`. */
  gemeente: string
  /** No example data. */
  leeg?: boolean
  /** Throws away what this gemeente had here first. */
  schoon?: boolean
  now?: () => Date
  /** Another engine that speaks DynamoDB; then none is started. Its table gets example data too, unless `leeg`. */
  dynamodbEndpoint?: string
  /** Folder of the built web. */
  webFolder?: string
  /** One line per request; default nowhere. */
  log?: (line: string) => void
}

export type Kernpunt = {
  /** Without trailing slash: `http://localhost:8080`. */
  url: string
  /** Where the data of this gemeente lives. */
  folder: string
  voorbeeldgegevens: boolean
  /** Resolves when everything written so far has been counted. */
  drain(): Promise<void>
  stop(): Promise<void>
}

const tableName = 'kernpunt'
const repository = join(import.meta.dirname, '../..')

/**
 * @throws Error with one Dutch sentence: port in use, unknown gemeente, broken files, folder not writable, no engine.
 * @example const { url, stop } = await startKernpunt({ port: 0, dataDir, gemeente: 'GM0373', leeg: true })
 */
export async function startKernpunt(options: KernpuntOptions): Promise<Kernpunt> {
  loadGemeente(options.gemeente)
  const folder = await makeFolder(options)
  const closing: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const server = createServer()
    const url = await listen(server, options)
    closing.push(() => closeServer(server))
    const keys = await loadKeys(join(folder, 'sleutels.json'))
    const engine = options.dynamodbEndpoint
      ? { endpoint: options.dynamodbEndpoint }
      : await ownEngine(folder, closing)
    const client = createClient(engine.endpoint)
    await ensureTable(client, tableName)
    const begin = await readBegin(join(folder, 'begin.json'))
    const voorbeeldgegevens = begin?.voorbeeldgegevens ?? !options.leeg
    const issuer = `${url}${identityPath}`
    const config = readConfig({
      TABEL: tableName,
      GEMEENTE: options.gemeente,
      WEBADRES: url,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_SCOPE: scope,
      OIDC_RESOURCE: resource,
      CURSOR_SLEUTEL: keys.cursor,
      VOORBEELDGEGEVENS: voorbeeldgegevens ? 'ja' : 'nee',
    })
    const deps: Deps = createDeps(config, { client, ...(options.now && { now: options.now }) })
    const io = { log: options.log ?? (() => {}), clock: () => performance.now() }
    const poller = startPoller({
      ...engine,
      tableName,
      positionFile: join(folder, 'stroom.json'),
      consume: (records) =>
        consumeChanges(records, {
          connection: { client, tableName },
          bewaartermijnDagen: deps.gemeente.bewaartermijnDagen,
          now: deps.now,
        }),
    })
    closing.push(() => poller.stop())
    if (!begin) {
      if (voorbeeldgegevens) await addVoorbeeldgegevens({ ...deps, now: deps.now() })
      await poller.drain()
      await writeBegin(join(folder, 'begin.json'), { voorbeeldgegevens })
    }
    const origins = [url, url.replace('localhost', '127.0.0.1')] as const
    const parts = {
      api: createApi(deps, io) as Handler,
      formulier: createFormulier(deps, io) as Handler,
      identity: createIdentity([...origins], keys),
      readClaims: createTokenReader(issuer, `${issuer}/jwks`, resource),
      webFolder: options.webFolder ?? join(repository, 'web/dist'),
      webHeaders: webHeaders({ issuer }),
    }
    server.on('request', createListener(parts))
    return { url, folder, voorbeeldgegevens, drain: () => poller.drain(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function makeFolder({ dataDir, gemeente, schoon }: KernpuntOptions): Promise<string> {
  const folder = join(dataDir, gemeente)
  try {
    if (schoon) await clear(folder)
    await mkdir(folder, { recursive: true })
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new Error(`In de gegevensmap ${folder} kan niet geschreven worden (${error.code}).`, {
      cause: error,
    })
  }
  return folder
}

async function clear(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const ownership = takeDataFolder(folder)
  if (!ownership) throw inUse(folder)
  ownership.release()
  await rm(folder, { recursive: true, force: true })
}

async function ownEngine(folder: string, closing: (() => Promise<void>)[]): Promise<Engine> {
  const engine = await startEngine({ dataDir: folder })
  closing.push(() => engine.stop())
  if (engine.gedeeld) throw inUse(folder)
  return engine
}

const inUse = (folder: string): Error =>
  new Error(`De gegevensmap ${folder} is in gebruik door een andere Kernpunt. Stop die eerst.`)

function listen(server: Server, { port, host = '127.0.0.1' }: KernpuntOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is al in gebruik' : `kan niet gebruikt worden (${error.code})`
      reject(
        new Error(`Poort ${port} ${why}. Kies een andere: PORT=${port + 1} npm start.`, { cause: error }),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(`http://localhost:${typeof address === 'object' && address ? address.port : port}`)
    })
  })
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error
