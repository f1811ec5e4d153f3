/** Fields that several methods of the wijkbudget engine share; every refusal is a Dutch sentence. */
import * as z from 'zod'
import { nameFields } from './fieldErrors.ts'
import { checkFigure, checkKlassen, checkUniqueKernen } from './wijkbudgetRegels.ts'

/** € 10 biljoen in cents: far above any budget, and far below 2^53, so JSON carries it exactly. */
export const maxCenten = 1_000_000_000_000_000

const missingOr = (naam: string, anders: string) => ({
  error: (issue: { input?: unknown }): string => (issue.input === undefined ? `${naam} ontbreekt.` : anders),
})

const wholeNumber = (naam: string, wat: string, max: number, maxTekst: string) => {
  const teHoog = `${naam} is hoogstens ${maxTekst}.`
  const negatief = `${naam} mag niet negatief zijn.`
  return z
    .int({
      // Beyond 2^53 zod speaks before our own bounds do; then it says the same, once.
      abort: true,
      error: ({ code, input }) => {
        if (input === undefined) return `${naam} ontbreekt.`
        if (code === 'too_big') return teHoog
        return code === 'too_small' ? negatief : `${naam} moet een geheel ${wat}.`
      },
    })
    .min(0, negatief)
    .max(max, teHoog)
}

/** Names the fields that do not belong there. */
export const meldOnbekend =
  (waarbij: string): z.core.$ZodErrorMap =>
  (issue) =>
    issue.code === 'unrecognized_keys'
      ? `Dit veld hoort niet bij ${waarbij}: ${nameFields(issue.keys)}.`
      : undefined

/** Whole eurocents, 0 to {@link maxCenten}. */
export const centen = (naam: string) =>
  wholeNumber(naam, 'aantal eurocenten zijn, zonder komma', maxCenten, '1.000.000.000.000.000 cent')

/** A whole number of people or years, 0 or more. */
export const aantal = (naam: string) => wholeNumber(naam, 'getal zijn', 100_000_000, '100.000.000')

const decimaleTekst = /^\d{1,12}(\.\d{1,6})?$/

/** A non-negative decimal of at most 12 digits and 6 decimals, as text or as a JSON number of that form. */
export function decimaal(naam: string) {
  const zin = `${naam} moet een getal zijn van 0 of meer met hoogstens 6 decimalen, zoals 12.5.`
  const getal = z.number().refine((waarde) => decimaleTekst.test(String(waarde)), zin)
  return z.union([z.string().regex(decimaleTekst, zin), getal], missingOr(naam, zin))
}

/** Cents as decimal text ("82.5") or as a whole JSON number; a JSON number with decimals is refused. */
export function decimaleCenten(naam: string) {
  const zin = `${naam} moet een aantal eurocenten zijn als tekst, zoals "168" of "82.5".`
  const heel = z.int(zin).min(0, zin).max(999_999_999_999, zin)
  return z.union([z.string().regex(decimaleTekst, zin), heel], missingOr(naam, zin))
}

/**
 * What tells kernen apart. Wider than the kerncodes of one gemeente, because a what-if may divide over
 * kernen that do not exist yet; starts with a letter or digit, so `__proto__` is none.
 */
export const kernSleutel = z
  .string(missingOr('kern', 'kern moet tekst zijn.'))
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} .'_()/-]{0,79}$/u,
    'Een kern is 1 tot 80 letters, cijfers, spaties of streepjes.',
  )

/** A name of 1 to `max` characters. */
export function woord(naam: string, max = 80) {
  const zin = `${naam} is tekst van 1 tot ${max} tekens.`
  return z.string(missingOr(naam, zin)).min(1, zin).max(max, zin)
}

export const inwoners = aantal('inwoners')
const kern = { kern: kernSleutel, naam: woord('naam', 120).optional() }

/** A list of kernen, each with the fields of the method besides kern and naam. */
export const kernen = <S extends z.core.$ZodShape>(shape: S) =>
  z
    .array(
      z
        .strictObject({ ...kern, ...shape }, { error: meldOnbekend('een kern van deze methode') })
        .superRefine('wijken' in shape ? checkFigure : () => {}),
      'kernen moet een lijst van kernen zijn.',
    )
    .min(1, 'Geef minstens één kern.')
    .max(1000, 'Geef hoogstens 1.000 kernen.')
    .superRefine(checkUniqueKernen)

const wijken = z.array(
  z.strictObject(
    { wijk: kernSleutel, inwoners, aangesloten: z.boolean('aangesloten is true of false.') },
    { error: meldOnbekend('een wijk') },
  ),
  'wijken moet een lijst van wijken zijn.',
)
/** A kern that brings a weight: its inwoners, or the wijken that its kernoverleg represents. */
export const gewogen = { inwoners: inwoners.optional(), wijken: wijken.optional() }

/** Classes by inhabitants, upper bound included; `null` or absent means no upper bound. */
export const klassen = <S extends z.core.$ZodShape>(bedrag: S) =>
  z
    .array(
      z.strictObject(
        {
          vanInwoners: aantal('vanInwoners').nullish(),
          totEnMetInwoners: aantal('totEnMetInwoners').nullish(),
          ...bedrag,
        },
        { error: meldOnbekend('een klasse') },
      ),
      'klassen moet een lijst van klassen zijn.',
    )
    .min(1, 'Geef minstens één klasse.')
    .max(100, 'Geef hoogstens 100 klassen.')
    .superRefine(checkKlassen)
