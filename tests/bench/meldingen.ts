/**
 * Sending and handling with 100,000 and then with 1,000,000 meldingen in the table, and the ratio of the two: p50 and
 * p95 of the API handler on the embedded engine, both read from disk. Three in a hundred are open, so open work grows
 * with the total. Takes a quarter of an hour, nearly all of it filling; `BENCH_MELDINGEN=20000,200000` takes less.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toNummer } from '../../functions/domain/nummer.ts'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { addMeldingen, bulkSize } from '../../functions/store/bulk.ts'
import { createClient } from '../../functions/store/client.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createStores } from '../../functions/store/stores.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { bergen, type Caller, eenMelding, startApi } from '../support/apiCaller.ts'

const [small = 100_000, large = 1_000_000] = (process.env.BENCH_MELDINGEN ?? '')
  .split(',')
  .flatMap((text) => {
    const count = Number(text)
    return count > 0 ? [count] : []
  })
const number = new Intl.NumberFormat('nl-NL')
const now = () => new Date('2026-11-22T12:00:00Z')

/** Number `n` of the table: one each minute and a half back from today, spread over kernen, categories and places. */
const makeRow = (n: number): MeldingRecord => {
  const kern = bergen.kernen[n % bergen.kernen.length]!
  const categorie = bergen.categorieen[(n * 7) % bergen.categorieen.length]!
  const op = new Date(now().getTime() - n * 90_000).toISOString()
  const closed = n % 100 > 2
  const status = closed ? ('gesloten' as const) : ('in-behandeling' as const)
  const [lon, lat] = kern.labelPunt
  const hash = createHash('sha256').update(String(n)).digest()
  return {
    nummer: toNummer('M', hash.subarray(0, 5)),
    categorie: categorie.code,
    omschrijving: `Hier is iets mis met ${categorie.naam.toLowerCase()}, al sinds vorige week. Kunt u komen kijken? (${n})`,
    positie: [lon + (hash[5]! - 128) / 20_000, lat + (hash[6]! - 128) / 40_000],
    kern: kern.code,
    kernHerkomst: 'binnen',
    status,
    ...(closed && { reden: 'opgelost' as const }),
    versie: 2,
    geregistreerdOp: op,
    gewijzigdOp: op,
    streefDatum: op.slice(0, 10),
    geschiedenis: [
      { status: 'ontvangen', op, streefDatum: op.slice(0, 10) },
      { status, ...(closed && { reden: 'opgelost' as const }), op, door: 'Coördinator' },
    ],
    volgcode: hash.toString('base64url').slice(0, 24),
  }
}

const fill = async (connection: Connection, from: number, to: number): Promise<void> => {
  const start = performance.now()
  for (let n = from; n < to; n += bulkSize) {
    const rows = Array.from({ length: Math.min(bulkSize, to - n) }, (_, i) => makeRow(n + i))
    await addMeldingen(connection, rows, now().toISOString())
  }
  const seconds = (performance.now() - start) / 1000
  console.log(`${number.format(to - from)} meldingen erbij in ${number.format(Math.round(seconds))} s`)
}

type Times = { p50: number; p95: number }

/** Milliseconds of `times` calls, one after another; ten before them warm up. */
const measure = async (times: number, send: (n: number) => ReturnType<Caller>): Promise<Times> => {
  const millis: number[] = []
  for (let n = -10; n < times; n++) {
    const start = performance.now()
    const { status, text } = await send(n)
    if (status >= 300) throw new Error(`${status}: ${text}`)
    if (n >= 0) millis.push(performance.now() - start)
  }
  millis.sort((a, b) => a - b)
  return { p50: millis[Math.floor(times * 0.5)]!, p95: millis[Math.floor(times * 0.95)]! }
}

const questions = (call: Caller): Record<string, (n: number) => ReturnType<Caller>> => {
  const staff = { rollen: ['coordinator' as const] }
  const inbox = (query: string) => () => call('GET', `/v1/behandelingen?${query}`, staff)
  return {
    'POST melding': () => call('POST', '/v1/meldingen', { body: eenMelding() }),
    'POST melding with contact': () =>
      call('POST', '/v1/meldingen', { body: eenMelding({ contact: { email: 'j@voorbeeld.nl' } }) }),
    'inbox: open work of all kernen, 50': inbox('open=true&limiet=50'),
    'inbox: open work of one kern, 50': inbox('open=true&kern=schoorl&limiet=50'),
    'inbox: late work of one kern, 50': inbox('laat=true&kern=schoorl&limiet=50'),
    'inbox: everything, 50': inbox('limiet=50'),
    'one melding open': (n) => call('GET', `/v1/behandelingen/${makeRow(Math.abs(n)).nummer}`, staff),
  }
}

const measureAll = async (call: Caller): Promise<Record<string, Times>> => {
  const found: Record<string, Times> = {}
  for (const [name, send] of Object.entries(questions(call))) found[name] = await measure(200, send)
  return found
}

const show = ({ p50, p95 }: Times): string =>
  `${p50.toFixed(1).padStart(7)} /${p95.toFixed(1).padStart(7)} ms`

export async function benchMeldingen(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-bench-'))
  const engine = await startEngine({ dataDir })
  const client = createClient(engine.endpoint)
  const connection = { client, tableName: 'bench' }
  try {
    await ensureTable(client, connection.tableName)
    const stores = createStores(client, connection.tableName, { cursorKey: 'bench', now })
    const { call } = startApi({ stores, now })
    await fill(connection, 0, small)
    const few = await measureAll(call)
    await fill(connection, small, large)
    const many = await measureAll(call)
    const title = `p50 / p95 with ${number.format(small)} and with ${number.format(large)} meldingen`
    console.log(`${title.padEnd(40)}\n`)
    for (const [name, before] of Object.entries(few)) {
      const after = many[name]!
      const ratio = `${(after.p50 / before.p50).toFixed(2)} × / ${(after.p95 / before.p95).toFixed(2)} ×`
      console.log(`${name.padEnd(38)}${show(before)}${show(after)}   ${ratio}`)
    }
  } finally {
    client.destroy()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
