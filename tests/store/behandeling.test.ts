/** Handling on the real engine: many writers at once, merges that cross, and connections that break at each write. */
import { describe, expect, test } from 'vitest'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { findPost } from '../../functions/domain/post/brieven.ts'
import { createStores } from '../../functions/store/stores.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { startPoller } from '../../infra/local/poller.ts'
import { bergen, type Caller, eenMelding, type Sent, startApi } from '../support/apiCaller.ts'
import { cursorKey, type Table, useEngine } from '../support/engine.ts'
import { expectCounts } from '../support/recount.ts'

const engine = useEngine()
const noor: Sent = { rollen: ['coordinator'], sub: 'noor' }

const report = async (call: Caller, overrides = {}): Promise<{ nummer: string; volgcode: string }> => {
  const { body } = await call('POST', '/v1/meldingen', { body: eenMelding(overrides) })
  return { nummer: body.nummer, volgcode: body.volglink.split('.').at(-1) }
}
const change = (call: Caller, nummer: string, versie: number, wijziging: object, key?: string) =>
  call('POST', `/v1/behandelingen/${nummer}/wijzigingen`, {
    ...noor,
    body: { versie, wijziging },
    ...(key && { headers: { 'Idempotency-Key': key } }),
  })
const read = async ({ stores }: Table, nummer: string): Promise<MeldingRecord> => {
  const melding = await stores.meldingen.find(nummer)
  if (!melding) throw new Error(`${nummer} is gone.`)
  return melding
}

/** What must hold of any two, whatever raced. */
function expectConsistent(all: readonly MeldingRecord[]): void {
  for (const melding of all) {
    expect(melding.geschiedenis).toHaveLength(melding.versie)
    const delen = all
      .filter(({ hoofdmelding }) => hoofdmelding === melding.nummer)
      .map(({ nummer }) => nummer)
    expect((melding.deelmeldingen ?? []).toSorted()).toEqual(delen.toSorted())
    if (!melding.hoofdmelding) continue
    expect(melding).toMatchObject({ status: 'gesloten', reden: 'dubbel' })
    expect(melding).not.toHaveProperty('deelmeldingen')
  }
}

describe('many writers', () => {
  test('of a thousand racing changes lose none: each that was accepted is there once, no other is', async () => {
    const table = await engine.makeTable()
    const { call } = startApi({ stores: table.stores })
    const meldingen = await Promise.all(Array.from({ length: 8 }, () => report(call)))
    const accepted = new Map(meldingen.map(({ nummer }) => [nummer, [] as string[]]))
    const refused = new Set<string>()
    const ids = Array.from({ length: 1000 }, (_, i) => i).values()
    const kinds = [
      (id: string) => ({ soort: 'notitie', tekst: id }),
      (id: string) => ({ soort: 'toewijzing', medewerker: id }),
      (id: string) => ({ soort: 'status', status: 'gepland', geplandeDatum: '2026-12-01', toelichting: id }),
      (id: string) => ({ soort: 'taak', omschrijving: id, team: 'Wegen' }),
    ]
    const write = async () => {
      for (const i of ids) {
        const { nummer } = meldingen[i % meldingen.length]!
        const id = `wijziging ${i}`
        const { versie } = await read(table, nummer)
        const reply = await change(call, nummer, versie, kinds[i % kinds.length]!(id))
        if (reply.status === 201) accepted.get(nummer)!.push(id)
        else refused.add(`${reply.status} ${reply.body.code}`)
      }
    }
    await Promise.all(Array.from({ length: 24 }, write))
    expect([...refused]).toEqual(['409 versie-verouderd'])
    for (const { nummer } of meldingen) {
      const { versie, geschiedenis } = await read(table, nummer)
      const lines = geschiedenis.slice(1).map(({ toelichting, medewerker }) => toelichting ?? medewerker)
      expect(lines.toSorted()).toEqual(accepted.get(nummer)!.toSorted())
      expect(versie).toBe(1 + lines.length)
    }
    const total = [...accepted.values()].flat().length
    expect(total).toBeGreaterThan(100)
    expect(total).toBeLessThan(1000)
  }, 120_000)

  test('of reactions without a version all get through', async () => {
    const table = await engine.makeTable()
    const { call } = startApi({ stores: table.stores })
    const { nummer, volgcode } = await report(call)
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        call('POST', `/v1/meldingen/${nummer}/reacties`, {
          headers: { Volgcode: volgcode },
          body: { soort: 'correctie', omschrijving: `Tekst ${i}` },
        }),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect((await read(table, nummer)).versie).toBe(9)
  })
})

