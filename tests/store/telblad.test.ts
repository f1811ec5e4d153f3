import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromAttributes, toAttributes } from '../../functions/store/attributes.ts'
import { isGezien, markGezien, packGezien, unpackGezien } from '../../functions/store/gezien.ts'
import { fromTelbladItem, type Telblad, toTelbladItem, vakKey } from '../../functions/store/telblad.ts'
import { packNumbers, unpackNumbers } from '../../functions/store/varints.ts'
import { nummerOf } from '../support/records.ts'

const vak = fc.record({
  woord: fc.constantFrom('', 'bomen', 'weg-en-stoep'),
  getal: fc.nat(2 ** 24 - 1),
  dag: fc.integer({ min: 1, max: 31 }),
})
const telblad = (aantallen: Map<string, number>): Telblad => ({
  maatstaf: 'dichtheid',
  kern: 'schoorl',
  maand: '2026-04',
  revisie: 3,
  aantallen,
  gezien: new Map(),
  herbouw: { eigenaar: 'a', vanaf: 1_795_000_000_000, tot: 1_795_000_600_000 },
})

describe('packed numbers', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers)
      }),
      { seed: 20_261_122 },
    )
  })

  test('below 128 take one byte each', () =>
    expect(packNumbers([0, 1, 127])).toEqual(Uint8Array.from([0, 1, 127])))
})

describe('a telblad', () => {
  test('comes back from the table as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(vak, fc.integer({ min: 1, max: 10_000 }))), (counts) => {
        const before = telblad(new Map(counts.map(([place, aantal]) => [vakKey(place), aantal])))
        const after = fromTelbladItem('dichtheid', fromAttributes(toAttributes(toTelbladItem(before))))
        expect(new Map([...after.aantallen].sort())).toEqual(new Map([...before.aantallen].sort()))
        expect({ ...after, aantallen: 0 }).toEqual({ ...before, aantallen: 0 })
      }),
      { seed: 20_261_122 },
    )
  })

  test('has the same bytes in whatever order the counts were made', () => {
    fc.assert(
      fc.property(fc.array(vak), (places) => {
        const forward = telblad(new Map(places.map((place) => [vakKey(place), 2])))
        const backward = telblad(new Map(places.toReversed().map((place) => [vakKey(place), 2])))
        expect(toTelbladItem(forward)).toEqual(toTelbladItem(backward))
      }),
      { seed: 20_261_122 },
    )
  })

  test('of an ordinary month of a kern fits in one write unit', () => {
    const aantallen = new Map<string, number>()
    for (let i = 0; i < 100; i++)
      aantallen.set(
        vakKey({ woord: `categorie-${i % 17}`, getal: i % 4, dag: 1 + ((i * 7) % 31) }),
        1 + (i % 3),
      )
    expect(JSON.stringify(toAttributes(toTelbladItem(telblad(aantallen)))).length).toBeLessThan(4000)
    const { aantallen: bytes } = toTelbladItem(telblad(aantallen))
    expect((bytes as Uint8Array).length).toBeLessThan(400)
  })
})

describe('what a telblad has seen', () => {
  const filled = (count: number, uur: (n: number) => number) => {
    const gezien = new Map()
    for (let n = 0; n < count; n++) markGezien(gezien, nummerOf(n % 2 ? 'M' : 'I', n), 1 + (n % 5), uur(n))
    return gezien
  }

  test('comes back as it was, within a day', () => {
    const gezien = filled(500, (n) => 498_000 + (n % 25))
    expect(new Map([...unpackGezien(packGezien(gezien))].sort())).toEqual(new Map([...gezien].sort()))
    expect(packGezien(gezien).length).toBeLessThan(500 * 8)
    expect(unpackGezien(packGezien(new Map()))).toEqual(new Map())
  })

  test('counts a version and every one before it as seen, of that number only', () => {
    const gezien = filled(1, () => 498_000)
    markGezien(gezien, 'M-0000-0007', 3, 498_000)
    expect([1, 2, 3, 4].map((versie) => isGezien(gezien, 'M-0000-0007', versie))).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(isGezien(gezien, 'I-0000-0007', 1)).toBe(false)
  })

  test('forgets what a stream cannot deliver any more', () => {
    const gezien = filled(60, (n) => 498_000 + n)
    const hours = [...unpackGezien(packGezien(gezien)).values()].map(({ uur }) => uur)
    expect(Math.min(...hours)).toBe(498_059 - 25)
  })

  test('stays under the size of an item, keeping the newest', () => {
    const bytes = packGezien(filled(60_000, (n) => 498_000 + Math.floor(n / 2500)))
    expect(bytes.length).toBeLessThan(300_000)
    const hours = [...unpackGezien(bytes).values()].map(({ uur }) => uur)
    expect(hours).toHaveLength(30_000)
    expect(Math.min(...hours)).toBe(498_000 + 12)
  })
})
