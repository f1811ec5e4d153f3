/** From a change of a melding to a mail that is sent once, on the real engine. */
import { createHash } from 'node:crypto'
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reactOn } from '../../functions/domain/behandeling/reactie.ts'
import { mergeMeldingen } from '../../functions/domain/behandeling/samenvoeging.ts'
import type { MeldingRecord, Stores } from '../../functions/domain/ports.ts'
import { type Brief, type Postbus, PostFout } from '../../functions/domain/post/ports.ts'
import { type PostDeps, sendPost } from '../../functions/jobs/post.ts'
import { addMissingPost } from '../../functions/jobs/postNalopen.ts'
import { markTeruggekomen } from '../../functions/jobs/terugkeer.ts'
import { createBerichtStore } from '../../functions/store/berichten.ts'
import { scanPages } from '../../functions/store/scan.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { consumePost } from '../../functions/streams/post.ts'
import { toWijziging } from '../../functions/streams/wijziging.ts'
import { bergen } from '../support/apiCaller.ts'
import { type Table, useEngine } from '../support/engine.ts'
import { changeMelding, makeMelding } from '../support/records.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const minute = 60_000
const start = Date.parse('2026-11-23T09:00:00.000Z')
const instant = (minutes: number): string => new Date(start + minutes * minute).toISOString()

/** A table, a clock that is set by hand, and a mailbox that keeps what it was given. */
const open = async (broken: (brief: Brief, attempt: number) => void = () => {}) => {
  const clock = { millis: start }
  const now = () => new Date(clock.millis)
  const table = await engine.makeTable(now)
  const sent: Brief[] = []
  let attempts = 0
  const postbus: Postbus = {
    async send(brief) {
      broken(brief, ++attempts)
      sent.push(brief)
      return { bericht: `ses-${sent.length}` }
    },
  }
  let runs = 0
  const send = (overrides: Partial<PostDeps> = {}) =>
    sendPost({
      ...table.stores,
      postbus,
      afzender: { ...bergen, webadres: 'https://kernpunt.voorbeeld.nl' },
      eigenaar: `run ${++runs}`,
      sign: (text) => createHash('sha256').update(text).digest('hex'),
      now,
      ...overrides,
    })
  const consume = (...records: DynamoDBRecord[]) =>
    consumePost(
      records.flatMap((record) => toWijziging(record) ?? []),
      { connection: table.connection, now },
    )
  const list = async (nummer: string) =>
    (await table.stores.berichten.list(nummer)).map(({ versie, ontvanger, staat }) => [
      versie,
      ontvanger,
      staat,
    ])
  return { ...table, clock, now, sent, send, consume, list, attempts: () => attempts }
}

const begin = (n = 1): MeldingRecord => makeMelding(n, { geregistreerdOp: instant(0) })
const next = (
  melding: MeldingRecord,
  change: Partial<MeldingRecord>,
  minutes = melding.versie,
): MeldingRecord => changeMelding(melding, { gewijzigdOp: instant(minutes), ...change })
const contact = { naam: 'Zoë', email: 'zoe@voorbeeld.nl' }
const added = (melding: MeldingRecord) =>
  toStreamRecord(undefined, melding, undefined, { heeftContact: true })
const volgerOf = (n: number) => ({
  volger: `volger${n}`,
  volgcode: `code-volger-${n}`,
  email: `volger${n}@voorbeeld.nl`,
  op: instant(0),
})

/** A melding with a reporter, in the table, of which the first mail is ready. */
const openReady = async (broken?: Parameters<typeof open>[0]) => {
  const post = await open(broken)
  const melding = begin()
  await post.stores.meldingen.add(melding, contact)
  await post.consume(added(melding))
  return { ...post, melding }
}

