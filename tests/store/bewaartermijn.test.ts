import { describe, expect, test } from 'vitest'
import { checkBewaartermijnen } from '../../functions/jobs/bewaartermijnen.ts'
import { getItem } from '../../functions/store/connection.ts'
import { contactKey } from '../../functions/store/keys.ts'
import { createStores } from '../../functions/store/stores.ts'
import { table as definition } from '../../functions/store/table.ts'
import { consumeChanges } from '../../functions/streams/consumeChanges.ts'
import { cursorKey, type Table, testNow, useEngine } from '../support/engine.ts'
import { changeMelding, makeMelding } from '../support/records.ts'
import { toStreamRecord } from '../support/streamRecord.ts'

const engine = useEngine()
const bewaartermijnDagen = 30
const closedOp = '2026-03-01T10:00:00.000Z'
const expiry = Date.parse('2026-03-31T10:00:00.000Z') / 1000

const open = makeMelding(1)
const closed = changeMelding(open, { status: 'gesloten', reden: 'opgelost', gewijzigdOp: closedOp })
const reopened = changeMelding(closed, { status: 'in-behandeling' })
const withContact = { heeftContact: true }
const change = (from: typeof open, to: typeof open, extra = withContact) =>
  toStreamRecord(from, to, undefined, extra)

const consume = ({ connection }: Table, ...records: ReturnType<typeof toStreamRecord>[]) =>
  consumeChanges(records, {
    connection,
    bewaartermijnOf: () => bewaartermijnDagen,
    isOpenbaar: () => true,
    now: () => testNow,
  })

const readExpiry = async ({ connection }: Table) =>
  (await getItem(connection, contactKey(open.nummer)))?.[definition.ttlAttribute]

describe('contact data', () => {
  test('gets its expiry when the melding closes, and loses it when it opens again', async () => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(open, { naam: 'J. Voorbeeld' })
    expect(await readExpiry(table)).toBeUndefined()
    await consume(table, change(open, closed))
    expect(await readExpiry(table)).toBe(expiry)
    await consume(table, change(closed, reopened))
    expect(await readExpiry(table)).toBeUndefined()
    expect(await table.stores.meldingen.listContactvelden(open.nummer)).toEqual(['naam'])
  })

  test('does not go by an older change that is delivered again', async () => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(open, { naam: 'J. Voorbeeld' })
    await consume(table, change(open, closed), change(closed, reopened))
    await consume(table, change(open, closed))
    expect(await readExpiry(table)).toBeUndefined()
  })

  test('is not shown after its expiry, though DynamoDB has not deleted it yet', async () => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(open, { naam: 'J. Voorbeeld' })
    await consume(table, change(open, closed))
    const at = async (seconds: number) => {
      const { meldingen } = createStores(table.connection.client, table.connection.tableName, {
        cursorKey,
        now: () => new Date(seconds * 1000),
      })
      return [await meldingen.listContactvelden(open.nummer), await meldingen.findContact(open.nummer)]
    }
    expect(await at(expiry - 1)).toEqual([['naam'], { naam: 'J. Voorbeeld' }])
    expect(await at(expiry)).toEqual([[], undefined])
  })

  test('that was never given is not made by closing', async () => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(open)
    await consume(table, change(open, closed))
    await consume(table, toStreamRecord(open, closed))
    expect(await getItem(table.connection, contactKey(open.nummer))).toBeUndefined()
  })
})

describe('going over the expiry of contact data', () => {
  /** A day on which nothing is over yet. */
  const check = ({ connection, stores }: Table) =>
    checkBewaartermijnen({
      connection,
      stores,
      gemeente: { categorieen: [], bewaartermijnDagen },
      eraseFotos: async () => {},
      now: () => new Date('2026-03-25T12:00:00Z'),
    })
  const add = async (melding: typeof open) => {
    const table = await engine.makeTable()
    await table.stores.meldingen.add(open, { naam: 'J. Voorbeeld' })
    await table.stores.meldingen.add(makeMelding(2))
    if (melding !== open) await table.stores.meldingen.replace(melding)
    return table
  }

  test('sets what the stream missed, counted from the closing and not from a later change', async () => {
    const later = changeMelding(closed, { gewijzigdOp: '2026-03-20T10:00:00.000Z' })
    const table = await add(closed)
    await table.stores.meldingen.replace(later)
    expect(await check(table)).toEqual({ bekeken: 1, hersteld: 1, gewist: 0 })
    expect(await readExpiry(table)).toBe(expiry)
    expect(await check(table)).toEqual({ bekeken: 1, hersteld: 0, gewist: 0 })
  })

  test('counts from the last closing of a melding that was opened again', async () => {
    const again = changeMelding(reopened, { status: 'gesloten', gewijzigdOp: '2026-04-01T10:00:00.000Z' })
    const table = await add(closed)
    await table.stores.meldingen.replace(reopened)
    await table.stores.meldingen.replace(again)
    await check(table)
    expect(await readExpiry(table)).toBe(Date.parse('2026-05-01T10:00:00.000Z') / 1000)
  })

  test('takes it off a melding whose reopening the stream missed', async () => {
    const table = await add(closed)
    await consume(table, change(open, closed))
    await table.stores.meldingen.replace(reopened)
    expect(await check(table)).toEqual({ bekeken: 1, hersteld: 1, gewist: 0 })
    expect(await readExpiry(table)).toBeUndefined()
  })

  test('leaves alone what is right, and a melding that is open', async () => {
    const table = await add(open)
    expect(await check(table)).toEqual({ bekeken: 1, hersteld: 0, gewist: 0 })
    await table.stores.meldingen.replace(closed)
    await consume(table, change(open, closed))
    expect(await check(table)).toEqual({ bekeken: 1, hersteld: 0, gewist: 0 })
    expect(await readExpiry(table)).toBe(expiry)
  })
})
