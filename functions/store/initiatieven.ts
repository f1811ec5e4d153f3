/** Initiatieven: public plans, so the list shows their whole text. */
import * as z from 'zod'
import { Hulp, Kernwijziging } from '../contract/initiatief.ts'
import { Kernherkomst } from '../contract/melding.ts'
import type { InitiatiefRecord, InitiatiefStore } from '../domain/ports.ts'
import type { Values } from './attributes.ts'
import { type Connection, getItem, isAbsent, put } from './connection.ts'
import { inBbox } from './filter.ts'
import { initiatiefKey, initiatiefLijst, volgorde } from './keys.ts'
import { readBladzijde } from './lijst.ts'

/** `plan` is the omschrijving under a name of its own: the index shows this text and never that of a melding. */
const Item = z.object({
  nummer: z.string(),
  titel: z.string(),
  plan: z.string(),
  hulp: z.array(Hulp),
  kern: z.string(),
  kernHerkomst: Kernherkomst,
  status: z.literal('ingediend'),
  geregistreerdOp: z.string(),
  lon: z.number(),
  lat: z.number(),
  kernwijzigingen: z.array(Kernwijziging).optional(),
  versie: z.int(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

const toItem = (initiatief: InitiatiefRecord, bewaardOp: string): Values => {
  const { positie, omschrijving, ...rest } = initiatief
  return {
    ...initiatiefKey(initiatief.nummer),
    ...rest,
    plan: omschrijving,
    lon: positie[0],
    lat: positie[1],
    lijst: initiatiefLijst(initiatief.kern),
    volgorde: volgorde(initiatief.geregistreerdOp, initiatief.nummer),
    bewaardOp,
  }
}

const fromItem = (item: Values): InitiatiefRecord => {
  const { lon, lat, plan, ...rest } = Item.parse(item)
  return { ...rest, omschrijving: plan, positie: [lon, lat] }
}

export const createInitiatiefStore = (deps: {
  connection: Connection
  cursorKey: string
  now(): Date
}): InitiatiefStore => ({
  async add(initiatief) {
    const outcome = await put(deps.connection, toItem(initiatief, deps.now().toISOString()), isAbsent)
    if (outcome.written) return { soort: 'nieuw' }
    return { soort: 'bestaat', aanwezig: fromItem(outcome.present ?? {}) }
  },

  async find(nummer) {
    const item = await getItem(deps.connection, initiatiefKey(nummer))
    return item && fromItem(item)
  },

  list(vraag) {
    const filter = inBbox(vraag.bbox)
    const phases = [vraag.kernen.map(initiatiefLijst)]
    const lijst = {
      connection: deps.connection,
      cursorKey: deps.cursorKey,
      naam: 'initiatieven',
      phases,
      filter,
    }
    return readBladzijde(lijst, vraag, fromItem)
  },
})
