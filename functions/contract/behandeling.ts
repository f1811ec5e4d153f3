/** Handling meldingen: the list of staff, one of them open, and what goes with it. */
import * as z from 'zod'
import { Datum, Instant, Kerncode } from './common.ts'
import { Foto } from './foto.ts'
import { Melding, MeldingVraag, Nummer, Reden, Status } from './melding.ts'
import { Statusregel } from './opvolging.ts'
import { Medewerkernaam, Team, wijzigingsoorten } from './wijziging.ts'

/** Why somebody of the gemeente looks at contact data; kept in the log with who and when. */
const contactdoelen = ['terugbellen', 'vraag', 'afhandeling'] as const
export type Contactdoel = (typeof contactdoelen)[number]
export const ContactVraag = z.strictObject({
  doel: z.enum(contactdoelen, `Zeg met doel waarvoor u dit nodig hebt: ${contactdoelen.join(', ')}.`),
})

export const signalen = ['op-tijd', 'bijna', 'te-laat', 'veel-te-laat'] as const
export type Signaal = (typeof signalen)[number]

const waar = (naam: string) =>
  z
    .enum(['true', 'false'], `${naam} is true of false.`)
    .transform((word) => word === 'true')
    .optional()

/**
 * `laat`: only what is open and past its date, today in Amsterdam. `open`: only what is not closed. `signaal`: where the
 * term of what is open stands. `medewerker`: `-` for what nobody has. `tekst`: words that the melding, its answers or its
 * notes must all hold; letters and accents count alike. `groep`: every categorie of that group of the settings.
 */
export const BehandelingVraag = MeldingVraag.extend({
  laat: waar('laat'),
  open: waar('open'),
  groep: z.string().max(80).optional(),
  signaal: z.enum(signalen, `Kies een signaal: ${signalen.join(', ')}.`).optional(),
  team: Team.optional(),
  medewerker: Medewerkernaam.optional(),
  tekst: z.string().trim().min(2, 'Zoek met ten minste 2 tekens.').max(100).optional(),
})

/** What a coördinator sees in the list: the public shape, the first words, who has it and the version. */
export const Behandeling = Melding.extend({
  kop: z.string(),
  versie: z.int(),
  /** Where its term stands today; a closed one has none. */
  signaal: z.enum(signalen).optional(),
  team: z.string().optional(),
  medewerker: z.string().optional(),
  /** A question to the reporter is open, so the term stands still. */
  wacht: z.boolean(),
  /** A mail about it came back or could not be sent. */
  postMislukt: z.boolean(),
}).meta({ id: 'Behandeling' })
export type Behandeling = z.infer<typeof Behandeling>

/** `gezochtTot`: a search that reads much stops for a moment here; `volgende` goes on, also after an empty page. */
export const BehandelingPagina = z
  .object({
    behandelingen: z.array(Behandeling),
    volgende: z.string().optional(),
    gezochtTot: Instant.optional(),
  })
  .meta({ id: 'BehandelingPagina' })

/** A part of the work, for a team; the melding is closed when all are done. */
export const Taak = z
  .object({
    taak: z.int(),
    omschrijving: z.string(),
    team: z.string(),
    klaarOp: Instant.optional(),
    klaarDoor: z.string().optional(),
  })
  .meta({ id: 'Taak' })
export type Taak = z.infer<typeof Taak>

/** A mail to who reported or follows; never the address. */
export const Bericht = z
  .object({
    soort: z.string(),
    aan: z.enum(['melder', 'volger']),
    onderwerp: z.string(),
    staat: z.enum(['klaar', 'verzonden', 'mislukt', 'teruggekomen']),
    uitleg: z.string().optional(),
    op: Instant,
  })
  .meta({ id: 'Bericht' })
export type Bericht = z.infer<typeof Bericht>

/** A line with who did it and what only staff reads. */
const Behandelregel = Statusregel.extend({
  door: z.string().optional(),
  team: z.string().optional(),
  medewerker: z.string().optional(),
  taak: z.int().optional(),
})

export const BehandelingDetail = Behandeling.extend({
  omschrijving: z.string(),
  antwoorden: z.array(z.object({ vraag: z.string(), antwoord: z.string() })),
  geschiedenis: z.array(Behandelregel),
  toegestaan: z.array(Status),
  mag: z.array(z.enum(wijzigingsoorten)),
  /** Which contact fields there are; what stands in them is not shown here. */
  contactvelden: z.array(z.enum(['naam', 'email', 'telefoon'])),
  aantalVolgers: z.int(),
  /** Why it went to this team and person when it came in. */
  waarom: z.string().optional(),
  taken: z.array(Taak),
  fotos: z.array(Foto),
  berichten: z.array(Bericht),
  /** Of what was merged: the one that is handled instead; and of that one: what was merged into it. */
  hoofdmelding: Nummer.optional(),
  deelmeldingen: z.array(Nummer),
  /** Its text is erased with the contact data. */
  persoonlijk: z.boolean(),
  gewistOp: Datum.optional(),
}).meta({ id: 'BehandelingDetail' })
export type BehandelingDetail = z.infer<typeof BehandelingDetail>

/** How many open meldingen near their date or are past it, per kern and team that has any. */
export const Signaleringen = z
  .object({
    peildatum: Datum,
    regels: z.array(
      z.object({
        kern: Kerncode,
        team: z.string(),
        open: z.int(),
        bijna: z.int(),
        teLaat: z.int(),
        veelTeLaat: z.int(),
      }),
    ),
  })
  .meta({ id: 'Signaleringen' })
export type Signaleringen = z.infer<typeof Signaleringen>

/** What staff chooses from. A standard text is for a categorie, a group of them or all, and for one status or action. */
export const Werkinstellingen = z
  .object({
    teams: z.array(z.string()),
    standaardteksten: z.array(
      z.object({
        titel: z.string(),
        tekst: z.string(),
        groepen: z.array(z.string()).optional(),
        categorieen: z.array(z.string()).optional(),
        bij: z.array(z.enum(['in-behandeling', 'gepland', 'gesloten', 'bericht', 'vraag'])),
        /** Of `gesloten`: only with this reason. */
        reden: Reden.optional(),
      }),
    ),
  })
  .meta({ id: 'Werkinstellingen' })
export type Werkinstellingen = z.infer<typeof Werkinstellingen>

/** What was erased, for the archive: which melding, what of it, why and when; never what stood in it. */
export const Vernietigingen = z
  .object({
    regels: z.array(
      z.object({
        nummer: Nummer,
        wat: z.array(z.enum(['contact', 'tekst', 'fotos', 'volgers'])),
        grond: z.string(),
        datum: Datum,
      }),
    ),
    volgende: z.string().optional(),
  })
  .meta({ id: 'Vernietigingen' })
export type Vernietigingen = z.infer<typeof Vernietigingen>
