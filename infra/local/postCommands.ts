/** Mail from the command line: sending again what failed, and the mail of today to the teams. */
import { createHmac, randomUUID } from 'node:crypto'
import { toDag } from '../../functions/domain/dag.ts'
import { addMissingPost } from '../../functions/jobs/postNalopen.ts'
import { createBerichtStore } from '../../functions/store/berichten.ts'
import { isAws } from '../../functions/store/client.ts'
import { createStores } from '../../functions/store/stores.ts'
import type { Gemeente } from '../../geodata/gemeente.ts'
import type { Command } from './commands.ts'
import { createMail, mailFolderOf } from './mailer.ts'
import type { OpenTable } from './openTable.ts'

const now = () => new Date()

/** How much an address got is counted for one run: who runs it asked for these mails. */
const sleutel = randomUUID()
const sign = (text: string): string => createHmac('sha256', sleutel).update(text).digest('hex')

/** No page of a list is ever asked for here, so the key of its cursors does not matter. */
const openMail = ({ connection, folder, webadres }: OpenTable, gemeente: Gemeente) =>
  createMail({
    stores: createStores(connection.client, connection.tableName, { cursorKey: randomUUID(), now }),
    indelingen: { gemeente: async () => gemeente },
    ...{ connection, folder, webadres, now, sign },
  })

const mails = (count: number): string => `${count} ${count === 1 ? 'mail' : 'mails'}`

/** Only makes them ready: whoever sends mail for this table does the rest, and that may be AWS. */
const nasturen: Command['run'] = async (table, gemeente) => {
  const missing = await addMissingPost({ connection: table.connection, now })
  const count = missing + (await createBerichtStore(table.connection).requeue(now().toISOString()))
  if (count === 0) return console.log('Er zijn geen mails die mislukt zijn of ontbreken.')
  if (!table.poller)
    return console.log(`${mails(count)} staan weer klaar; de draaiende Kernpunt verstuurt ze.`)
  const { verzonden, mislukt, uitgesteld } = await openMail(table, gemeente).post()
  console.log(
    `${mails(verzonden)} verstuurd naar ${mailFolderOf(table.folder)}, ${mislukt} mislukt, ${uitgesteld} uitgesteld.`,
  )
}

const dagbericht: Command['run'] = async (table, gemeente) => {
  if (isAws(table.endpoint))
    throw new Error('Op AWS verstuurt Kernpunt het dagbericht zelf, elke werkdag om 7 uur.')
  const teams = await openMail(table, gemeente).dagberichten()
  console.log(
    teams.length > 0
      ? `Dagbericht verstuurd aan ${teams.join(', ')}; zie ${mailFolderOf(table.folder)}.`
      : gemeente.isWerkdag(toDag(now()))
        ? 'Er is niets te versturen: er is niets bijna of te laat, of het dagbericht van vandaag is al verstuurd.'
        : 'Vandaag is geen werkdag. Het dagbericht gaat alleen op werkdagen uit.',
  )
}

export const postCommands: readonly Command[] = [
  {
    words: ['post', 'nasturen'],
    summary: 'verstuur mails die mislukt zijn, of die er na een storing nooit kwamen',
    run: nasturen,
  },
  {
    words: ['dagbericht', 'versturen'],
    summary: 'mail elk team wat bijna of te laat is; één keer per werkdag, alleen als er iets is',
    run: dagbericht,
  },
]
