/** Deployed entry that a clock calls each night. The log holds counts, never a melding. */
import { readConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import { onderhoud } from '../jobs/onderhoud.ts'
import { createClient } from '../store/client.ts'

const config = readConfig(process.env)
const client = createClient()
const { gemeente, stores, fotokluis, now } = createDeps(config, { client })
const connection = { client, tableName: config.TABEL }

export const handler = async (): Promise<void> => {
  const done = await onderhoud({ connection, stores, gemeente, fotos: stores.fotos, fotokluis, now })
  process.stdout.write(`${JSON.stringify({ onderhoud: done })}\n`)
}