describe('a change', () => {
  test('makes one mail for each receiver, which is sent once with the own link', async () => {
    const { stores, consume, send, sent, list } = await open()
    const melding = begin()
    const busy = next(melding, { status: 'in-behandeling' })
    await stores.meldingen.add(melding, contact)
    for (const n of [1, 2]) await stores.meldingen.addVolger(melding.nummer, volgerOf(n))
    await stores.meldingen.replace(busy)
    await consume(added(melding), toStreamRecord(melding, busy))
    expect(await send()).toEqual({ verzonden: 4, mislukt: 0, uitgesteld: 0 })
    expect(await send()).toEqual({ verzonden: 0, mislukt: 0, uitgesteld: 0 })
    expect(await list(melding.nummer)).toEqual([
      [1, 'melder', 'verzonden'],
      [2, 'melder', 'verzonden'],
      [2, 'volger1', 'verzonden'],
      [2, 'volger2', 'verzonden'],
    ])
    const links = sent.map(({ naar, tekst }) => [naar, /#(\S+)/.exec(tekst)?.[1]])
    expect(new Set(links.map(String))).toEqual(
      new Set([
        `zoe@voorbeeld.nl,${melding.nummer}.${melding.volgcode}`,
        `volger1@voorbeeld.nl,${melding.nummer}.code-volger-1`,
        `volger2@voorbeeld.nl,${melding.nummer}.code-volger-2`,
      ]),
    )
  })

  test('of what others were merged into is told to their people too', async () => {
    const { stores, consume, send, sent, list } = await open()
    const deel = begin(1)
    const hoofd = begin(2)
    await stores.meldingen.add(deel, contact)
    await stores.meldingen.add(hoofd)
    await stores.meldingen.addVolger(deel.nummer, volgerOf(1))
    const line = {
      soort: 'samengevoegd',
      status: 'gesloten',
      reden: 'dubbel',
      melding: hoofd.nummer,
    } as const
    const closed = next(deel, {
      status: 'gesloten',
      reden: 'dubbel',
      hoofdmelding: hoofd.nummer,
      geschiedenis: [...deel.geschiedenis, { ...line, op: instant(1), door: 'Noor' }],
    })
    const took = next(hoofd, {
      deelmeldingen: [deel.nummer],
      geschiedenis: [
        ...hoofd.geschiedenis,
        { soort: 'samengevoegd', status: 'ontvangen', melding: deel.nummer, op: instant(1), door: 'Noor' },
      ],
    })
    await stores.meldingen.replaceBoth(closed, took)
    await consume(toStreamRecord(deel, closed), toStreamRecord(hoofd, took))
    const done = next(took, { status: 'gesloten', reden: 'opgelost' })
    await stores.meldingen.replace(done)
    await consume(toStreamRecord(took, done))
    await send()
    expect(await list(deel.nummer)).toEqual([
      [2, 'melder', 'verzonden'],
      [2, 'volger1', 'verzonden'],
    ])
    expect(await list(hoofd.nummer)).toEqual([
      [3, `${deel.nummer}_melder`, 'verzonden'],
      [3, `${deel.nummer}_volger1`, 'verzonden'],
    ])
    expect(sent.filter(({ draad }) => draad === deel.nummer)).toHaveLength(4)
    expect(sent.at(-1)?.tekst).not.toContain(hoofd.volgcode)
  })

  test('by an import, or without anybody to write to, makes no mail', async () => {
    const { stores, consume, list } = await open()
    const imported = begin(1)
    const anonymous = begin(2)
    await stores.meldingen.add(imported, contact)
    await stores.meldingen.add(anonymous)
    await consume(
      toStreamRecord(undefined, imported, undefined, {
        bewaardOp: '2031-01-01T00:00:00.000Z',
        heeftContact: true,
      }),
      added(anonymous),
    )
    expect([await list(imported.nummer), await list(anonymous.nummer)]).toEqual([[], []])
  })

  test('of which only the note of a failed mail is new, is no change', () => {
    const melding = next(begin(), { status: 'in-behandeling' })
    expect(toWijziging(toStreamRecord(melding, { ...melding, postMislukt: true }))).toBeUndefined()
  })

  test('makes each mail once through redelivery, other batches and a second consumer, and sends each once', async () => {
    const size = fc.integer({ min: 1, max: 7 })
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 12, maxLength: 12 }), async (sizes) => {
        const { stores, consume, send, sent, list } = await open()
        const records: DynamoDBRecord[] = []
        const ends: MeldingRecord[] = []
        for (const n of [1, 2, 3]) {
          const one = begin(n)
          const two = next(one, { status: 'in-behandeling' })
          const three = next(two, { status: 'gesloten', reden: 'opgelost' })
          await stores.meldingen.add(one, { email: `melder${n}@voorbeeld.nl` })
          for (const later of [two, three]) await stores.meldingen.replace(later)
          records.push(added(one), toStreamRecord(one, two), toStreamRecord(two, three))
          ends.push(three)
        }
        let position = 0
        for (const count of sizes) {
          const zombie = records.slice(Math.max(0, position - 3), position + 2)
          await Promise.all([
            consume(...records.slice(position, position + count)),
            consume(...zombie),
            send(),
            send(),
          ])
          position += count
        }
        await consume(...records)
        await Promise.all([send(), send(), send()])
        for (const { nummer } of ends)
          expect(await list(nummer)).toEqual([1, 2, 3].map((versie) => [versie, 'melder', 'verzonden']))
        expect(sent.map(({ kenmerk }) => kenmerk).sort()).toEqual(
          ends.flatMap(({ nummer }) => [1, 2, 3].map((v) => `${nummer}_000${v}_melder`)).sort(),
        )
      }),
      { numRuns: 8 },
    )
  })

  test('is counted whether mail works or not, as nothing is sent there', async () => {
    const { stores, connection, now } = await open()
    const melding = begin()
    await stores.meldingen.add(melding, contact)
    await consumeChanges([added(melding)], {
      connection,
      now,
      isOpenbaar: () => true,
      bewaartermijnOf: () => 365,
    })
    const tellingen = await stores.activiteit.listTellingen({})
    expect(tellingen.map(({ aantal }) => aantal)).toEqual([1])
    expect(await stores.berichten.listKlaar(instant(0), 10)).toHaveLength(1)
  })
})

