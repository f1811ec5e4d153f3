/** Several writes together or none of them. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { fromAttributes, type Values } from './attributes.ts'
import type { Connection } from './connection.ts'

/** Why one of the writes could not be done: its condition failed, with what is there now if that was asked for. */
export type Refusal = { failed: boolean; present?: Values }

/** Somebody else's transaction on the same item takes milliseconds. */
const attempts = 6
const firstPause = 15

const isConflict = (error: TransactionCanceledException): boolean =>
  (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict')

/**
 * @returns `undefined` when everything is written; otherwise nothing is, and there is a refusal for each write in
 *   the same order. A transaction that meets another one is tried again; the SDK leaves that to its caller.
 */
export const transact = async (
  { client }: Connection,
  writes: readonly TransactWriteItem[],
): Promise<Refusal[] | undefined> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [...writes] }))
      return undefined
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const refusals = (error.CancellationReasons ?? []).map(({ Code, Item }) => ({
        failed: Code === 'ConditionalCheckFailed',
        ...(Item && { present: fromAttributes(Item) }),
      }))
      if (refusals.some(({ failed }) => failed)) return refusals
      if (!isConflict(error) || attempt === attempts) throw error
      await sleep(firstPause * 2 ** attempt)
    }
  }
}
