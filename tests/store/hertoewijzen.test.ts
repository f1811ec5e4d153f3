import { describe, expect, test } from 'vitest'
import { toDag } from '../../functions/domain/dag.ts'
import type { KernVanPlaats } from '../../functions/domain/kernindeling/ports.ts'
import type { InitiatiefRecord, MeldingRecord, Telling } from '../../functions/domain/ports.ts'
import { rebuildActiviteit } from '../../functions/jobs/herbouw.ts'
import { type HertoewijzingSettings, hertoewijzen } from '../../functions/jobs/hertoewijzen.ts'
import { addMeldingen } from '../../functions/store/bulk.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createStores } from '../../functions/store/stores.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { openKernIndex } from '../../geodata/kernIndex.ts'
import { createIndelingen, kernVanPlaats } from '../../geodata/kernindeling/indelingen.ts'
import { cursorKey, type Table, useEngine } from '../support/engine.ts'
import { indelingen as drawing, makeRecord, steenbergen, withoutWelberg } from '../support/ontwerpen.ts'
import { changeMelding, makeInitiatief, makeMelding } from '../support/records.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const start = Date.parse('2026-12-01T08:00:00Z')
const gebouwd = await drawing.build(withoutWelberg())
const nu: KernVanPlaats = kernVanPlaats(openKernIndex(gebouwd.index))
const toen: KernVanPlaats = kernVanPlaats(steenbergen.kernIndex)
const isOpenbaar = () => true
const kernen = steenbergen.kernen.map(({ code }) => code)

/** Spread over Welberg and Steenbergen. */
const placeOf = (n: number): [number, number] => [4.324 + (n % 17) * 0.0008, 51.574 + (n % 13) * 0.0007]
const melding = (n: number): MeldingRecord => {
  const positie = placeOf(n)
  const made = makeMelding(n, { positie, kern: toen(positie).kern })
  return n % 5 === 0 ? changeMelding(made, { status: 'gesloten', reden: 'opgelost' }) : made
}
const initiatief = (n: number): InitiatiefRecord =>
  makeInitiatief(n, { positie: placeOf(n), kern: toen(placeOf(n)).kern })

type Wereld = Table & { meldingen: MeldingRecord[]; initiatieven: InitiatiefRecord[] }

/** Meldingen under version 1, and version 2 without Welberg adopted. */
const makeWereld = async (count: number): Promise<Wereld> => {
  const table = await engine.makeTable()
  const meldingen = Array.from({ length: count }, (_, n) => melding(n))
  const initiatieven = Array.from({ length: 7 }, (_, n) => initiatief(n))
  for (let n = 0; n < count; n += 100)
    await addMeldingen(table.connection, meldingen.slice(n, n + 100), '2026-11-01T00:00:00.000Z')
  for (const each of initiatieven) await table.stores.initiatieven.add(each)
  const { versie: _versie, ...draft } = makeRecord(withoutWelberg())
  await table.stores.kernindelingen.append(draft)
  const cijfers = gebouwd.kernen.map(({ code, naam, inwoners }) => ({ code, naam, inwoners }))
  const record = makeRecord({ ...withoutWelberg(), status: 'vastgesteld', rev: 2, cijfers })
  expect(await table.stores.kernindelingen.adopt(record, gebouwd)).toBe('vastgesteld')
  return { ...table, meldingen, initiatieven }
}

/** Each run is a process of its own, minutes after the one before: a right it held has run out. */
const run = (connection: Connection, round: number, more: Partial<HertoewijzingSettings> = {}) => {
  let tick = start + round * 200_000
  const now = () => {
    tick += 10
    return new Date(tick)
  }
  const stores = createStores(connection.client, connection.tableName, { cursorKey, now })
  const indelingen = createIndelingen({ gemeente: steenbergen, store: stores.kernindelingen, now })
  const pause = async () => {}
  return hertoewijzen({
    ...{ connection, stores, indelingen, now, pause, isOpenbaar },
    eigenaar: `run-${round}`,
    settleMillis: 0,
    ...more,
  })
}

const isWrite = /^(Put|Update|TransactWrite)/

/** A client that dies at its `at`-th write: before it, or after the table has it. */
const dying = ({ connection }: Table, at: number, after: boolean): Connection => {
  let count = 0
  const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<unknown>
  const client = Object.assign(Object.create(connection.client), {
    send: async (command: object) => {
      if (!isWrite.test(command.constructor.name)) return send(command)
      const dead = ++count >= at
      if (dead && !after) throw new Error('killed')
      const answer = await send(command)
      if (dead) throw new Error('killed')
      return answer
    },
  })
  return { ...connection, client }
}

