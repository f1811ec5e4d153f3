/**
 * The wijkbudget engine's question and answer: which total, by which method, over which kernen.
 *
 * Money is integer eurocents from 0 to {@link maxCenten}; amounts per inhabitant are decimal text in cents
 * ("82.5" is € 0,825), because JSON numbers are floats. Each method is its own strict object, so that a
 * parameter of another method is refused instead of silently ignored. What one field cannot show (a kern
 * without class, floors above the total) is refused by `domain/wijkbudget`.
 */
import * as z from 'zod'
import { checkBounds, checkShares, checkWeights } from './wijkbudgetRegels.ts'
import {
  aantal,
  centen,
  decimaal,
  decimaleCenten,
  gewogen,
  inwoners,
  kernen,
  kernSleutel,
  klassen,
  meldOnbekend,
  woord,
} from './wijkbudgetVelden.ts'

export const methoden = [
  'naar-rato',
  'basis-plus-rest-naar-rato',
  'basis-plus-per-inwoner',
  'basis-per-type-plus-per-inwoner',
  'basis-per-klasse-plus-per-inwoner',
  'staffel',
  'gelijk',
  'gewogen-maatstaven',
  'naar-rato-met-grenzen',
  'ingroei-lineair',
  'ingroei-begrensd',
  'korten-naar-rato',
  'onderbesteding',
] as const
export type Methode = (typeof methoden)[number]

const vraag = <const M extends Methode, S extends z.core.$ZodShape>(methode: M, shape: S) =>
  z.strictObject({ methode: z.literal(methode), ...shape }, { error: meldOnbekend(`methode ${methode}`) })

/**
 * `inwoners`: all inhabitants. `vertegenwoordigde-inwoners`: only those of wijken with `aangesloten: true`,
 * the inhabitants whom the kernoverleg speaks for.
 */
const gewicht = z
  .enum(['inwoners', 'vertegenwoordigde-inwoners'], 'Kies inwoners of vertegenwoordigde-inwoners.')
  .default('inwoners')
/** Rounding unit in cents: 1 (cent), 100 (euro), 10000 (€ 100). */
const eenheidCenten = z
  .int('eenheidCenten moet een geheel aantal eurocenten zijn.')
  .min(1, 'eenheidCenten is minimaal 1.')
  .max(10_000_000, 'eenheidCenten is hoogstens 10.000.000 (€ 100.000,00).')
  .default(1)
const totaalCenten = centen('totaalCenten')
const perInwonerCenten = decimaleCenten('perInwonerCenten')
const bedragPerKern = (naam: string) =>
  z.record(kernSleutel, centen(naam), `${naam} moet per kern een bedrag in eurocenten geven.`)

const naarInwoners = { gewicht, eenheidCenten, kernen: kernen(gewogen) }

