/**
 * What one melding costs over its whole life in DynamoDB units, which AWS bills: sent with contact data, followed by
 * somebody else, assigned, asked about, answered, planned, closed, judged by its reporter, and a year later erased; with
 * everything that happens behind it (counts, heatmap, retention, mail). One after the other, so the counts behind it
 * are not shared: the dearest way.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stores } from '../../functions/domain/ports.ts'
import { onderhoud } from '../../functions/jobs/onderhoud.ts'
import { sendPost } from '../../functions/jobs/post.ts'
import { createStores } from '../../functions/store/stores.ts'
import { consumeChanges, createStreamDeps } from '../../functions/streams/consumeChanges.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { startPoller } from '../../infra/local/poller.ts'
import { bergen, eenMelding, startApi } from '../support/apiCaller.ts'
import { meter } from './meter.ts'

const tableName = 'bench'
const times = 20
const staff = { rollen: ['coordinator' as const] }

type Stap = { naam: string; doe(): Promise<unknown> }

export async function benchLevensloop(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-bench-'))
  const engine = await startEngine({ dataDir })
  const { client, used } = meter(engine.endpoint)
  const connection = { client, tableName }
  let today = Date.parse('2026-11-23T09:00:00Z')
  const now = () => {
    today += 1000
    return new Date(today)
  }
  await ensureTable(client, tableName)
  const stores: Stores = createStores(client, tableName, { cursorKey: 'bench', now })
  const { call } = startApi({ stores, now })
  const streamDeps = createStreamDeps(bergen, { connection, now })
  const poller = startPoller({
    ...engine,
    tableName,
    consume: (records) => consumeChanges(records, streamDeps),
  })
  const mail = () =>
    sendPost({
      meldingen: stores.meldingen,
      berichten: stores.berichten,
      budgetten: stores.budgetten,
      sign: (text) => text,
      postbus: { send: async () => ({ bericht: randomUUID() }) },
      afzender: { ...bergen, webadres: 'https://kernpunt.test' },
      eigenaar: randomUUID(),
      now,
    })
  const total = new Map<string, { write: number; read: number }>()
  let nummer = ''
  let volgcode = ''
  let versie = 1
  const ok = async (reply: ReturnType<typeof call>) => {
    const { status, text, body } = await reply
    if (status >= 300) throw new Error(`${status}: ${text}`)
    if (body.versie) versie = body.versie
    return body
  }
  let senders = 0
  /** Each another one, as on a real day: what is counted per address and device is part of the cost. */
  const sender = () => ({
    adres: `2001:db8:0:${(++senders).toString(16)}::1`,
    headers: { toestel: String(senders).padStart(24, 'a') },
  })
  const change = (wijziging: object) =>
    ok(call('POST', `/v1/behandelingen/${nummer}/wijzigingen`, { ...staff, body: { versie, wijziging } }))
  const react = async (body: object) => {
    await ok(call('POST', `/v1/meldingen/${nummer}/reacties`, { body, headers: { volgcode } }))
    versie++
  }
  const stappen: Stap[] = [
    {
      naam: 'sent, with contact data',
      async doe() {
        const sent = eenMelding({ contact: { email: 'j@voorbeeld.nl' } })
        const body = await ok(call('POST', '/v1/meldingen', { body: sent, ...sender() }))
        nummer = body.nummer
        volgcode = body.volglink.split('.').at(-1)
        versie = 1
      },
    },
    {
      naam: 'followed by somebody else',
      doe: () =>
        ok(
          call('POST', `/v1/meldingen/${nummer}/volgers`, {
            body: { contact: { email: 'v@voorbeeld.nl' } },
            ...sender(),
          }),
        ),
    },
    { naam: 'assigned', doe: () => change({ soort: 'toewijzing', medewerker: 'noor' }) },
    { naam: 'asked about', doe: () => change({ soort: 'vraag', tekst: 'Welk huisnummer is het?' }) },
    { naam: 'answered', doe: () => react({ soort: 'antwoord', tekst: 'Bij nummer 12.' }) },
    {
      naam: 'planned',
      doe: () => change({ soort: 'status', status: 'gepland', geplandeDatum: '2027-01-11' }),
    },
    { naam: 'closed', doe: () => change({ soort: 'status', status: 'gesloten', reden: 'opgelost' }) },
    { naam: 'judged by the reporter', doe: () => react({ soort: 'oordeel', opgelost: true }) },
    {
      naam: 'a year later erased (share of the scan included)',
      async doe() {
        const before = today
        today += 400 * 86_400_000
        await onderhoud({
          connection,
          stores,
          gemeente: bergen,
          fotos: stores.fotos,
          fotokluis: { remove: async () => {} } as never,
          now,
        })
        today = before
      },
    },
  ]
  try {
    for (let n = 0; n < times; n++) {
      for (const { naam, doe } of stappen) {
        Object.assign(used, { write: 0, read: 0 })
        await doe()
        await poller.drain()
        await mail()
        await poller.drain()
        const sum = total.get(naam) ?? { write: 0, read: 0 }
        total.set(naam, { write: sum.write + used.write, read: sum.read + used.read })
      }
    }
    const show = (units: number) => (units / times).toFixed(1).padStart(8)
    const all = [...total.values()]
    for (const [naam, { write, read }] of total)
      console.log(`${naam.padEnd(52)}${show(write)} write${show(read)} read`)
    const sum = (kind: 'write' | 'read') => all.reduce((units, each) => units + each[kind], 0)
    console.log(
      `${'one melding, its whole life'.padEnd(52)}${show(sum('write'))} write${show(sum('read'))} read`,
    )
  } finally {
    await poller.stop()
    client.destroy()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