const tally = (keys: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const key of keys.toSorted()) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
const byKern = (tellingen: readonly Telling[] | undefined) => {
  const counts: Record<string, number> = {}
  for (const { kern, maand, soort, status, aantal } of tellingen ?? []) {
    const key = [kern, maand, soort, status].join()
    counts[key] = (counts[key] ?? 0) + aantal
  }
  return counts
}
const keyOf = (kern: string, { geregistreerdOp, status }: MeldingRecord | InitiatiefRecord, soort: string) =>
  [kern, toDag(geregistreerdOp).slice(0, 7), soort, status].join()

/** Everything is as it should be, however often the work was cut off. */
const expectDone = async ({ stores, meldingen, initiatieven }: Wereld) => {
  let moved = 0
  const stored: MeldingRecord[] = []
  for (const before of meldingen) {
    const now = (await stores.meldingen.find(before.nummer))!
    stored.push(now)
    const kern = nu(before.positie).kern
    if (before.status === 'gesloten' || kern === before.kern) expect(now).toEqual(before)
    else {
      moved++
      expect(now).toMatchObject({ kern, versie: before.versie + 1, status: before.status })
      expect(now.geschiedenis).toHaveLength(before.geschiedenis.length + 1)
      expect(now.geschiedenis.at(-1)).toMatchObject({
        status: before.status,
        toelichting: 'Kern gewijzigd van Welberg naar Steenbergen door kernindeling versie 2.',
        door: 'Kernpunt',
      })
    }
  }
  const plans: InitiatiefRecord[] = []
  for (const before of initiatieven) plans.push((await stores.initiatieven.find(before.nummer))!)
  expect(plans.map(({ kern }) => kern)).toEqual(initiatieven.map(({ positie }) => nu(positie).kern))
  for (const [n, plan] of plans.entries())
    expect(plan.kernwijzigingen?.map(({ toelichting }) => toelichting)).toEqual(
      plan.kern === initiatieven[n]!.kern
        ? undefined
        : ['Kern gewijzigd van Welberg naar Steenbergen door kernindeling versie 2.'],
    )
  // A list has the line too: it stands on the screen.
  const { rijen } = await stores.initiatieven.list({ kernen: ['steenbergen'], limiet: 100 })
  expect(rijen.some(({ kernwijzigingen }) => kernwijzigingen)).toBe(
    plans.some(({ kernwijzigingen }) => kernwijzigingen),
  )
  const open = meldingen.filter(({ status }) => status !== 'gesloten').length
  expect(await stores.kernindelingen.findHertoewijzing(2)).toMatchObject({
    status: 'klaar',
    totaal: open + initiatieven.length,
    bekeken: open + initiatieven.length,
    meldingenAnders: moved,
    initiatievenAnders: plans.filter(({ kern }, n) => kern !== initiatieven[n]!.kern).length,
  })
  const counted = byKern(await stores.activiteit.listTellingen({}))
  const countedNu = byKern(await stores.activiteit.listTellingenNu({}, 2))
  expect(counted).toEqual(
    tally([
      ...stored.map((each) => keyOf(each.kern, each, 'melding')),
      ...plans.map((each) => keyOf(each.kern, each, 'initiatief')),
    ]),
  )
  expect(countedNu).toEqual(
    tally([
      ...stored.map((each) => keyOf(nu(each.positie).kern, each, 'melding')),
      ...plans.map((each) => keyOf(nu(each.positie).kern, each, 'initiatief')),
    ]),
  )
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0)
  expect(sum(countedNu)).toBe(sum(counted))
  expect(moved).toBeGreaterThan(10)
}

