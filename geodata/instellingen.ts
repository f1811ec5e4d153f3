/**
 * The files of a gemeente as schemas. A broken file is refused at the start with one Dutch sentence that
 * names the file and the field; nothing else in the product knows a gemeente by name or number.
 */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { inDutch } from '../functions/contract/inDutch.ts'
import { Werkkalender as Kalender } from '../functions/contract/instellingen.ts'
import { Categorie, Naam } from './instellingen/categorie.ts'
import { checkSamenhang } from './instellingen/samenhang.ts'
import { Routeregel, Standaardtekst, Team } from './instellingen/werkwijze.ts'

/** What happens at the end of a year to money that a kern did not spend; see `domain/wijkbudget/overdracht.ts`. */
const Overdracht = z.discriminatedUnion(
  'soort',
  [
    z.strictObject({ soort: z.literal('onbeperkt') }),
    z.strictObject({ soort: z.literal('naar-algemene-reserve') }),
    z.strictObject({ soort: z.literal('verrekenen') }),
    z.strictObject({ soort: z.literal('reserve'), maximumCenten: z.int().min(0) }),
    z.strictObject({
      soort: z.literal('sparen'),
      jaren: z.int().min(1).max(3, 'een kern spaart hoogstens 3 jaar'),
    }),
  ],
  'overdracht is onbeperkt, naar-algemene-reserve, verrekenen, reserve of sparen',
)

/**
 * Days off besides weekends and holidays by law, and at which share of a term somebody is told. Defaults: 5 May is
 * free in 2020, 2025, 2030, as for most civil servants; Good Friday is worked; told at 80 % of a term, and again at
 * three times the term.
 */
const Werkkalender = Kalender.extend({
  bevrijdingsdag: Kalender.shape.bevrijdingsdag.default('elke-vijf-jaar'),
  goedeVrijdag: Kalender.shape.goedeVrijdag.default(false),
  /** The gemeente's own closing days, such as the Friday after Hemelvaart. */
  sluitingsdagen: Kalender.shape.sluitingsdagen.default([]),
  signaalgrenzen: z
    .strictObject({
      bijna: z.number().gt(0).max(1, 'bijna is een deel van de termijn: hoogstens 1'),
      veelTeLaat: z.number().gt(1, 'veelTeLaat is meer dan 1 keer de termijn'),
    })
    .default({ bijna: 0.8, veelTeLaat: 3 }),
}).strict()

const Graden = z.number('moet een getal in graden zijn')

export const Instellingen = z
  .strictObject({
    code: z.string().regex(/^GM\d{4}$/, 'een gemeentecode ziet eruit als GM0373'),
    naam: Naam,
    naamKort: z.string().optional(),
    tijdzone: z.literal('Europe/Amsterdam'),
    maxKernen: z.int().min(1),
    /** A point in no kern goes to the nearest one within this many metres; farther is outside. */
    afgeleidBinnenMeter: z.number().min(0),
    kaart: z.object({
      /** West, south, east, north. */
      bbox: z.tuple([Graden, Graden, Graden, Graden]),
      middelpunt: z.tuple([Graden, Graden]),
      zoom: z.number(),
    }),
    contact: z.object({ naam: Naam, email: z.email('geen e-mailadres'), url: z.url('geen webadres') }),
    /** How much one sender may send in an hour before a computer has to work for it: `functions/domain/afzender.ts`. */
    meldbudget: z
      .strictObject({ perAdresPerUur: z.int().min(1), perToestelPerUur: z.int().min(1) })
      .default({ perAdresPerUur: 120, perToestelPerUur: 20 }),
    telefoonnummers: z.array(z.object({ naam: Naam, nummer: z.string() })),
    bewaartermijnDagen: z.int().min(1),
    werkkalender: Werkkalender.prefault({}),
    /** What bodies and roles are called here, by their role in the rules. */
    orgaanNamen: z.record(z.string(), z.string()),
    /** What an initiatief can ask for. */
    hulpvragen: z.array(z.object({ code: z.string(), naam: Naam })),
    /** A public list asks for those everybody may see in one question: some, and no more than DynamoDB's IN holds. */
    categorieen: z
      .array(Categorie)
      .max(100, 'er zijn meer dan 100 categorieën')
      .refine((all) => all.some(({ openbaar }) => openbaar), 'geen enkele categorie is openbaar'),
    teams: z.array(Team, 'teams ontbreekt').min(1, 'er is geen enkel team'),
    /** In order: the first that fits decides. */
    routering: z.array(Routeregel, 'routering ontbreekt'),
    /** Codes of kernen that a later kernindeling brought and that a rule may name; the others stand in its own file. */
    latereKernen: z.array(z.string()).default([]),
    standaardteksten: z.array(Standaardtekst, 'standaardteksten ontbreekt'),
    /** Where a new verdeling starts; an example, not a decision. */
    wijkbudget: z.object({
      totaalCenten: z.int().min(0),
      methode: z.string(),
      overdracht: Overdracht.default({ soort: 'onbeperkt' }),
    }),
    huisstijl: z.object({ kleur: z.string().regex(/^#[0-9a-f]{6}$/, 'een kleur ziet eruit als #00566b') }),
  })
  .superRefine(checkSamenhang)
export type Instellingen = z.infer<typeof Instellingen>

const Datum = z.iso.date('geen datum')

/** One dated division of buurten over kernen. `orgaan` and `besluit` are null until a body adopted it. */
export const Kernindeling = z.strictObject({
  gemeente: z.string(),
  naam: Naam,
  geldigVanaf: Datum,
  orgaan: z.string().nullable(),
  besluit: z.string().nullable(),
  /** Year of the CBS buurt borders. */
  buurtgrenzen: z.int(),
  bronvermelding: z.string(),
  kernen: z.array(
    z.object({
      code: z.string(),
      naam: Naam,
      buurtcodes: z.array(z.string()).min(1, 'een kern heeft minstens één buurt'),
      inwoners: z.int('inwoners ontbreekt').min(0, 'inwoners kan niet onder nul zijn'),
      peildatum: Datum,
      inwonersBron: z.string(),
      inwonersMethode: z.string(),
    }),
  ),
  /** Control total of `kernen[].inwoners`. */
  somInwoners: z.int(),
  toelichting: z.array(z.string()),
})
export type Kernindeling = z.infer<typeof Kernindeling>

/**
 * The contents of a JSON file, checked.
 *
 * @throws Error with one sentence: file, field (a categorie or kern by its code) and what is wrong with it
 */
export function readSettings<T>(file: string, schema: z.ZodType<T>): T {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new Error(`${file} is ${absent ? 'er niet' : 'niet te lezen als JSON'}.`, { cause })
  }
  const result = schema.safeParse(content, { error: inDutch })
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  throw new Error(`${file}: ${[...nameFields(content, path), message.replace(/\.$/, '')].join(': ')}.`)
}

/** `['categorieen', 3, 'team']` → `['categorieen', 'bomen', 'team']`: people know things by code or name, not by place. */
function nameFields(content: unknown, path: PropertyKey[]): string[] {
  let value = content
  return path.map((key) => {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
    const { code, titel, naam } = (value ?? {}) as { code?: unknown; titel?: unknown; naam?: unknown }
    return String(typeof key === 'number' ? (code ?? titel ?? naam ?? `nummer ${key + 1}`) : String(key))
  })
}
