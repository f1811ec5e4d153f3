/** When the contact data of a melding may go. */
import { type Connection, update } from './connection.ts'
import { contactKey } from './keys.ts'
import { table } from './table.ts'

/**
 * Sets the expiry (epoch seconds) that belongs to a version of the melding, or takes it off. Nothing happens when
 * a later version decided already, or when there is no contact data.
 */
export const setContactExpiry = async (
  connection: Connection,
  nummer: string,
  meldingVersie: number,
  expiry: number | undefined,
): Promise<void> => {
  await update(
    connection,
    contactKey(nummer),
    { [table.ttlAttribute]: expiry, meldingVersie },
    'attribute_exists(pk) AND (attribute_not_exists(meldingVersie) OR meldingVersie < :versie)',
    { ':versie': meldingVersie },
  )
}
