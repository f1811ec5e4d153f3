/** Open meldingen near a place, before a new one is sent: perhaps somebody told it already. */
import * as z from 'zod'
import { Punt } from './common.ts'
import { Melding, maxTekst } from './melding.ts'

/** The words typed so far help to find the same one; they travel in the body, so no log or address holds them. */
export const NabijVraag = z
  .strictObject({
    categorie: z.string('Kies een categorie.').min(1, 'Kies een categorie.').max(80),
    geometrie: Punt,
    omschrijving: z.string().max(maxTekst).optional(),
  })
  .meta({ id: 'NabijVraag' })
export type NabijVraag = z.infer<typeof NabijVraag>

/** Most likely the same first, at most five; distances in whole metres. */
export const Nabij = z
  .object({ meldingen: z.array(Melding.extend({ afstandMeter: z.int() })) })
  .meta({ id: 'Nabij' })
export type Nabij = z.infer<typeof Nabij>
