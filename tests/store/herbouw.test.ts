import { describe, expect, test } from 'vitest'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { rebuildActiviteit } from '../../functions/jobs/herbouw.ts'
import { listTelbladen } from '../../functions/store/telbladen.ts'
import { readVenster } from '../../functions/store/venster.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { startPoller } from '../../infra/local/poller.ts'
import { type Table, useEngine } from '../support/engine.ts'
import { changeMelding, instantOf, makeInitiatief, makeMelding } from '../support/records.ts'
import { expectCounts, readTelbladBytes } from '../support/recount.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const kernen = ['groet', 'schoorl']
const now = () => new Date()

const isOpenbaar = (categorie: string) => categorie !== 'besloten'
const rebuild = ({ connection }: Table, more: Partial<Parameters<typeof rebuildActiviteit>[0]> = {}) =>
  rebuildActiviteit({ connection, kernen, isOpenbaar, eigenaar: 'herbouw-1', now, ...more })

const depsOf = ({ connection }: Table) => ({
  connection,
  bewaartermijnOf: () => 365,
  isOpenbaar,
  now,
})

const poll = (table: Table) =>
  startPoller({
    endpoint: engine.running.endpoint,
    tableName: table.connection.tableName,
    consume: (records) => consumeChanges(records, depsOf(table)),
  })

const make = (n: number): MeldingRecord =>
  makeMelding(n, {
    kern: kernen[n % 2]!,
    categorie: ['bomen', 'dieren', 'gladheid'][n % 3]!,
    geregistreerdOp: instantOf(n * 700),
  })