describe('who is killed', () => {
  test.each([
    ['before the mail was handed over', 0],
    ['after it, and before that was written down', 1],
  ])('%s leaves it ready, and it goes two minutes later as the same mail', async (_name, sentBefore) => {
    const { melding, stores, send, sent, clock, list } = await openReady()
    const never = new Promise<never>(() => {})
    const killed = sentBefore
      ? send({ berichten: { ...stores.berichten, settle: () => never } })
      : send({ postbus: { send: () => never } })
    await Promise.race([killed, new Promise((resolve) => setTimeout(resolve, 300))])
    expect(sent).toHaveLength(sentBefore)
    clock.millis += minute
    await send()
    expect(sent).toHaveLength(sentBefore)
    clock.millis += minute + 1
    expect((await send()).verzonden).toBe(1)
    expect(new Set(sent.map(({ kenmerk, tekst, op }) => `${kenmerk} ${op} ${tekst}`)).size).toBe(1)
    expect(await list(melding.nummer)).toEqual([[1, 'melder', 'verzonden']])
  })

  test('before anything was written down is delivered the change again', async () => {
    const { stores, consume, list } = await open()
    const melding = begin()
    await stores.meldingen.add(melding, contact)
    await consume(added(melding))
    await consume(added(melding))
    expect(await list(melding.nummer)).toEqual([[1, 'melder', 'klaar']])
  })
})