describe('merges that cross', () => {
  const merge = (hoofdmelding: string) => ({ soort: 'samenvoeging', hoofdmelding })
  const closing = { soort: 'status', status: 'gesloten', reden: 'opgelost' }

  test.each<[string, number, (nummers: string[]) => [n: number, wijziging: object][]]>([
    [
      'A into B and B into A',
      2,
      ([a = '', b = '']) => [
        [0, merge(b)],
        [1, merge(a)],
      ],
    ],
    [
      'A into B while B is closed',
      2,
      ([, b = '']) => [
        [0, merge(b)],
        [1, closing],
      ],
    ],
    [
      'A into B while A is closed',
      2,
      ([, b = '']) => [
        [0, merge(b)],
        [0, closing],
      ],
    ],
    [
      'A into B and B into C',
      3,
      ([, b = '', c = '']) => [
        [0, merge(b)],
        [1, merge(c)],
      ],
    ],
    [
      'A into B, into C, and B into C',
      3,
      ([, b = '', c = '']) => [
        [0, merge(b)],
        [0, merge(c)],
        [1, merge(c)],
      ],
    ],
    [
      'A and B into C while it is noted on',
      3,
      ([, , c = '']) => [
        [0, merge(c)],
        [1, merge(c)],
        [2, { soort: 'notitie', tekst: 'x' }],
      ],
    ],
  ])('%s leave all of them consistent', async (_what, count, toChanges) => {
    const table = await engine.makeTable()
    const { call } = startApi({ stores: table.stores })
    for (let round = 0; round < 12; round++) {
      const nummers = await Promise.all(
        Array.from({ length: count }, async () => (await report(call)).nummer),
      )
      const changes = toChanges(nummers)
      // Who comes first differs from round to round.
      const order = round % 2 ? changes : changes.toReversed()
      const replies = await Promise.all(
        order.map(([n, wijziging]) => change(call, nummers[n]!, 1, wijziging)),
      )
      const meldingen = await Promise.all(nummers.map((nummer) => read(table, nummer)))
      expectConsistent(meldingen)
      const done = replies.filter(({ status }) => status === 201).length
      expect(done, replies.map(({ text }) => text).join('\n')).toBeGreaterThan(0)
      for (const { status, text } of replies) expect([201, 409], text).toContain(status)
    }
  })

  test('of forty into one all get through', async () => {
    const table = await engine.makeTable()
    const { call } = startApi({ stores: table.stores })
    const hoofd = await report(call)
    const delen = await Promise.all(Array.from({ length: 40 }, () => report(call)))
    const { body } = await call('POST', '/v1/behandelingen/_bulk', {
      ...noor,
      body: { meldingen: delen.map(({ nummer }) => ({ nummer, versie: 1 })), wijziging: merge(hoofd.nummer) },
    })
    expect(body.regels.every(({ gelukt }: { gelukt: boolean }) => gelukt)).toBe(true)
    expectConsistent(await Promise.all([hoofd, ...delen].map(({ nummer }) => read(table, nummer))))
  })
})

type Send = (command: object) => Promise<unknown>
const isWrite = (command: object) => /^(Put|Update|Delete|TransactWrite)Item/.test(command.constructor.name)

/** The same table through a connection that breaks once: before or after its `at`-th write. */
function breaking({ connection }: Table, at: number, fate: 'before' | 'after') {
  const send = connection.client.send.bind(connection.client) as Send
  let writes = 0
  const client = Object.assign(Object.create(connection.client), {
    send: async (command: object) => {
      const breaks = isWrite(command) && writes++ === at
      if (breaks && fate === 'before') throw new Error('gone before the write')
      const answer = await send(command)
      if (breaks) throw new Error('gone after the write')
      return answer
    },
  })
  const stores = createStores(client, connection.tableName, { cursorKey, now: () => near })
  return { stores, count: () => writes }
}

/** A request that is sent again with the same key until it is answered. */
type Verzoek = (call: Caller) => ReturnType<Caller>

async function expectAgreement(table: Table): Promise<void> {
  const poller = startPoller({
    endpoint: engine.running.endpoint,
    tableName: table.connection.tableName,
    consume: (records) =>
      consumeChanges(records, {
        connection: table.connection,
        bewaartermijnOf: () => 365,
        isOpenbaar: () => true,
        now: () => near,
      }),
  })
  await poller.drain()
  await poller.stop()
  const kernen = bergen.kernen.map(({ code }) => code)
  const { rijen } = await table.stores.meldingen.list({ kernen, limiet: 500 })
  const meldingen = await Promise.all(rijen.map(({ nummer }) => read(table, nummer)))
  for (const [i, rij] of rijen.entries()) {
    const { status, versie, kern, categorie } = meldingen[i]!
    expect(rij).toMatchObject({ status, versie, kern, categorie })
  }
  expectConsistent(meldingen)
  await expectCounts(table.stores, meldingen)
  for (const melding of meldingen) await expectMail(table, melding)
}