describe('a rebuild of the counts', () => {
  test('gives byte for byte what the stream made, and tells how much it read', async () => {
    const table = await engine.makeTable(now)
    const meldingen = Array.from({ length: 80 }, (_, n) => make(n))
    for (const melding of meldingen) await table.stores.meldingen.add(melding, { naam: 'J. Voorbeeld' })
    for (let n = 0; n < 20; n++) {
      meldingen[n] = changeMelding(meldingen[n]!, {
        status: 'gesloten',
        ...(n % 4 === 0 && { kern: 'groet' }),
      })
      await table.stores.meldingen.replace(meldingen[n]!)
    }
    await table.stores.initiatieven.add(makeInitiatief(1))
    const poller = poll(table)
    await poller.drain()
    await poller.stop()
    const streamed = await readTelbladBytes(table.connection)
    expect(await rebuild(table)).toMatchObject({ gelezen: 81 })
    expect(await readTelbladBytes(table.connection)).toEqual(streamed)
    expect(Object.keys(streamed).length).toBeGreaterThan(4)
  })

  test('repairs counts that are wrong, also those of a kern where nothing is any more', async () => {
    const table = await engine.makeTable(now)
    await table.stores.meldingen.add(make(1))
    const ghost = makeMelding(99, { kern: 'verdwenen' })
    await consumeChanges([toStreamRecord(undefined, ghost)], depsOf(table))
    await rebuild(table)
    await expectCounts(table.stores, [make(1)])
  })

  test('during inserts and changes ends with the counts of a recount', async () => {
    const table = await engine.makeTable(now)
    const meldingen: MeldingRecord[] = []
    const poller = poll(table)
    let working = true
    const writing = (async () => {
      for (let n = 0; n < 250; n++) {
        meldingen[n] = make(n)
        await table.stores.meldingen.add(meldingen[n]!)
        const earlier = Math.floor(n / 2)
        if (n % 3 !== 0) continue
        const status = meldingen[earlier]!.status === 'gesloten' ? 'in-behandeling' : 'gesloten'
        const kern = n % 2 ? 'groet' : 'schoorl'
        meldingen[earlier] = changeMelding(meldingen[earlier]!, { status, kern })
        await table.stores.meldingen.replace(meldingen[earlier])
      }
      working = false
    })()
    let rebuilds = 0
    while (working) await rebuild(table, { eigenaar: `herbouw-${rebuilds++}` })
    await writing
    await poller.drain()
    await poller.stop()
    expect(rebuilds).toBeGreaterThan(1)
    await expectCounts(table.stores, meldingen)
  })

  test('skips changes of before it that the stream only delivers afterwards', async () => {
    const table = await engine.makeTable(now)
    const first = make(1)
    const second = changeMelding(first, { status: 'gesloten', kern: 'groet' })
    await table.stores.meldingen.add(first)
    await table.stores.meldingen.replace(second)
    await rebuild(table)
    const at = Math.floor(Date.now() / 1000)
    await consumeChanges(
      [toStreamRecord(undefined, first, at), toStreamRecord(first, second, at)],
      depsOf(table),
    )
    await expectCounts(table.stores, [second])
    const third = changeMelding(second, { status: 'in-behandeling', kern: 'schoorl' })
    await consumeChanges([toStreamRecord(second, third, at)], depsOf(table))
    await expectCounts(table.stores, [third])
  })

  test('skips a change in a kern where nothing was left when it counted', async () => {
    const table = await engine.makeTable(now)
    const first = make(1)
    const second = changeMelding(first, { kern: 'groet' })
    await table.stores.meldingen.add(first)
    await table.stores.meldingen.replace(second)
    await rebuild(table)
    const at = Math.floor(Date.now() / 1000)
    await consumeChanges([toStreamRecord(undefined, first, at)], depsOf(table))
    await expectCounts(table.stores, [second])
  })

  test('empties counts of a month and kern where nothing was ever reported', async () => {
    const table = await engine.makeTable(now)
    await table.stores.meldingen.add(make(1))
    const ghost = makeMelding(99, { kern: 'verdwenen', geregistreerdOp: '2024-03-05T10:00:00.000Z' })
    await consumeChanges([toStreamRecord(undefined, ghost)], depsOf(table))
    await rebuild(table)
    await expectCounts(table.stores, [make(1)])
  })

  test('skips by their time changes of long before it, and remembers nothing of them', async () => {
    const table = await engine.makeTable(() => new Date(Date.now() - 3_600_000))
    const first = make(1)
    const second = changeMelding(first, { status: 'gesloten', kern: 'groet' })
    await table.stores.meldingen.add(first)
    await table.stores.meldingen.replace(second)
    await rebuild(table)
    const [telblad] = await listTelbladen(table.connection, 'activiteit')
    const { eigenaar = '' } = telblad?.herbouw ?? {}
    expect((await readVenster(table.connection, eigenaar, '2026-01')).size).toBe(0)
    const at = Math.floor(Date.now() / 1000) - 3600
    await consumeChanges(
      [toStreamRecord(undefined, first, at), toStreamRecord(first, second, at)],
      depsOf(table),
    )
    await expectCounts(table.stores, [second])
  })

  test('is for one at a time', async () => {
    const table = await engine.makeTable(now)
    await Promise.all(Array.from({ length: 5 }, (_, n) => table.stores.meldingen.add(make(n))))
    const outcomes = await Promise.allSettled([rebuild(table), rebuild(table, { eigenaar: 'herbouw-2' })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await rebuild(table, { eigenaar: 'herbouw-3' })
  })

  test('that lost its right while it read writes nothing at all', async () => {
    const table = await engine.makeTable(now)
    await table.stores.meldingen.add(make(1))
    const later = { ...depsOf(table), now: () => new Date(Date.now() + 3_600_000) }
    const at = Math.floor(Date.now() / 1000)
    const takeAway = () => consumeChanges([toStreamRecord(undefined, make(1), at)], later)
    const { client } = table.connection
    const send = client.send.bind(client) as (command: unknown) => Promise<unknown>
    const asked: string[] = []
    const watching = Object.assign(Object.create(client), {
      send: async (command: object) => {
        asked.push(command.constructor.name)
        const answer = await send(command)
        if (command.constructor.name === 'ScanCommand') await takeAway()
        return answer
      },
    })
    await expect(rebuild(table, { connection: { ...table.connection, client: watching } })).rejects.toThrow(
      'te lang',
    )
    // Its right: taken, renewed in vain, given back in vain.
    expect(asked).toEqual(['UpdateItemCommand', 'ScanCommand', 'UpdateItemCommand', 'UpdateItemCommand'])
    await expectCounts(table.stores, [make(1)])
  })

  test.each(['before', 'after'] as const)(
    'that stood still %s its first write and came back from the dead writes nothing more',
    async (moment) => {
      const table = await engine.makeTable(now)
      await table.stores.meldingen.add(make(1))
      const later = { ...depsOf(table), now: () => new Date(Date.now() + 3_600_000) }
      // A consumer found its right expired, took it away and went on counting.
      const takeAway = async () => {
        await table.stores.meldingen.add(make(2))
        const at = Math.floor(Date.now() / 1000)
        await consumeChanges(
          [1, 2].map((n) => toStreamRecord(undefined, make(n), at)),
          later,
        )
      }
      const late = rebuild(table, { connection: pausing(table, moment, takeAway) })
      await expect(late).rejects.toThrow('te lang')
      await expectCounts(table.stores, [make(1), make(2)])
    },
  )
})

/** Does `work` just before or after the first write of a telblad. */
function pausing(
  { connection }: Table,
  moment: 'before' | 'after',
  work: () => Promise<void>,
): Table['connection'] {
  let paused = false
  const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<unknown>
  const client = Object.assign(Object.create(connection.client), {
    send: async (command: object) => {
      const isFirst = !paused && command.constructor.name === 'TransactWriteItemsCommand'
      if (!isFirst) return send(command)
      paused = true
      if (moment === 'before') await work()
      const answer = await send(command)
      if (moment === 'after') await work()
      return answer
    },
  })
  return { ...connection, client }
}
