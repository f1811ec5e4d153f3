import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { DynamoDBRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { type PollerSettings, startPoller } from '../../infra/local/poller.ts'
import { type Table, testNow, useEngine } from '../support/engine.ts'
import { changeMelding, makeMelding } from '../support/records.ts'
import { expectCounts } from '../support/recount.ts'

const engine = useEngine()

const poll = ({ connection }: Table, settings: Partial<PollerSettings> = {}) =>
  startPoller({
    endpoint: engine.running.endpoint,
    tableName: connection.tableName,
    consume: (records) =>
      consumeChanges(records, {
        connection,
        bewaartermijnOf: () => 365,
        isOpenbaar: () => true,
        now: () => testNow,
      }),
    ...settings,
  })

const storedRecords = ({ connection }: Table): number => {
  const db = new DatabaseSync(engine.running.dbFile, { readOnly: true })
  const row = db
    .prepare('SELECT count(*) AS count FROM _stream_records WHERE table_name = ?')
    .get(connection.tableName)
  db.close()
  return Number(row?.count)
}

describe('the poller', () => {
  test('delivers changes in order, in the form of a Lambda event', async () => {
    const table = await engine.makeTable()
    const melding = makeMelding(1)
    await table.stores.meldingen.add(melding)
    await table.stores.meldingen.replace(changeMelding(melding, { status: 'gesloten' }))
    const seen: DynamoDBRecord[] = []
    const poller = poll(table, { consume: async (records) => void seen.push(...records) })
    await poller.drain()
    await poller.stop()
    expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY'])
    const [insert, modify] = seen.map(({ dynamodb }) => dynamodb)
    expect(insert?.Keys).toEqual({ pk: { S: `melding#${melding.nummer}` }, sk: { S: 'melding' } })
    expect(insert?.OldImage).toBeUndefined()
    expect(modify?.OldImage?.status).toEqual({ S: 'ontvangen' })
    expect(modify?.NewImage?.status).toEqual({ S: 'gesloten' })
    const at = insert?.ApproximateCreationDateTime ?? 0
    expect(Math.abs(at - Date.now() / 1000)).toBeLessThan(60)
    expect(Number.isInteger(at)).toBe(true)
  })

  test('gives bytes as base64 text', async () => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(makeMelding(1))
    const seen: DynamoDBRecord[] = []
    const counting = poll(table)
    await counting.drain()
    await counting.stop()
    const watching = poll(table, { consume: async (records) => void seen.push(...records) })
    await watching.drain()
    await watching.stop()
    const telblad = seen.find(({ dynamodb }) => dynamodb?.Keys?.pk?.S === 'dichtheid')
    expect(telblad?.dynamodb?.NewImage?.aantallen?.B).toMatch(/^[A-Za-z0-9+/]+=*$/)
  })

  test('takes out what was consumed, and goes on where it was', async () => {
    const table = await engine.makeTable()
    const positionFile = join(engine.folder.path, 'plaats.json')
    const settings = { positionFile, dbFile: engine.running.dbFile }
    const meldingen = Array.from({ length: 60 }, (_, n) => makeMelding(n))
    for (const [n, melding] of meldingen.entries()) {
      await table.stores.meldingen.add(melding)
      if (n % 20 !== 19) continue
      const poller = poll(table, settings)
      await poller.drain()
      await poller.stop()
      await expectCounts(table.stores, meldingen.slice(0, n + 1))
    }
    expect(storedRecords(table)).toBeLessThan(5)
    expect(existsSync(positionFile)).toBe(true)
    const seen: DynamoDBRecord[] = []
    const late = poll(table, { ...settings, consume: async (records) => void seen.push(...records) })
    await late.drain()
    await late.stop()
    expect(seen).toEqual([])
  })

  test('delivers again what its consumer refused', async () => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(makeMelding(1))
    const errors: unknown[] = []
    let refusals = 2
    const poller = poll(table, {
      onError: (error) => errors.push(error),
      consume: async (records) => {
        if (refusals-- > 0) throw new Error('nog niet')
        await consumeChanges(records, {
          connection: table.connection,
          bewaartermijnOf: () => 365,
          isOpenbaar: () => true,
          now: () => testNow,
        })
      },
    })
    await poller.drain()
    await poller.stop()
    expect(errors).toHaveLength(2)
    await expectCounts(table.stores, [makeMelding(1)])
  })

  test('survives that the engine is killed', async () => {
    const table = await engine.makeTable()
    const poller = poll(table, { dbFile: engine.running.dbFile })
    const meldingen = Array.from({ length: 40 }, (_, n) => makeMelding(n))
    for (const [n, melding] of meldingen.entries()) {
      if (n === 20) {
        const { pid } = JSON.parse(readFileSync(join(engine.folder.path, 'engine.json'), 'utf8'))
        process.kill(pid, 'SIGKILL')
      }
      await table.stores.meldingen.add(melding)
    }
    await poller.drain()
    await poller.stop()
    await expectCounts(table.stores, meldingen)
  })
})
