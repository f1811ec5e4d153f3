/** Following a melding with the secret of its volglink: what the reporter sees, and what he can do. */
import * as z from 'zod'
import { Datum, Instant } from './common.ts'
import { Foto } from './foto.ts'
import { Contact, Melding, maxTekst, Nummer, Reden, Status, StreefDatum, tekst } from './melding.ts'

/**
 * What a line of the history is about; the status after it stands in every line. `hervatting` ends the waiting for an
 * answer that did not come. `notitie`, `toewijzing`, `persoonlijk` and the two of a `taak` are for staff only, the others
 * also for the reporter.
 */
export const regelsoorten = [
  'status',
  'categorie',
  'kern',
  'bericht',
  'vraag',
  'antwoord',
  'hervatting',
  'correctie',
  'samengevoegd',
  'losgemaakt',
  'gewist',
  'oordeel',
  'notitie',
  'toewijzing',
  'persoonlijk',
  'taak',
  'taak-klaar',
] as const
export type Regelsoort = (typeof regelsoorten)[number]

/** One line of what happened, as the reporter may read it. */
export const Statusregel = z
  .object({
    soort: z.enum(regelsoorten),
    status: Status,
    reden: Reden.optional(),
    geplandeDatum: Datum.optional(),
    /** The text of a message, question, answer or reason. */
    toelichting: z.string().optional(),
    /** Of a line that gives it another one. */
    categorie: z.string().optional(),
    /** The other melding of `samengevoegd` and `losgemaakt`. */
    melding: Nummer.optional(),
    /** The date that this line promised. */
    streefDatum: Datum.optional(),
    /** Whether the reporter did it. */
    melder: z.boolean().optional(),
    op: Instant,
  })
  .meta({ id: 'Statusregel' })
export type Statusregel = z.infer<typeof Statusregel>

/** What who follows can do now. */
export const reactiesoorten = ['antwoord', 'correctie', 'intrekken', 'oordeel', 'contact-wissen'] as const
export type Reactiesoort = (typeof reactiesoorten)[number]

/**
 * What is seen with the secret of a volglink. Somebody who follows the melding of another (`volger`) sees no text,
 * answer or photo of that other.
 */
export const Opvolging = Melding.extend({
  volger: z.boolean(),
  omschrijving: z.string().optional(),
  antwoorden: z.array(z.object({ vraag: z.string(), antwoord: z.string() })),
  fotos: z.array(Foto),
  /** The question that waits for an answer; the term stands still meanwhile. */
  vraag: z.string().optional(),
  geschiedenis: z.array(Statusregel),
  /** Of what was merged: the melding that is handled instead. */
  hoofdmelding: Melding.optional(),
  mag: z.array(z.enum(reactiesoorten)),
  /** Whether there is contact data of who looks, so that we can write. */
  heeftContact: z.boolean(),
}).meta({ id: 'Opvolging' })
export type Opvolging = z.infer<typeof Opvolging>

/** `nee` opens the melding again, so it says what is still wrong. */
export const Reactie = z
  .discriminatedUnion(
    'soort',
    [
      z.strictObject({ soort: z.literal('antwoord'), tekst: tekst('Antwoord', 2000) }),
      z.strictObject({ soort: z.literal('correctie'), omschrijving: tekst('Omschrijving', maxTekst) }),
      z.strictObject({ soort: z.literal('intrekken'), tekst: tekst('Toelichting', 2000).optional() }),
      z.discriminatedUnion(
        'opgelost',
        [
          z.strictObject({
            soort: z.literal('oordeel'),
            opgelost: z.literal(true),
            tekst: tekst('Toelichting', 2000).optional(),
          }),
          z.strictObject({
            soort: z.literal('oordeel'),
            opgelost: z.literal(false),
            tekst: tekst('Toelichting', 2000),
          }),
        ],
        'Zeg met opgelost of het opgelost is: true of false.',
      ),
      z.strictObject({ soort: z.literal('contact-wissen') }),
    ],
    `Kies een soort: ${reactiesoorten.join(', ')}.`,
  )
  .meta({ id: 'Reactie' })
export type Reactie = z.infer<typeof Reactie>

/** "Dit is dezelfde": follows a melding of somebody else, with an e-mail address or only with the link. */
export const NieuweVolger = z
  .strictObject({ contact: Contact.pick({ email: true }).optional() })
  .meta({ id: 'NieuweVolger' })
export type NieuweVolger = z.infer<typeof NieuweVolger>

export const VolgerOntvangst = z
  .object({ nummer: Nummer, status: Status, streefDatum: StreefDatum, volglink: z.string() })
  .meta({ id: 'VolgerOntvangst' })
export type VolgerOntvangst = z.infer<typeof VolgerOntvangst>
