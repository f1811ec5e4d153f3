/**
 * Who sends much: how often one address or one device may do something in an hour. Nobody is asked for anything below
 * that; above it a computer has to work for a moment, and far above it nothing helps but waiting. A sender is only ever
 * known by a hash with a secret of the day, so no address is kept.
 */
import type { FieldError } from '../contract/problem.ts'

export type Budgetsoort = 'melding' | 'foto' | 'volger' | 'nabij'

/** Per hour; a household or an office has one address, so that is the larger one. */
export type Meldbudget = { readonly perAdresPerUur: number; readonly perToestelPerUur: number }

/** With each melding go some photos, and looking nearby happens at every place that somebody tries. */
const maalBudget: Record<Budgetsoort, number> = { melding: 1, volger: 1, foto: 4, nabij: 10 }
/** Above this many times the budget a proof of work does not help either. */
const maalGrens = 5

export type Oordeel = 'vrij' | 'bewijs' | 'wacht'

/** `aantal`: what was done in this hour already. */
export function judgeBudget(soort: Budgetsoort, aantal: number, perUur: number): Oordeel {
  const budget = perUur * maalBudget[soort]
  if (aantal < budget) return 'vrij'
  return aantal < budget * maalGrens ? 'bewijs' : 'wacht'
}

export type BudgetStore = {
  /** How often each of these senders did it in this hour (`2026-04-07T09`, UTC). */
  list(afzenders: readonly string[], uur: string): Promise<number[]>
  /** Once more for each. */
  add(afzenders: readonly string[], uur: string): Promise<void>
  /**
   * Whether it was never used before, or for the very same thing (`gebruik`, a hash); it is remembered until the instant
   * `tot`, and after that it is not valid any more.
   */
  useOnce(bewijs: string, tot: Date, gebruik: string): Promise<boolean>
}

/** Proofs of work: a question that costs a computer a second or two, and whether an answer is right. */
export type Bewijzen = {
  /** What goes out in a problem `te-veel` as `uitdaging`. */
  ask(now: Date): Promise<Record<string, unknown>>
  /** @returns the question that was answered rightly and in time; whether it was used before is for `useOnce`. */
  check(bewijs: string, now: Date): Promise<{ bewijs: string; tot: Date } | undefined>
}

/**
 * The part of an address that belongs to one connection: of IPv6 the first 64 bits, which is what a household gets.
 * @example toAansluiting('2001:db8:1:2:3:4:5:6')   // '2001:db8:1:2'
 * @example toAansluiting('::ffff:192.0.2.1')        // '192.0.2.1'
 */
export function toAansluiting(adres: string): string {
  const [address = ''] = adres.trim().toLowerCase().split('%')
  const four = /^(?:.*:)?(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (four) return four
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** Faster than this nobody fills in the form, not even who only has to paste. */
const snelsteMillis = 3000

/** What a form knows of how it was filled in; who calls without a form has nothing to show. */
export function checkFormulier(
  formulier: { lokveld: string; invultijdMillis: number } | undefined,
): FieldError[] {
  if (!formulier) return []
  if (formulier.lokveld !== '')
    return [
      {
        pointer: '/formulier/lokveld',
        code: 'niet-leeg',
        detail:
          'Er is een veld ingevuld dat leeg moet blijven. Misschien deed uw browser dat vanzelf. Maak het leeg en verstuur nog eens.',
      },
    ]
  if (formulier.invultijdMillis < snelsteMillis)
    return [
      {
        pointer: '/formulier/invultijdMillis',
        code: 'te-snel',
        detail:
          'Dat ging wel heel snel. Wacht een paar tellen en verstuur nog eens. Wat u typte, staat er nog.',
      },
    ]
  return []
}
