/** Many new meldingen at once, for an import: a hundred per transaction, each only when it is not there yet. */
import type { MeldingRecord, Toevoeging } from '../domain/ports.ts'
import { type Connection, conditionalPut, isAbsent, isOwnWrite } from './connection.ts'
import { fromMeldingItem, toMeldingItem } from './meldingItem.ts'
import { transact } from './transact.ts'

/** What DynamoDB takes in one transaction. */
export const bulkSize = 100

const nieuw = { soort: 'nieuw' } as const

/**
 * Adds at most `bulkSize` meldingen with different numbers; the outcomes are in the same order. What exists is
 * left as it is and the others are added, so repeating a part that went wrong is safe.
 */
export const addMeldingen = async (
  connection: Connection,
  meldingen: readonly MeldingRecord[],
  bewaardOp: string,
): Promise<Toevoeging<MeldingRecord>[]> => {
  const items = meldingen.map((melding) => toMeldingItem(melding, { bewaardOp }))
  const outcomes: Toevoeging<MeldingRecord>[] = meldingen.map(() => nieuw)
  let open = [...items.keys()]
  while (open.length > 0) {
    const puts = open.map((i) => ({ Put: conditionalPut(connection.tableName, items[i]!, isAbsent) }))
    const refusals = await transact(connection, puts)
    if (!refusals) break
    for (const [at, i] of open.entries()) {
      const present = refusals[at]?.present
      if (present && !isOwnWrite(present, items[i]!))
        outcomes[i] = { soort: 'bestaat', aanwezig: fromMeldingItem(present) }
    }
    open = open.filter((_, at) => !refusals[at]?.failed)
  }
  return outcomes
}
