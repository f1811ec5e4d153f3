/**
 * How many people live in a buurt, a part of one, and a kern that was drawn otherwise.
 *
 * CBS leaves figures of small buurten out. What is known of a kern of version 1 and not of its buurten is divided
 * over those by area: coarse where a village lies in one of them, so it is always called an estimate, and a gemeente
 * that knows better states its own figure with the kern (`opgave`). Parts of a cut buurt get its people by area too.
 * Whole numbers are kept: what goes in comes out, to the person.
 */
import type { Buurt, Ontwerp, OntwerpKern } from '../../contract/kernindeling.ts'
import { formatAantal } from '../geld.ts'

/** What `inwonersBron` of a kern says when CBS has a figure for none of its buurten, or only for some. */
export const zonderCijfer = { geen: 'ontbreekt', deels: 'CBS, onvolledig' } as const

/**
 * Inhabitants to count with. A kern without a figure, or with a part of one, has none: it is never silently 0.
 * @example inwonersOf({ inwoners: 0, inwonersBron: 'ontbreekt' }) // undefined
 */
export const inwonersOf = ({ inwoners, inwonersBron }: Pick<Vorige, 'inwoners' | 'inwonersBron'>) =>
  inwonersBron === zonderCijfer.geen || inwonersBron === zonderCijfer.deels ? undefined : inwoners

/**
 * Whole parts of `aantal` in the ratio of `gewichten`, by largest remainder; ties go to the first. Without any weight
 * the first gets all.
 * @example divideNaarRato(10, [1, 1, 1]) // [4, 3, 3]
 */
export function divideNaarRato(aantal: number, gewichten: readonly number[]): number[] {
  const sum = gewichten.reduce((total, gewicht) => total + gewicht, 0)
  const exact = gewichten.map((gewicht, i) => (sum > 0 ? (aantal * gewicht) / sum : i === 0 ? aantal : 0))
  const whole = exact.map(Math.floor)
  const left = aantal - whole.reduce((total, part) => total + part, 0)
  const order = exact.map((value, i) => ({ i, rest: value - whole[i]! })).sort((a, b) => b.rest - a.rest)
  for (let n = 0; n < left; n++) whole[order[n % order.length]!.i]!++
  return whole
}

type Gemeten = { code: string; inwoners: number | null; oppervlakteHa: number }
type EersteKern = {
  naam: string
  inwoners: number
  inwonersBron: string
  inwonersMethode: string
  buurtcodes: readonly string[]
}
export type BuurtInwoners = Pick<Buurt, 'inwoners' | 'geschat' | 'onbekend' | 'inwonersMethode'>

export const zonderInwoners: BuurtInwoners = {
  inwoners: 0,
  geschat: true,
  onbekend: true,
  inwonersMethode: 'CBS geeft geen cijfer',
}

/** By buurtcode, every buurt of every kern of version 1. Where the kern has no figure to divide, its buurten have none. */
export function estimateBuurten(
  kernen: readonly EersteKern[],
  buurten: readonly Gemeten[],
): Map<string, BuurtInwoners> {
  const figures = new Map<string, BuurtInwoners>()
  for (const kern of kernen) {
    const own = buurten.filter(({ code }) => kern.buurtcodes.includes(code))
    const known = own.reduce((total, { inwoners }) => total + (inwoners ?? 0), 0)
    const unknown = own.filter(({ inwoners }) => inwoners === null)
    const hasFigure = inwonersOf(kern) !== undefined
    // The sum of CBS may be above a kern's own figure: CBS rounds each area to fives.
    const parts = divideNaarRato(
      Math.max(0, kern.inwoners - known),
      unknown.map(({ oppervlakteHa }) => oppervlakteHa),
    )
    for (const { code, inwoners } of own)
      if (inwoners !== null) figures.set(code, { inwoners, geschat: false, inwonersMethode: 'CBS' })
    for (const [i, { code }] of unknown.entries())
      figures.set(code, hasFigure ? estimate(kern, parts[i]!, own.length) : zonderInwoners)
  }
  return figures
}

const estimate = (kern: EersteKern, inwoners: number, buurten: number): BuurtInwoners => ({
  inwoners,
  geschat: buurten > 1 || kern.inwonersBron !== 'CBS',
  inwonersMethode:
    buurten === 1
      ? kern.inwonersMethode
      : `geschat naar oppervlakte, uit de ${formatAantal(kern.inwoners)} inwoners van ${kern.naam}`,
})

/** A cut buurt: `aandelen` of its area for the kern left and right of the line, together 1. */
export type Gesneden = {
  buurtcode: string
  links: string
  rechts: string
  aandelen: readonly [number, number]
}

type Bevolkt = Pick<Buurt, 'code' | 'inwoners' | 'geschat' | 'onbekend'>
type Vorige = { inwoners: number; peildatum: string; inwonersBron: string; inwonersMethode: string }
/** A kern of version 1 with exactly these buurten keeps the figure it had. */
type FindVorige = (buurtcodes: readonly string[]) => Vorige | undefined

/** What lives in a kern of a draft, and how that is known. */
export function countKern(
  kern: OntwerpKern,
  buurten: readonly Bevolkt[],
  gesneden: readonly Gesneden[],
  findVorige: FindVorige,
  peildatum: string,
): Vorige {
  const { opgave } = kern
  if (opgave)
    return {
      inwoners: opgave.inwoners,
      peildatum: opgave.peildatum,
      inwonersBron: 'opgave gemeente',
      inwonersMethode: opgave.bron,
    }
  const cut = gesneden.filter(({ links, rechts }) => links === kern.code || rechts === kern.code)
  const same = cut.length === 0 ? findVorige(kern.buurtcodes) : undefined
  if (same) return same
  const own = buurten.filter(({ code }) => kern.buurtcodes.includes(code))
  const parts = cut.map(({ buurtcode, links, aandelen }) => {
    const whole = buurten.find(({ code }) => code === buurtcode)
    const part = divideNaarRato(whole?.inwoners ?? 0, aandelen)[links === kern.code ? 0 : 1]!
    return { inwoners: part, geschat: true, onbekend: whole?.onbekend }
  })
  const all = [...own, ...parts]
  const unknown = all.filter(({ onbekend }) => onbekend).length
  const guessed = own.filter(({ geschat, onbekend }) => geschat && !onbekend).length
  const words = [
    own.length > 0 && `som van ${own.length} ${own.length === 1 ? 'buurt' : 'buurten'}`,
    guessed > 0 && `${guessed} geschat`,
    cut.length > 0 && `${cut.length} gesneden ${cut.length === 1 ? 'buurt' : 'buurten'} naar oppervlakte`,
    unknown > 0 && `van ${unknown} is er geen cijfer`,
  ]
  const known = guessed + cut.length > 0 ? 'schatting' : 'CBS'
  const none = unknown === all.length ? zonderCijfer.geen : zonderCijfer.deels
  return {
    inwoners: all.reduce((sum, { inwoners }) => sum + inwoners, 0),
    peildatum,
    inwonersBron: unknown > 0 ? none : known,
    inwonersMethode: words.filter(Boolean).join(', '),
  }
}

/** Inhabitants of what belongs to no kern. */
export const countWeggelaten = ({ weggelaten }: Ontwerp, buurten: readonly Bevolkt[]): number =>
  buurten.filter(({ code }) => weggelaten.includes(code)).reduce((sum, { inwoners }) => sum + inwoners, 0)
