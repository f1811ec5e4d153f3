/** The kernindeling of an imported gemeente: the one that is there, when it fits, or a first one to work on. */
import { zonderCijfer } from '../../functions/domain/kernindeling/inwoners.ts'
import { toKerncode } from '../../functions/domain/kernindeling/kerncodes.ts'
import type { Kernindeling } from '../instellingen.ts'
import type { Gebied } from './readGebieden.ts'
import { count, Refusal } from './source.ts'

type Kern = Kernindeling['kernen'][number]

/** A gemeente with more wijken than this starts as one kern; who wants more draws them. */
export const MAX_WIJKEN = 20

/** As CBS asks it to stand with its borders. */
export const BRONVERMELDING = 'Bron: CBS/Kadaster (Wijk- en Buurtkaart / CBS gebiedsindelingen), CC BY 4.0'

/**
 * @throws Refusal that names the buurten the kernindeling lacks, and those it has that are gone
 */
export function checkFits({ kernen }: Kernindeling, gebieden: readonly Gebied[], file: string): void {
  const old = new Set(kernen.flatMap(({ buurtcodes }) => buurtcodes))
  const now = new Set(gebieden.map(({ code }) => code))
  const appeared = gebieden.filter(({ code }) => !old.has(code)).map(({ code, naam }) => `${code} (${naam})`)
  const gone = [...old].filter((code) => !now.has(code))
  if (appeared.length + gone.length === 0) return
  const parts = [
    appeared.length > 0 && `Nieuw: ${appeared.join(', ')}.`,
    gone.length > 0 && `Verdwenen: ${gone.join(', ')}.`,
  ]
  throw new Refusal(
    `De buurten passen niet meer op de kernindeling. ${parts.filter(Boolean).join(' ')} Pas ${file} aan en importeer opnieuw.`,
  )
}

/**
 * One kern per wijk, or one for the whole gemeente when there is one wijk or there are more than `maxKernen`.
 * Nobody adopted it: `orgaan` and `besluit` are null.
 *
 * A buurt without a figure adds nothing to its kern, and the kern says so in `inwonersBron` and `inwonersMethode`.
 */
export function firstKernindeling({
  gemeente,
  naam,
  jaar,
  gebieden,
  maxKernen,
}: {
  gemeente: string
  naam: string
  /** Year of the borders. */
  jaar: number
  gebieden: readonly Gebied[]
  maxKernen: number
}): Kernindeling {
  const wijken = [...Map.groupBy(gebieden, ({ wijkcode }) => wijkcode ?? '')].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const groups =
    wijken.length > 1 && wijken.length <= maxKernen
      ? wijken.map(([code, buurten]) => ({ naam: nameWijk(code, buurten[0]?.wijknaam), buurten }))
      : [{ naam, buurten: gebieden }]
  const kernen: Kern[] = []
  for (const { naam, buurten } of groups)
    kernen.push({
      code: toKerncode(
        naam,
        kernen.map(({ code }) => code),
      ),
      naam,
      buurtcodes: buurten.map(({ code }) => code),
      ...countInwoners(buurten),
      peildatum: `${jaar}-01-01`,
    })
  return {
    gemeente,
    naam,
    geldigVanaf: `${jaar}-01-01`,
    orgaan: null,
    besluit: null,
    buurtgrenzen: jaar,
    bronvermelding: BRONVERMELDING,
    kernen,
    somInwoners: kernen.reduce((sum, { inwoners }) => sum + inwoners, 0),
    toelichting: [
      `Eerste voorstel bij het importeren: ${groups.length > 1 ? 'een kern per CBS-wijk' : 'de hele gemeente als één kern'}. Nog niet vastgesteld.`,
      ...kernen.flatMap(({ naam, inwonersBron, inwonersMethode }) =>
        inwonersBron === 'CBS' ? [] : [`${naam}: ${inwonersMethode}. Vul het aantal inwoners aan.`],
      ),
    ],
  }
}

/** `Wijk 01 Bergen Binnen` → `Bergen Binnen`; `Wijk 01` when CBS gives no name. */
const nameWijk = (code: string, naam?: string | null): string =>
  naam?.replace(/^Wijk \d+ (?=\S)/, '') || `Wijk ${code.slice(-2)}`

function countInwoners(
  buurten: readonly Gebied[],
): Pick<Kern, 'inwoners' | 'inwonersBron' | 'inwonersMethode'> {
  const missing = buurten.filter(({ inwoners }) => inwoners === null).map(({ code }) => code)
  const inwoners = buurten.reduce((sum, buurt) => sum + (buurt.inwoners ?? 0), 0)
  if (missing.length === 0)
    return { inwoners, inwonersBron: 'CBS', inwonersMethode: `som van ${count(buurten.length)} buurten` }
  return missing.length === buurten.length
    ? {
        inwoners,
        inwonersBron: zonderCijfer.geen,
        inwonersMethode: 'CBS geeft voor geen enkele buurt een cijfer',
      }
    : {
        inwoners,
        inwonersBron: zonderCijfer.deels,
        inwonersMethode: `som zonder ${missing.join(', ')}: daarvan geeft CBS geen cijfer`,
      }
}
