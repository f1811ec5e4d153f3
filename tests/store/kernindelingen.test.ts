import { describe, expect, test } from 'vitest'
import type { KernindelingRecord } from '../../functions/domain/kernindeling/ports.ts'
import { findGebouwd } from '../../functions/store/kernindelingen.ts'
import { openKernIndex } from '../../geodata/kernIndex.ts'
import { useEngine } from '../support/engine.ts'
import { indelingen, makeRecord, withoutWelberg } from '../support/ontwerpen.ts'

const engine = useEngine()
const draft = (): Omit<KernindelingRecord, 'versie'> => {
  const { versie: _versie, ...rest } = makeRecord(withoutWelberg())
  return rest
}
const gebouwd = await indelingen.build(withoutWelberg())
const adopted = (overrides: Partial<KernindelingRecord>): KernindelingRecord =>
  makeRecord({ ...withoutWelberg(), status: 'vastgesteld', rev: 2, ...overrides })

describe('versions of the kernindeling', () => {
  test('are numbered after that of the file, whoever adds one at the same time', async () => {
    const { stores } = await engine.makeTable()
    const versions = await Promise.all(
      ['Sanne', 'Wim', 'Noor'].map((gewijzigdDoor) =>
        stores.kernindelingen.append({ ...draft(), gewijzigdDoor }),
      ),
    )
    expect(versions.map(({ versie }) => versie).sort()).toEqual([2, 3, 4])
    const again = { ...draft(), sleutel: 'een' }
    await stores.kernindelingen.append(again)
    expect(await stores.kernindelingen.append(again)).toMatchObject({ soort: 'bestaat', versie: 5 })
    expect((await stores.kernindelingen.list()).map(({ versie }) => versie)).toEqual([2, 3, 4, 5])
  })

  test('change by revision: of two at once one is told who was first', async () => {
    const { stores } = await engine.makeTable()
    await stores.kernindelingen.append(draft())
    const change = (gewijzigdDoor: string) =>
      stores.kernindelingen.replace(makeRecord({ rev: 2, gewijzigdDoor }))
    const outcomes = await Promise.all([change('Sanne'), change('Wim')])
    expect(outcomes.map(({ soort }) => soort).sort()).toEqual(['bewaard', 'verouderd'])
    const lost = outcomes.find(({ soort }) => soort === 'verouderd')
    const [stored] = await stores.kernindelingen.list()
    expect(lost).toMatchObject({ aanwezig: stored })
  })

  test('are adopted with their outlines, once, and never change after that', async () => {
    const { stores, connection } = await engine.makeTable()
    await stores.kernindelingen.append(draft())
    expect(await stores.kernindelingen.findGebouwd(2)).toBeUndefined()
    expect(await stores.kernindelingen.adopt(adopted({}), gebouwd)).toBe('vastgesteld')
    expect(await stores.kernindelingen.adopt(adopted({ gewijzigdDoor: 'Wim' }), gebouwd)).toBe('verouderd')
    expect((await stores.kernindelingen.replace(makeRecord({ rev: 3 }))).soort).toBe('verouderd')
    const read = await findGebouwd(connection, 2)
    expect(read).toEqual(gebouwd)
    const place = steenbergenPlace
    expect(openKernIndex(read!.index).find(...place)).toBe(openKernIndex(gebouwd.index).find(...place))
    expect(await stores.kernindelingen.findHertoewijzing(2)).toMatchObject({ status: 'wacht', totaal: 0 })
  })

  test('have a day each: the second for the same day is refused and stays a proposal', async () => {
    const { stores } = await engine.makeTable()
    await stores.kernindelingen.append(draft())
    await stores.kernindelingen.append(draft())
    const outcomes = await Promise.all(
      [2, 3].map((versie) => stores.kernindelingen.adopt(adopted({ versie }), gebouwd)),
    )
    expect(outcomes.sort()).toEqual(['datum-bezet', 'vastgesteld'])
    const stored = await stores.kernindelingen.list()
    expect(stored.map(({ status }) => status).sort()).toEqual(['concept', 'vastgesteld'])
  })

  test('keep outlines of any size, in pieces that fit an item', async () => {
    const { stores } = await engine.makeTable()
    await stores.kernindelingen.append(draft())
    let state = 1
    const noise = Uint8Array.from({ length: 1_000_000 }, () => {
      state = (state * 48_271) % 2_147_483_647
      return state & 255
    })
    const large = { ...gebouwd, index: noise }
    await stores.kernindelingen.adopt(adopted({}), large)
    expect(await stores.kernindelingen.findGebouwd(2)).toEqual(large)
  })
})

const steenbergenPlace: [number, number] = [4.31, 51.585]
