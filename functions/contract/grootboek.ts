/** The ledger of a kern in a year: lines that are only added, and where it stands after them. */
import * as z from 'zod'
import { Datum, Instant, Kerncode } from './common.ts'
import { tekst } from './melding.ts'
import { centen, meldOnbekend } from './wijkbudgetVelden.ts'

const Nummer = z
  .string('nummer ontbreekt.')
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$/, 'Een nummer is 1 tot 40 letters, cijfers of streepjes.')

/** Fields that finance fills in as its own books ask. `taakveld` is that of the BBV, `iv3Categorie` that of CBS. */
const boekvelden = {
  grootboeknummer: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,20}$/, 'Een grootboeknummer is 1 tot 20 letters of cijfers.')
    .optional(),
  kostenplaats: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,20}$/, 'Een kostenplaats is 1 tot 20 letters of cijfers.')
    .optional(),
  taakveld: z
    .string()
    .regex(/^\d{1,2}\.\d{1,3}[A-Za-z]?$/, 'Een taakveld ziet eruit als 6.1.')
    .optional(),
  iv3Categorie: z
    .string()
    .regex(/^[A-Z]?\d{1,2}(\.\d{1,2}){0,3}$/, 'Een Iv3-categorie ziet eruit als 4.3.8.')
    .optional(),
  /** Where the letter or invoice is kept: a case number or a link, not the document. */
  bijlagen: z.array(tekst('Bijlage', 300)).max(20, 'Geef hoogstens 20 bijlagen.').optional(),
}

const bedragCenten = centen('bedragCenten').refine(
  (bedrag) => bedrag !== 0,
  'Het bedrag moet hoger zijn dan € 0,00.',
)
const gewoon = {
  bedragCenten,
  omschrijving: tekst('Omschrijving', 200),
  datum: Datum.optional(),
  ...boekvelden,
}

const boeking = <const S extends string, F extends z.core.$ZodShape>(soort: S, velden: F) =>
  z.strictObject({ soort: z.literal(soort), ...velden }, { error: meldOnbekend(`een ${soort}`) })

/**
 * What people may book. Toekenning and terugvordering come from an adopted verdeling, slot from closing the year;
 * `opening` starts the first ledger of a kern. A mistake is undone with a `tegenboeking` of the line.
 */
export const NieuweRegel = z
  .discriminatedUnion(
    'soort',
    [
      boeking('opening', gewoon),
      boeking('reservering', { ...gewoon, nummer: Nummer }),
      boeking('verplichting', { ...gewoon, nummer: Nummer }),
      /** Without nummer: paid at once, without a commitment before. */
      boeking('betaling', { ...gewoon, nummer: Nummer.optional() }),
      boeking('vrijval', { ...gewoon, nummer: Nummer }),
      boeking('tegenboeking', {
        /** `volgnummer` of the line that was wrong. */
        regel: z.int('regel moet een volgnummer zijn.').min(1, 'regel is minimaal 1.'),
        omschrijving: tekst('Omschrijving', 200),
        datum: Datum.optional(),
      }),
    ],
    { error: 'Kies opening, reservering, verplichting, betaling, vrijval of tegenboeking.' },
  )
  .meta({ id: 'NieuweRegel' })
export type NieuweRegel = z.infer<typeof NieuweRegel>

export const regelsoorten = [
  'opening',
  'toekenning',
  'reservering',
  'verplichting',
  'betaling',
  'vrijval',
  'terugvordering',
  'slot',
] as const

export const Grootboekregel = z
  .object({
    /** 1, 2, 3, … within kern and year, without gaps. */
    volgnummer: z.int(),
    soort: z.enum(regelsoorten),
    /** Positive cents; a line with `tegenVan` counts the other way. */
    bedragCenten: z.int(),
    tegenVan: z.int().optional(),
    nummer: z.string().optional(),
    /** Of an opening: the year that its money was given in. */
    uitJaar: z.int().optional(),
    /** The version of the verdeling that this line follows from. */
    verdeling: z.int().optional(),
    omschrijving: z.string(),
    datum: Datum,
    ...boekvelden,
    op: Instant,
    door: z.string(),
    /** After this line. */
    saldoCenten: z.int(),
    vrijCenten: z.int(),
  })
  .meta({ id: 'Grootboekregel' })
export type Grootboekregel = z.infer<typeof Grootboekregel>

const bedragen = {
  openingCenten: z.int(),
  toegekendCenten: z.int(),
  teruggevorderdCenten: z.int(),
  betaaldCenten: z.int(),
  /** Open reserveringen and verplichtingen. */
  gebondenCenten: z.int(),
  /** opening + toegekend − teruggevorderd − betaald */
  saldoCenten: z.int(),
  /** saldo − gebonden: what can still be promised. */
  vrijCenten: z.int(),
}

/** Where a ledger stands. Everybody may see it; the lines are for staff. */
export const Grootboekstand = z
  .object({
    kern: Kerncode,
    naam: z.string(),
    ...bedragen,
    gesloten: z.boolean(),
    /** Of an earlier kernindeling: what is open can be settled and the year closed, nothing new is promised. */
    vervallen: z.literal(true).optional(),
    bijgewerktOp: Instant.nullable(),
  })
  .meta({ id: 'Grootboekstand' })
export type Grootboekstand = z.infer<typeof Grootboekstand>

export const Grootboekstanden = z
  .object({ jaar: z.int(), standen: z.array(Grootboekstand), totaal: z.object(bedragen) })
  .meta({ id: 'Grootboekstanden' })

export const Grootboek = z
  .object({
    jaar: z.int(),
    stand: Grootboekstand,
    regels: z.array(Grootboekregel),
    /** Open reserveringen and verplichtingen by nummer. */
    open: z.array(z.object({ nummer: z.string(), openCenten: z.int() })),
    /** The lines were added up again: whether that gives the stored stand. */
    controle: z.object({ klopt: z.boolean(), regels: z.int(), saldoCenten: z.int(), vrijCenten: z.int() }),
  })
  .meta({ id: 'Grootboek' })
export type Grootboek = z.infer<typeof Grootboek>

/** The line as it was booked, with saldo and free room right after it. */
export const Boeking = z
  .object({ jaar: z.int(), kern: Kerncode, regel: Grootboekregel })
  .meta({ id: 'Boeking' })

/** `plan` is what the kern saves for; without it the rule `sparen` keeps nothing. */
export const Afsluiting = z
  .strictObject({ plan: tekst('Plan', 500).optional() }, { error: meldOnbekend('een afsluiting') })
  .meta({ id: 'Afsluiting' })

export const AfgeslotenJaar = z
  .object({
    jaar: z.int(),
    /** What the gemeente's rule did with the money that was left. */
    overdracht: z.object({
      regel: z.string(),
      openingCenten: z.int(),
      naarReserveCenten: z.int(),
      verrekendCenten: z.int(),
    }),
    stand: Grootboekstand,
    volgendJaar: Grootboekstand,
  })
  .meta({ id: 'AfgeslotenJaar' })
