import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { takeHerbouw } from '../../functions/store/herbouw.ts'
import { consumeChanges, consumeEvent } from '../../functions/streams/consumeChanges.ts'
import { type Table, testNow, useEngine } from '../support/engine.ts'
import { changeMelding, instantOf, makeMelding } from '../support/records.ts'
import { expectCounts } from '../support/recount.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const kernen = ['groet', 'schoorl']
const depsOf = ({ connection }: Table) => ({
  connection,
  bewaartermijnOf: () => 365,
  isOpenbaar: () => true,
  now: () => testNow,
})

type Stap = { melding: number; soort: 'status' | 'categorie' | 'kern' }

/** A history of changes in the order of the stream, and how it ends. */
const play = (
  count: number,
  stappen: readonly Stap[],
): { records: DynamoDBRecord[]; end: MeldingRecord[] } => {
  const end: MeldingRecord[] = []
  const records: DynamoDBRecord[] = []
  for (let n = 0; n < count; n++) {
    const op = instantOf(n * 4000)
    end[n] = makeMelding(n, { kern: kernen[n % 2]!, geregistreerdOp: op })
    records.push(toStreamRecord(undefined, end[n]))
  }
  for (const { melding, soort } of stappen) {
    const before = end[melding % count]!
    const after = changeMelding(before, {
      ...(soort === 'status' && { status: before.status === 'gesloten' ? 'in-behandeling' : 'gesloten' }),
      ...(soort === 'categorie' && { categorie: before.categorie === 'bomen' ? 'dieren' : 'bomen' }),
      ...(soort === 'kern' && { kern: before.kern === 'groet' ? 'schoorl' : 'groet' }),
    })
    end[melding % count] = after
    records.push(toStreamRecord(before, after))
  }
  return { records, end }
}

/** A connection on which chosen writes fail: before they are done, or after. */
const crashing = ({ connection, stores }: Table, plan: readonly ('fine' | 'before' | 'after')[]): Table => {
  let at = 0
  const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<unknown>
  const client = Object.assign(Object.create(connection.client), {
    send: async (command: object) => {
      const fate = command.constructor.name === 'PutItemCommand' ? plan[at++ % plan.length] : 'fine'
      if (fate === 'before') throw new Error('crash before the write')
      const answer = await send(command)
      if (fate === 'after') throw new Error('crash after the write')
      return answer
    },
  })
  return { stores, connection: { ...connection, client } }
}

