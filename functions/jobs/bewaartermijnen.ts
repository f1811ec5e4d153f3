/**
 * Erases personal data whose term is over, and writes down what went (domain rule 7, AVG article 5.1.e); once a night.
 * A term counts from the last closing. It also goes over the expiry of contact data, for when the stream lost a change:
 * that of a closed melding gets the expiry it should have had, that of an open one loses it.
 */
import type { Gebeurtenis, Stores } from '../domain/ports.ts'
import {
  type Bewaarregels,
  findBewaartermijn,
  findSluiting,
  isVervallen,
  type Wat,
} from '../domain/vernietiging.ts'
import type { Connection } from '../store/connection.ts'
import { findContactExpiry, setContactExpiry } from '../store/contactExpiry.ts'
import { meldingSort, volgerPrefix } from '../store/keys.ts'
import { scanPages } from '../store/scan.ts'
import { expiryAfter } from '../streams/bewaartermijn.ts'
import { type EraseFotos, eraseOnce } from './eraseOnce.ts'

export type BewaartermijnSettings = {
  connection: Connection
  stores: Pick<Stores, 'meldingen' | 'vernietigingen'>
  gemeente: Bewaarregels
  eraseFotos: EraseFotos
  now(): Date
  /** Meldingen with personal data seen so far. */
  onProgress?(bekeken: number): void
}

type Item = {
  sk: string
  nummer: string
  versie: number
  categorie: string
  status: 'ontvangen' | 'in-behandeling' | 'gepland' | 'gesloten'
  heeftContact?: boolean
  persoonlijk?: boolean
  fotos?: string[]
  geschiedenis: Gebeurtenis[]
}
const attributes: (keyof Item)[] = [
  'sk',
  'nummer',
  'versie',
  'categorie',
  'status',
  'heeftContact',
  'persoonlijk',
  'fotos',
  'geschiedenis',
]

/** @returns whether the expiry was wrong and is right now. */
const repair = async (item: Item, { connection, gemeente }: BewaartermijnSettings): Promise<boolean> => {
  const contact = await findContactExpiry(connection, item.nummer)
  const op = findSluiting(item)
  if (!contact || (contact.expiry === undefined) === (op === undefined)) return false
  const expiry = op === undefined ? undefined : expiryAfter(op, findBewaartermijn(item.categorie, gemeente))
  return setContactExpiry(connection, item.nummer, item.versie, expiry)
}

type Uitkomst = { bekeken: number; hersteld: number; gewist: number }

/** Erases what a melding still has, when its term is over. */
const expire = async (
  nummer: string,
  heeftContact: boolean,
  { stores, gemeente, eraseFotos, now }: BewaartermijnSettings,
): Promise<boolean> =>
  eraseOnce(
    nummer,
    (melding, volgers) => {
      if (!isVervallen(melding, now().toISOString(), gemeente)) return undefined
      const wat: Wat[] = []
      if (heeftContact) wat.push('contact')
      if (melding.persoonlijk) wat.push('tekst')
      if (melding.fotos?.length) wat.push('fotos')
      if (volgers.length > 0) wat.push('volgers')
      return {
        wat,
        grond: `Bewaartermijn van ${findBewaartermijn(melding.categorie, gemeente)} dagen na sluiten`,
      }
    },
    { stores, eraseFotos, now },
  )

/** Of a closed melding with personal data: the expiry put right, or all of it erased. */
async function goOver(item: Item, settings: BewaartermijnSettings, uitkomst: Uitkomst): Promise<void> {
  if (isVervallen(item, settings.now().toISOString(), settings.gemeente)) {
    if (await expire(item.nummer, item.heeftContact === true, settings)) uitkomst.gewist++
  } else if (item.heeftContact && (await repair(item, settings))) uitkomst.hersteld++
}

/**
 * Can be stopped and started again, while the service runs: a change that comes in between is never undone. A run begins
 * at the front; what an earlier one erased is passed at the speed of a scan, so runs that are cut off still get there.
 * @returns how many meldingen hold personal data, of how many it was erased, and of how many the expiry was put right.
 */
export const checkBewaartermijnen = async (settings: BewaartermijnSettings): Promise<Uitkomst> => {
  const uitkomst: Uitkomst = { bekeken: 0, hersteld: 0, gewist: 0 }
  /** Meldingen with followers: they may have nothing personal of their own. */
  const followed = new Set<string>()
  for await (const page of scanPages(settings.connection, attributes)) {
    const items = page as unknown as Item[]
    const fresh = new Set(
      items.flatMap(({ sk, nummer }) => (sk.startsWith(volgerPrefix) && !followed.has(nummer) ? nummer : [])),
    )
    for (const nummer of fresh) followed.add(nummer)
    const personal = items.filter(
      ({ sk, heeftContact, persoonlijk, fotos }) =>
        sk === meldingSort && (heeftContact || persoonlijk || fotos?.length),
    )
    await Promise.all(personal.map((item) => goOver(item, settings, uitkomst)))
    const gone = await Promise.all([...fresh].map((nummer) => expire(nummer, false, settings)))
    uitkomst.gewist += gone.filter(Boolean).length
    uitkomst.bekeken += personal.length
    settings.onProgress?.(uitkomst.bekeken)
  }
  return uitkomst
}
