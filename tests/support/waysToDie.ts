/** Two ways in which the product is killed while people use it. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { startEngine } from '../../infra/local/engine.ts'
import { createKillable, type Killable } from './killable.ts'
import { openKillingDoor } from './killingDoor.ts'

export type Death = {
  product: Killable
  /** Where the data is to be found afterwards; absent: in the folder of the product. */
  dynamodbEndpoint?: string
  start(): Promise<void>
  /** To be called when a request is on its way. */
  onBegun(): void
  /** Resolves when it died every time and is back; waits no longer than a minute for work that goes on by itself. */
  settle(): Promise<void>
  expectAllDone(): void
  close(): Promise<void>
}
export type WayToDie = (dataDir: string, onKilled: () => Promise<void>) => Promise<Death>

/** Files that a first start makes, in that order: the moment that one is there, it is killed. */
const firstFiles = ['sleutels.json', 'engine.json', 'begin.json']

/** Whom to kill, when so many requests were begun since the last time, and how long after that. */
const moments: { who: 'server' | 'engine' | 'both'; requests: number; millis: number }[] = [
  { who: 'engine', requests: 3, millis: 0 },
  { who: 'server', requests: 6, millis: 0 },
  { who: 'engine', requests: 9, millis: 5 },
  { who: 'both', requests: 9, millis: 2 },
  { who: 'engine', requests: 5, millis: 120 },
  { who: 'server', requests: 11, millis: 8 },
  { who: 'both', requests: 8, millis: 150 },
  { who: 'engine', requests: 12, millis: 1 },
  { who: 'server', requests: 10, millis: 210 },
]

/** As on one's own machine, the database as its child; either or both are killed, also while it starts. */
export const atAnyMoment: WayToDie = async (dataDir, onKilled) => {
  const product = createKillable({ dataDir, onKilled })
  const left = [...moments]
  const deaths: Promise<void>[] = []
  let begun = 0
  return {
    product,
    async start() {
      for (const file of firstFiles) await product.startAndKillAt(file)
      await product.start()
    },
    onBegun() {
      const [next] = left
      if (!next || ++begun < next.requests) return
      begun = 0
      left.shift()
      deaths.push(sleep(next.millis).then(() => product.kill(next.who)))
    },
    async settle() {
      await Promise.all(deaths)
      await product.settle()
    },
    expectAllDone: () => expect(left).toEqual([]),
    close: () => product.end(),
  }
}

/** Every step in which something is stored, of requests, of counting, of mail and of the term of contact data. */
const writes = [
  'CreateTable',
  'UpdateTimeToLive',
  'UpdateItem budget',
  'PutItem melding/melding',
  'Put melding/melding + Put melding/contact',
  'PutItem melding/volger',
  'UpdateItem melding/melding',
  'Update melding/melding + Update melding/melding',
  'Update melding/melding + Put vernietiging + Delete melding/contact',
  'UpdateItem melding/contact',
  'PutItem activiteit',
  'PutItem dichtheid',
  'PutItem melding/bericht',
  'UpdateItem melding/bericht',
  'UpdateItem melding/bericht (staat)',
]

/** With another database, and killed right after each kind of write, before it knows that it is done. */
export const atEachWrite: WayToDie = async (dataDir, onKilled) => {
  const engine = await startEngine({ dataDir: join(dataDir, 'database') })
  const door = await openKillingDoor(engine.endpoint, () => product.kill('server'))
  const product = createKillable({ dataDir, dynamodbEndpoint: door.url, onKilled })
  return {
    product,
    dynamodbEndpoint: engine.endpoint,
    start: () => product.start(),
    onBegun() {},
    async settle() {
      const isDone = () => writes.every((kind) => door.seen.has(kind))
      for (const end = Date.now() + 60_000; !isDone() && Date.now() < end; ) await sleep(20)
      await product.settle()
    },
    expectAllDone: () => expect([...door.seen]).toEqual(expect.arrayContaining(writes)),
    async close() {
      await product.end()
      door.close()
      await engine.stop()
    },
  }
}