describe('counting changes', () => {
  test('follows a melding to another status, categorie and kern, in its own month', async () => {
    const table = await engine.makeTable()
    const { records, end } = play(3, [
      { melding: 0, soort: 'status' },
      { melding: 0, soort: 'kern' },
      { melding: 1, soort: 'categorie' },
    ])
    await consumeChanges(records, depsOf(table))
    await expectCounts(table.stores, end)
  })

  test('leaves nothing of a melding that is deleted', async () => {
    const table = await engine.makeTable()
    const melding = makeMelding(1)
    await consumeChanges([toStreamRecord(undefined, melding)], depsOf(table))
    await consumeChanges([toStreamRecord(melding, undefined)], depsOf(table))
    await expectCounts(table.stores, [])
  })

  test('counts on the day in Amsterdam', async () => {
    const table = await engine.makeTable()
    const night = makeMelding(1, { geregistreerdOp: '2026-03-31T22:30:00.000Z' })
    await consumeChanges([toStreamRecord(undefined, night)], depsOf(table))
    const count = async (van: string, tot: string) =>
      (await table.stores.activiteit.listTellingen({ van, tot })).map(({ maand, aantal }) => [maand, aantal])
    expect(await count('2026-04-01', '2026-04-01')).toEqual([['2026-04', 1]])
    expect(await count('2026-03-01', '2026-03-31')).toEqual([])
    expect(await table.stores.activiteit.listCellen({ van: '2026-04-02' })).toEqual([])
  })

  test('is exact through crashes, redelivery, other batches and a second consumer', async () => {
    const stap = fc.record({
      melding: fc.nat(7),
      soort: fc.constantFrom('status', 'categorie', 'kern' as const),
    })
    const fate = fc.constantFrom('fine', 'fine', 'fine', 'before', 'after' as const)
    await fc.assert(
      fc.asyncProperty(
        fc.array(stap as fc.Arbitrary<Stap>, { maxLength: 25 }),
        fc.array(fate as fc.Arbitrary<'fine' | 'before' | 'after'>, { minLength: 7, maxLength: 23 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
        async (stappen, plan, sizes) => {
          const table = await engine.makeTable()
          const deps = depsOf(crashing(table, [...plan, 'fine']))
          const { records, end } = play(8, stappen)
          let position = 0
          for (const [round, size] of sizes.entries()) {
            const batch = records.slice(position, position + size)
            // Every third time somebody who lost his place gets some of the same at the same moment.
            const zombie = round % 3 === 0 ? records.slice(Math.max(0, position - 6), position + 2) : []
            const [outcome] = await Promise.allSettled([
              consumeChanges(batch, deps),
              consumeChanges(zombie, deps),
            ])
            if (outcome.status === 'fulfilled') position += size
          }
          await consumeChanges(records.slice(position), depsOf(table))
          await expectCounts(table.stores, end)
        },
      ),
      { numRuns: 20, seed: 20_261_122 },
    )
  })

  test('writes each telblad once per batch', async () => {
    const table = await engine.makeTable()
    const meldingen = Array.from({ length: 100 }, (_, n) => makeMelding(n, { kern: kernen[n % 2]! }))
    let puts = 0
    const send = table.connection.client.send.bind(table.connection.client) as (
      command: unknown,
    ) => Promise<unknown>
    const client = Object.assign(Object.create(table.connection.client), {
      send: (command: object) => {
        if (command.constructor.name === 'PutItemCommand') puts++
        return send(command)
      },
    })
    const records = meldingen.map((melding) => toStreamRecord(undefined, melding))
    await consumeChanges(records, depsOf({ ...table, connection: { ...table.connection, client } }))
    // Two kernen, one month, two maatstaven.
    expect(puts).toBe(4)
    await expectCounts(table.stores, meldingen)
  })
})

describe('a batch of the stream', () => {
  test('waits while the counts are being rebuilt, and goes on when the rebuilder died', async () => {
    const table = await engine.makeTable()
    const records = [toStreamRecord(undefined, makeMelding(1))]
    await takeHerbouw(table.connection, 'iemand', testNow, testNow.getTime() + 1000)
    await expect(consumeChanges(records, depsOf(table))).rejects.toThrow('opnieuw opgebouwd')
    await expectCounts(table.stores, [])
    const later = { ...depsOf(table), now: () => new Date(testNow.getTime() + 2000) }
    await consumeChanges(records, later)
    await expectCounts(table.stores, [makeMelding(1)])
  })

  test('that fails throws, so that AWS halves it, in words that hold no melding', async () => {
    const table = await engine.makeTable()
    const records = [1, 2].map((n) => toStreamRecord(undefined, makeMelding(n)))
    const failing = crashing(table, ['before'])
    const thrown = await consumeEvent(records, depsOf(failing), () => {}).catch((error: Error) => error)
    expect(thrown).toMatchObject({ message: '2 changes wait: Error' })
    expect(thrown).not.toHaveProperty('cause')
    expect(await consumeEvent(records, depsOf(table), () => {})).toEqual({ batchItemFailures: [] })
    await expectCounts(table.stores, [makeMelding(1), makeMelding(2)])
  })

  test('counts what comes before a record that cannot be read, and names that record', async () => {
    const table = await engine.makeTable()
    const broken = toStreamRecord(undefined, makeMelding(2), undefined, { status: 'onzin' })
    const records = [
      toStreamRecord(undefined, makeMelding(1)),
      broken,
      toStreamRecord(undefined, makeMelding(3)),
    ]
    expect(await consumeEvent(records, depsOf(table), () => {})).toEqual({
      batchItemFailures: [{ itemIdentifier: broken.dynamodb?.SequenceNumber }],
    })
    await expectCounts(table.stores, [makeMelding(1)])
  })
})
