/** Lists of meldingen: which partitions and conditions answer a question. */
import * as z from 'zod'
import type { Bladzijde, LijstVraag, MeldingRegel, OpenWerk } from '../domain/ports.ts'
import { toAttributes, type Values } from './attributes.ts'
import { type Connection, queryAll } from './connection.ts'
import { absent, equals, type Filter, inBbox, inVensters, mergeFilters, oneOf } from './filter.ts'
import { alias, aliases, geslotenLijst, openLijst } from './keys.ts'
import { type Lijst, pickWhere, readBladzijde } from './lijst.ts'
import { fromRegelItem } from './meldingItem.ts'
import { table } from './table.ts'
import { createZoeker } from './zoeken.ts'

/** Which partitions hold what is asked; without a status both, see `lijst.ts` for their order. */
const toPhases = ({ kernen, status, open: alleenOpen, termijn }: LijstVraag): string[][] => {
  const open = kernen.map(openLijst)
  const gesloten = kernen.map(geslotenLijst)
  // What is closed has no term that runs.
  if (alleenOpen || termijn) return status === 'gesloten' ? [] : [open]
  if (status === undefined) return [open, gesloten, open]
  return [status === 'gesloten' ? gesloten : open]
}

/** `-` is for what nobody has. */
const ofMedewerker = (medewerker: string | undefined): Filter =>
  medewerker === '-' ? absent('medewerker') : equals('medewerker', medewerker)

const toFilter = (vraag: LijstVraag): Filter =>
  mergeFilters([
    equals('categorie', vraag.categorie),
    oneOf('categorie', vraag.alleenCategorieen),
    equals('team', vraag.team),
    ofMedewerker(vraag.medewerker),
    inVensters(vraag.termijn?.vensters),
    equals('status', vraag.status === 'gesloten' ? undefined : vraag.status),
    inBbox(vraag.bbox),
  ])

const toPick = (connection: Connection, { termijn, tekst }: LijstVraag): Lijst['pick'] => {
  if (!termijn && tekst === undefined) return undefined
  const zoeker = tekst === undefined ? undefined : createZoeker(connection, tekst)
  return {
    naam: JSON.stringify([termijn?.naam, tekst]),
    picker: pickWhere((entry) => termijn?.past(fromRegelItem(entry)) ?? true, zoeker),
  }
}

/** See `MeldingStore.list`. */
export const listMeldingen = (
  connection: Connection,
  cursorKey: string,
  vraag: LijstVraag,
): Promise<Bladzijde<MeldingRegel>> => {
  const pick = toPick(connection, vraag)
  const lijst: Lijst = {
    connection,
    cursorKey,
    naam: 'meldingen',
    phases: toPhases(vraag),
    filter: toFilter(vraag),
    ...(pick && { pick }),
  }
  return readBladzijde(lijst, vraag, fromRegelItem)
}

const OpenItem = z.object({
  nummer: z.string(),
  kern: z.string(),
  categorie: z.string(),
  streefDatum: z.string(),
  team: z.string().optional(),
  medewerker: z.string().optional(),
  wachtSinds: z.string().optional(),
})

/** See `MeldingStore.listOpenWerk`. Only these attributes come over the line; the whole entries are paid for. */
export const listOpenWerk = async (
  connection: Connection,
  kernen: readonly string[],
): Promise<OpenWerk[]> => {
  const attributes = Object.keys(OpenItem.shape)
  const items = await Promise.all(
    kernen.map(
      (kern): Promise<Values[]> =>
        queryAll(connection, {
          IndexName: table.index.name,
          KeyConditionExpression: `${alias('lijst')} = :lijst`,
          ExpressionAttributeValues: toAttributes({ ':lijst': openLijst(kern) }),
          ExpressionAttributeNames: aliases(['lijst', ...attributes]),
          ProjectionExpression: attributes.map(alias).join(', '),
        }),
    ),
  )
  return items.flat().map((item) => OpenItem.parse(item))
}
