import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Nummer } from '../../functions/contract/melding.ts'
import { nummerOfKey, toNummer } from '../../functions/domain/nummer.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a number', () => {
  it.each([
    [[0, 0, 0, 0, 0], 'M-0000-0000'],
    [[255, 255, 255, 255, 255], 'M-ZZZZ-ZZZZ'],
    [[0, 0, 0, 0, 1], 'M-0000-0001'],
    [[0, 68, 50, 20, 199], 'M-0123-4567'],
  ])('writes the bytes %j as %s', (bytes, nummer) => {
    expect(toNummer('M', Uint8Array.from(bytes))).toBe(nummer)
  })

  it('has the form that the contract asks, without letters that look like digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 8 }), (bytes) => {
        expect(Nummer.safeParse(toNummer('I', bytes)).success).toBe(true)
      }),
    )
  })

  it('differs when one of its 40 bits differs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), fc.nat(39), (bytes, bit) => {
        const other = Uint8Array.from(bytes)
        other[bit >> 3]! ^= 1 << (bit & 7)
        expect(toNummer('M', other)).not.toBe(toNummer('M', bytes))
      }),
    )
  })

  it('follows from the key, and is another for another attempt, kind or key', () => {
    const numbers = [
      nummerOfKey('M', 'sleutel', 0, sha256),
      nummerOfKey('M', 'sleutel', 1, sha256),
      nummerOfKey('I', 'sleutel', 0, sha256),
      nummerOfKey('M', 'sleutel2', 0, sha256),
    ]
    expect(nummerOfKey('M', 'sleutel', 0, sha256)).toBe(numbers[0])
    expect(new Set(numbers.map((nummer) => nummer.slice(2))).size).toBe(4)
  })
})
