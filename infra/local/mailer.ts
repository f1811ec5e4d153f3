/**
 * Sends mail as files in the data folder: what is ready, as soon as the stream shows that there is some, and on working
 * days after seven the mail to each team. It stands for the clock that wakes the function `post` on AWS.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBRecord } from 'aws-lambda'
import { fromKlok, toDag } from '../../functions/domain/dag.ts'
import type { Deps } from '../../functions/domain/ports.ts'
import { type DagberichtStore, PostFout } from '../../functions/domain/post/ports.ts'
import { sendDagberichten } from '../../functions/jobs/dagbericht.ts'
import { sendPost, type Verzending } from '../../functions/jobs/post.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createDagberichtStore } from '../../functions/store/dagberichten.ts'
import { berichtPrefix } from '../../functions/store/keys.ts'
import { createMailFolder } from './mailFolder.ts'

/** Where the mails are, in the folder of a gemeente. */
export const mailFolderOf = (folder: string): string => join(folder, 'mail')

/** There is a mail to send. */
export const isBericht = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && dynamodb?.Keys?.sk?.S?.startsWith(berichtPrefix) === true

export type MailSettings = Pick<Deps, 'stores' | 'now' | 'sign'> & {
  indelingen: Pick<Deps['indelingen'], 'gemeente'>
  connection: Connection
  /** Of the gemeente. */
  folder: string
  webadres: string
}

/** The two kinds of mail, to be sent now. */
export const createMail = ({ stores, indelingen, now, sign, connection, folder, webadres }: MailSettings) => {
  const dagberichten: DagberichtStore = createDagberichtStore(connection)
  const open = async () => {
    const gemeente = await indelingen.gemeente()
    const { naam, email } = gemeente.contact
    const postbus = createMailFolder(mailFolderOf(folder), { naam, adres: email, antwoordAan: email })
    return { gemeente, postbus, meldingen: stores.meldingen, webadres, eigenaar: randomUUID(), now }
  }
  return {
    async post(): Promise<Verzending> {
      const { gemeente, ...rest } = await open()
      const { berichten, budgetten } = stores
      return sendPost({ ...rest, berichten, budgetten, sign, afzender: { ...gemeente, webadres } })
    },
    async dagberichten(): Promise<string[]> {
      return sendDagberichten({ ...(await open()), dagberichten })
    },
  }
}

const lookPause = 30_000

export type Mailer = {
  wake(): void
  /** Sends what is ready. */
  drain(): Promise<void>
  stop(): Promise<void>
}

export const startMailer = (settings: MailSettings, onError: (error: unknown) => void): Mailer => {
  const mail = createMail(settings)
  const stopped = new AbortController()
  let wake = new AbortController()
  let dagberichtVan = ''
  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other, so that who waits for it to be sent also waits for what was being sent. */
  const post = (): Promise<Verzending> => {
    const next = turn.then(() => mail.post())
    turn = next.catch(() => {})
    return next
  }

  const pause = (millis: number): Promise<void> =>
    sleep(millis, undefined, { signal: AbortSignal.any([stopped.signal, wake.signal]) }).catch(() => {})

  const sendOfToday = async (): Promise<void> => {
    const now = settings.now()
    const dag = toDag(now)
    if (dag === dagberichtVan || now.toISOString() < fromKlok(`${dag}T07:00:00`)) return
    await mail.dagberichten()
    dagberichtVan = dag
  }

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      wake = new AbortController()
      try {
        const { uitgesteld } = await post()
        if (uitgesteld > 0) onError(new PostFout('tijdelijk', 'Mail wacht.'))
        await sendOfToday()
      } catch (error) {
        if (!stopped.signal.aborted) onError(error)
      }
      await pause(lookPause)
    }
  }
  const running = run()

  return {
    wake: () => wake.abort(),
    drain: async () => void (await post()),
    async stop() {
      stopped.abort()
      await running
    },
  }
}
