/** Gives meldingen of before there were dates the date they would have had; for a table that an older version made. */
import { promiseDatum, type Termijnregels } from '../domain/belofte.ts'
import type { Gebeurtenis } from '../domain/ports.ts'
import { type Connection, update } from '../store/connection.ts'
import { meldingKey, meldingSort } from '../store/keys.ts'
import { scanPages } from '../store/scan.ts'

type Oud = {
  sk: string
  nummer: string
  categorie: string
  streefDatum?: string
  geschiedenis: Gebeurtenis[]
}
const attributes: (keyof Oud)[] = ['sk', 'nummer', 'categorie', 'streefDatum', 'geschiedenis']

/** At its start, or when it was opened again: then a new term began. */
const findStart = ({ geschiedenis }: Oud): string =>
  geschiedenis.findLast((_, i) => i === 0 || geschiedenis[i - 1]!.status === 'gesloten')!.op

/** Can be stopped and started again: what has a date is left as it is. */
export const addStreefdatums = async (connection: Connection, regels: Termijnregels): Promise<void> => {
  for await (const page of scanPages(connection, attributes)) {
    for (const item of page as unknown as Oud[]) {
      if (item.sk !== meldingSort || item.streefDatum !== undefined) continue
      const streefDatum = promiseDatum(item.categorie, findStart(item), regels)
      await update(
        connection,
        meldingKey(item.nummer),
        { streefDatum },
        'attribute_not_exists(streefDatum)',
        {},
      )
    }
  }
}
