/** A real engine for tests: one per test file, in a temp folder, with a table of its own for each test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Stores } from '../../functions/domain/ports.ts'
import { createClient } from '../../functions/store/client.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createStores } from '../../functions/store/stores.ts'
import { type Engine, startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'

export const cursorKey = 'sleutel voor proeven'
/** The clock of stores in tests. */
export const testNow = new Date('2026-11-22T12:00:00Z')

/** A folder that is gone after the test file. */
export const useFolder = (): { path: string } => {
  const folder = { path: '' }
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'kernpunt-'))
  })
  afterAll(() => rm(folder.path, { recursive: true, force: true }))
  return folder
}

export type Table = { connection: Connection; stores: Stores }

/** @example const engine = useEngine(); const { stores } = await engine.makeTable() */
export const useEngine = () => {
  const folder = useFolder()
  let engine: Engine | undefined
  let client: ReturnType<typeof createClient>
  let count = 0
  beforeAll(async () => {
    engine = await startEngine({ dataDir: folder.path })
    client = createClient(engine.endpoint)
  })
  afterAll(async () => {
    client.destroy()
    await engine?.stop()
  })
  return {
    get running(): Engine {
      if (!engine) throw new Error('The engine starts before the first test.')
      return engine
    },
    folder,
    async makeTable(now: () => Date = () => testNow): Promise<Table> {
      const tableName = `proef-${count++}`
      await ensureTable(client, tableName)
      return {
        connection: { client, tableName },
        stores: createStores(client, tableName, { cursorKey, now }),
      }
    },
  }
}
