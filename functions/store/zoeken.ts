/**
 * Looking for words in meldingen. The index has only their first words (`kop`), so what is not decided by those is read
 * whole, a hundred items at a time and at most `budget` of them for one answer: a search over everything goes on page by
 * page, and says until where it looked.
 */
import { hasWoorden, toZoekwoorden } from '../domain/zoektekst.ts'
import type { Values } from './attributes.ts'
import { batchSize, type Connection, getItems } from './connection.ts'
import { meldingKey } from './keys.ts'
import type { Entry, Picked, Picker } from './lijst.ts'

/** Items read for one answer: half a read unit each while they are under 4 kB. */
export const zoekbudget = 500

const attributes = ['nummer', 'omschrijving', 'antwoorden', 'geschiedenis', 'taken']

type Tekst = {
  nummer: string
  omschrijving: string
  antwoorden?: Record<string, string>
  geschiedenis: { toelichting?: string }[]
  taken?: { omschrijving: string }[]
}

/** Everything in a melding that people wrote. */
const toDelen = ({ nummer, omschrijving, antwoorden = {}, geschiedenis, taken = [] }: Tekst): string[] => [
  nummer,
  omschrijving,
  ...Object.values(antwoorden),
  ...geschiedenis.map(({ toelichting = '' }) => toelichting),
  ...taken.map((taak) => taak.omschrijving),
]

/** Which of these hold all words: by what the list has of them, otherwise by the whole text. */
const findMatches = async (
  connection: Connection,
  woorden: readonly string[],
  entries: readonly Entry[],
): Promise<Set<string>> => {
  const kopOf = ({ nummer, kop }: Entry) => [nummer, typeof kop === 'string' ? kop : '']
  const [known, open] = [true, false].map((sure) =>
    entries.filter((entry) => hasWoorden(woorden, kopOf(entry)) === sure).map(({ nummer }) => nummer),
  ) as [string[], string[]]
  const items: Values[] = await getItems(connection, open.map(meldingKey), attributes)
  const found = (items as Tekst[]).filter((item) => hasWoorden(woorden, toDelen(item)))
  return new Set([...known, ...found.map(({ nummer }) => nummer)])
}

/** For one answer: counts what it read. */
export const createZoeker = (connection: Connection, vraag: string): Picker => {
  const woorden = toZoekwoorden(vraag)
  let left = zoekbudget
  return async (entries, room): Promise<Picked> => {
    const rows: Entry[] = []
    let at = 0
    while (at < entries.length && rows.length < room && left > 0) {
      const batch = entries.slice(at, at + Math.min(batchSize, left))
      const matches = await findMatches(connection, woorden, batch)
      left -= batch.length
      for (const entry of batch) {
        if (rows.length === room) break
        at++
        if (matches.has(entry.nummer)) rows.push(entry)
      }
    }
    return { rows, looked: at }
  }
}
