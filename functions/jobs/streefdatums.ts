/**
 * Gives meldingen of before there were dates or teams the date and the team they would have had; for a table that an older
 * version made.
 */
import { promiseDatum } from '../domain/belofte.ts'
import type { Gebeurtenis, GemeenteFeiten } from '../domain/ports.ts'
import type { Values } from '../store/attributes.ts'
import { type Connection, update } from '../store/connection.ts'
import { alias, meldingKey, meldingSort } from '../store/keys.ts'
import { scanPages } from '../store/scan.ts'

type Oud = {
  sk: string
  nummer: string
  categorie: string
  streefDatum?: string
  team?: string
  geschiedenis: Gebeurtenis[]
}
const attributes: (keyof Oud)[] = ['sk', 'nummer', 'categorie', 'streefDatum', 'team', 'geschiedenis']

/** At its start, or when it was opened again: then a new term began. */
const findStart = ({ geschiedenis }: Oud): string =>
  geschiedenis.findLast((_, i) => i === 0 || geschiedenis[i - 1]!.status === 'gesloten')!.op

type Regels = Pick<GemeenteFeiten, 'categorieen' | 'isWerkdag'>

/** What is missing; a categorie that the settings no longer have leaves no team. */
const findMissing = (item: Oud, regels: Regels): Values => {
  const team = regels.categorieen.find(({ code }) => code === item.categorie)?.team
  return {
    ...(item.streefDatum === undefined && {
      streefDatum: promiseDatum(item.categorie, findStart(item), regels),
    }),
    ...(item.team === undefined && team && { team }),
  }
}

/** Can be stopped and started again: what is there is left as it is. */
export const addStreefdatums = async (connection: Connection, regels: Regels): Promise<void> => {
  for await (const page of scanPages(connection, attributes)) {
    for (const item of page as unknown as Oud[]) {
      if (item.sk !== meldingSort) continue
      const missing = findMissing(item, regels)
      const absent = Object.keys(missing).map((name) => `attribute_not_exists(${alias(name)})`)
      if (absent.length > 0)
        await update(connection, meldingKey(item.nummer), missing, absent.join(' AND '), {})
    }
  }
}