describe('trouble with mail', () => {
  const refuse = () => {
    throw new PostFout('geweigerd', 'De maildienst heeft de mail geweigerd.')
  }
  const away = () => {
    throw new Error('ECONNREFUSED zoe@voorbeeld.nl')
  }
  const flagOf = async ({ stores }: Table, { nummer }: MeldingRecord) =>
    (await stores.meldingen.find(nummer))?.postMislukt === true

  test('that will not pass shows at the mail and at the melding, and keeps no other mail', async () => {
    const post = await openReady((brief) => brief.naar.startsWith('zoe') && refuse())
    const other = begin(2)
    await post.stores.meldingen.add(other, { email: 'ander@voorbeeld.nl' })
    await post.consume(added(other))
    expect(await post.send()).toEqual({ verzonden: 1, mislukt: 1, uitgesteld: 0 })
    const [bericht] = await post.stores.berichten.list(post.melding.nummer)
    expect(bericht).toMatchObject({ staat: 'mislukt', uitleg: 'De maildienst heeft de mail geweigerd.' })
    expect([await flagOf(post, post.melding), await flagOf(post, other)]).toEqual([true, false])
    expect((await post.stores.meldingen.find(post.melding.nummer))?.versie).toBe(1)
  })

  test('that may pass is tried again ever later, for a day, and then somebody can send it after all', async () => {
    let works = false
    const post = await openReady(() => !works && away())
    const tries: number[] = []
    for (let m = 0; m <= 26 * 60; m++) {
      post.clock.millis = start + m * minute
      const before = post.attempts()
      await post.send()
      if (post.attempts() > before) tries.push(m)
    }
    expect(tries.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123])
    expect(tries.at(-1)).toBeGreaterThanOrEqual(24 * 60)
    expect(tries.at(-1)).toBeLessThan(25 * 60)
    const [bericht] = await post.stores.berichten.list(post.melding.nummer)
    expect(bericht?.staat).toBe('mislukt')
    expect(JSON.stringify(bericht)).not.toContain('zoe@')
    expect(await flagOf(post, post.melding)).toBe(true)

    works = true
    expect(await post.stores.berichten.requeue(post.now().toISOString())).toBe(1)
    expect(await post.stores.berichten.requeue(post.now().toISOString())).toBe(0)
    expect((await post.send()).verzonden).toBe(1)
    expect(await flagOf(post, post.melding)).toBe(false)
    expect(await post.list(post.melding.nummer)).toEqual([[1, 'melder', 'verzonden']])
  })

  test('with every mail stops the run, so that it takes no longer for a thousand than for three', async () => {
    const post = await open(away)
    for (let n = 1; n <= 30; n++) {
      const melding = begin(n)
      await post.stores.meldingen.add(melding, { email: `melder${n}@voorbeeld.nl` })
      await post.consume(added(melding))
    }
    const { uitgesteld } = await post.send()
    expect(uitgesteld).toBeGreaterThanOrEqual(3)
    expect(post.attempts()).toBeLessThanOrEqual(6)
  })

  test('ends a run that was told to stop, and leaves the rest ready', async () => {
    const post = await openReady()
    expect((await post.send({ signal: AbortSignal.abort() })).verzonden).toBe(0)
    expect(await post.list(post.melding.nummer)).toEqual([[1, 'melder', 'klaar']])
  })
})

describe('a change that the stream lost', () => {
  const hours = (n: number) => n * 60
  const lost = async () => {
    const post = await open()
    const melding = begin()
    const busy = next(melding, { status: 'in-behandeling' }, 1)
    await post.stores.meldingen.add(melding, contact)
    await post.consume(added(melding))
    await post.send()
    await post.stores.meldingen.replace(busy)
    return { ...post, melding }
  }

  test('is told after all when somebody asks for it, once, and what was told is not told again', async () => {
    const { connection, now, clock, melding, send, sent, list } = await lost()
    clock.millis += hours(5) * minute
    expect(await addMissingPost({ connection, now })).toBe(1)
    clock.millis += minute
    expect(await addMissingPost({ connection, now })).toBe(0)
    await send()
    expect(sent.map(({ kenmerk }) => kenmerk)).toEqual([1, 2].map((v) => `${melding.nummer}_000${v}_melder`))
    expect((await list(melding.nummer)).map(([versie]) => versie)).toEqual([1, 2])
  })

  test('is not told to who was merged into it later', async () => {
    const { stores, connection, now, clock, consume, list } = await open()
    const [hoofd, deel] = [begin(1), begin(2)]
    const busy = next(hoofd, { status: 'in-behandeling' }, 1)
    const paar = mergeMeldingen(deel, busy, { op: instant(2), door: 'Noor' })
    await stores.meldingen.add(hoofd, contact)
    await stores.meldingen.add(deel, { email: 'deel@voorbeeld.nl' })
    await stores.meldingen.replace(busy)
    await stores.meldingen.replaceBoth(paar.deel, paar.hoofd)
    await consume(added(hoofd), toStreamRecord(hoofd, busy), toStreamRecord(busy, paar.hoofd))
    await consume(added(deel), toStreamRecord(deel, paar.deel))
    const told = await list(hoofd.nummer)
    clock.millis += hours(5) * minute
    expect(await addMissingPost({ connection, now })).toBe(0)
    expect(await list(hoofd.nummer)).toEqual(told)
  })

  test.each([
    ['the last hours, which the stream may still bring', 1],
    ['more than a week ago', 8 * 24],
  ])('in %s is left alone', async (_name, passed) => {
    const { connection, now, clock } = await lost()
    clock.millis += hours(passed) * minute
    expect(await addMissingPost({ connection, now })).toBe(0)
  })
})

