/** For which kernindeling the counts `activiteit-nu` are; it stands with the right to rebuild them. */
import type { Values } from './attributes.ts'
import { type Connection, getItem } from './connection.ts'
import { herbouwKey } from './keys.ts'

/** A version; `undefined` while there was only one. */
export const indelingOf = (item: Values | undefined): number | undefined =>
  typeof item?.indeling === 'number' ? item.indeling : undefined

export const findGeteldeIndeling = async (connection: Connection): Promise<number | undefined> =>
  indelingOf(await getItem(connection, herbouwKey))
