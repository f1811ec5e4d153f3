/** Which team got its mail of a day, so that it comes once, whoever asks for it and however often. */
import type { DagberichtStore } from '../domain/post/ports.ts'
import { type Connection, put, update } from './connection.ts'
import { dagberichtKey } from './keys.ts'
import { table } from './table.ts'

/** Long after nobody asks for that day any more. */
const keptMillis = 30 * 86_400_000

export const createDagberichtStore = (connection: Connection): DagberichtStore => ({
  async take(dag, team, eigenaar, now, tot) {
    const expires = Math.floor((Date.parse(now) + keptMillis) / 1000)
    const outcome = await put(
      connection,
      { ...dagberichtKey(dag, team), verzonden: false, tot, eigenaar, [table.ttlAttribute]: expires },
      'attribute_not_exists(pk) OR (verzonden = :nee AND tot < :nu)',
      { ':nee': false, ':nu': now },
    )
    return outcome.written
  },

  async settle(dag, team, eigenaar, verzonden, now) {
    const values = { ':eigenaar': eigenaar }
    const changes = { verzonden, tot: now }
    await update(connection, dagberichtKey(dag, team), changes, 'eigenaar = :eigenaar', values)
  },
})