/** Of each line that is told, one mail to the reporter who can be written to. */
async function expectMail({ stores }: Table, melding: MeldingRecord): Promise<void> {
  const contact = await stores.meldingen.findContact(melding.nummer)
  if (!contact?.email) return
  const told = findPost(melding, melding.versie, near.toISOString())
  const mails = await stores.berichten.list(melding.nummer)
  expect(mails.map(({ versie, soort }) => ({ versie, soort }))).toEqual(told)
  expect(told.length).toBeGreaterThan(0)
}

/** The clock of the table when the API is called; mail is only for what happened just now. */
const near = new Date('2026-04-07T09:32:00Z')

describe('a connection that breaks', () => {
  const contact = { email: 'bewoner@voorbeeld.nl' }
  const key = { 'Idempotency-Key': 'k' }
  /** What is there before, and the request that meets the break. */
  const requests: [string, (call: Caller) => Promise<Verzoek>][] = [
    ['a melding', async () => (call) => call('POST', '/v1/meldingen', { body: eenMelding(), headers: key })],
    [
      'a melding with contact data',
      async () => (call) => call('POST', '/v1/meldingen', { body: eenMelding({ contact }), headers: key }),
    ],
    [
      'a status',
      async (call) => {
        const { nummer } = await report(call, { contact })
        const body = { status: 'gesloten', reden: 'opgelost', versie: 1 }
        return (again) => again('POST', `/v1/meldingen/${nummer}/statussen`, { ...noor, body, headers: key })
      },
    ],
    [
      'another categorie',
      async (call) => {
        const { nummer } = await report(call, { contact })
        return (again) => change(again, nummer, 1, { soort: 'categorie', categorie: 'bomen' }, 'k')
      },
    ],
    [
      'a merge',
      async (call) => {
        const [deel, hoofd] = [await report(call), await report(call)]
        return (again) =>
          change(again, deel.nummer, 1, { soort: 'samenvoeging', hoofdmelding: hoofd.nummer }, 'k')
      },
    ],
    [
      'undoing a merge',
      async (call) => {
        const [deel, hoofd] = [await report(call), await report(call)]
        await change(call, deel.nummer, 1, { soort: 'samenvoeging', hoofdmelding: hoofd.nummer })
        return (again) => change(again, deel.nummer, 2, { soort: 'losmaking' }, 'k')
      },
    ],
    [
      'the same change of several',
      async (call) => {
        const several = [await report(call), await report(call), await report(call)]
        const meldingen = several.map(({ nummer }) => ({ nummer, versie: 1 }))
        const body = { meldingen, wijziging: { soort: 'status', status: 'in-behandeling' } }
        return (again) => again('POST', '/v1/behandelingen/_bulk', { ...noor, body, headers: key })
      },
    ],
    [
      'withdrawing',
      async (call) => {
        const { nummer, volgcode } = await report(call)
        const headers = { ...key, Volgcode: volgcode }
        return (again) =>
          again('POST', `/v1/meldingen/${nummer}/reacties`, { headers, body: { soort: 'intrekken' } })
      },
    ],
    [
      'erasing contact data',
      async (call) => {
        const { nummer, volgcode } = await report(call, { contact })
        const headers = { ...key, Volgcode: volgcode }
        return (again) =>
          again('POST', `/v1/meldingen/${nummer}/reacties`, { headers, body: { soort: 'contact-wissen' } })
      },
    ],
    [
      'following',
      async (call) => {
        const { nummer } = await report(call)
        return (again) =>
          again('POST', `/v1/meldingen/${nummer}/volgers`, { headers: key, body: { contact } })
      },
    ],
  ]

  test.each(requests)(
    'at any write of %s leaves nothing half done: a retry ends as if nothing happened',
    async (_what, prepare) => {
      for (const fate of ['before', 'after'] as const) {
        for (let at = 0; ; at++) {
          const table = await engine.makeTable(() => near)
          const { call } = startApi({ stores: table.stores })
          const request = await prepare(call)
          const broken = breaking(table, at, fate)
          const { status, body } = await request(startApi({ stores: broken.stores }).call)
          if (broken.count() <= at) {
            expect(at, 'a request that writes').toBeGreaterThan(0)
            break
          }
          const failed = (regels?: { gelukt: boolean }[]) => regels?.some(({ gelukt }) => !gelukt) ?? false
          expect(status === 500 || failed(body.regels), `${fate} write ${at}`).toBe(true)
          const [first, again] = [await request(call), await request(call)]
          expect([200, 201], first.text).toContain(first.status)
          expect(failed(first.body.regels)).toBe(false)
          expect(again.text).toBe(first.text)
          await expectAgreement(table)
        }
      }
    },
  )
})
