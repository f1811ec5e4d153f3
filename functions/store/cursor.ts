/**
 * Opaque cursors: a position in a list, sealed and bound to the question it belongs to. A position can name
 * something the reader may not see (the last entry that was looked at), so it is encrypted as well as signed.
 * Changing a cursor, or using it with another question, is a `Problem('ongeldige-cursor')`; another page size
 * is fine. Deterministic authenticated encryption after the SIV construction (RFC 5297), with HMAC-SHA256 as the
 * tag: the same position gives the same cursor.
 */
import { createCipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { Problem } from '../contract/problem.ts'

const tagBytes = 16

const toTag = (key: string, question: string, position: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([question]))
    .update(position)
    .digest()
    .subarray(0, tagBytes)

/** AES-256 in counter mode: the same function seals and opens. Its key is derived, so tag and cipher share none. */
const crypt = (key: string, tag: Buffer, bytes: Buffer): Buffer =>
  createCipheriv('aes-256-ctr', createHmac('sha256', key).update('versleutel').digest(), tag).update(bytes)

/** 16 bytes of tag and the sealed position, base64url. `question` is any text that is the same next time. */
export const toCursor = (key: string, question: string, position: string): string => {
  const bytes = Buffer.from(position)
  const tag = toTag(key, question, bytes)
  return Buffer.concat([tag, crypt(key, tag, bytes)]).toString('base64url')
}

/** @throws Problem `ongeldige-cursor` when we did not give out this cursor for this question */
export const fromCursor = (key: string, question: string, cursor: string): string => {
  const bytes = Buffer.from(cursor, 'base64url')
  const tag = bytes.subarray(0, tagBytes)
  // Decoding is lenient; only the spelling we gave out counts.
  if (tag.length === tagBytes && bytes.toString('base64url') === cursor) {
    const position = crypt(key, tag, bytes.subarray(tagBytes))
    if (timingSafeEqual(tag, toTag(key, question, position))) return position.toString()
  }
  throw new Problem(
    'ongeldige-cursor',
    'Deze cursor hoort niet bij deze vraag. Begin opnieuw bij de eerste bladzijde, zonder cursor.',
  )
}
