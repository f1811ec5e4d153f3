/** An initiatief: a plan by residents for their surroundings, with or without money. */
import * as z from 'zod'
import { Bbox, Crs, Instant, Kerncode, Pagina, Periode, Punt } from './common.ts'
import { Kernherkomst, maxTekst, Nummer, tekst } from './melding.ts'

/** Help asked for; many plans need no money (Steenbergen's practice). */
export const hulpsoorten = ['geld', 'kennis', 'ruimte', 'materiaal', 'vergunning', 'aandacht'] as const
export const Hulp = z.enum(hulpsoorten, `Kies uit: ${hulpsoorten.join(', ')}.`).meta({ id: 'Hulp' })
export type Hulp = z.infer<typeof Hulp>

export const NieuwInitiatief = z
  .strictObject({
    titel: tekst('Titel', 120),
    omschrijving: tekst('Omschrijving', maxTekst),
    hulp: z
      .array(Hulp, 'Geef een lijst met hulp die u vraagt.')
      .max(hulpsoorten.length)
      .refine((hulp) => new Set(hulp).size === hulp.length, 'Noem elke soort hulp één keer.'),
    geometrie: Punt,
  })
  .meta({ id: 'NieuwInitiatief' })
export type NieuwInitiatief = z.infer<typeof NieuwInitiatief>

export const Kernwijziging = z.object({ toelichting: z.string(), op: Instant }).meta({ id: 'Kernwijziging' })

/** Public: the text of an initiatief is meant to be read by everybody, so the form says so. */
export const Initiatief = z
  .object({
    nummer: Nummer,
    titel: z.string(),
    omschrijving: z.string(),
    hulp: z.array(Hulp),
    kern: Kerncode,
    kernHerkomst: Kernherkomst,
    status: z.literal('ingediend'),
    geregistreerdOp: Instant,
    geometrie: Punt,
    /** How it came to another kern, oldest first; absent when it never did. */
    kernwijzigingen: z.array(Kernwijziging).optional(),
  })
  .meta({ id: 'Initiatief' })
export type Initiatief = z.infer<typeof Initiatief>

export const InitiatiefVraag = z.strictObject({
  kern: Kerncode.optional(),
  bbox: Bbox.optional(),
  'bbox-crs': Crs,
  crs: Crs,
  ...Periode,
  ...Pagina,
})

export const InitiatiefPagina = z
  .object({ initiatieven: z.array(Initiatief), volgende: z.string().optional() })
  .meta({ id: 'InitiatiefPagina' })
