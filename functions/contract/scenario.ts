/** A scenario: a what-if for a year with a name, kept in versions, without an author. Scenarios are compared. */
import * as z from 'zod'
import { Instant, Jaar, Kerncode } from './common.ts'
import { tekst } from './melding.ts'
import { BerekenAntwoord, BerekenVraag } from './wijkbudget.ts'
import { kernSleutel, meldOnbekend, woord } from './wijkbudgetVelden.ts'

export const ScenarioCode = z.string().regex(/^[0-9a-f]{12}$/, 'Een scenario heeft een code van 12 tekens.')

/** Kernen of the gemeente that the scenario treats as one: "Bergen Binnen as one kern instead of two". */
const Samenvoeging = z.strictObject(
  {
    kern: kernSleutel,
    naam: woord('naam', 120),
    van: z.array(Kerncode).min(2, 'Noem minstens twee kernen om samen te voegen.').max(100),
  },
  { error: meldOnbekend('een samenvoeging') },
)
export type Samenvoeging = z.infer<typeof Samenvoeging>

const naam = tekst('Naam', 120)
/** A question of `_bereken`; without `kernen` the gemeente's own are used, with the inwoners of the year. */
const berekening = z.record(z.string(), z.unknown(), 'berekening moet een vraag aan _bereken zijn.')
const samenvoegingen = z.array(Samenvoeging).max(50, 'Geef hoogstens 50 samenvoegingen.')
const bevolkingVersie = z.int('bevolkingVersie moet een geheel getal zijn.').min(0)

/** New with a question, or a copy of another one (of any year). */
export const NieuwScenario = z
  .strictObject(
    {
      naam,
      berekening: berekening.optional(),
      samenvoegingen: samenvoegingen.optional(),
      bevolkingVersie: bevolkingVersie.optional(),
      kopieVan: z.strictObject({ jaar: Jaar, scenario: ScenarioCode }).optional(),
    },
    { error: meldOnbekend('een scenario') },
  )
  .refine(({ berekening, kopieVan }) => (berekening === undefined) !== (kopieVan === undefined), {
    path: ['berekening'],
    error: 'Geef een berekening of kopieVan, niet allebei.',
  })
  .meta({ id: 'NieuwScenario' })
export type NieuwScenario = z.infer<typeof NieuwScenario>

/** What changes; what is absent stays. `verwijderd` can be undone with `false`. */
export const ScenarioWijziging = z
  .strictObject(
    {
      /** The version that the change is based on. */
      versie: z.int('versie moet een geheel getal zijn.').min(1),
      naam: naam.optional(),
      berekening: berekening.optional(),
      samenvoegingen: samenvoegingen.optional(),
      bevolkingVersie: bevolkingVersie.optional(),
      verwijderd: z.boolean('verwijderd is true of false.').optional(),
    },
    { error: meldOnbekend('een wijziging') },
  )
  .meta({ id: 'ScenarioWijziging' })
export type ScenarioWijziging = z.infer<typeof ScenarioWijziging>

export const Scenario = z
  .object({
    jaar: z.int(),
    scenario: ScenarioCode,
    versie: z.int(),
    naam: z.string(),
    /** With the kernen and inwoners filled in as they were when it was made or changed. */
    vraag: BerekenVraag,
    antwoord: BerekenAntwoord,
    samenvoegingen: z.array(Samenvoeging),
    bevolkingVersie: z.int(),
    kopieVan: z.object({ jaar: z.int(), scenario: ScenarioCode }).optional(),
    verwijderd: z.boolean(),
    gemaaktOp: Instant,
    gewijzigdOp: Instant,
  })
  .meta({ id: 'Scenario' })
export type Scenario = z.infer<typeof Scenario>

/** Oldest first; also the removed ones, marked. */
export const Scenarios = z.object({ jaar: z.int(), scenarios: z.array(Scenario) }).meta({ id: 'Scenarios' })

/** What to compare with: the verdeling in force in a year, one version of this year, or a scenario of this year. */
const Basis = z.discriminatedUnion(
  'soort',
  [
    z.strictObject({ soort: z.literal('vastgesteld'), jaar: Jaar }),
    z.strictObject({ soort: z.literal('verdeling'), versie: z.int().min(1) }),
    z.strictObject({ soort: z.literal('scenario'), scenario: ScenarioCode }),
  ],
  { error: 'Kies als basis vastgesteld, verdeling of scenario.' },
)

export const VergelijkVraag = z
  .strictObject(
    {
      /** Absent: what is in force the year before. */
      basis: Basis.optional(),
      scenarios: z
        .array(ScenarioCode, 'scenarios moet een lijst van codes zijn.')
        .min(1, 'Kies minstens één scenario.')
        .max(20, 'Vergelijk hoogstens 20 scenario’s tegelijk.'),
      /** "What do 100 more inhabitants cost": that many more in one kern at a time. */
      extraInwoners: z
        .int('extraInwoners moet een geheel getal zijn.')
        .min(1, 'extraInwoners is minimaal 1.')
        .max(100_000, 'extraInwoners is hoogstens 100.000.')
        .default(100),
    },
    { error: meldOnbekend('een vergelijking') },
  )
  .meta({ id: 'VergelijkVraag' })
export type VergelijkVraag = z.infer<typeof VergelijkVraag>

/** One kern (or kernen that either side treats as one). Amounts in cents. */
export const VergelijkRij = z
  .object({
    kern: z.string(),
    naam: z.string(),
    oudCenten: z.int(),
    nieuwCenten: z.int(),
    verschilCenten: z.int(),
    /** Hundredths of a percent of the old amount; null when that is 0. */
    verschilPct: z.int().nullable(),
    inwoners: z.int().nullable(),
    /** The new amount per inhabitant; null without inhabitants. */
    perInwonerCenten: z.int().nullable(),
    uitleg: z.string().nullable(),
    /** What the kern gets more, and what all kernen together get more, with `extraInwoners` more; null if inwoners do not count. */
    gevoeligheid: z.object({ kernCenten: z.int(), totaalCenten: z.int() }).nullable(),
  })
  .meta({ id: 'VergelijkRij' })
export type VergelijkRij = z.infer<typeof VergelijkRij>

export const VergelijkAntwoord = z
  .object({
    basis: z
      .object({
        naam: z.string(),
        totaalCenten: z.int(),
        aandelen: z.array(z.object({ kern: z.string(), bedragCenten: z.int() })),
      })
      .nullable(),
    extraInwoners: z.int(),
    scenarios: z.array(
      z.object({
        scenario: ScenarioCode,
        versie: z.int(),
        naam: z.string(),
        totaalCenten: z.int(),
        onverdeeldCenten: z.int(),
        rijen: z.array(VergelijkRij),
      }),
    ),
  })
  .meta({ id: 'VergelijkAntwoord' })
export type VergelijkAntwoord = z.infer<typeof VergelijkAntwoord>
