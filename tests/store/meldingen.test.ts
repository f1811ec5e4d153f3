import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { getItem } from '../../functions/store/connection.ts'
import { meldingKey } from '../../functions/store/keys.ts'
import { createStores } from '../../functions/store/stores.ts'
import { cursorKey, testNow, useEngine } from '../support/engine.ts'
import { changeMelding, makeMelding } from '../support/records.ts'

const engine = useEngine()

describe('the store of meldingen', () => {
  test('gives back what was added, with everything that can be absent absent', async () => {
    const { stores } = await engine.makeTable()
    const melding = makeMelding(1, { sleutel: 'a', inhoud: 'b', omschrijving: 'Eén\nregel\ttab €' })
    expect(await stores.meldingen.add(melding)).toEqual({ soort: 'nieuw' })
    expect(await stores.meldingen.find(melding.nummer)).toStrictEqual(melding)
    expect(await stores.meldingen.find('M-0000-0000')).toBeUndefined()
  })

  test('never overwrites: the second with the same number gets the first', async () => {
    const { stores } = await engine.makeTable()
    const first = makeMelding(1)
    await stores.meldingen.add(first)
    const second = makeMelding(1, { omschrijving: 'Iets anders', volgcode: 'anders' })
    const withContact = await stores.meldingen.add(second, { naam: 'J. Voorbeeld' })
    expect(await stores.meldingen.add(second)).toEqual({ soort: 'bestaat', aanwezig: first })
    expect(withContact).toEqual({ soort: 'bestaat', aanwezig: first })
    expect(await stores.meldingen.listContactvelden(first.nummer)).toEqual([])
  })

  test('of fifty at once with one number exactly one is new', async () => {
    const { stores } = await engine.makeTable()
    const attempts = Array.from({ length: 50 }, (_, i) => makeMelding(1, { volgcode: `poging-${i}` }))
    const outcomes = await Promise.all(attempts.map((melding) => stores.meldingen.add(melding)))
    expect(outcomes.filter(({ soort }) => soort === 'nieuw')).toHaveLength(1)
    const stored = await stores.meldingen.find(makeMelding(1).nummer)
    for (const outcome of outcomes)
      if (outcome.soort === 'bestaat') expect(outcome.aanwezig).toStrictEqual(stored)
  })

  test('recognises its own write when the answer was lost on the way', async () => {
    const { connection } = await engine.makeTable()
    const client = loseFirstAnswer(connection.client)
    const stores = createStores(client, connection.tableName, { cursorKey, now: () => testNow })
    expect(await stores.meldingen.add(makeMelding(1))).toEqual({ soort: 'nieuw' })
    const changed = changeMelding(makeMelding(1), { status: 'gesloten', reden: 'opgelost' })
    expect(await stores.meldingen.replace(changed)).toEqual({ soort: 'bewaard' })
  })

  test('keeps contact data apart, and tells only which fields there are', async () => {
    const { stores, connection } = await engine.makeTable()
    const melding = makeMelding(1)
    await stores.meldingen.add(melding, { email: 'bewoner@voorbeeld.nl', naam: 'J. Voorbeeld' })
    expect(await stores.meldingen.listContactvelden(melding.nummer)).toEqual(['naam', 'email'])
    expect(JSON.stringify(await getItem(connection, meldingKey(melding.nummer)))).not.toContain(
      'voorbeeld.nl',
    )
  })

  test('tries again when another transaction was at the same melding', async () => {
    const { connection } = await engine.makeTable()
    let conflicts = 2
    const send = connection.client.send.bind(connection.client) as Send
    const busy = async (command: never) => {
      if (conflicts-- <= 0) return send(command)
      const CancellationReasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }]
      throw new TransactionCanceledException({ message: 'busy', $metadata: {}, CancellationReasons })
    }
    const client = Object.assign(Object.create(connection.client), { send: busy })
    const stores = createStores(client, connection.tableName, { cursorKey, now: () => testNow })
    expect(await stores.meldingen.add(makeMelding(1), { naam: 'J. Voorbeeld' })).toEqual({ soort: 'nieuw' })
    expect(conflicts).toBeLessThan(0)
  })

  test('writes melding and contact together or not at all', async () => {
    const { stores, connection } = await engine.makeTable()
    const client = failOn(connection.client, TransactWriteItemsCommand)
    const broken = createStores(client, connection.tableName, { cursorKey, now: () => testNow })
    await expect(broken.meldingen.add(makeMelding(1), { naam: 'J. Voorbeeld' })).rejects.toThrow('gone')
    expect(await stores.meldingen.find(makeMelding(1).nummer)).toBeUndefined()
  })
})

describe('a change of status', () => {
  test('replaces the version it was based on, and takes away what went', async () => {
    const { stores } = await engine.makeTable()
    const first = makeMelding(1)
    await stores.meldingen.add(first)
    const planned = changeMelding(first, { status: 'gepland', geplandeDatum: '2026-02-01' })
    expect(await stores.meldingen.replace(planned)).toEqual({ soort: 'bewaard' })
    const { geplandeDatum: _gone, ...rest } = planned
    const closed = changeMelding(rest, { status: 'gesloten', reden: 'opgelost' })
    expect(await stores.meldingen.replace(closed)).toEqual({ soort: 'bewaard' })
    expect(await stores.meldingen.find(first.nummer)).toStrictEqual(closed)
  })

  test('by a second writer is refused with what the first made of it', async () => {
    const { stores } = await engine.makeTable()
    const first = makeMelding(1)
    await stores.meldingen.add(first)
    const mine = changeMelding(first, { status: 'gepland', geplandeDatum: '2026-02-01' })
    await stores.meldingen.replace(mine)
    const theirs = changeMelding(first, { status: 'gesloten', reden: 'dubbel' })
    expect(await stores.meldingen.replace(theirs)).toEqual({ soort: 'verouderd', aanwezig: mine })
  })

  test('of twenty at once on one version exactly one is stored', async () => {
    const { stores } = await engine.makeTable()
    const first = makeMelding(1)
    await stores.meldingen.add(first)
    const changes = Array.from({ length: 20 }, (_, i) =>
      changeMelding(first, { status: 'gepland', geplandeDatum: `2026-02-${String(i + 1).padStart(2, '0')}` }),
    )
    const outcomes = await Promise.all(changes.map((change) => stores.meldingen.replace(change)))
    expect(outcomes.filter(({ soort }) => soort === 'bewaard')).toHaveLength(1)
  })

  test('leaves contact data where it is', async () => {
    const { stores } = await engine.makeTable()
    const first = makeMelding(1)
    await stores.meldingen.add(first, { naam: 'J. Voorbeeld' })
    await stores.meldingen.replace(changeMelding(first, { status: 'gesloten', reden: 'opgelost' }))
    expect(await stores.meldingen.listContactvelden(first.nummer)).toEqual(['naam'])
  })
})

type Client = Awaited<ReturnType<typeof engine.makeTable>>['connection']['client']
type Send = (command: never) => Promise<unknown>

/** The first attempt of each command is done, then the connection breaks and the caller's retry comes. */
function loseFirstAnswer(client: Client): Client {
  const send = client.send.bind(client) as Send
  const twice = async (command: never) => {
    await send(command)
    return send(command)
  }
  return Object.assign(Object.create(client), { send: twice })
}

function failOn(client: Client, kind: new (...args: never[]) => unknown): Client {
  const send = client.send.bind(client) as Send
  const failing = async (command: never) => {
    if ((command as unknown) instanceof kind) throw new Error('gone')
    return send(command)
  }
  return Object.assign(Object.create(client), { send: failing })
}
