/** Ledgers as items: a stand per kern and year, and boekingen with their lines. */
import * as z from 'zod'
import { Grootboekregel } from '../contract/grootboek.ts'
import type { GrootboekSleutel, RegelRecord, StandRecord } from '../domain/ports.ts'
import type { BoekingRecord, Boekopdracht } from '../domain/wijkbudget/ports.ts'
import type { Values } from './attributes.ts'
import { boekingKey, grootboekPartition, standKey } from './keys.ts'

const centen = z.int()
const StandItem = z.object({
  jaar: z.int(),
  kern: z.string(),
  versie: z.int(),
  bijgewerktOp: z.string(),
  regels: z.int(),
  openingCenten: centen,
  toegekendCenten: centen,
  teruggevorderdCenten: centen,
  betaaldCenten: centen,
  gebondenCenten: centen,
  saldoCenten: centen,
  vrijCenten: centen,
  open: z.record(z.string(), centen),
  tegengeboekt: z.array(z.int()),
  gesloten: z.boolean(),
})
const BoekingItem = z.object({
  op: z.string(),
  door: z.string(),
  inhoud: z.string().optional(),
  regels: z.array(Grootboekregel.extend({ jaar: z.int(), kern: z.string() })),
})

export const toStandItem = (stand: StandRecord): Values => ({ ...standKey(stand.jaar, stand.kern), ...stand })
export const fromStandItem = (item: Values): StandRecord => StandItem.parse(item)
export const fromBoekingItem = (item: Values): BoekingRecord => BoekingItem.parse(item)

const inYear = ({ vaststelling }: Boekopdracht): boolean => vaststelling !== undefined
const placeOf = (opdracht: Boekopdracht, { jaar, kern }: GrootboekSleutel): string =>
  grootboekPartition(jaar, inYear(opdracht) ? undefined : kern)

/**
 * Where the lines of a boeking are kept: those of an adopted verdeling together in the partition of the year, other
 * ones with their kern. The first place tells whether the boeking was made.
 */
export const placesOf = (opdracht: Boekopdracht): string[] =>
  opdracht.vaststelling
    ? [grootboekPartition(opdracht.vaststelling.verdeling.jaar)]
    : [...new Set(opdracht.grootboeken.map((sleutel) => placeOf(opdracht, sleutel)))]

/** One item per place; a place without lines (nothing changed for anybody) still says that it was booked. */
export const toBoekingItems = (opdracht: Boekopdracht, regels: readonly RegelRecord[]): Values[] =>
  placesOf(opdracht).map((place) => ({
    ...boekingKey(place, opdracht.sleutel),
    op: opdracht.op,
    door: opdracht.door,
    inhoud: opdracht.inhoud,
    regels: regels.filter((regel) => placeOf(opdracht, regel) === place),
  }))
