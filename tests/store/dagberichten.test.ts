import { expect, test } from 'vitest'
import { createDagberichtStore } from '../../functions/store/dagberichten.ts'
import { useEngine } from '../support/engine.ts'

const engine = useEngine()
const [dag, team] = ['2026-11-23', 'Wegen']
const at = (minutes: number) => new Date(Date.parse('2026-11-23T06:00:00Z') + minutes * 60_000).toISOString()

test('the mail of a day is for one of ten who ask at once, and for nobody once it was sent', async () => {
  const store = createDagberichtStore((await engine.makeTable()).connection)
  const ask = (n: number, minutes = 0) => store.take(dag, team, `run ${n}`, at(minutes), at(minutes + 2))
  const taken = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(n)))
  expect(taken.filter(Boolean)).toHaveLength(1)
  await store.settle(dag, team, `run ${taken.indexOf(true)}`, true, at(0))
  expect(await ask(11, 60)).toBe(false)
  expect(await store.take(dag, 'Verkeer', 'run 12', at(0), at(2))).toBe(true)
  expect(await store.take('2026-11-24', team, 'run 13', at(0), at(2))).toBe(true)
})

test('who was killed holds it two minutes, and who failed not at all', async () => {
  const store = createDagberichtStore((await engine.makeTable()).connection)
  const ask = (eigenaar: string, minutes: number) =>
    store.take(dag, team, eigenaar, at(minutes), at(minutes + 2))
  expect(await ask('killed', 0)).toBe(true)
  expect(await ask('other', 1)).toBe(false)
  expect(await ask('other', 3)).toBe(true)
  await store.settle(dag, team, 'killed', true, at(3))
  await store.settle(dag, team, 'other', false, at(3))
  expect(await ask('third', 4)).toBe(true)
})
