/**
 * Deployed entry that gives what is open its new kern: called by the stream when a kernindeling was adopted, and
 * every hour for one that came into force at midnight. Finding nothing to do takes one read.
 */
import { setTimeout } from 'node:timers/promises'
import { lookMillis } from '../../geodata/kernindeling/indelingen.ts'
import { readConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import { isOpenbaar } from '../domain/openbaarheid.ts'
import { hertoewijzen } from '../jobs/hertoewijzen.ts'
import { createClient } from '../store/client.ts'

const config = readConfig(process.env)
const client = createClient()
const { gemeente, stores, indelingen, now, randomBytes } = createDeps(config, { client })
const connection = { client, tableName: config.TABEL }

export const handler = async (): Promise<void> => {
  const done = await hertoewijzen({
    connection,
    stores,
    indelingen,
    eigenaar: Buffer.from(randomBytes(12)).toString('hex'),
    now,
    isOpenbaar: (categorie) => isOpenbaar(categorie, gemeente),
    // Twice as long as an API function may still use the division before.
    settleMillis: 2 * lookMillis,
    pause: (millis) => setTimeout(millis),
  })
  if (done) process.stdout.write(`${JSON.stringify({ hertoewijzing: done })}\n`)
}
