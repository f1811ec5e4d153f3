/** Deployed entry for mail that came back: staff sees it at the mail and at the melding. */
import type { EventBridgeEvent } from 'aws-lambda'
import { readStreamConfig } from '../config.ts'
import { markTeruggekomen } from '../jobs/terugkeer.ts'
import { readTerugkeer } from '../post/readTerugkeer.ts'
import { createBerichtStore } from '../store/berichten.ts'
import { createClient } from '../store/client.ts'

const berichten = createBerichtStore({
  client: createClient(),
  tableName: readStreamConfig(process.env).TABEL,
})

export const handler = async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
  const terugkeer = readTerugkeer(detail)
  if (terugkeer) await markTeruggekomen(terugkeer, berichten, new Date())
}
