/** Versions that are only ever added: each gets the next number, whoever else adds one at the same time. */
import type { Toevoeging } from '../domain/ports.ts'
import type { Values } from './attributes.ts'
import { type Connection, isAbsent, put } from './connection.ts'

type Versie = { versie: number; sleutel?: string }

/** Each attempt loses only to somebody else's version, so this many people would have to add one at once. */
const attempts = 20

/**
 * A repeat with the same `sleutel` finds the version that the first one made.
 * @param list what is there, by version; versions have no gaps
 */
export const appendVersie = async <T extends Versie>(
  connection: Connection,
  record: Omit<T, 'versie'> & { sleutel?: string },
  { list, toItem }: { list: () => Promise<T[]>; toItem: (record: T) => Values },
): Promise<Toevoeging<T> & { versie: number }> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const present = await list()
    const same = record.sleutel && present.find(({ sleutel }) => sleutel === record.sleutel)
    if (same) return { soort: 'bestaat', aanwezig: same, versie: same.versie }
    const versie = (present.at(-1)?.versie ?? 0) + 1
    // A record without its version, and the version: TypeScript cannot add those up for a generic type.
    const outcome = await put(connection, toItem({ ...record, versie } as unknown as T), isAbsent)
    if (outcome.written) return { soort: 'nieuw', versie }
  }
  throw new Error(`No free version in ${attempts} attempts.`)
}
