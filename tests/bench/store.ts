/**
 * What the data path costs in DynamoDB units (which AWS bills) and in milliseconds on the embedded engine. Reads
 * are measured with 100 and with 10,000 meldingen in the table: they should cost about the same.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeldingRecord, Stores } from '../../functions/domain/ports.ts'
import { rebuildActiviteit } from '../../functions/jobs/herbouw.ts'
import { createLoting } from '../../functions/jobs/voorbeeld/loting.ts'
import { makeMeldingen } from '../../functions/jobs/voorbeeld/meldingen.ts'
import { addMeldingen, bulkSize } from '../../functions/store/bulk.ts'
import { createClient } from '../../functions/store/client.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createStores } from '../../functions/store/stores.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { toStreamRecord } from '../support/streamRecord.ts'
import { meter, type Used } from './meter.ts'

const tableName = 'bench'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })

/** Runs `work` `times` times and prints units and milliseconds for each of `per` things. */
const measure = async (
  used: Used,
  name: string,
  { times, per = 1 }: { times: number; per?: number },
  work: (n: number) => Promise<unknown>,
): Promise<void> => {
  await work(0)
  Object.assign(used, { write: 0, read: 0 })
  const start = performance.now()
  for (let n = 1; n <= times; n++) await work(n)
  const millis = performance.now() - start
  const each = (total: number) => number.format(total / times / per).padStart(8)
  console.log(`${name.padEnd(52)}${each(used.write)} write${each(used.read)} read${each(millis)} ms`)
}

const gemeente = loadGemeente('GM0373')
const kernen = gemeente.kernen.map(({ code }) => code)
const now = () => new Date()
/** Live work falls in the telbladen of this month. */
const today = '2026-11-22T09:00:00.000Z'
const make = (count: number, seed: string): MeldingRecord[] =>
  makeMeldingen(gemeente, Date.UTC(2026, 10, 22), count, createLoting(seed), (text) => sha256(seed + text))

type Bench = {
  used: Used
  stores: Stores
  /** Of the metered client, and of another for work that is not measured. */
  connection: Connection
  plain: Connection
}

const benchWrites = async ({ used, stores, connection }: Bench): Promise<void> => {
  const fresh = make(200, 'fresh').map((melding) => ({ ...melding, ...asReported(melding) }))
  const contact = { naam: 'J. Voorbeeld', email: 'j@voorbeeld.nl' }
  const times = 90
  await measure(used, 'create', { times }, (n) => stores.meldingen.add(fresh[n]!))
  await measure(used, 'create with contact', { times }, (n) => stores.meldingen.add(fresh[100 + n]!, contact))
  const seen = fresh.map((melding) => next(melding, 'in-behandeling'))
  await measure(used, 'status change, still open', { times }, (n) => stores.meldingen.replace(seen[n]!))
  await measure(used, 'status change, closes', { times }, (n) =>
    stores.meldingen.replace(next(seen[n]!, 'gesloten')),
  )
  for (const size of [1, 10, 100])
    await measure(used, `both counts, per melding of a batch of ${size}`, { times: 5, per: size }, (n) => {
      const records = make(size, `batch ${size} ${n}`).map((melding) =>
        toStreamRecord(undefined, { ...melding, geregistreerdOp: today }, Date.now() / 1000),
      )
      return consumeChanges(records, { connection, bewaartermijnOf: () => 365, isOpenbaar: () => true, now })
    })
}

/** Fills the table up to `total` meldingen of one year, counts them as the night after would, and reads. */
const benchReads = async ({ used, stores, plain }: Bench, from: number, total: number): Promise<void> => {
  const more = make(total - from, `more ${total}`)
  for (let i = 0; i < more.length; i += bulkSize)
    await addMeldingen(plain, more.slice(i, i + bulkSize), '2026-11-20T00:00:00.000Z')
  await rebuildActiviteit({
    connection: plain,
    kernen,
    isOpenbaar: () => true,
    eigenaar: `bench ${total}`,
    now,
  })
  const named = (what: string) => `${number.format(total)} meldingen: ${what}`
  const october = { van: '2026-10-01', tot: '2026-10-31' }
  const times = 20
  await measure(used, named('activity of a year'), { times }, () => stores.activiteit.listTellingen({}))
  await measure(used, named('heatmap of a year'), { times }, () => stores.activiteit.listCellen({}))
  await measure(used, named('heatmap of a month'), { times }, () => stores.activiteit.listCellen(october))
  const openWork = { kernen: ['schoorl'], status: 'ontvangen' as const, limiet: 50 }
  await measure(used, named('open work of a kern, 50'), { times }, () => stores.meldingen.list(openWork))
  await measure(used, named('list of all kernen, 50'), { times }, () =>
    stores.meldingen.list({ kernen, limiet: 50 }),
  )
}

export const benchStore = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-bench-'))
  const engine = await startEngine({ dataDir })
  const { client, used } = meter(engine.endpoint)
  const plain = { client: createClient(engine.endpoint), tableName }
  try {
    await ensureTable(plain.client, tableName)
    const stores = createStores(client, tableName, { cursorKey: 'bench', now })
    const bench = { used, stores, connection: { client, tableName }, plain }
    await benchWrites(bench)
    await benchReads(bench, 0, 100)
    await benchReads(bench, 100, 10_000)
  } finally {
    client.destroy()
    plain.client.destroy()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** As it came in. */
function asReported({ geschiedenis: [first] }: MeldingRecord): Partial<MeldingRecord> {
  return { status: 'ontvangen', versie: 1, gewijzigdOp: first!.op, geschiedenis: [first!] }
}

function next(melding: MeldingRecord, status: MeldingRecord['status']): MeldingRecord {
  const op = now().toISOString()
  const geschiedenis = [...melding.geschiedenis, { status, op, door: 'Coördinator' }]
  return { ...melding, status, versie: melding.versie + 1, gewijzigdOp: op, geschiedenis }
}
