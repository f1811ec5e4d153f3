import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../../functions/store/client.ts'
import { createStores } from '../../functions/store/stores.ts'
import { type Engine, startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { cursorKey, testNow, useFolder } from '../support/engine.ts'
import { makeMelding } from '../support/records.ts'

const root = useFolder()
let count = 0
const makeFolder = async (): Promise<string> => {
  const folder = join(root.path, `map-${count++}`)
  await mkdir(folder)
  return folder
}

const started: Engine[] = []
const start = async (dataDir: string): Promise<Engine> => {
  const engine = await startEngine({ dataDir })
  started.push(engine)
  return engine
}
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const engine of started.splice(0)) await engine.stop()
})

const pidIn = (folder: string): number => JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8')).pid
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}
const openStores = async (endpoint: string) => {
  const client = createClient(endpoint)
  await ensureTable(client, 'kernpunt')
  return createStores(client, 'kernpunt', { cursorKey, now: () => testNow })
}

describe('the engine', () => {
  test('comes back on the same port when it is killed, with everything it had, while callers wait', async () => {
    const folder = await makeFolder()
    const { endpoint } = await start(folder)
    const stores = await openStores(endpoint)
    for (let n = 0; n < 20; n++) await stores.meldingen.add(makeMelding(n))
    for (let round = 0; round < 2; round++) {
      process.kill(pidIn(folder), 'SIGKILL')
      expect(await stores.meldingen.find(makeMelding(19).nummer)).toEqual(makeMelding(19))
      expect(await stores.meldingen.add(makeMelding(100 + round))).toEqual({ soort: 'nieuw' })
    }
  })

  test('is shared with who comes second, and free again after the first', async () => {
    const folder = await makeFolder()
    const first = await start(folder)
    const second = await start(folder)
    expect([first.gedeeld, second.gedeeld]).toEqual([false, true])
    expect(second.endpoint).toBe(first.endpoint)
    await second.stop()
    expect(await fetch(first.endpoint).then(() => true)).toBe(true)
    await first.stop()
    expect((await start(folder)).gedeeld).toBe(false)
  })

  test('that outlived a crash of its owner is ended by the next owner, and nothing is lost', async () => {
    const folder = await makeFolder()
    const script = `
      import { startEngine } from ${JSON.stringify(join(import.meta.dirname, '../../infra/local/engine.ts'))}
      const { endpoint } = await startEngine({ dataDir: ${JSON.stringify(folder)} })
      process.stdout.write(endpoint)`
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [endpoint] = await once(owner.stdout, 'data')
    await (await openStores(String(endpoint))).meldingen.add(makeMelding(1))
    const leftover = pidIn(folder)
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    expect(isAlive(leftover)).toBe(true)
    const next = await start(folder)
    expect(next.gedeeld).toBe(false)
    expect(isAlive(leftover)).toBe(false)
    const stores = await openStores(next.endpoint)
    expect(await stores.meldingen.find(makeMelding(1).nummer)).toEqual(makeMelding(1))
  })

  test('of an old note whose number is another program now, leaves that program alone', async () => {
    const folder = await makeFolder()
    const other = spawn('sleep', ['60'])
    writeFileSync(
      join(folder, 'engine.json'),
      JSON.stringify({ pid: other.pid, endpoint: 'http://127.0.0.1:9' }),
    )
    expect((await start(folder)).gedeeld).toBe(false)
    expect(isAlive(other.pid!)).toBe(true)
    other.kill()
    await once(other, 'exit')
  })

  test('is gone after stop', async () => {
    const folder = await makeFolder()
    const engine = await startEngine({ dataDir: folder })
    const pid = pidIn(folder)
    await engine.stop()
    await sleep(20)
    expect(isAlive(pid)).toBe(false)
  })

  test('says in Dutch when it cannot be found or cannot run', async () => {
    const folder = await makeFolder()
    vi.stubEnv('KERNPUNT_DYNOXIDE_BIN', '/nergens/dynoxide')
    await expect(startEngine({ dataDir: folder })).rejects.toThrow('wijst naar /nergens/dynoxide')
    vi.stubEnv('KERNPUNT_DYNOXIDE_BIN', process.execPath)
    await expect(startEngine({ dataDir: folder })).rejects.toThrow(/De database in .* start niet/)
    vi.unstubAllEnvs()
    expect((await start(folder)).gedeeld).toBe(false)
  })
})

describe('the table', () => {
  test('is made once, with index, stream and expiry', async () => {
    const { endpoint } = await start(await makeFolder())
    const client = createClient(endpoint)
    await ensureTable(client, 'kernpunt')
    await ensureTable(client, 'kernpunt')
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'kernpunt' }))
    expect(Table?.StreamSpecification?.StreamViewType).toBe('NEW_AND_OLD_IMAGES')
    const projected = Table?.GlobalSecondaryIndexes?.[0]?.Projection?.NonKeyAttributes
    expect(projected).toContain('kop')
    for (const secret of ['omschrijving', 'volgcode', 'geschiedenis', 'naam', 'email', 'telefoon'])
      expect(projected).not.toContain(secret)
  })

  test('of another shape is refused in Dutch', async () => {
    const { endpoint } = await start(await makeFolder())
    const client = createClient(endpoint)
    await client.send(
      new CreateTableCommand({
        TableName: 'kernpunt',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      }),
    )
    await expect(ensureTable(client, 'kernpunt')).rejects.toThrow('andere versie van Kernpunt')
  })
})
