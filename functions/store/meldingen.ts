/** Meldingen and, apart from them, the contact data of who reported them. */
import { Contact } from '../contract/melding.ts'
import type { MeldingStore } from '../domain/ports.ts'
import { createAdresboek, readContact, Volger } from './adresboek.ts'
import { toAttributes, type Values } from './attributes.ts'
import {
  type Connection,
  conditionalPut,
  conditionalUpdate,
  isAbsent,
  isOwnWrite,
  type PutOutcome,
  put,
  remove,
  update,
} from './connection.ts'
import { contactKey, meldingKey, volgerKey } from './keys.ts'
import { fromMeldingItem, toMeldingChanges, toMeldingItem } from './meldingItem.ts'
import { listMeldingen, listOpenWerk } from './meldingLijst.ts'
import { type Refusal, transact } from './transact.ts'

export type MeldingStoreDeps = { connection: Connection; cursorKey: string; now(): Date }

/** Melding and contact together or not at all; twice the price of one put, so only when there is contact. */
const putWithContact = async (connection: Connection, item: Values, contact: Values): Promise<PutOutcome> => {
  const { tableName } = connection
  const refusals = await transact(connection, [
    { Put: conditionalPut(tableName, item, isAbsent) },
    { Put: { TableName: tableName, Item: toAttributes(contact) } },
  ])
  const present = refusals?.[0]?.present
  const written = refusals === undefined || (present !== undefined && isOwnWrite(present, item))
  return written ? { written } : { written, present }
}

export const createMeldingStore = ({ connection, cursorKey, now }: MeldingStoreDeps): MeldingStore => ({
  ...createAdresboek(connection, now),

  async add(melding, contact) {
    const bewaardOp = now().toISOString()
    const item = toMeldingItem(melding, { bewaardOp, heeftContact: contact !== undefined })
    const outcome = contact
      ? await putWithContact(connection, item, { ...contactKey(melding.nummer), ...contact })
      : await put(connection, item, isAbsent)
    if (outcome.written) return { soort: 'nieuw' }
    return { soort: 'bestaat', aanwezig: fromMeldingItem(outcome.present ?? {}) }
  },

  async replace(melding) {
    const changes = toMeldingChanges(melding, now().toISOString())
    const earlier = { ':vorige': melding.versie - 1 }
    const outcome = await update(connection, meldingKey(melding.nummer), changes, 'versie = :vorige', earlier)
    if (outcome.written) return { soort: 'bewaard' }
    return { soort: 'verouderd', aanwezig: fromMeldingItem(outcome.present ?? {}) }
  },

  async replaceBoth(een, ander) {
    const bewaardOp = now().toISOString()
    const pair = [een, ander].map((melding) => ({
      key: meldingKey(melding.nummer),
      changes: toMeldingChanges(melding, bewaardOp),
      vorige: melding.versie - 1,
    }))
    const writes = pair.map(({ key, changes, vorige }) => ({
      Update: conditionalUpdate(connection.tableName, key, changes, 'versie = :vorige', {
        ':vorige': vorige,
      }),
    }))
    const refusals = await transact(connection, writes)
    if (!refusals) return { soort: 'bewaard' }
    const isOwn = ({ present }: Refusal, i: number) =>
      present !== undefined && isOwnWrite(present, { ...present, ...pair[i]!.changes })
    if (refusals.every(isOwn)) return { soort: 'bewaard' }
    const aanwezig = refusals.flatMap(({ present }) => (present ? [fromMeldingItem(present)] : []))
    return { soort: 'verouderd', aanwezig }
  },

  list: (vraag) => listMeldingen(connection, cursorKey, vraag),
  listOpenWerk: (kernen) => listOpenWerk(connection, kernen),

  async listContactvelden(nummer) {
    const item = await readContact(connection, nummer, now())
    return Contact.keyof().options.filter((veld) => item?.[veld] !== undefined)
  },

  async addVolger(nummer, volger) {
    const outcome = await put(
      connection,
      { ...volgerKey(nummer, volger.volger), nummer, ...volger },
      isAbsent,
    )
    if (outcome.written) return { soort: 'nieuw' }
    return { soort: 'bestaat', aanwezig: Volger.parse(outcome.present) }
  },

  eraseVolger: (nummer, volger) => remove(connection, volgerKey(nummer, volger)),

  async eraseVolgerEmail(nummer, { volger, op }) {
    const changes = { email: undefined, op }
    await update(connection, volgerKey(nummer, volger), changes, 'attribute_exists(pk)', {})
  },
})
