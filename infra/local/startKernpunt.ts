/** The whole product on one machine: engine, table, stream, identity provider and server, on one address. */
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { readConfig } from '../../functions/config.ts'
import { createDeps } from '../../functions/deps.ts'
import type { Meldbudget } from '../../functions/domain/afzender.ts'
import { createApi } from '../../functions/http/api.ts'
import { createFormulier } from '../../functions/http/formulier.ts'
import { addStreefdatums } from '../../functions/jobs/streefdatums.ts'
import { addVoorbeeldgegevens } from '../../functions/jobs/voorbeeldgegevens.ts'
import { createClient, isAws } from '../../functions/store/client.ts'
import { consumeChanges, createStreamDeps } from '../../functions/streams/consumeChanges.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { webHeaders } from '../webHeaders.ts'
import { type Engine, startEngine } from './engine.ts'
import { ensureTable } from './ensureTable.ts'
import { readBegin, writeBegin } from './firstStart.ts'
import { openFotos } from './fotos.ts'
import { isHertoewijzing, startHertoewijzer } from './hertoewijzer.ts'
import { createIdentity, identityPath } from './identity/identity.ts'
import { clientId, resource, scope } from './identity/provider.ts'
import { loadKeys } from './keys.ts'
import { closeServer, isLoopback, listen } from './listen.ts'
import { isBericht, type Mailer, mailFolderOf, startMailer } from './mailer.ts'
import { inUse, makeFolder } from './makeFolder.ts'
import { startOnderhoud } from './onderhoud.ts'
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
  /** Folder with one folder per gemeente; default that of the repository. */
  geodata?: string
  /** No example data. */
  leeg?: boolean
  /** Throws away what this gemeente had here first. */
  schoon?: boolean
  now?: () => Date
  /** How much one sender may send, instead of what the gemeente says: for measuring, where one address sends everything. */
  meldbudget?: Meldbudget
  /** Another engine that speaks DynamoDB; then none is started. Its table gets example data too, unless `leeg`. */
  dynamodbEndpoint?: string
  /** Name of the table; default `kernpunt`. */
  tabel?: string
  /** Folder of the built web. */
  webFolder?: string
  /** One line per request; default nowhere. */
  log?: (line: string) => void
  /** Each failed reading of the stream, which is tried again; default nowhere. */
  onError?: (error: unknown) => void
  /** Each time that mail cannot be sent, which is tried again; default nowhere. */
  onMailError?: (error: unknown) => void
}

export type Kernpunt = {
  /** Without trailing slash: `http://localhost:8080`. */
  url: string
  /** Where the data of this gemeente lives. */
  folder: string
  voorbeeldgegevens: boolean
  /** Resolves when everything written so far has been counted, every photo cleaned and every mail sent. */
  drain(): Promise<void>
  stop(): Promise<void>
}

const repository = join(import.meta.dirname, '../..')

/**
 * @throws Error with one Dutch sentence: port in use, unknown gemeente, broken files, folder not writable, no engine.
 * @example const { url, stop } = await startKernpunt({ port: 0, dataDir, gemeente: 'GM0373', leeg: true })
 */
