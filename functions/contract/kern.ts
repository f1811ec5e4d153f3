/** Kernen: village and town cores, with their outline and inhabitants. */
import * as z from 'zod'
import { Crs, Datum, Kerncode, Vlak } from './common.ts'
import { Kernherkomst } from './melding.ts'

export const Kern = z
  .object({
    code: Kerncode,
    naam: z.string(),
    inwoners: z.int(),
    peildatum: Datum,
    inwonersBron: z.string(),
    inwonersMethode: z.string(),
    buurtcodes: z.array(z.string()),
    /** Buurten of which only a part lies in this kern. */
    delen: z.array(z.string()).optional(),
    /** Where its name can stand: `[lon, lat]`, inside the outline. */
    labelPunt: z.tuple([z.number(), z.number()]),
    oppervlakteHa: z.number(),
    geometrie: Vlak,
  })
  .meta({ id: 'Kern' })
export type Kern = z.infer<typeof Kern>

export const Kernen = z
  .object({
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    bronvermelding: z.string(),
    /** The version of the kernindeling that holds today. */
    kernindeling: z.object({ versie: z.int(), geldigVanafDatum: Datum }),
    kernen: z.array(Kern),
  })
  .meta({ id: 'Kernen' })
export type Kernen = z.infer<typeof Kernen>

export const KernenVraag = z.strictObject({ crs: Crs })

/** A number written out, as text: `0x4`, `1e1` and `NaN` are mistakes, not places. */
const getal = /^[+-]?\d{1,9}(\.\d{1,20})?$/
const graden = (naam: string) =>
  z
    .string(`${naam} ontbreekt.`)
    .trim()
    .min(1, { error: `${naam} ontbreekt.`, abort: true })
    .regex(getal, `${naam} moet een getal zijn.`)
    .transform(Number)

/** Degrees; both required. */
export const ZoekVraag = z.strictObject({ lon: graden('lon'), lat: graden('lat') })

export const KernVanPunt = z
  .object({
    kern: Kerncode,
    naam: z.string(),
    herkomst: Kernherkomst,
    /** 0 inside the kern; otherwise the distance to it in whole metres. */
    afstandMeter: z.number(),
  })
  .meta({ id: 'KernVanPunt' })
