/**
 * Contact data is kept a set number of days after closing (domain rule 7, AVG article 5.1.e): closing a melding
 * puts an expiry on its contact item, reopening takes it off. DynamoDB deletes it; readers check the date too.
 */
import type { Connection } from '../store/connection.ts'
import { setContactExpiry } from '../store/contactExpiry.ts'
import type { Wijziging } from './wijziging.ts'

export type BewaartermijnDeps = {
  connection: Connection
  /** Days after closing, of a categorie. */
  bewaartermijnOf(categorie: string): number
}

const day = 86_400_000

/**
 * Epoch seconds at which contact data may go, for a melding that was closed at an instant.
 * @example expiryAfter('2026-03-01T10:00:00.000Z', 30)   // 1774951200
 */
export const expiryAfter = (closedOp: string, dagen: number): number =>
  Math.floor((Date.parse(closedOp) + dagen * day) / 1000)

/** `undefined` while the melding is open. */
const expiryOf = (
  { item }: Wijziging,
  bewaartermijnOf: BewaartermijnDeps['bewaartermijnOf'],
): number | undefined =>
  item?.status === 'gesloten'
    ? expiryAfter(String(item.gewijzigdOp), bewaartermijnOf(String(item.categorie)))
    : undefined

/** May be called again with the same changes; an older change does not undo a newer one. */
export const consumeBewaartermijn = async (
  wijzigingen: readonly Wijziging[],
  { connection, bewaartermijnOf }: BewaartermijnDeps,
): Promise<void> => {
  for (const wijziging of wijzigingen) {
    const { item, nummer, versie, oud, nieuw } = wijziging
    if (!nieuw || item?.heeftContact !== true) continue
    const changed = (oud?.status === 'gesloten') !== (nieuw.status === 'gesloten')
    if (changed) await setContactExpiry(connection, nummer, versie, expiryOf(wijziging, bewaartermijnOf))
  }
}
