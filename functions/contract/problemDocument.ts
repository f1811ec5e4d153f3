import * as z from 'zod'

/** The document that leaves the building: `application/problem+json`. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    toegestaan: z.array(z.string()).optional(),
    tekortCenten: z.int().optional(),
    afstandMeter: z.number().optional(),
    huidigeVersie: z.int().optional(),
    wachtSeconden: z.int().optional(),
    uitdaging: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' })
