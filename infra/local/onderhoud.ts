/** Does the work of the night on one machine: at the start, and then on each new day. Stands for the clock on AWS. */
import { setTimeout as sleep } from 'node:timers/promises'
import { toDag } from '../../functions/domain/dag.ts'
import { type OnderhoudSettings, onderhoud } from '../../functions/jobs/onderhoud.ts'

const lookPause = 600_000

export const startOnderhoud = (
  settings: OnderhoudSettings,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } => {
  const stopped = new AbortController()
  let gedaan = ''

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const dag = toDag(settings.now())
      try {
        if (dag !== gedaan) await onderhoud(settings)
        gedaan = dag
      } catch (error) {
        if (!stopped.signal.aborted) onError(error)
      }
      await sleep(lookPause, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }
  const running = run()

  return {
    async stop() {
      stopped.abort()
      await running
    },
  }
}
