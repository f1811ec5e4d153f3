/**
 * Gives what is open its new kern when a kernindeling comes into force: what the stream and the hourly clock do on AWS.
 * It looks at the start, so it goes on with what a stop cut off, after each adoption, and every minute for midnight.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBRecord } from 'aws-lambda'
import { isOpenbaar } from '../../functions/domain/openbaarheid.ts'
import type { Deps } from '../../functions/domain/ports.ts'
import { hertoewijzen } from '../../functions/jobs/hertoewijzen.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { hertoewijzingPartition } from '../../functions/store/keys.ts'

const lookPause = 60_000
const failurePause = 2_000

/** A version was adopted: its progress is new in the table. */
export const isHertoewijzing = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && dynamodb?.Keys?.pk?.S === hertoewijzingPartition

type Settings = Pick<Deps, 'gemeente' | 'stores' | 'indelingen' | 'now'> & { connection: Connection }

export const startHertoewijzer = ({ connection, gemeente, stores, indelingen, now }: Settings) => {
  const stopped = new AbortController()
  let wake = new AbortController()

  const pause = async (millis: number): Promise<void> => {
    const signal = AbortSignal.any([stopped.signal, wake.signal])
    await sleep(millis, undefined, { signal }).catch(() => {})
  }

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      wake = new AbortController()
      try {
        // One process serves here, and it knows of an adoption at once: nothing has to settle.
        const { signal } = stopped
        const run = { eigenaar: randomUUID(), now, settleMillis: 0, pause, signal }
        const isPublic = (categorie: string) => isOpenbaar(categorie, gemeente)
        await hertoewijzen({ connection, stores, indelingen, isOpenbaar: isPublic, ...run })
        await pause(lookPause)
      } catch (error) {
        if (stopped.signal.aborted) break
        console.error(`Open meldingen verdelen over de nieuwe kernen lukt nog niet: ${String(error)}`)
        await pause(failurePause)
      }
    }
  }
  const running = run()

  return {
    wake: () => wake.abort(),
    async stop() {
      stopped.abort()
      await running
    },
  }
}
