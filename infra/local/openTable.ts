/** The table of a data folder for work on the command line, whether the service runs there now or not. */
import { join } from 'node:path'
import { addStreefdatums } from '../../functions/jobs/streefdatums.ts'
import { createClient } from '../../functions/store/client.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { consumeChanges, createStreamDeps } from '../../functions/streams/consumeChanges.ts'
import type { Gemeente } from '../../geodata/gemeente.ts'
import { startEngine } from './engine.ts'
import { ensureTable } from './ensureTable.ts'
import { createFaults } from './faults.ts'
import { type Poller, startPoller } from './poller.ts'

export type OpenTable = {
  connection: Connection
  /** Folder of this gemeente. */
  folder: string
  /** Where the web is, or would be when it was started now. */
  webadres: string
  /** Of another database than our own. */
  endpoint?: string
  /** Bucket of photos that belongs to a table on AWS. */
  fotoBucket?: string
  /** Reads the stream; absent when the running service, or another database, does that. */
  poller?: Poller
  close(): Promise<void>
}

type Settings = {
  dataDir: string
  port: number
  dynamodbEndpoint?: string
  fotoBucket?: string
  tabel: string
}

/** @throws Error with one Dutch sentence when there is no database to be had. */
export const openTable = async (gemeente: Gemeente, settings: Settings): Promise<OpenTable> => {
  const folder = join(settings.dataDir, gemeente.code)
  const engine = settings.dynamodbEndpoint ? undefined : await startEngine({ dataDir: folder })
  const client = createClient(settings.dynamodbEndpoint ?? engine?.endpoint)
  const tableName = settings.tabel
  const connection = { client, tableName }
  const close = async (poller?: Poller): Promise<void> => {
    await poller?.stop()
    client.destroy()
    await engine?.stop()
  }
  try {
    await ensureTable(client, tableName, engine && (() => addStreefdatums(connection, gemeente)))
  } catch (error) {
    await close()
    throw error
  }
  const { dynamodbEndpoint: endpoint, fotoBucket, port } = settings
  const opened = {
    connection,
    folder,
    webadres: `http://localhost:${port}`,
    ...(endpoint && { endpoint }),
    ...(fotoBucket && { fotoBucket }),
  }
  if (!engine || engine.gedeeld) return { ...opened, close }
  const streamDeps = createStreamDeps(gemeente, { connection, now: () => new Date() })
  const poller = startPoller({
    ...engine,
    tableName,
    positionFile: join(folder, 'stroom.json'),
    onError: createFaults().onError,
    consume: (records) => consumeChanges(records, streamDeps),
  })
  return { ...opened, poller, close: () => close(poller) }
}
