/** A melding as an item of the table, and back through its schema. */
import * as z from 'zod'
import { Taak } from '../contract/behandeling.ts'
import { Kernherkomst, Reden, Status } from '../contract/melding.ts'
import { regelsoorten } from '../contract/opvolging.ts'
import { toKop } from '../domain/meldingBeeld.ts'
import type { MeldingRecord, MeldingRegel } from '../domain/ports.ts'
import type { Values } from './attributes.ts'
import { geslotenLijst, meldingKey, openLijst, volgorde } from './keys.ts'

const Gebeurtenis = z.object({
  soort: z.enum(regelsoorten).optional(),
  status: Status,
  reden: Reden.optional(),
  geplandeDatum: z.string().optional(),
  toelichting: z.string().optional(),
  categorie: z.string().optional(),
  team: z.string().optional(),
  medewerker: z.string().optional(),
  taak: z.int().optional(),
  melding: z.string().optional(),
  streefDatum: z.string().optional(),
  op: z.string(),
  door: z.string().optional(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

const Regel = z.object({
  nummer: z.string(),
  categorie: z.string(),
  lon: z.number(),
  lat: z.number(),
  kern: z.string(),
  kernHerkomst: Kernherkomst,
  status: Status,
  reden: Reden.optional(),
  geplandeDatum: z.string().optional(),
  versie: z.int(),
  geregistreerdOp: z.string(),
  gewijzigdOp: z.string(),
  streefDatum: z.string(),
  team: z.string().optional(),
  medewerker: z.string().optional(),
  wachtSinds: z.string().optional(),
  postMislukt: z.boolean().optional(),
  kop: z.string(),
})

const Item = Regel.omit({ kop: true }).extend({
  omschrijving: z.string(),
  geschiedenis: z.array(Gebeurtenis),
  volgcode: z.string(),
  waarom: z.string().optional(),
  antwoorden: z.record(z.string(), z.string()).optional(),
  fotos: z.array(z.string()).optional(),
  hoofdmelding: z.string().optional(),
  deelmeldingen: z.array(z.string()).optional(),
  taken: z.array(Taak).optional(),
  persoonlijk: z.boolean().optional(),
  gewistDatum: z.string().optional(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

/**
 * `bewaardOp` is when the table got it, which an import makes years later than `geregistreerdOp`: a rebuild
 * of the counts needs it. `heeftContact` only says that a contact item exists.
 */
export const toMeldingItem = (
  { positie: [lon, lat], ...melding }: MeldingRecord,
  extra: { bewaardOp: string; heeftContact?: boolean },
): Values => ({
  ...meldingKey(melding.nummer),
  ...melding,
  lon,
  lat,
  kop: toKop(melding.omschrijving),
  lijst: (melding.status === 'gesloten' ? geslotenLijst : openLijst)(melding.kern),
  volgorde: volgorde(melding.geregistreerdOp, melding.nummer),
  bewaardOp: extra.bewaardOp,
  ...(extra.heeftContact && { heeftContact: true }),
})

export const fromMeldingItem = (item: Values): MeldingRecord => {
  const { lon, lat, ...melding } = Item.parse(item)
  return { ...melding, positie: [lon, lat] }
}

const mayGo = Object.fromEntries(
  Object.entries(Item.shape)
    .filter(([, schema]) => schema instanceof z.ZodOptional)
    .map(([name]) => [name, undefined]),
)

/**
 * What a change writes: everything but the keys, and what may have gone as `undefined`. Not `postMislukt`, which who
 * sends mail keeps.
 */
export const toMeldingChanges = (melding: MeldingRecord, bewaardOp: string): Values => {
  const item = { ...mayGo, ...toMeldingItem(melding, { bewaardOp }) }
  const { pk: _pk, sk: _sk, postMislukt: _postMislukt, ...changes } = item
  return changes
}

/** From the index `lijst`. */
export const fromRegelItem = (item: Values): MeldingRegel => {
  const { lon, lat, ...regel } = Regel.parse(item)
  return { ...regel, positie: [lon, lat] }
}
