/** Deployed entry that a clock calls each night. It holds no secret, and its log holds counts, never a melding. */
import { loadGemeente } from '../../geodata/gemeente.ts'
import { readOnderhoudConfig } from '../config.ts'
import { onderhoud } from '../jobs/onderhoud.ts'
import { createClient } from '../store/client.ts'
import { createFotokluis } from '../store/fotokluis.ts'
import { createStores } from '../store/stores.ts'

const { TABEL, GEMEENTE, GEODATA, FOTOBUCKET } = readOnderhoudConfig(process.env)
const now = () => new Date()
const client = createClient()
// No page of a list is asked for here, so the key of its cursors does not matter.
const stores = createStores(client, TABEL, { cursorKey: '', now })
const settings = {
  connection: { client, tableName: TABEL },
  stores,
  gemeente: loadGemeente(GEMEENTE, GEODATA),
  fotos: stores.fotos,
  fotokluis: createFotokluis({ bucket: FOTOBUCKET, now }),
  now,
}

export const handler = async (): Promise<void> => {
  process.stdout.write(`${JSON.stringify({ onderhoud: await onderhoud(settings) })}\n`)
}
