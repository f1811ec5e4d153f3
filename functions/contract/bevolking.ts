/**
 * Inhabitants per kern, in versions: a correction is a new version with its reason, never a change. Version 0 is
 * what the files of the gemeente say.
 */
import * as z from 'zod'
import { Datum, Instant, Kerncode } from './common.ts'
import { tekst } from './melding.ts'
import { aantal, meldOnbekend } from './wijkbudgetVelden.ts'

/** Control total: the sum of the figures beside the total that was stated with them, when there was one. */
export const Controle = z
  .object({
    som: z.int(),
    controletotaal: z.int().nullable(),
    /** som − controletotaal; anything but 0 blocks adoption of a verdeling made with these figures. */
    verschil: z.int().nullable(),
  })
  .meta({ id: 'Controle' })
export type Controle = z.infer<typeof Controle>

export const bevolkingsmethoden = ['CBS', 'telling', 'schatting'] as const

/**
 * Figures of every kern, as a list or as CSV text (`kern;inwoners`, or `buurtcode;inwoners` which is added up
 * over the kernindeling).
 */
export const NieuweBevolking = z
  .strictObject(
    {
      peildatum: Datum,
      bron: tekst('Bron', 200),
      methode: z.enum(bevolkingsmethoden, 'Kies CBS, telling of schatting.'),
      /** Why there is a new version. */
      reden: tekst('Reden', 500),
      controletotaal: aantal('controletotaal').optional(),
      cijfers: z
        .array(
          z.strictObject(
            { kern: Kerncode, inwoners: aantal('inwoners') },
            { error: meldOnbekend('een cijfer') },
          ),
          'cijfers moet een lijst zijn van kern en inwoners.',
        )
        .max(1000, 'Geef hoogstens 1.000 cijfers.')
        .optional(),
      csv: z.string('csv moet tekst zijn.').max(60_000, 'Het CSV-bestand is te groot.').optional(),
    },
    { error: meldOnbekend('een versie van de bevolking') },
  )
  .refine(({ cijfers, csv }) => (cijfers === undefined) !== (csv === undefined), {
    path: ['cijfers'],
    error: 'Geef cijfers of csv, niet allebei.',
  })
  .meta({ id: 'NieuweBevolking' })
export type NieuweBevolking = z.infer<typeof NieuweBevolking>

export const Bevolking = z
  .object({
    versie: z.int(),
    cijfers: z.array(
      z.object({
        kern: Kerncode,
        /** Null: no figure. It never counts as 0, and nothing can be divided with it. */
        inwoners: z.int().nullable(),
        peildatum: Datum,
        bron: z.string(),
        methode: z.string(),
      }),
    ),
    controle: Controle,
    /** Buurten or kernen for which the source had no figure, with what it said instead. */
    ontbrekend: z.array(z.object({ kern: Kerncode, code: z.string(), gegeven: z.string() })),
    reden: z.string(),
    /** Who entered it and when; null for version 0. */
    vastgelegdDoor: z.string().nullable(),
    vastgelegdOp: Instant.nullable(),
  })
  .meta({ id: 'Bevolking' })
export type Bevolking = z.infer<typeof Bevolking>

/** Every version, oldest first. */
export const Bevolkingsversies = z.object({ versies: z.array(Bevolking) }).meta({ id: 'Bevolkingsversies' })
