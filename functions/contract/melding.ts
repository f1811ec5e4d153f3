/** A melding: a resident's report about public space. What is public has no field for text or person. */
import * as z from 'zod'
import { Bbox, Crs, Datum, Instant, Kerncode, Pagina, Periode, Punt } from './common.ts'
import { FotoCode } from './foto.ts'

export const statussen = ['ontvangen', 'in-behandeling', 'gepland', 'gesloten'] as const
export const Status = z
  .enum(statussen, `Kies een status: ${statussen.join(', ')}.`)
  .meta({ id: 'Status', description: 'Publieke status van een melding' })
export type Status = z.infer<typeof Status>

export const redenen = ['opgelost', 'niet-van-ons', 'geen-actie', 'dubbel', 'ingetrokken'] as const
export const Reden = z
  .enum(redenen, `Kies een reden: ${redenen.join(', ')}.`)
  .meta({ id: 'Reden', description: 'Waarom een melding gesloten is' })
export type Reden = z.infer<typeof Reden>

/** `afgeleid`: the point lies in the gemeente but in no kern, so the nearest kern was taken. */
export const Kernherkomst = z.enum(['binnen', 'afgeleid'])

/** M (melding) or I (initiatief) and 40 bits in Crockford base32, without I, L, O and U: easy to read aloud. */
export const Nummer = z
  .string()
  .regex(/^[MI]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/, 'Een nummer ziet eruit als M-4F7K-2M9Q.')
  .meta({ id: 'Nummer' })

export const maxTekst = 4000

/** No control characters (Cc) besides line breaks and tabs, no halves of a character (Cs). */
const zichtbaar = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u

/** Only spaces and signs without a form of their own (Cf: zero-width space, soft hyphen): nobody can read it. */
const onzichtbaar = /^[\p{White_Space}\p{Cf}]+$/u

/** Required free text: trimmed, 1 to `max` characters, and nothing that cannot be shown. */
export const tekst = (naam: string, max: number) =>
  z
    .string({
      error: ({ input }) => (input === undefined ? `${naam} ontbreekt.` : `${naam} moet tekst zijn.`),
    })
    .trim()
    .min(1, `Vul bij ${naam.toLowerCase()} iets in.`)
    .refine((waarde) => !onzichtbaar.test(waarde), `Vul bij ${naam.toLowerCase()} iets in.`)
    .max(max, `${naam} is te lang: maximaal ${max.toLocaleString('nl-NL')} tekens.`)
    .regex(zichtbaar, `${naam} bevat tekens die niet kunnen.`)

export const Contact = z
  .strictObject({
    naam: tekst('Naam', 200).optional(),
    email: z.email('Dit is geen geldig e-mailadres.').max(254).optional(),
    telefoon: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{6,20}$/, 'Dit is geen geldig telefoonnummer.')
      .optional(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

/**
 * The last day on which the gemeente wants to have it done. It moves when the reporter answered a question, when the
 * categorie changed and when a melding opens again; the history says why.
 */
export const StreefDatum = Datum.meta({ description: 'Uiterlijk op deze dag wil de gemeente klaar zijn' })

/**
 * What a form knows of how it was filled in: a field that people do not see must stay empty, and nobody writes a
 * melding within seconds. Who calls the API without a form leaves it out; the budgets hold for everybody.
 */
export const Formulier = z.strictObject({
  lokveld: z.string().max(200).default(''),
  invultijdMillis: z.int().min(0),
})

export const NieuweMelding = z
  .strictObject({
    categorie: z.string('Kies een categorie.').min(1, 'Kies een categorie.').max(80),
    omschrijving: tekst('Omschrijving', maxTekst),
    geometrie: Punt,
    contact: Contact.optional(),
    /** To the extra questions of the categorie, by the code of each. */
    antwoorden: z.record(z.string().max(60), tekst('Antwoord', 500)).optional(),
    /** Pictures that were uploaded before (`createFoto`). One that could not be cleaned never stops a melding. */
    fotos: z.array(FotoCode).max(3, 'U kunt hoogstens 3 foto’s meesturen.').optional(),
    formulier: Formulier.optional(),
  })
  .meta({ id: 'NieuweMelding' })
export type NieuweMelding = z.infer<typeof NieuweMelding>

/** The receipt. `volglink` holds its secret behind `#`, which browsers never send. */
export const MeldingOntvangst = z
  .object({
    nummer: Nummer,
    kern: Kerncode,
    kernNaam: z.string(),
    kernHerkomst: Kernherkomst,
    status: Status,
    geregistreerdOp: Instant,
    streefDatum: StreefDatum,
    volglink: z.string(),
  })
  .meta({ id: 'MeldingOntvangst' })
export type MeldingOntvangst = z.infer<typeof MeldingOntvangst>

/** What everybody may see. */
export const Melding = z
  .object({
    nummer: Nummer,
    categorie: z.string(),
    kern: Kerncode,
    kernHerkomst: Kernherkomst,
    status: Status,
    reden: Reden.optional(),
    geplandeDatum: Datum.optional(),
    geregistreerdOp: Instant,
    gewijzigdOp: Instant,
    streefDatum: StreefDatum,
    geometrie: Punt,
  })
  .meta({ id: 'Melding' })
export type Melding = z.infer<typeof Melding>

export const MeldingVraag = z.strictObject({
  kern: Kerncode.optional(),
  categorie: z.string().max(80).optional(),
  status: Status.optional(),
  bbox: Bbox.optional(),
  'bbox-crs': Crs,
  crs: Crs,
  ...Periode,
  ...Pagina,
})

export const MeldingPagina = z
  .object({ meldingen: z.array(Melding), volgende: z.string().optional() })
  .meta({ id: 'MeldingPagina' })
