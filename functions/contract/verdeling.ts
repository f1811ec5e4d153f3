/** A verdeling: one computed distribution of a year's wijkbudget, proposed by one person, adopted by another. */
import * as z from 'zod'
import { Controle } from './bevolking.ts'
import { Datum, Instant } from './common.ts'
import { tekst } from './melding.ts'
import { BerekenAntwoord, BerekenVraag } from './wijkbudget.ts'
import { aantal } from './wijkbudgetVelden.ts'

/** Inputs, never amounts: the server computes. Without `berekening.kernen` the gemeente's own figures are used. */
export const NieuweVerdeling = z
  .strictObject({
    berekening: z.record(
      z.string(),
      z.unknown(),
      'Geef de berekening: methode, totaal en wat de methode vraagt.',
    ),
    /** Absent: the newest version of the population with a peildatum in or before the year. */
    bevolkingVersie: z.int('bevolkingVersie moet een geheel getal zijn.').min(0).optional(),
    /** What the inwoners should add up to; absent: what the version of the population says. */
    controletotaal: aantal('controletotaal').optional(),
    toelichting: tekst('Toelichting', 2000).optional(),
  })
  .meta({ id: 'NieuweVerdeling' })
export type NieuweVerdeling = z.infer<typeof NieuweVerdeling>

export const Vaststelling = z
  .strictObject({
    orgaan: tekst('Orgaan', 120),
    besluitnummer: tekst('Besluitnummer', 60),
    besluitDatum: Datum,
  })
  .meta({ id: 'Vaststelling' })
export type Vaststelling = z.infer<typeof Vaststelling>

export const Verdeling = z
  .object({
    jaar: z.int(),
    versie: z.int(),
    status: z.enum(['concept', 'vastgesteld']),
    vraag: BerekenVraag,
    antwoord: BerekenAntwoord,
    /** Where the inhabitants come from, per kern, frozen with the proposal. */
    bevolking: z.array(z.object({ kern: z.string(), inwoners: z.int(), peildatum: Datum, bron: z.string() })),
    /** Version of the population that the figures come from. */
    bevolkingVersie: z.int().optional(),
    controle: Controle.optional(),
    /** SHA-256 (hex) of question, method version and answer in canonical JSON. */
    hash: z.string(),
    toelichting: z.string().optional(),
    voorgesteldDoor: z.string(),
    voorgesteldOp: Instant,
    vaststelling: Vaststelling.extend({ vastgesteldDoor: z.string(), vastgesteldOp: Instant }).optional(),
  })
  .meta({ id: 'Verdeling' })
export type Verdeling = z.infer<typeof Verdeling>

/** Staff: every version, newest last, with who proposed and who adopted. */
export const Verdelingen = z
  .object({
    jaar: z.int(),
    verdelingen: z.array(Verdeling),
    /** Version in force: the highest adopted one. */
    geldend: z.int().nullable(),
  })
  .meta({ id: 'Verdelingen' })

/** Public: what was adopted, without names. */
const VastgesteldeVerdeling = Verdeling.pick({
  versie: true,
  vraag: true,
  antwoord: true,
  bevolking: true,
  bevolkingVersie: true,
  hash: true,
})
  .extend({ vaststelling: Vaststelling })
  .meta({ id: 'VastgesteldeVerdeling' })

export const Wijkbudget = z
  .object({
    jaar: z.int(),
    /** The adopted version in force, or null when nothing was adopted yet. */
    geldend: VastgesteldeVerdeling.nullable(),
    /** What was in force a year earlier, to compare with: amounts in cents per kern. */
    vorigJaar: z
      .object({ jaar: z.int(), versie: z.int(), bedragen: z.record(z.string(), z.int()) })
      .nullable(),
  })
  .meta({ id: 'Wijkbudget' })
export type Wijkbudget = z.infer<typeof Wijkbudget>