describe('a mail that comes back', () => {
  const terugkeer = (melding: MeldingRecord) => ({
    sleutel: { nummer: melding.nummer, versie: 1, ontvanger: 'melder' },
    uitleg: 'Het e-mailadres bestaat niet, of neemt geen mail van ons aan.',
  })

  test('is seen at the mail, and in the list of staff without opening it', async () => {
    const { melding, stores, send, now } = await openReady()
    await send()
    for (let n = 0; n < 2; n++) await markTeruggekomen(terugkeer(melding), stores.berichten, now())
    const [bericht] = await stores.berichten.list(melding.nummer)
    expect(bericht).toMatchObject({ staat: 'teruggekomen', uitleg: terugkeer(melding).uitleg })
    const { rijen } = await stores.meldingen.list({ kernen: ['schoorl'], limiet: 10 })
    expect(rijen.map(({ postMislukt, versie }) => [postMislukt, versie])).toEqual([[true, 1]])
  })

  test('before it was written down as sent stays what came back', async () => {
    const { melding, stores, send, now, list } = await openReady()
    const { settle } = stores.berichten
    await send({
      berichten: {
        ...stores.berichten,
        async settle(...all) {
          await markTeruggekomen(terugkeer(melding), stores.berichten, now())
          await settle(...all)
        },
      },
    })
    expect(await list(melding.nummer)).toEqual([[1, 'melder', 'teruggekomen']])
  })

  test('stays marked through the next changes, also when a later mail arrives', async () => {
    const { melding, stores, send, consume, now } = await openReady()
    await send()
    await markTeruggekomen(terugkeer(melding), stores.berichten, now())
    const busy = next(melding, { status: 'in-behandeling' })
    await stores.meldingen.replace(busy)
    await consume(toStreamRecord(melding, busy))
    expect((await send()).verzonden).toBe(1)
    expect((await stores.meldingen.find(melding.nummer))?.postMislukt).toBe(true)
  })

  test('about a melding that is not there changes nothing', async () => {
    const { stores, now } = await open()
    await markTeruggekomen(terugkeer(begin(9)), stores.berichten, now())
    expect(await stores.meldingen.find(begin(9).nummer)).toBeUndefined()
    expect(await stores.berichten.list(begin(9).nummer)).toEqual([])
  })
})

describe('an address that nobody confirmed', () => {
  test('gets ten receipts an hour and thirty a day, and the rest is kept for staff to send', async () => {
    const { stores, consume, send, sent, clock, connection } = await open()
    const make = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) =>
        makeMelding(from + n, { geregistreerdOp: new Date(clock.millis).toISOString() }),
      )
    const take = async (some: MeldingRecord[], email = 'zoe@voorbeeld.nl') => {
      for (const melding of some) await stores.meldingen.add(melding, { email })
      await consume(...some.map(added))
      return send()
    }
    const [first = begin(), ...more] = make(0, 14)
    expect((await take([first])).verzonden).toBe(1)
    for (const melding of more.slice(0, 9)) await take([melding], 'ZOE@voorbeeld.nl')
    expect(await take(more.slice(9))).toEqual({ verzonden: 0, mislukt: 4, uitgesteld: 0 })
    const [kept] = await stores.berichten.list(more[9]!.nummer)
    expect([kept?.staat, kept?.uitleg]).toEqual([
      'mislukt',
      'Er gingen te veel mails naar dit adres, dus deze is niet verstuurd.',
    ])
    expect((await stores.meldingen.find(more[9]!.nummer))?.postMislukt).toBe(true)
    expect((await take(make(14, 1), 'piet@voorbeeld.nl')).verzonden).toBe(1)

    clock.millis += 60 * minute
    expect(await stores.berichten.requeue(new Date(clock.millis).toISOString())).toBe(4)
    expect((await send()).verzonden).toBe(4)
    expect((await take(make(20, 6))).verzonden).toBe(6)
    clock.millis += 60 * minute
    expect((await take(make(30, 10))).verzonden).toBe(10)
    clock.millis += 60 * minute
    expect((await take(make(40, 1))).mislukt).toBe(1)
    clock.millis += 24 * 60 * minute
    expect((await take(make(41, 1))).verzonden).toBe(1)
    expect(sent).toHaveLength(32)
    const items = []
    for await (const page of scanPages(connection, ['pk', 'sk'])) items.push(...page)
    const counts = items.filter(({ pk }) => String(pk).startsWith('budget#'))
    expect(counts.length).toBeGreaterThan(0)
    expect(JSON.stringify(counts)).not.toContain('voorbeeld')
  })
})

