/** Several writes together or none of them. */
import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { fromAttributes, type Values } from './attributes.ts'
import { againOnConflict } from './conflict.ts'
import type { Connection } from './connection.ts'

/** Why one of the writes could not be done: its condition failed, with what is there now if that was asked for. */
export type Refusal = { failed: boolean; present?: Values }

const isRefused = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.some(({ Code }) => Code === 'ConditionalCheckFailed')

/** A condition that does not hold says more than another transaction in the way. */
const isConflict = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  !isRefused(error) &&
  (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict')

/**
 * @returns `undefined` when everything is written; otherwise nothing is, and there is a refusal for each write in
 *   the same order. A transaction that meets another one is tried again.
 */
export const transact = async (
  { client }: Connection,
  writes: readonly TransactWriteItem[],
): Promise<Refusal[] | undefined> => {
  try {
    await againOnConflict(
      () => client.send(new TransactWriteItemsCommand({ TransactItems: [...writes] })),
      isConflict,
    )
    return undefined
  } catch (error) {
    if (!(error instanceof TransactionCanceledException && isRefused(error))) throw error
    return (error.CancellationReasons ?? []).map(({ Code, Item }) => ({
      failed: Code === 'ConditionalCheckFailed',
      ...(Item && { present: fromAttributes(Item) }),
    }))
  }
}
