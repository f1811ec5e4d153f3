/** Many new meldingen at once, for an import: a hundred per transaction, each only when it is not there yet. */
import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import type { MeldingRecord, Toevoeging } from '../domain/ports.ts'
import { fromAttributes } from './attributes.ts'
import { type Connection, conditionalPut, isAbsent, isOwnWrite } from './connection.ts'
import { fromMeldingItem, toMeldingItem } from './meldingItem.ts'

/** What DynamoDB takes in one transaction. */
export const bulkSize = 100

const nieuw = { soort: 'nieuw' } as const

/**
 * Adds at most `bulkSize` meldingen with different numbers; the outcomes are in the same order. What exists is
 * left as it is and the others are added, so repeating a part that went wrong is safe.
 */
export const addMeldingen = async (
  { client, tableName }: Connection,
  meldingen: readonly MeldingRecord[],
  bewaardOp: string,
): Promise<Toevoeging<MeldingRecord>[]> => {
  const items = meldingen.map((melding) => toMeldingItem(melding, { bewaardOp }))
  const outcomes: Toevoeging<MeldingRecord>[] = meldingen.map(() => nieuw)
  let open = items.map((_, i) => i)
  while (open.length > 0) {
    const puts = open.map((i) => ({ Put: conditionalPut(tableName, items[i]!, isAbsent) }))
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: puts }))
      return outcomes
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
      const taken = open.filter((_, at) => reasons[at]?.Item !== undefined)
      if (taken.length === 0) throw error
      for (const [at, i] of open.entries()) {
        const present = reasons[at]?.Item && fromAttributes(reasons[at].Item)
        if (present && !isOwnWrite(present, items[i]!))
          outcomes[i] = { soort: 'bestaat', aanwezig: fromMeldingItem(present) }
      }
      open = open.filter((i) => !taken.includes(i))
    }
  }
  return outcomes
}
