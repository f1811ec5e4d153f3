/** What a browser must know before it can show anything: which gemeente, which map, how staff sign in. */
import * as z from 'zod'
import { Datum } from './common.ts'

export const Categorie = z
  .object({
    code: z.string(),
    naam: z.string(),
    groep: z.object({ code: z.string(), naam: z.string() }),
    omschrijving: z.string(),
    /** What people type when they mean this, and single words that point at it: a form proposes by them. */
    voorbeelden: z.array(z.string()).optional(),
    trefwoorden: z.array(z.string()).optional(),
    /** Shown before anything is typed where there may be danger. */
    spoedtekst: z.string().optional(),
    /** Asked before anything else; who says yes is told to call `telefoon`, and the form goes no further. */
    gevaar: z.object({ vraag: z.string(), tekst: z.string(), telefoon: z.string() }).optional(),
    /** What handling this kind needs to know. */
    vragen: z
      .array(
        z.object({
          code: z.string(),
          vraag: z.string(),
          /** To choose from; absent: free text. */
          keuzes: z.array(z.string()).optional(),
          verplicht: z.boolean(),
        }),
      )
      .optional(),
    /** Within this many metres an open melding of the same kind may be the same one. */
    dubbelBinnenMeter: z.number(),
    /** Days after closing that personal data is kept, where it differs from that of the gemeente. */
    bewaartermijnDagen: z.int().optional(),
    termijn: z.object({ aantal: z.int(), eenheid: z.enum(['werkdagen', 'dagen']) }),
    /** Not public: in no list and on no map; only counted per kern. The rule: `domain/openbaarheid.ts`. */
    openbaar: z.boolean(),
  })
  .meta({ id: 'Categorie' })
export type Categorie = z.infer<typeof Categorie>

export const Categorieen = z.object({ categorieen: z.array(Categorie) }).meta({ id: 'Categorieen' })

/** Which days are no working days here, besides weekends; what it means: `domain/feestdagen.ts`. */
export const Werkkalender = z
  .object({
    bevrijdingsdag: z.enum(['ja', 'nee', 'elke-vijf-jaar']),
    goedeVrijdag: z.boolean(),
    sluitingsdagen: z.array(Datum).readonly(),
  })
  .meta({ id: 'Werkkalender' })

export const Instellingen = z
  .object({
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    kaart: z.object({
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      middelpunt: z.tuple([z.number(), z.number()]),
      zoom: z.number(),
    }),
    /** With `Categorie.termijn` and the rules of `domain/deadline.ts` this gives a date before anything is sent. */
    werkkalender: Werkkalender,
    bronvermelding: z.string(),
    /** Who answers for the service. */
    contact: z.object({ naam: z.string(), email: z.string(), url: z.string() }),
    /** Days after closing that contact data of a melding is kept. */
    bewaartermijnDagen: z.int(),
    voorbeeldgegevens: z.boolean(),
    aanmelden: z.object({
      issuer: z.string(),
      clientId: z.string(),
      scope: z.string(),
      resource: z.string().optional(),
    }),
    versie: z.string(),
  })
  .meta({ id: 'Instellingen' })
export type Instellingen = z.infer<typeof Instellingen>
