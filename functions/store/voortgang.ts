/** How far the import of a file is, kept in the table so that it goes on where it was. */
import * as z from 'zod'
import { type Connection, getItem, isAbsent, put } from './connection.ts'
import { importKey } from './keys.ts'

const Voortgang = z.object({
  /** Rows of the file that are done, good and bad. */
  rijen: z.int(),
  ingelezen: z.int(),
  afgekeurd: z.int(),
  /** Rows whose own kern is the one we found, and rows where it is another. */
  kernGelijk: z.int(),
  kernAnders: z.int(),
  /** Size of the file with rejected rows after these rows. */
  afgekeurdBytes: z.int(),
  klaar: z.boolean(),
})
export type Voortgang = z.infer<typeof Voortgang>

const start: Voortgang = {
  rijen: 0,
  ingelezen: 0,
  afgekeurd: 0,
  kernGelijk: 0,
  kernAnders: 0,
  afgekeurdBytes: 0,
  klaar: false,
}

/** @param hash of the contents of the file. */
export const readVoortgang = async (connection: Connection, hash: string): Promise<Voortgang> => {
  const item = await getItem(connection, importKey(hash))
  return item ? Voortgang.parse(item) : start
}

/** @throws Error with a Dutch sentence when another process reads the same file in. */
export const writeVoortgang = async (
  connection: Connection,
  hash: string,
  before: Voortgang,
  after: Voortgang,
): Promise<void> => {
  const item = { ...importKey(hash), ...after }
  const { written } =
    before.rijen === 0
      ? await put(connection, item, `${isAbsent} OR rijen = :before`, { ':before': 0 })
      : await put(connection, item, 'rijen = :before', { ':before': before.rijen })
  if (!written) throw new Error('Dit bestand wordt op dit moment ook door een ander proces ingelezen.')
}