/** Body of `POST /v1/wijkbudgetten/_bereken`. Parsed: defaults filled in. */
export const BerekenVraag = z
  .discriminatedUnion(
    'methode',
    [
      vraag('naar-rato', {
        ...naarInwoners,
        totaalCenten,
        /** Also divide by Sainte-Laguë, to show how much the rounding rule matters. */
        vergelijkMet: z.literal('sainte-lague', 'vergelijkMet kan alleen sainte-lague zijn.').optional(),
      }).superRefine(checkWeights),
      vraag('basis-plus-rest-naar-rato', {
        ...naarInwoners,
        totaalCenten,
        basisCenten: centen('basisCenten'),
      }).superRefine(checkWeights),
      vraag('basis-plus-per-inwoner', {
        ...naarInwoners,
        basisCenten: centen('basisCenten'),
        perInwonerCenten,
      }).superRefine(checkWeights),
      vraag('basis-per-type-plus-per-inwoner', {
        ...naarInwoners,
        kernen: kernen({ ...gewogen, type: woord('type') }),
        basisCentenPerType: z.record(
          z.string(),
          centen('basisCentenPerType'),
          'basisCentenPerType moet per type een bedrag in eurocenten geven.',
        ),
        perInwonerCenten,
      }).superRefine(checkWeights),
      vraag('basis-per-klasse-plus-per-inwoner', {
        ...naarInwoners,
        klassen: klassen({ basisCenten: centen('basisCenten') }),
        perInwonerCenten,
      }).superRefine(checkWeights),
      vraag('staffel', {
        ...naarInwoners,
        klassen: klassen({ bedragCenten: centen('bedragCenten') }),
      }).superRefine(checkWeights),
      /** Over a list of kernen, or over `aantal` kernen called "1", "2", … when only their number is known. */
      vraag('gelijk', {
        eenheidCenten,
        totaalCenten,
        kernen: kernen({ inwoners: inwoners.optional() }).optional(),
        aantal: aantal('aantal')
          .min(1, 'aantal is minimaal 1.')
          .max(1000, 'aantal is hoogstens 1.000.')
          .optional(),
      }).refine((v) => (v.kernen === undefined) !== (v.aantal === undefined), {
        path: ['kernen'],
        error: 'Geef een lijst van kernen of alleen hun aantal, niet allebei.',
      }),
      /** Each maatstaf divides its part (`aandeelPct` of 100) of the total; a kern's parts are added, then rounded once. */
      vraag('gewogen-maatstaven', {
        eenheidCenten,
        totaalCenten,
        maatstaven: z
          .array(
            z.strictObject(
              {
                maatstaf: woord('maatstaf'),
                aandeelPct: decimaal('aandeelPct'),
              },
              { error: meldOnbekend('een maatstaf') },
            ),
            'maatstaven moet een lijst van maatstaven zijn.',
          )
          .min(1, 'Geef minstens één maatstaf.')
          .max(50, 'Geef hoogstens 50 maatstaven.')
          .superRefine(checkShares),
        /** Maatstaf `inwoners` may be left out of `waarden` when the kern has inwoners. */
        kernen: kernen({
          inwoners: inwoners.optional(),
          waarden: z.record(z.string(), decimaal('waarden'), 'waarden moet per maatstaf een getal geven.'),
        }),
      }),
      /** Floor and cap as one simultaneous clamp; both in whole units. */
      vraag('naar-rato-met-grenzen', {
        ...naarInwoners,
        totaalCenten,
        ondergrensCenten: centen('ondergrensCenten').nullish(),
        bovengrensCenten: centen('bovengrensCenten').nullish(),
      })
        .superRefine(checkWeights)
        .superRefine(checkBounds),
      /** Year `jaar` of `jaren`: from `oudCenten` (year 0) in equal steps to `nieuwCenten` (the last year). */
      vraag('ingroei-lineair', {
        eenheidCenten,
        jaar: aantal('jaar'),
        jaren: aantal('jaren').min(1, 'jaren is minimaal 1.').max(100, 'jaren is hoogstens 100.'),
        oudCenten: bedragPerKern('oudCenten'),
        nieuwCenten: bedragPerKern('nieuwCenten'),
        kernen: kernen({ inwoners: inwoners.optional() }).optional(),
      }).refine((v) => v.jaar <= v.jaren, {
        path: ['jaar'],
        error: 'jaar ligt na het laatste jaar van de ingroei.',
      }),
      /** Nobody gains or loses more than `grensPerInwonerCenten` per inhabitant, and gains equal losses. */
      vraag('ingroei-begrensd', {
        eenheidCenten,
        grensPerInwonerCenten: decimaleCenten('grensPerInwonerCenten'),
        oudCenten: bedragPerKern('oudCenten'),
        nieuwCenten: bedragPerKern('nieuwCenten'),
        kernen: kernen({ inwoners }),
      }),
      /** Amounts of a formula, cut in proportion when they exceed the ceiling together. */
      vraag('korten-naar-rato', {
        eenheidCenten,
        plafondCenten: centen('plafondCenten'),
        formuleCenten: bedragPerKern('formuleCenten'),
        kernen: kernen({ inwoners: inwoners.optional() }).optional(),
      }),
      /** What kernen have left at the reference date goes to kernen that ran out and still have plans. */
      vraag('onderbesteding', {
        eenheidCenten,
        /** How the pot is divided over what is asked, never more than that. Usual: by inwoners when they are given. */
        verdeelsleutel: z
          .enum(['aanvraag', 'inwoners'], 'Kies aanvraag of inwoners als verdeelsleutel.')
          .optional(),
        kernen: kernen({
          inwoners: inwoners.optional(),
          toegekendCenten: centen('toegekendCenten'),
          verplichtCenten: centen('verplichtCenten'),
          openAanvraagCenten: centen('openAanvraagCenten').default(0),
        }),
      }),
    ],
    { error: `Kies een methode: ${methoden.join(', ')}.` },
  )
  .meta({ id: 'BerekenVraag' })
export type BerekenVraag = z.output<typeof BerekenVraag>
/** What a caller writes down: before defaults. */
export type BerekenVraagInvoer = z.input<typeof BerekenVraag>
/** The question of one method. */
export type VraagVan<M extends Methode> = Extract<BerekenVraag, { methode: M }>

const Bedrag = z.int()

/** Answer: `aandelen` in the order of the kernen; aandelen + onverdeeldCenten = totaalCenten, to the cent. */
export const BerekenAntwoord = z
  .object({
    methode: z.enum(methoden),
    /** The version of the method's rules that computed this; old versions stay runnable. */
    methodeVersie: z.int(),
    /** What was to be divided: the given total, the pot, the ceiling, or what a formula adds up to. */
    totaalCenten: Bedrag,
    aandelen: z.array(
      z.object({
        kern: z.string(),
        naam: z.string().optional(),
        /** For `onderbesteding`: the extra amount. */
        bedragCenten: Bedrag,
        /** The share before rounding, in cents: a whole number or a reduced fraction, "500000" or "56360000000/23379". */
        exact: z.string(),
        /** One Dutch sentence with the numbers filled in. */
        uitleg: z.string(),
        /** Which bound decided the amount, for `naar-rato-met-grenzen`. */
        grens: z.enum(['ondergrens', 'bovengrens']).optional(),
      }),
    ),
    onverdeeldCenten: Bedrag,
    /** `onderbesteding`: what is left over in all kernen together. */
    potCenten: Bedrag.optional(),
    vergelijking: z
      .object({
        methode: z.literal('sainte-lague'),
        aandelen: z.array(z.object({ kern: z.string(), bedragCenten: Bedrag })),
      })
      .optional(),
  })
  .meta({ id: 'BerekenAntwoord' })
export type BerekenAntwoord = z.infer<typeof BerekenAntwoord>
