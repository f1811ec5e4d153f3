/** When the contact data of a melding may go. */
import { type Connection, getItem, update } from './connection.ts'
import { contactKey } from './keys.ts'
import { table } from './table.ts'

/** The expiry of contact data, absent while there is none; `undefined` when there is no contact data. */
export const findContactExpiry = async (
  connection: Connection,
  nummer: string,
): Promise<{ expiry?: number } | undefined> => {
  const item = await getItem(connection, contactKey(nummer))
  if (!item) return undefined
  const expiry = item[table.ttlAttribute]
  return expiry === undefined ? {} : { expiry: Number(expiry) }
}

/**
 * Sets the expiry (epoch seconds) that belongs to a version of the melding, or takes it off. Nothing happens when
 * a later version decided already, or when there is no contact data.
 * @returns whether it is so now by this version.
 */
export const setContactExpiry = async (
  connection: Connection,
  nummer: string,
  meldingVersie: number,
  expiry: number | undefined,
): Promise<boolean> => {
  const { written } = await update(
    connection,
    contactKey(nummer),
    { [table.ttlAttribute]: expiry, meldingVersie },
    'attribute_exists(pk) AND (attribute_not_exists(meldingVersie) OR meldingVersie < :versie)',
    { ':versie': meldingVersie },
  )
  return written
}
