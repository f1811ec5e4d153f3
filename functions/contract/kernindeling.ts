/**
 * A kernindeling: one dated version of the division of buurten over kernen. Somebody drafts and proposes it,
 * somebody else adopts it; after that it never changes. Version 1 is the gemeente's own file.
 */
import * as z from 'zod'
import { Crs, Datum, Instant, Kerncode, telwoord, Vlak } from './common.ts'
import { Kern } from './kern.ts'
import { tekst } from './melding.ts'

const Buurtcode = z
  .string('Geef een buurtcode.')
  .regex(/^BU\d{8}$/, 'Een buurtcode ziet eruit als BU03730101.')

export const Versie = telwoord('versie', 1, 9999)

/** A line across one buurt, `[lon, lat]` in degrees; both ends run on straight when they lie inside the buurt. */
const Lijn = z
  .array(
    z.tuple(
      [
        z
          .number()
          .min(-180, 'Een lengtegraad is minimaal -180.')
          .max(180, 'Een lengtegraad is maximaal 180.'),
        z.number().min(-90, 'Een breedtegraad is minimaal -90.').max(90, 'Een breedtegraad is maximaal 90.'),
      ],
      'Een punt van de lijn is [lon, lat].',
    ),
    'Geef de lijn als lijst van punten.',
  )
  .min(2, 'Een lijn heeft minstens twee punten.')
  .max(200, 'Een lijn heeft hoogstens 200 punten.')

/** Who walks the line from its first point to its last has `links` on the left hand. */
export const Snede = z
  .strictObject({ buurtcode: Buurtcode, lijn: Lijn, links: Kerncode, rechts: Kerncode })
  .meta({ id: 'Snede', description: 'Een lijn die één buurt over twee kernen verdeelt' })
export type Snede = z.infer<typeof Snede>

export const OntwerpKern = z
  .strictObject({
    code: Kerncode,
    naam: tekst('Naam', 60),
    buurtcodes: z.array(Buurtcode).max(2000),
    /** Inhabitants as the gemeente itself states them; absent: from the buurten, estimated where CBS has no figure. */
    opgave: z
      .strictObject({
        inwoners: z.int('Inwoners is een geheel getal.').min(0, 'Inwoners is minimaal 0.').max(2_000_000),
        peildatum: Datum,
        bron: tekst('Bron', 200),
      })
      .optional(),
  })
  .meta({ id: 'OntwerpKern' })
export type OntwerpKern = z.infer<typeof OntwerpKern>

/** What the editor works on. A draft may be half done; a proposal may not. */
export const Ontwerp = z
  .strictObject({
    naam: tekst('Naam', 120),
    geldigVanafDatum: Datum,
    toelichting: tekst('Toelichting', 2000).optional(),
    kernen: z.array(OntwerpKern, 'Geef een lijst van kernen.').max(200),
    sneden: z.array(Snede).max(200),
    /** Buurten that belong to no kern on purpose: water, dunes. */
    weggelaten: z.array(Buurtcode).max(2000),
  })
  .meta({ id: 'Ontwerp' })
export type Ontwerp = z.infer<typeof Ontwerp>

const gezien = { rev: z.int('rev moet een geheel getal zijn.').min(1) }

/** `rev` is the revision that was looked at: a second writer gets 409 `versie-verouderd`. */
export const OntwerpWijziging = Ontwerp.extend(gezien).meta({ id: 'OntwerpWijziging' })
export const OntwerpVoorstel = z.strictObject(gezien).meta({ id: 'OntwerpVoorstel' })
export const Indelingsbesluit = z
  .strictObject({
    ...gezien,
    orgaan: tekst('Orgaan', 120),
    besluitnummer: tekst('Besluitnummer', 60),
    besluitDatum: Datum,
  })
  .meta({ id: 'Indelingsbesluit' })
export type Indelingsbesluit = z.infer<typeof Indelingsbesluit>

export const indelingStatussen = ['concept', 'voorgesteld', 'vastgesteld'] as const

/** Staff: a version with its inputs and who did what. */
export const Kernindelingontwerp = Ontwerp.extend({
  versie: z.int(),
  status: z.enum(indelingStatussen),
  /** Counts changes of the draft. */
  rev: z.int(),
  gewijzigdDoor: z.string(),
  gewijzigdOp: Instant,
  voorgesteldDoor: z.string().optional(),
  voorgesteldOp: Instant.optional(),
  vaststelling: z
    .object({
      orgaan: z.string(),
      besluitnummer: z.string(),
      besluitDatum: Datum,
      vastgesteldDoor: z.string(),
      vastgesteldOp: Instant,
    })
    .optional(),
})
  .strip()
  .meta({ id: 'Kernindelingontwerp' })