export async function startKernpunt(options: KernpuntOptions): Promise<Kernpunt> {
  loadGemeente(options.gemeente, options.geodata)
  const closing: Closing = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    let listener: RequestListener = answerStarting
    const server = createServer((request, response) => listener(request, response))
    const url = await listen(server, options)
    closing.push(() => closeServer(server))
    // Only now: who cannot listen throws nothing away.
    const folder = await makeFolder(options)
    const parts = await startParts(url, folder, options, closing)
    listener = createListener(parts)
    return { url, folder, voorbeeldgegevens: parts.voorbeeldgegevens, drain: parts.drain, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Closing = (() => Promise<void>)[]

/** Everything behind the address: data first, then who counts it, then who answers. */
async function startParts(url: string, folder: string, options: KernpuntOptions, closing: Closing) {
  const keys = await loadKeys(join(folder, 'sleutels.json'))
  const beginFile = join(folder, 'begin.json')
  const begin = await readBegin(beginFile)
  const voorbeeldgegevens = begin?.voorbeeldgegevens ?? !options.leeg
  const { dynamodbEndpoint, tabel: tableName = 'kernpunt' } = options
  const engine = dynamodbEndpoint ? { endpoint: dynamodbEndpoint } : await ownEngine(folder, closing)
  const client = createClient(engine.endpoint)

  const issuer = `${url}${identityPath}`
  const config = readConfig({
    TABEL: tableName,
    GEMEENTE: options.gemeente,
    GEODATA: options.geodata,
    WEBADRES: url,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_SCOPE: scope,
    OIDC_RESOURCE: resource,
    CURSOR_SLEUTEL: keys.cursor,
    FOTOBUCKET: 'map',
    VOORBEELDGEGEVENS: voorbeeldgegevens ? 'ja' : 'nee',
  })
  const fotos = await openFotos({
    ...{ folder, url, sleutel: keys.cursor },
    now: options.now ?? (() => new Date()),
    onError: options.onError ?? (() => {}),
  })
  const deps = createDeps(config, {
    ...{ client, fotokluis: fotos.kluis },
    ...(options.now && { now: options.now }),
    meldbudget: options.meldbudget ?? findMeldbudget(options),
  })
  const connection = { client, tableName }
  const upgrade = () => addStreefdatums(connection, deps.gemeente)
  // Another database may serve more than this machine.
  await ensureTable(client, tableName, dynamodbEndpoint ? undefined : upgrade).catch(
    explain(dynamodbEndpoint ? elsewhere(dynamodbEndpoint) : inFolder(folder)),
  )
  const streamDeps = createStreamDeps(deps.gemeente, { connection, now: deps.now })
  const hertoewijzer = startHertoewijzer({ ...deps, connection })
  closing.push(() => hertoewijzer.stop())
  let mailer: Mailer | undefined
  const poller = startPoller({
    ...engine,
    tableName,
    positionFile: join(folder, 'stroom.json'),
    ...(options.onError && { onError: options.onError }),
    consume: async (records) => {
      await consumeChanges(records, streamDeps)
      if (records.some(isHertoewijzing)) hertoewijzer.wake()
      if (records.some(isBericht)) mailer?.wake()
    },
  })
  closing.push(() => poller.stop())
  closing.push(() => fotos.drain())
  await fotos.start(deps.stores.fotos)
  if (!begin) {
    if (voorbeeldgegevens) await addVoorbeeldgegevens({ ...deps, now: deps.now() })
    await poller.drain()
    writeBegin(beginFile, { voorbeeldgegevens })
  }
  // The mail and the nights of a table on AWS are for AWS.
  if (!isAws(dynamodbEndpoint)) {
    const nights = startOnderhoud(
      { ...deps, connection, fotos: deps.stores.fotos, mailFolder: mailFolderOf(folder) },
      options.onError ?? (() => {}),
    )
    closing.push(() => nights.stop())
    const settings = { ...deps, connection, folder, webadres: url }
    mailer = startMailer(settings, options.onMailError ?? (() => {}))
    closing.push(() => mailer!.stop())
  }

  const io = { log: options.log ?? (() => {}), clock: () => performance.now() }
  return {
    api: createApi(deps, io) as Handler,
    formulier: createFormulier(deps, io) as Handler,
    identity: createIdentity([url, url.replace('localhost', '127.0.0.1')], keys),
    fotos: fotos.listener,
    readClaims: createTokenReader(issuer, `${issuer}/jwks`, resource),
    webFolder: options.webFolder ?? join(repository, 'web/dist'),
    webHeaders: webHeaders({ issuer, fotos: url }),
    voorbeeldgegevens,
    async drain() {
      await poller.drain()
      await fotos.drain()
      await mailer?.drain()
    },
  }
}

/** Whom only this machine can reach, all come from one address: then devices count, and the address does not. */
function findMeldbudget({ gemeente, geodata, host = '127.0.0.1' }: KernpuntOptions): Meldbudget {
  const { meldbudget } = loadGemeente(gemeente, geodata)
  return isLoopback(host) ? { ...meldbudget, perAdresPerUur: Number.POSITIVE_INFINITY } : meldbudget
}

async function ownEngine(folder: string, closing: Closing): Promise<Engine> {
  const engine = await startEngine({ dataDir: folder }).catch(explain(inFolder(folder)))
  closing.push(() => engine.stop())
  if (engine.gedeeld) throw inUse(folder)
  return engine
}

/** The first seconds, while the table is made. */
const answerStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' })
  response.end('Kernpunt start. Probeer het over een paar tellen opnieuw.\n')
}

type Where = { where: string; advice: string }
const elsewhere = (endpoint: string): Where => ({
  where: `op ${endpoint}`,
  advice:
    'Kijk of zij aanstaat en of DYNAMODB_ENDPOINT klopt, en start opnieuw. Er is niets veranderd of weg.',
})
const inFolder = (folder: string): Where => ({
  where: `in ${folder}`,
  advice: 'Start opnieuw. Helpt dat niet, maak dan eerst een kopie van deze map: alle meldingen staan erin.',
})

/** Faults of a driver or the system become a sentence; what already is one passes. It never advises to throw away. */
const explain =
  ({ where, advice }: Where) =>
  (error: unknown) => {
    if (!(error instanceof Error) || !('code' in error || '$metadata' in error)) throw error
    const fault = 'code' in error ? error.code : error.name
    throw new Error(`De database ${where} doet het niet (${fault}). ${advice}`, { cause: error })
  }
