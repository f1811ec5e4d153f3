/** Everything that happens behind a change of the table; the same on AWS and on a laptop. */
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import { isOpenbaar } from '../domain/openbaarheid.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'
import { findBewaartermijn } from '../domain/vernietiging.ts'
import { consumeActiviteit } from './activiteit.ts'
import { consumeActiviteitNu } from './activiteitNu.ts'
import { type BewaartermijnDeps, consumeBewaartermijn } from './bewaartermijn.ts'
import { consumeDichtheid } from './dichtheid.ts'
import { consumeFotos } from './fotos.ts'
import { consumePost } from './post.ts'
import type { TellingDeps } from './telling.ts'
import { toWijziging, type Wijziging } from './wijziging.ts'

export type StreamDeps = TellingDeps & BewaartermijnDeps

/** What the consumers need, of which the gemeente decides the rules. */
export const createStreamDeps = (
  gemeente: GemeenteFeiten,
  outside: Pick<TellingDeps, 'connection' | 'now'>,
): StreamDeps => ({
  ...outside,
  bewaartermijnOf: (categorie) => findBewaartermijn(categorie, gemeente),
  isOpenbaar: (categorie) => isOpenbaar(categorie, gemeente),
})

/**
 * Hands the changes to each consumer. Any failure means: deliver all of them again; each consumer can take that.
 * @throws the first failure, when all consumers are done.
 */
const consumeWijzigingen = async (wijzigingen: readonly Wijziging[], deps: StreamDeps): Promise<void> => {
  const outcomes = await Promise.allSettled([
    consumeActiviteit(wijzigingen, deps),
    consumeActiviteitNu(wijzigingen, deps),
    consumeDichtheid(wijzigingen, deps),
    consumeBewaartermijn(wijzigingen, deps),
    consumePost(wijzigingen, deps),
    consumeFotos(wijzigingen, deps),
  ])
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

/** Records up to the first that cannot be read, and that one. */
const readRecords = (records: readonly DynamoDBRecord[]) => {
  const wijzigingen: Wijziging[] = []
  for (const record of records) {
    try {
      const wijziging = toWijziging(record)
      if (wijziging) wijzigingen.push(wijziging)
    } catch (cause) {
      return { wijzigingen, broken: record, cause }
    }
  }
  return { wijzigingen, broken: undefined, cause: undefined }
}

/** @throws when something must be delivered again. */
export const consumeChanges = async (records: readonly DynamoDBRecord[], deps: StreamDeps): Promise<void> => {
  const { wijzigingen, broken, cause } = readRecords(records)
  await consumeWijzigingen(wijzigingen, deps)
  if (broken) throw new Error(`Stream record ${broken.eventID} cannot be read.`, { cause })
}

/**
 * As a Lambda answers with `reportBatchItemFailures`. A record that cannot be read is named, so that retries and in the
 * end the dead letter queue are for that one. Any other failure throws: AWS then halves the batch until the record that
 * causes it stands alone, where an answer that names the first record would be tried again whole.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 *
 * @throws Error with the name of the failure and not its words, because AWS logs it and they may hold an item.
 */
export const consumeEvent = async (
  records: readonly DynamoDBRecord[],
  deps: StreamDeps,
  log: (message: string) => void,
): Promise<DynamoDBBatchResponse> => {
  const { wijzigingen, broken } = readRecords(records)
  await consumeWijzigingen(wijzigingen, deps).catch((error: unknown) => {
    throw new Error(`${records.length} changes wait: ${error instanceof Error ? error.name : 'failure'}`)
  })
  if (!broken) return { batchItemFailures: [] }
  log(`change ${broken.eventID} cannot be read`)
  return { batchItemFailures: [{ itemIdentifier: broken.dynamodb?.SequenceNumber ?? '' }] }
}
