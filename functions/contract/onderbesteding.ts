/** Money that kernen did not spend at a reference date, and the proposal to move it. */
import * as z from 'zod'
import { Datum, Kerncode } from './common.ts'
import { tekst } from './melding.ts'
import { centen, kernen, meldOnbekend } from './wijkbudgetVelden.ts'

/** `peildatum`: the last day that counts; absent: 1 November of the year. */
export const OnderbestedingVraag = z.strictObject({ peildatum: Datum.optional() })

const bedragen = {
  /** opening + toegekend − teruggevorderd */
  budgetCenten: z.int(),
  /** Paid, reserved and committed. */
  vastgelegdCenten: z.int(),
  vrijCenten: z.int(),
  /** vrij as hundredths of a percent of the budget; null without budget. */
  vrijPct: z.int().nullable(),
}

export const Onderbesteding = z
  .object({
    jaar: z.int(),
    peildatum: Datum,
    kernen: z.array(z.object({ kern: Kerncode, naam: z.string(), ...bedragen })),
    totaal: z.object(bedragen),
  })
  .meta({ id: 'Onderbesteding' })
export type Onderbesteding = z.infer<typeof Onderbesteding>

/** Only what is asked comes from the caller; budget and commitments come from the ledgers. */
export const NieuweHerverdeling = z
  .strictObject(
    {
      peildatum: Datum.optional(),
      /** Open requests per kern; a kern that is absent asks nothing. */
      aanvragen: kernen({ openAanvraagCenten: centen('openAanvraagCenten') }),
      eenheidCenten: z.int('eenheidCenten moet een geheel getal zijn.').min(1).max(10_000_000).default(1),
      toelichting: tekst('Toelichting', 2000).optional(),
    },
    { error: meldOnbekend('een herverdeling') },
  )
  .meta({ id: 'NieuweHerverdeling' })
export type NieuweHerverdeling = z.infer<typeof NieuweHerverdeling>
