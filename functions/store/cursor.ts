/**
 * Opaque, signed cursors: a position in a list, bound to the question it belongs to. Changing a cursor, or
 * using it with another question, is a `Problem('ongeldige-cursor')`; another page size is fine.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Problem } from '../contract/problem.ts'

const signatureBytes = 16

const sign = (key: string, question: string, position: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([question, position]))
    .digest()
    .subarray(0, signatureBytes)

/** 16 bytes of HMAC-SHA256 and the position, base64url. `question` is any text that is the same next time. */
export const toCursor = (key: string, question: string, position: string): string =>
  Buffer.concat([sign(key, question, position), Buffer.from(position)]).toString('base64url')

export const fromCursor = (key: string, question: string, cursor: string): string => {
  const bytes = Buffer.from(cursor, 'base64url')
  const position = bytes.subarray(signatureBytes).toString()
  const signature = bytes.subarray(0, signatureBytes)
  const genuine =
    signature.length === signatureBytes &&
    // Decoding is lenient; only the spelling we gave out counts.
    bytes.toString('base64url') === cursor &&
    timingSafeEqual(signature, sign(key, question, position))
  if (!genuine)
    throw new Problem(
      'ongeldige-cursor',
      'Deze cursor hoort niet bij deze vraag. Begin opnieuw bij de eerste bladzijde, zonder cursor.',
    )
  return position
}