/** As the reporter does it with the volglink. */
const eraseContact = async (stores: Stores, melding: MeldingRecord): Promise<MeldingRecord> => {
  const omgeving = { heeftContact: true, aantalVolgers: 0 }
  const erased = reactOn(melding, { soort: 'contact-wissen' }, { op: instant(1) }, omgeving, bergen)
  const line = { nummer: melding.nummer, wat: ['contact' as const], grond: 'Verzoek', datum: '2026-11-23' }
  expect(await stores.vernietigingen.erase(erased, line, [])).toBe('gewist')
  return erased
}

describe('who erased the address', () => {
  test('gets no mail that was ready already, and nobody has to look', async () => {
    const { melding, stores, send, sent, list } = await openReady()
    await eraseContact(stores, melding)
    expect(await send()).toEqual({ verzonden: 0, mislukt: 1, uitgesteld: 0 })
    expect(sent).toEqual([])
    expect(await list(melding.nummer)).toEqual([[1, 'melder', 'mislukt']])
    expect((await stores.meldingen.find(melding.nummer))?.postMislukt).toBeUndefined()
    expect(await stores.berichten.requeue(instant(0))).toBe(0)
  })

  test('gets none of later changes, and a follower who stopped neither', async () => {
    const { melding, stores, consume, list } = await openReady()
    await stores.meldingen.addVolger(melding.nummer, volgerOf(1))
    const erased = await eraseContact(stores, melding)
    await stores.meldingen.eraseVolger(melding.nummer, 'volger1')
    const busy = next(erased, { status: 'in-behandeling' })
    await stores.meldingen.replace(busy)
    await consume(toStreamRecord(melding, erased), toStreamRecord(erased, busy))
    expect((await list(melding.nummer)).map(([versie]) => versie)).toEqual([1])
  })
})

test('all that failed is ready again, also behind a whole page that the index still names', async () => {
  const { stores, connection } = await engine.makeTable()
  const mails = Array.from({ length: 120 }, (_, n) => ({
    ...{ nummer: begin(n).nummer, versie: 1, ontvanger: 'melder' },
    ...({ soort: 'ontvangen', aan: 'melder', onderwerp: 'Wij hebben uw melding' } as const),
  }))
  const failed = { staat: 'mislukt', uitleg: 'Weg.', naTeSturen: true } as const
  await Promise.all(mails.map((mail) => stores.berichten.add(mail, instant(0))))
  await Promise.all(mails.map((mail) => stores.berichten.settle(mail, failed, instant(1))))
  const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<unknown>
  let pages = 0
  const client = Object.assign(Object.create(connection.client), {
    send: async (command: unknown) => {
      const answer = await send(command)
      // Between the index and the table, every row of the first page changed.
      if (command instanceof QueryCommand && ++pages === 1)
        for (const mail of mails.slice(0, 100))
          await stores.berichten.markTeruggekomen(mail, 'Onbekend.', instant(2))
      return answer
    },
  })
  expect(await createBerichtStore({ ...connection, client }).requeue(instant(3))).toBe(20)
  expect(await stores.berichten.listKlaar(instant(4), 500)).toHaveLength(20)
  expect(await stores.berichten.requeue(instant(5))).toBe(0)
})

test('no address is kept with a mail', async () => {
  const { connection, melding, send } = await openReady()
  await send()
  const { queryPartition } = await import('../../functions/store/connection.ts')
  const items = await queryPartition(connection, `melding#${melding.nummer}`, 'bericht#')
  expect(items).toHaveLength(1)
  expect(JSON.stringify(items)).not.toContain('@')
})
