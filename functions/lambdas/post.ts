/**
 * Deployed entry that sends mail: every minute what is ready, and on working days at seven the mail to each team. The
 * log holds counts, never an address.
 */
import { createHmac } from 'node:crypto'
import type { Context } from 'aws-lambda'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { createIndelingen } from '../../geodata/kernindeling/indelingen.ts'
import { readPostConfig } from '../config.ts'
import { sendDagberichten } from '../jobs/dagbericht.ts'
import { sendPost } from '../jobs/post.ts'
import { createSesPostbus } from '../post/sesPostbus.ts'
import { createClient } from '../store/client.ts'
import { createDagberichtStore } from '../store/dagberichten.ts'
import { createStores } from '../store/stores.ts'

const { TABEL, GEMEENTE, GEODATA, WEBADRES, CURSOR_SLEUTEL, AFZENDER, MAILCONFIGURATIE } = readPostConfig(
  process.env,
)
const now = () => new Date()
/** The function may take a minute; what it did not begin with is for the next one. */
const beforeTimeout = 40_000
const client = createClient()
// No page of a list is asked for here, so the key of its cursors does not matter.
const stores = createStores(client, TABEL, { cursorKey: TABEL, now })
const files = loadGemeente(GEMEENTE, GEODATA)
const indelingen = createIndelingen({
  gemeente: files,
  store: stores.kernindelingen,
  now,
  ...(GEODATA !== undefined && { folder: GEODATA }),
})
const { naam, email } = files.contact
const postbus = createSesPostbus({
  afzender: { naam, adres: AFZENDER, antwoordAan: email },
  configuratie: MAILCONFIGURATIE,
})

const log = (line: object): void => void process.stdout.write(`${JSON.stringify({ post: line })}\n`)

export const handler = async (
  { taak }: { taak?: string },
  { awsRequestId }: Pick<Context, 'awsRequestId'>,
): Promise<void> => {
  const gemeente = await indelingen.gemeente()
  const { meldingen, berichten, budgetten } = stores
  const common = { meldingen, postbus, eigenaar: awsRequestId, now }
  if (taak === 'dagbericht') {
    const dagberichten = createDagberichtStore({ client, tableName: TABEL })
    log({ dagbericht: await sendDagberichten({ ...common, dagberichten, gemeente, webadres: WEBADRES }) })
    return
  }
  const done = await sendPost({
    ...common,
    berichten,
    budgetten,
    sign: (text) => createHmac('sha256', CURSOR_SLEUTEL).update(text).digest('hex'),
    afzender: { ...gemeente, webadres: WEBADRES },
    signal: AbortSignal.timeout(beforeTimeout),
  })
  if (Object.values(done).some((count) => count > 0)) log(done)
  // What waits is tried again anyway; only a failed run is counted by the alarm.
  if (done.uitgesteld > 0) throw new Error(`${done.uitgesteld} mails wait.`)
}
