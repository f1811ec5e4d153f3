/**
 * What the data path costs in DynamoDB units (which AWS bills) and in milliseconds on the embedded engine. Reads
 * are measured with 100 and with 10,000 meldingen in the table: they should cost about the same.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { createLoting } from '../../functions/jobs/voorbeeld/loting.ts'
import { makeMeldingen } from '../../functions/jobs/voorbeeld/meldingen.ts'
import { addMeldingen, bulkSize } from '../../functions/store/bulk.ts'
import { createClient } from '../../functions/store/client.ts'
import { createStores } from '../../functions/store/stores.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { startPoller } from '../../infra/local/poller.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

type Capacity = { CapacityUnits?: number }
const tableName = 'bench'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A client that asks for the units of everything it sends, and adds them up. */
const meter = (endpoint: string) => {
  const client = createClient(endpoint)
  const used = { units: 0, calls: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Capacity | Capacity[] }
      for (const { CapacityUnits } of [ConsumedCapacity ?? []].flat()) used.units += CapacityUnits ?? 0
      used.calls++
      return answer
    },
    { step: 'initialize' },
  )
  return { client, used }
}

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })

/** Runs `work` `times` times and prints units and milliseconds for each of `per` things. */
const measure = async (
  used: { units: number; calls: number },
  name: string,
  { times, per = 1 }: { times: number; per?: number },
  work: (n: number) => Promise<unknown>,
): Promise<void> => {
  await work(0)
  Object.assign(used, { units: 0, calls: 0 })
  const start = performance.now()
  for (let n = 1; n <= times; n++) await work(n)
  const millis = performance.now() - start
  const each = (total: number) => number.format(total / times / per).padStart(8)
  console.log(`${name.padEnd(52)}${each(used.units)} units${each(millis)} ms`)
}

const gemeente = loadGemeente('GM0373')
const kernen = gemeente.kernen.map(({ code }) => code)
const now = () => new Date()
const make = (count: number, seed: string): MeldingRecord[] =>
  makeMeldingen(gemeente, Date.UTC(2026, 10, 22), count, createLoting(seed), (text) => sha256(seed + text))

export const benchStore = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-bench-'))
  const engine = await startEngine({ dataDir })
  const { client, used } = meter(engine.endpoint)
  await ensureTable(client, tableName)
  const stores = createStores(client, tableName, { cursorKey: 'bench', now })
  const connection = { client, tableName }
  const deps = { connection, bewaartermijnDagen: 365, now }
  const plain = { client: createClient(engine.endpoint), tableName }
  try {
    const fresh = make(400, 'fresh').map((melding) => ({ ...melding, ...start(melding) }))
    await measure(used, 'create', { times: 90 }, (n) => stores.meldingen.add(fresh[n]!))
    await measure(used, 'create with contact', { times: 90 }, (n) =>
      stores.meldingen.add(fresh[100 + n]!, { naam: 'J. Voorbeeld', email: 'j@voorbeeld.nl' }),
    )
    await measure(used, 'status change, still open', { times: 90 }, (n) =>
      stores.meldingen.replace(next(fresh[n]!, 'in-behandeling')),
    )
    await measure(used, 'status change, closes', { times: 90 }, (n) =>
      stores.meldingen.replace(next(next(fresh[n]!, 'in-behandeling'), 'gesloten')),
    )
    for (const size of [1, 10, 100])
      await measure(used, `both counts, per melding in batches of ${size}`, { times: 5, per: size }, (n) =>
        consumeChanges(
          make(size, `batch ${size} ${n}`).map((melding) =>
            toStreamRecord(undefined, melding, Date.now() / 1000),
          ),
          deps,
        ),
      )
    let stored = 0
    for (const total of [100, 10_000]) {
      const more = make(total - stored, `more ${total}`)
      for (let i = 0; i < more.length; i += bulkSize)
        await addMeldingen(plain, more.slice(i, i + bulkSize), now().toISOString())
      stored = total
      const poller = startPoller({
        ...engine,
        tableName,
        positionFile: join(dataDir, 'stroom.json'),
        consume: (records) => consumeChanges(records, { ...deps, connection: plain }),
      })
      await poller.drain()
      await poller.stop()
      const named = (what: string) => `${what}, ${number.format(total)} meldingen`
      await measure(used, named('activity of a year'), { times: 20 }, () =>
        stores.activiteit.listTellingen({}),
      )
      await measure(used, named('heatmap of a year'), { times: 20 }, () => stores.activiteit.listCellen({}))
      await measure(used, named('heatmap of a month'), { times: 20 }, () =>
        stores.activiteit.listCellen({ van: '2026-10-01', tot: '2026-10-31' }),
      )
      await measure(used, named('open work of a kern, 50'), { times: 20 }, () =>
        stores.meldingen.list({ kernen: ['schoorl'], status: 'ontvangen', limiet: 50 }),
      )
      await measure(used, named('list of all kernen, 50'), { times: 20 }, () =>
        stores.meldingen.list({ kernen, limiet: 50 }),
      )
    }
  } finally {
    client.destroy()
    plain.client.destroy()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** As it came in. */
function start({ geschiedenis: [first] }: MeldingRecord): Partial<MeldingRecord> {
  return { status: 'ontvangen', versie: 1, gewijzigdOp: first!.op, geschiedenis: [first!] }
}

function next(melding: MeldingRecord, status: MeldingRecord['status']): MeldingRecord {
  const op = now().toISOString()
  const geschiedenis = [...melding.geschiedenis, { status, op, door: 'Coördinator' }]
  return { ...melding, status, versie: melding.versie + 1, gewijzigdOp: op, geschiedenis }
}
