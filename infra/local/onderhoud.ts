/**
 * Does the work of the night on one machine: at the start, and then on each new day. Stands for the clock on AWS. Here
 * mails are kept as files, so these go too, within minutes of what they are about; on AWS nobody keeps them.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { addDagen, toDag } from '../../functions/domain/dag.ts'
import { type OnderhoudSettings, onderhoud } from '../../functions/jobs/onderhoud.ts'
import { eraseMails } from './mailFolder.ts'

const lookPause = 600_000

/** Mails about what was erased this year, or last year in its last days. */
const eraseErasedMails = async ({ stores, now, mailFolder }: Settings): Promise<void> => {
  const today = toDag(now())
  for (const jaar of new Set([addDagen(today, -7), today].map((dag) => Number(dag.slice(0, 4))))) {
    let cursor: string | undefined
    do {
      const blad = await stores.vernietigingen.list(jaar, { limiet: 500, ...(cursor && { cursor }) })
      await eraseMails(mailFolder, blad.rijen)
      cursor = blad.volgende
    } while (cursor)
  }
}

type Settings = OnderhoudSettings & { mailFolder: string }

export const startOnderhoud = (
  settings: Settings,
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
        await eraseErasedMails(settings)
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
