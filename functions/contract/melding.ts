/** A melding: a resident's report about public space. What is public has no field for text or person. */
import * as z from 'zod'
import { Bbox, Crs, Datum, Instant, Kerncode, Pagina, Periode, Punt } from './common.ts'

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

/** Why somebody of the gemeente looks at contact data; kept in the log with who and when. */
const contactdoelen = ['terugbellen', 'vraag', 'afhandeling'] as const
export type Contactdoel = (typeof contactdoelen)[number]
export const ContactVraag = z.strictObject({
  doel: z.enum(contactdoelen, `Zeg met doel waarvoor u dit nodig hebt: ${contactdoelen.join(', ')}.`),
})

/** The last day on which the gemeente wants to have it done; a new one only when a melding opens again. */
const StreefDatum = Datum.meta({ description: 'Uiterlijk op deze dag wil de gemeente klaar zijn' })

export const signalen = ['op-tijd', 'bijna', 'te-laat', 'veel-te-laat'] as const

export const NieuweMelding = z
  .strictObject({
    categorie: z.string('Kies een categorie.').min(1, 'Kies een categorie.').max(80),
    omschrijving: tekst('Omschrijving', maxTekst),
    geometrie: Punt,
    contact: Contact.optional(),
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

/** `laat`: only what is open and past its date, today in Amsterdam. */
export const BehandelingVraag = MeldingVraag.extend({
  laat: z
    .enum(['true', 'false'], 'laat is true of false.')
    .transform((word) => word === 'true')
    .optional(),
})

export const MeldingPagina = z
  .object({ meldingen: z.array(Melding), volgende: z.string().optional() })
  .meta({ id: 'MeldingPagina' })

/** One line of what happened, as the reporter may read it. */
export const Statusregel = z
  .object({
    status: Status,
    reden: Reden.optional(),
    geplandeDatum: Datum.optional(),
    toelichting: z.string().optional(),
    /** The date that was promised by this line: at the start, and when it was opened again. */
    streefDatum: Datum.optional(),
    op: Instant,
  })
  .meta({ id: 'Statusregel' })
export type Statusregel = z.infer<typeof Statusregel>

/** What the reporter sees with the secret of the volglink. */
export const Opvolging = Melding.extend({
  omschrijving: z.string(),
  geschiedenis: z.array(Statusregel),
}).meta({ id: 'Opvolging' })

/** What a coördinator sees in the list: the public shape, the first words and the version. */
export const Behandeling = Melding.extend({
  kop: z.string(),
  versie: z.int(),
  /** Where its term stands today; a closed one has none. */
  signaal: z.enum(signalen).optional(),
}).meta({ id: 'Behandeling' })
export type Behandeling = z.infer<typeof Behandeling>

export const BehandelingPagina = z
  .object({ behandelingen: z.array(Behandeling), volgende: z.string().optional() })
  .meta({ id: 'BehandelingPagina' })

export const BehandelingDetail = Behandeling.extend({
  omschrijving: z.string(),
  geschiedenis: z.array(Statusregel.extend({ door: z.string().optional() })),
  toegestaan: z.array(Status),
  /** Which contact fields there are; what stands in them is not shown here. */
  contactvelden: z.array(z.enum(['naam', 'email', 'telefoon'])),
}).meta({ id: 'BehandelingDetail' })
export type BehandelingDetail = z.infer<typeof BehandelingDetail>

/** `versie` is the version the coördinator looked at: a second writer gets 409 `versie-verouderd`. */
export const NieuweStatus = z
  .strictObject({
    status: Status,
    reden: Reden.optional(),
    geplandeDatum: Datum.optional(),
    toelichting: tekst('Toelichting', 2000).optional(),
    versie: z.int('versie moet een geheel getal zijn.').min(1),
  })
  .superRefine((waarde, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (waarde.status === 'gesloten' && !waarde.reden) wrong('reden', 'Kies een reden bij sluiten.')
    if (waarde.status !== 'gesloten' && waarde.reden) wrong('reden', 'Een reden hoort alleen bij gesloten.')
    if (waarde.status === 'gepland' && !waarde.geplandeDatum) wrong('geplandeDatum', 'Kies een datum.')
    if (waarde.status !== 'gepland' && waarde.geplandeDatum)
      wrong('geplandeDatum', 'Een datum hoort alleen bij gepland.')
  })
  .meta({ id: 'NieuweStatus' })
export type NieuweStatus = z.infer<typeof NieuweStatus>
