/** Counts of senders and used proofs on the real engine. */
import { describe, expect, test } from 'vitest'
import { getItem } from '../../functions/store/connection.ts'
import { bewijsKey, budgetKey } from '../../functions/store/keys.ts'
import { table as definition } from '../../functions/store/table.ts'
import { useEngine } from '../support/engine.ts'

const engine = useEngine()
const uur = '2026-11-22T12'

describe('the count of a sender', () => {
  test('is by hour, and exact however many come at once', async () => {
    const { budgetten } = (await engine.makeTable()).stores
    expect(await budgetten.list(['a', 'b'], uur)).toEqual([0, 0])
    await Promise.all(Array.from({ length: 100 }, (_, i) => budgetten.add(i % 4 ? ['a'] : ['a', 'b'], uur)))
    expect(await budgetten.list(['a', 'b', 'c'], uur)).toEqual([100, 25, 0])
    expect(await budgetten.list(['a'], '2026-11-22T13')).toEqual([0])
    expect(await budgetten.list([], uur)).toEqual([])
    await budgetten.add([], uur)
  })

  test('is gone two hours after the beginning of its hour, and holds nothing but a number', async () => {
    const { stores, connection } = await engine.makeTable()
    await stores.budgetten.add(['a'], uur)
    expect(await getItem(connection, budgetKey('a', uur))).toEqual({
      ...budgetKey('a', uur),
      aantal: 1,
      [definition.ttlAttribute]: Date.parse('2026-11-22T14:00:00Z') / 1000,
    })
  })
})

describe('a proof of work', () => {
  const tot = new Date('2026-11-22T12:10:00Z')

  test('is used once, also when many try at once', async () => {
    const { stores, connection } = await engine.makeTable()
    const uses = await Promise.all(
      Array.from({ length: 20 }, (_, i) => stores.budgetten.useOnce('bewijs', tot, `verzoek ${i}`)),
    )
    expect(uses.filter(Boolean)).toHaveLength(1)
    const winner = `verzoek ${uses.indexOf(true)}`
    expect(await stores.budgetten.useOnce('bewijs', tot, winner)).toBe(true)
    const item = await getItem(connection, bewijsKey('bewijs'))
    expect(item?.[definition.ttlAttribute]).toBe(tot.getTime() / 1000)
  })
})
