/**
 * Delivers changes of the table to their consumer, as Lambda does on AWS: in order, in batches, at least once,
 * and again when the consumer fails.
 *
 * How far it is stands in a file, written after each batch. With the embedded engine (`dbFile`) consumed
 * records are taken out of its file too.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBRecord } from 'aws-lambda'
import { createStreamReader, type Position } from './streamReader.ts'
import { trimStreamRecords } from './streamRecords.ts'
import { writeWhole } from './wholeFile.ts'

export type PollerSettings = {
  endpoint: string
  tableName: string
  consume(records: DynamoDBRecord[]): Promise<void>
  /** Where the position is kept; without it reading starts at the oldest record. */
  positionFile?: string
  /** SQLite file of the embedded engine. Leave out for any other DynamoDB. */
  dbFile?: string
  /** Told of each failed delivery; it is tried again after a pause. */
  onError?(error: unknown): void
}

export type Poller = {
  /** Resolves when everything that is in the stream now has been consumed. */
  drain(): Promise<void>
  /** Finishes the batch it is at. */
  stop(): Promise<void>
}

/**
 * Pauses in milliseconds: when there was nothing, and after a failure. After a small batch too, as Lambda's batching
 * window does: a count is written once per batch, so larger batches are cheaper.
 */
const idlePause = 150
const failurePause = 500
const batchPause = 100
const fullBatch = 200

const readPosition = (file: string | undefined): Position => {
  try {
    return file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Not there yet, or cut off by a crash: reading again from the oldest record is safe, counting is exactly once.
    return {}
  }
}

export const startPoller = (settings: PollerSettings): Poller => {
  const { endpoint, tableName, consume, positionFile, dbFile } = settings
  const position = readPosition(positionFile)
  const reader = createStreamReader(endpoint, tableName, position)
  const stopped = new AbortController()
  let wake = new AbortController()
  let waiting: (() => void)[] = []

  const pause = (millis: number) =>
    sleep(millis, undefined, { signal: AbortSignal.any([stopped.signal, wake.signal]) }).catch(() => {
      wake = new AbortController()
    })

  /** How many records there were. */
  const deliver = async (): Promise<number> => {
    const batch = await reader.next()
    if (!batch) return 0
    await consume(batch.records)
    position[batch.place] = batch.last
    if (positionFile) writeWhole(positionFile, JSON.stringify(position))
    if (dbFile) trimStreamRecords(dbFile, tableName, batch.last)
    return batch.records.length
  }

  const settle = (drained: readonly (() => void)[]): void => {
    waiting = waiting.filter((resolve) => !drained.includes(resolve))
    for (const resolve of drained) resolve()
  }

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const drained = waiting
      try {
        const delivered = await deliver()
        if (delivered === 0) settle(drained)
        if (waiting.length === 0 && delivered < fullBatch) await pause(delivered > 0 ? batchPause : idlePause)
      } catch (error) {
        if (stopped.signal.aborted) break
        settings.onError?.(error)
        reader.rewind(error)
        await pause(failurePause)
      }
    }
  }
  const running = run()

  return {
    drain: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        wake.abort()
      }),
    async stop() {
      stopped.abort()
      await running
      reader.close()
      for (const resolve of waiting) resolve()
    },
  }
}
