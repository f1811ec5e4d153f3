/** A melding as an item of the table, and back through its schema. */
import * as z from 'zod'
import { Kernherkomst, Reden, Status } from '../contract/melding.ts'
import { toKop } from '../domain/meldingBeeld.ts'
import type { MeldingRecord, MeldingRegel } from '../domain/ports.ts'
import type { Values } from './attributes.ts'
import { geslotenLijst, meldingKey, openLijst, volgorde } from './keys.ts'

const Gebeurtenis = z.object({
  status: Status,
  reden: Reden.optional(),
  geplandeDatum: z.string().optional(),
  toelichting: z.string().optional(),
  streefDatum: z.string().optional(),
  op: z.string(),
  door: z.string().optional(),
  sleutel: z.string().optional(),
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
  kop: z.string(),
})

const Item = Regel.omit({ kop: true }).extend({
  omschrijving: z.string(),
  geschiedenis: z.array(Gebeurtenis),
  volgcode: z.string(),
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

/** What a change writes: everything but the keys, and what may have gone as `undefined`. */
export const toMeldingChanges = (melding: MeldingRecord, bewaardOp: string): Values => {
  const { pk: _pk, sk: _sk, ...changes } = toMeldingItem(melding, { bewaardOp })
  return { reden: undefined, geplandeDatum: undefined, ...changes }
}

/** From the index `lijst`. */
export const fromRegelItem = (item: Values): MeldingRegel => {
  const { lon, lat, ...regel } = Regel.parse(item)
  return { ...regel, positie: [lon, lat] }
}
