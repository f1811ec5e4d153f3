/** Everything an auditor asks of one verdeling: who, when, which figures, computed again, and what a correction changed. */
import * as z from 'zod'
import { Bevolking, Controle } from './bevolking.ts'
import { Verdeling } from './verdeling.ts'

export const VerdelingControle = z
  .object({
    verdeling: Verdeling,
    /** The question computed again by the stored version of the method. */
    herberekening: z.object({
      methodeVersie: z.int(),
      hash: z.string(),
      /** The hash is the stored one. */
      hashKlopt: z.boolean(),
      /** The answer is the stored one, byte for byte in canonical JSON. */
      antwoordKlopt: z.boolean(),
    }),
    /** What was looked at, in words. */
    punten: z.array(
      z.object({
        punt: z.enum(['som', 'herberekening', 'controletotaal', 'vier-ogen', 'grootboek']),
        uitkomst: z.enum(['klopt', 'wijkt-af', 'niet-van-toepassing']),
        uitleg: z.string(),
      }),
    ),
    controle: Controle,
    /** The version of the population that was used, as it is kept. */
    bevolking: Bevolking.nullable(),
    /** Against the adopted version before it: the difference per kern; null for the first. */
    correctie: z
      .object({
        opVersie: z.int(),
        rijen: z.array(
          z.object({
            kern: z.string(),
            oudCenten: z.int(),
            nieuwCenten: z.int(),
            verschilCenten: z.int(),
            verschilPct: z.int().nullable(),
          }),
        ),
      })
      .nullable(),
    /** What adoption booked in the ledgers. */
    boekingen: z.array(
      z.object({
        kern: z.string(),
        volgnummer: z.int(),
        soort: z.enum(['toekenning', 'terugvordering']),
        bedragCenten: z.int(),
      }),
    ),
  })
  .meta({ id: 'VerdelingControle' })
export type VerdelingControle = z.infer<typeof VerdelingControle>