describe('a new kernindeling', () => {
  test('gives what is open its kern, leaves what is closed, and counts then and now', async () => {
    const wereld = await makeWereld(230)
    expect(await wereld.stores.activiteit.listTellingenNu({}, 2)).toBeUndefined()
    await run(wereld.connection, 0)
    await expectDone(wereld)
    expect(await run(wereld.connection, 1)).toBeUndefined()
    const closed = wereld.meldingen.filter(({ status, kern }) => status === 'gesloten' && kern === 'welberg')
    expect(closed.length).toBeGreaterThan(3)
    const tellingen = await wereld.stores.activiteit.listTellingen({})
    expect(
      tellingen.filter(({ kern }) => kern === 'welberg').reduce((total, { aantal }) => total + aantal, 0),
    ).toBe(closed.length)
  })

  test.each(['before', 'after'])(
    'is complete once when each run is killed %s one more write',
    async (when) => {
      const wereld = await makeWereld(110)
      let killed = 0
      for (let writes = 1; writes < 200; writes++) {
        try {
          const done = await run(dying(wereld, writes, when === 'after'), writes)
          if (done?.status === 'klaar' || done === undefined) break
        } catch (error) {
          expect(String(error)).toContain('killed')
          killed++
        }
      }
      expect(killed).toBeGreaterThan(10)
      await expectDone(wereld)
    },
  )

  test('is complete once when two do it at the same time', async () => {
    const wereld = await makeWereld(200)
    const outcomes = await Promise.allSettled([
      run(wereld.connection, 1),
      run(wereld.connection, 1, { eigenaar: 'ander' }),
    ])
    // One of them may find the counts being rebuilt by the other, and comes back later.
    if (outcomes.some(({ status }) => status === 'rejected')) await run(wereld.connection, 3)
    await expectDone(wereld)
  })

  test('follows a melding that is closed or changed while it works', async () => {
    const wereld = await makeWereld(40)
    const { stores, meldingen } = wereld
    const inWelberg = meldingen.filter(({ status, kern }) => status !== 'gesloten' && kern === 'welberg')
    const [closing, changing] = inWelberg as [MeldingRecord, MeldingRecord]
    let done = false
    const send = wereld.connection.client.send.bind(wereld.connection.client) as (
      command: unknown,
    ) => Promise<unknown>
    const client = Object.assign(Object.create(wereld.connection.client), {
      async send(command: object) {
        const moves =
          command.constructor.name === 'TransactWriteItemsCommand' &&
          JSON.stringify(command).includes(closing.nummer)
        if (moves && !done) {
          done = true
          await stores.meldingen.replace(changeMelding(closing, { status: 'gesloten', reden: 'opgelost' }))
          await stores.meldingen.replace(changeMelding(changing, { status: 'in-behandeling' }))
        }
        return send(command)
      },
    })
    await run({ ...wereld.connection, client }, 0)
    expect(done).toBe(true)
    expect(await stores.meldingen.find(closing.nummer)).toMatchObject({
      kern: 'welberg',
      versie: 2,
      status: 'gesloten',
    })
    const changed = await stores.meldingen.find(changing.nummer)
    expect(changed).toMatchObject({ kern: 'steenbergen', versie: 3, status: 'in-behandeling' })
    expect(changed?.geschiedenis.map(({ status }) => status)).toEqual([
      'ontvangen',
      'in-behandeling',
      'in-behandeling',
    ])
    expect(await stores.kernindelingen.findHertoewijzing(2)).toMatchObject({
      meldingenAnders: inWelberg.length - 1,
    })
  })

  test('waits for its day, and then for who still uses the one before', async () => {
    const wereld = await makeWereld(10)
    const yesterday = await run(wereld.connection, -432)
    expect(yesterday).toBeUndefined()
    const waited: number[] = []
    const pause = async (millis: number) => waited.push(millis)
    // Midnight in Amsterdam is 23:00 the day before in UTC; this run begins a second later.
    const now = () => new Date('2026-11-30T23:00:01.000Z')
    await run(wereld.connection, 0, { now, pause, settleMillis: 30_000 })
    expect(waited).toEqual([29_000])
  })
})

describe('the counts of today', () => {
  const depsOf = (table: Table) => ({
    isOpenbaar,
    connection: table.connection,
    bewaartermijnOf: () => 365,
    now: () => new Date(start),
  })
  const welberg = makeMelding(900, { positie: [4.33, 51.578], kern: 'welberg' })

  test('follow the stream by the place of each melding, whatever kern it was given', async () => {
    const wereld = await makeWereld(20)
    await run(wereld.connection, 0)
    const before = byKern(await wereld.stores.activiteit.listTellingenNu({}, 2))
    const seconds = start / 1000 + 3600
    const opened = { ...welberg, kern: 'steenbergen' }
    const closed = changeMelding(opened, { status: 'gesloten', reden: 'opgelost' })
    const records = [toStreamRecord(undefined, opened, seconds), toStreamRecord(opened, closed, seconds)]
    await consumeChanges(records, depsOf(wereld))
    await consumeChanges(records, depsOf(wereld))
    const after = byKern(await wereld.stores.activiteit.listTellingenNu({}, 2))
    const key = keyOf('steenbergen', closed, 'melding')
    expect(after).toEqual({ ...before, [key]: (before[key] ?? 0) + 1 })
  })

  test('are those of the first division until there is a second', async () => {
    const table = await engine.makeTable()
    await consumeChanges([toStreamRecord(undefined, welberg)], depsOf(table))
    expect(byKern(await table.stores.activiteit.listTellingenNu({}, 1))).toEqual(
      byKern(await table.stores.activiteit.listTellingen({})),
    )
    await rebuildActiviteit({
      connection: table.connection,
      ...{ kernen, isOpenbaar },
      eigenaar: 'x',
      now: () => new Date(start),
    })
    expect(await table.stores.activiteit.listTellingenNu({}, 2)).toBeUndefined()
  })
})
