/** Activity: how many meldingen and initiatieven per kern, and where (100 m cells). Public, without persons. */
import * as z from 'zod'
import { Datum, Kerncode, Periode } from './common.ts'
import { Status } from './melding.ts'

/** Both days included, Europe/Amsterdam, by day of registration. Without: everything up to today. */
export const ActiviteitVraag = z.strictObject({
  ...Periode,
  /** `toen`: the kern a melding has, the one it was handled under. `nu`: the kern its place lies in today. */
  indeling: z.enum(['toen', 'nu'], 'Kies toen of nu.').default('toen'),
})
/** Of one kern with `nu`: the cells whose centre lies in that kern today. */
export const DichtheidVraag = ActiviteitVraag.extend({ kern: Kerncode.optional() })

const Aantal = z.int().min(0)

export const KernActiviteit = z
  .object({
    kern: Kerncode,
    naam: z.string(),
    inwoners: z.int(),
    meldingen: Aantal,
    /** Meldingen per 1,000 inwoners, one decimal; null when the kern has no inhabitants, or no figure of them. */
    per1000Inwoners: z.number().nullable(),
    perStatus: z.partialRecord(Status, Aantal),
    perCategorie: z.record(z.string(), Aantal),
    initiatieven: Aantal,
    /** Of an earlier kernindeling; it holds what was closed then. */
    vervallen: z.literal(true).optional(),
  })
  .meta({ id: 'KernActiviteit' })
export type KernActiviteit = z.infer<typeof KernActiviteit>

export const Activiteit = z
  .object({
    vanDatum: Datum.nullable(),
    totDatum: Datum.nullable(),
    totaal: z.object({ meldingen: Aantal, initiatieven: Aantal }),
    kernen: z.array(KernActiviteit),
    /** Meldingen per calendar month `YYYY-MM`, oldest first; for the histogram beside the period. */
    perMaand: z.array(z.object({ maand: z.string(), meldingen: Aantal })),
  })
  .meta({ id: 'Activiteit' })
export type Activiteit = z.infer<typeof Activiteit>

/**
 * Heatmap: non-empty cells of about 100 m. `cellen` is flat — lon, lat (centre, 5 decimals), aantal — three
 * numbers a cell: a third of the bytes of GeoJSON, and the web makes its points from it.
 */
export const Dichtheid = z
  .object({
    vanDatum: Datum.nullable(),
    totDatum: Datum.nullable(),
    celMeter: z.number(),
    meldingen: Aantal,
    cellen: z.array(z.number()),
  })
  .meta({ id: 'Dichtheid' })
export type Dichtheid = z.infer<typeof Dichtheid>
