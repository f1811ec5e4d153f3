/** A melding and its people, to read: what mail needs, and no more. */
import * as z from 'zod'
import { Contact } from '../contract/melding.ts'
import type { Adresboek } from '../domain/post/adressen.ts'
import type { Values } from './attributes.ts'
import { type Connection, getItem, queryPartition } from './connection.ts'
import { contactKey, meldingKey, volgerPrefix } from './keys.ts'
import { fromMeldingItem } from './meldingItem.ts'
import { table } from './table.ts'

/** Without the key and the expiry that stand beside it. */
const StoredContact = z.object(Contact.shape)

export const Volger = z.object({
  volger: z.string(),
  volgcode: z.string(),
  email: z.string().optional(),
  op: z.string(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

/** DynamoDB erases what has expired up to days later; for us it is gone at once. */
export const readContact = async (
  connection: Connection,
  nummer: string,
  now: Date,
): Promise<Values | undefined> => {
  const item = await getItem(connection, contactKey(nummer))
  const expires = item?.[table.ttlAttribute]
  return typeof expires === 'number' && expires * 1000 <= now.getTime() ? undefined : item
}

export const createAdresboek = (connection: Connection, now: () => Date): Adresboek => ({
  async find(nummer) {
    const item = await getItem(connection, meldingKey(nummer))
    return item && fromMeldingItem(item)
  },

  async findContact(nummer) {
    const item = await readContact(connection, nummer, now())
    return item && StoredContact.parse(item)
  },

  async listVolgers(nummer) {
    const items = await queryPartition(connection, meldingKey(nummer).pk, volgerPrefix)
    return items.map((item) => Volger.parse(item))
  },
})