export type Kernindelingontwerp = z.infer<typeof Kernindelingontwerp>

export const Kernindelingontwerpen = z
  .object({
    maxKernen: z.int(),
    /** Version in force today. */
    geldend: z.int(),
    kernindelingen: z.array(Kernindelingontwerp),
  })
  .meta({ id: 'Kernindelingontwerpen' })

/** Public: an adopted version, without names of staff. `orgaan` is null for the file that the gemeente began with. */
const KernindelingKop = z.object({
  versie: z.int(),
  naam: z.string(),
  geldigVanafDatum: Datum,
  orgaan: z.string().nullable(),
  besluitnummer: z.string().nullable(),
  toelichting: z.string().optional(),
})

export const Kernindelingen = z
  .object({
    geldend: z.int(),
    kernindelingen: z.array(KernindelingKop.meta({ id: 'KernindelingKop' })),
  })
  .meta({ id: 'Kernindelingen' })

export const KernindelingVraag = z.strictObject({ crs: Crs })

export const Kernindeling = KernindelingKop.extend({
  bronvermelding: z.string(),
  kernen: z.array(Kern),
  weggelaten: z.array(z.string()),
}).meta({ id: 'Kernindeling' })

export const Buurt = z
  .object({
    code: z.string(),
    naam: z.string(),
    wijk: z.string(),
    inwoners: z.int(),
    /** No figure of CBS: estimated, by the method in `inwonersMethode`. */
    geschat: z.boolean(),
    /** Nothing to estimate from either: `inwoners` is 0 and says nothing. */
    onbekend: z.literal(true).optional(),
    inwonersMethode: z.string(),
    oppervlakteHa: z.number(),
    geometrie: Vlak,
  })
  .meta({ id: 'Buurt' })
export type Buurt = z.infer<typeof Buurt>

export const Buurten = z
  .object({ bronvermelding: z.string(), buurten: z.array(Buurt) })
  .meta({ id: 'Buurten' })

/** Version to compare with; absent: the one in force. */
export const VergelijkingVraag = z.strictObject({ met: Versie.optional() })

const VoorEnNa = { voor: z.int(), na: z.int() }
export const IndelingVergelijking = z
  .object({
    van: z.int(),
    naar: z.int(),
    /** What moves: whole buurten and parts of them, with the inhabitants that go along (estimates say so). */
    verhuizingen: z.array(
      z.object({
        buurtcode: z.string(),
        naam: z.string(),
        /** Null: left out of every kern. */
        van: Kerncode.nullable(),
        naar: Kerncode.nullable(),
        deel: z.boolean(),
        /** Null: not known. */
        inwoners: z.int().nullable(),
        geschat: z.boolean(),
      }),
    ),
    kernen: z.array(
      z.object({
        kern: Kerncode,
        naam: z.string(),
        /** Null: there is no figure, or not of all of it. */
        inwoners: z.object({ voor: z.int().nullable(), na: z.int().nullable() }),
        inwonersMethode: z.string(),
        openMeldingen: z.object(VoorEnNa),
        /** Under the rule of the adopted verdeling; null when there is none, or its rule cannot divide this. */
        centen: z.object(VoorEnNa).nullable(),
      }),
    ),
    /** Open meldingen that get another kern. */
    openMeldingenAnders: z.int(),
    /** Sum of the kernen and what is left out, as far as known: equal unless the gemeente states figures itself. */
    somInwoners: z.object(VoorEnNa),
    verdeling: z
      .object({ jaar: z.int(), versie: z.int(), methode: z.string(), reden: z.string().optional() })
      .nullable(),
  })
  .meta({ id: 'IndelingVergelijking' })
export type IndelingVergelijking = z.infer<typeof IndelingVergelijking>

/** How far re-assigning what is open is. `wacht`: the version is not in force yet, or nobody began. */
export const Hertoewijzing = z
  .object({
    versie: z.int(),
    status: z.enum(['wacht', 'bezig', 'klaar']),
    /** Meldingen and initiatieven looked at, of `totaal`; those that got another kern. */
    bekeken: z.int(),
    totaal: z.int(),
    meldingenAnders: z.int(),
    initiatievenAnders: z.int(),
    bijgewerktOp: Instant.optional(),
    klaarOp: Instant.optional(),
  })
  .meta({ id: 'Hertoewijzing' })
export type Hertoewijzing = z.infer<typeof Hertoewijzing>
