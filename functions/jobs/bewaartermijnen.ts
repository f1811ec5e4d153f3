/**
 * Goes over the expiry of contact data, for when the stream lost a change: its record ended in the queue, or the table
 * was put back from before. Contact data of a closed melding gets the expiry it should have had, counted from the
 * closing and not from today; that of an open one loses its expiry (domain rule 7, AVG article 5.1.e).
 */
import type { Gebeurtenis } from '../domain/ports.ts'
import type { Connection } from '../store/connection.ts'
import { findContactExpiry, setContactExpiry } from '../store/contactExpiry.ts'
import { meldingSort } from '../store/keys.ts'
import { scanPages } from '../store/scan.ts'
import { expiryAfter } from '../streams/bewaartermijn.ts'

type Settings = {
  connection: Connection
  /** Days after closing. */
  bewaartermijnDagen: number
  /** Meldingen with contact data seen so far. */
  onProgress?(bekeken: number): void
}

type Item = {
  sk: string
  nummer: string
  versie: number
  status: string
  heeftContact?: boolean
  geschiedenis: Gebeurtenis[]
}
const attributes: (keyof Item)[] = ['sk', 'nummer', 'versie', 'status', 'heeftContact', 'geschiedenis']

/** When it was closed; `undefined` while it is open. */
const closedOp = ({ status, geschiedenis }: Item): string | undefined => {
  if (status !== 'gesloten') return undefined
  return geschiedenis[geschiedenis.findLastIndex((entry) => entry.status !== 'gesloten') + 1]?.op
}

/** @returns whether it was wrong and is right now. */
const repair = async (item: Item, { connection, bewaartermijnDagen }: Settings): Promise<boolean> => {
  const contact = await findContactExpiry(connection, item.nummer)
  const op = closedOp(item)
  if (!contact || (contact.expiry === undefined) === (op === undefined)) return false
  const expiry = op === undefined ? undefined : expiryAfter(op, bewaartermijnDagen)
  return setContactExpiry(connection, item.nummer, item.versie, expiry)
}

/**
 * Can be stopped and started again, while the service runs: a change that comes in between is never undone.
 * @returns how many meldingen with contact data there are, and of how many the expiry was put right.
 */
export const checkBewaartermijnen = async (
  settings: Settings,
): Promise<{ bekeken: number; hersteld: number }> => {
  let bekeken = 0
  let hersteld = 0
  for await (const page of scanPages(settings.connection, attributes)) {
    const withContact = (page as unknown as Item[]).filter(
      ({ sk, heeftContact }) => sk === meldingSort && heeftContact === true,
    )
    const repaired = await Promise.all(withContact.map((item) => repair(item, settings)))
    bekeken += withContact.length
    hersteld += repaired.filter(Boolean).length
    settings.onProgress?.(bekeken)
  }
  return { bekeken, hersteld }
}
