/** Everything that holds an address of one person: a scan, for the few times a year that somebody asks. */
import type { Connection } from './connection.ts'
import { contactSort, nummerOfPartition, volgerPrefix } from './keys.ts'
import { scanPages } from './scan.ts'

/** `volger`: the id of the follower; absent when it is the reporter's own contact data. */
export type Vindplaats = { nummer: string; volger?: string }

type Item = { pk: string; sk: string; email?: string; telefoon?: string; volger?: string }

/** Only digits, and a country code as its zero: `+31 6 1234` is `06 1234`. */
const digits = (telefoon: string): string => telefoon.replace(/\D/g, '').replace(/^(?:00)?31(?=\d{9}$)/, '0')

/**
 * Of who reports or follows with this e-mail address (in whatever capitals) or phone number (however it is written).
 * Contact data whose term is over counts too, as long as it is there.
 */
export async function findVindplaatsen(
  connection: Connection,
  { email, telefoon }: { email?: string; telefoon?: string },
): Promise<Vindplaats[]> {
  const isPerson = (item: Item): boolean =>
    (email !== undefined && item.email?.toLowerCase() === email.toLowerCase()) ||
    (telefoon !== undefined && item.telefoon !== undefined && digits(item.telefoon) === digits(telefoon))
  const found: Vindplaats[] = []
  for await (const page of scanPages(connection, ['pk', 'sk', 'email', 'telefoon', 'volger'])) {
    for (const item of page as unknown as Item[]) {
      if (!isPerson(item)) continue
      const nummer = nummerOfPartition(item.pk)
      if (item.sk === contactSort) found.push({ nummer })
      else if (item.sk.startsWith(volgerPrefix) && item.volger !== undefined)
        found.push({ nummer, volger: item.volger })
    }
  }
  return found
}
