import { describe, expect, it } from 'vitest'
import { fromCursor, toCursor } from '../../functions/store/cursor.ts'

const position = 'M-4F7K-2M9Q 2026-11-22T08:00:00.000Z'
const cursor = toCursor('sleutel', 'vraag', position)

/** The cursor with one bit of byte `index` turned. */
const turnBit = (index: number): string => {
  const bytes = Buffer.from(cursor, 'base64url')
  bytes[index] = bytes[index]! ^ 1
  return bytes.toString('base64url')
}

describe('a cursor', () => {
  it('gives its position back to the same question', () => {
    expect(fromCursor('sleutel', 'vraag', cursor)).toBe(position)
    expect(toCursor('sleutel', 'vraag', position)).toBe(cursor)
  })

  it('does not show the position, which can name what the reader may not see', () => {
    expect(Buffer.from(cursor, 'base64url').includes('4F7K')).toBe(false)
    const other = toCursor('sleutel', 'vraag', position.replace('Q', 'R'))
    const sealed = (text: string) => Buffer.from(text, 'base64url').subarray(16, 20)
    expect(sealed(other).equals(sealed(cursor))).toBe(false)
  })

  it.each(Array.from({ length: Buffer.from(cursor, 'base64url').length }, (_, i) => i))(
    'is refused with byte %i changed',
    (index) => {
      expect(() => fromCursor('sleutel', 'vraag', turnBit(index))).toThrow(
        expect.objectContaining({ code: 'ongeldige-cursor' }),
      )
    },
  )

  it.each([
    ['another question', 'sleutel', 'andere vraag', cursor],
    ['another key', 'andere sleutel', 'vraag', cursor],
    ['nothing', 'sleutel', 'vraag', ''],
    ['a lenient spelling', 'sleutel', 'vraag', `${cursor}=`],
    ['a cut one', 'sleutel', 'vraag', cursor.slice(0, -4)],
  ])('is refused with %s', (_, key, question, text) => {
    expect(() => fromCursor(key, question, text)).toThrow(
      expect.objectContaining({ code: 'ongeldige-cursor' }),
    )
  })
})
