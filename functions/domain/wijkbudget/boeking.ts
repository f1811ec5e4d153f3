/**
 * A boeking: lines that come into the ledgers of kernen together or not at all. One commitment is a boeking; so
 * is adopting a verdeling, with a toekenning for each kern.
 */
import type { Grootboekregel, NieuweRegel } from '../../contract/grootboek.ts'
import { Problem } from '../../contract/problem.ts'
import { toDag } from '../dag.ts'
import { bookRegel, legeStand, type Regel, reverseRegel } from './grootboek.ts'
import { computeInleg } from './herverdeling.ts'
import type { Geboekt, GrootboekSleutel, RegelRecord, StandRecord, VerdelingRecord } from './ports.ts'

/** A line without what booking adds to it. */
export type NogTeBoeken = GrootboekSleutel &
  Regel & { omschrijving: string } & Partial<
    Omit<
      Grootboekregel,
      keyof Regel | 'omschrijving' | 'volgnummer' | 'op' | 'door' | 'saldoCenten' | 'vrijCenten'
    >
  >

/** The sleutel of the boeking that adopts a version: a version is adopted once, and so booked once. */
export const vaststellingSleutel = (versie: number): string => `verdeling-${versie}`

/** The stand of a ledger in which nothing was booked yet. */
export const startStand = ({ jaar, kern }: GrootboekSleutel): StandRecord => ({
  ...legeStand,
  jaar,
  kern,
  versie: 0,
  bijgewerktOp: '',
})

/**
 * Books lines one after the other: numbered within their ledger, each with the stand after it.
 *
 * @param standen of every ledger that the lines are in, and of no other
 * @throws Problem as `bookRegel`, with the kern in the sentence when there are several
 */
export function writeBoeking(
  standen: readonly StandRecord[],
  regels: readonly NogTeBoeken[],
  by: { op: string; door: string },
): Geboekt {
  const next = standen.map((stand) => ({ ...stand, versie: stand.versie + 1, bijgewerktOp: by.op }))
  const written = regels.map((regel): RegelRecord => {
    const at = next.findIndex(({ jaar, kern }) => jaar === regel.jaar && kern === regel.kern)
    const stand = next[at]
    if (!stand) throw new RangeError(`No stand of ${regel.kern} in ${regel.jaar}.`)
    const after = bookNamed(stand, regel, standen.length > 1)
    next[at] = { ...stand, ...after }
    const { saldoCenten, vrijCenten } = after
    return { datum: toDag(by.op), ...regel, volgnummer: after.regels, ...by, saldoCenten, vrijCenten }
  })
  return { regels: written, standen: next }
}

function bookNamed(stand: StandRecord, regel: NogTeBoeken, named: boolean) {
  try {
    return bookRegel(stand, regel)
  } catch (error) {
    if (!(error instanceof Problem) || !named) throw error
    throw new Problem(error.code, `${regel.kern} in ${regel.jaar}: ${error.message}`, error.extra, {
      cause: error,
    })
  }
}

/** What a person books → the line. Of a tegenboeking the amount is that of the line it undoes. */
export function toRegel(
  nieuw: NieuweRegel,
  sleutel: GrootboekSleutel,
  stand: StandRecord,
  regels: readonly RegelRecord[],
): NogTeBoeken {
  if (nieuw.soort === 'tegenboeking') {
    const { regel, soort: _soort, ...rest } = nieuw
    return { ...rest, ...sleutel, ...reverseRegel(regels, regel) }
  }
  if (nieuw.soort === 'opening' && stand.regels > 0)
    throw new Problem(
      'boeking-niet-mogelijk',
      'Dit grootboek is al begonnen. Een beginsaldo boekt u alleen als eerste regel.',
    )
  return { ...nieuw, ...sleutel }
}

/**
 * What adopting a verdeling books: each kern its toekenning. A correction books the difference with the version it
 * replaces, and a redistribution takes from some exactly what it gives to others. Lines bear the day of the decision
 * within its year, not the day somebody entered it: on 1 November a budget of January counts.
 */
export function toBoekingen(verdeling: VerdelingRecord, geldend: VerdelingRecord | undefined): NogTeBoeken[] {
  const { jaar, versie, vraag, antwoord, vaststelling } = verdeling
  const datum = vaststelling && withinYear(jaar, vaststelling.besluitDatum)
  const oud = new Map(geldend?.antwoord.aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]))
  const nieuw = new Map(antwoord.aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]))
  const inleg = vraag.methode === 'onderbesteding' ? computeInleg(vraag, antwoord) : new Map<string, number>()
  const aftrek = vraag.methode === 'onderbesteding' ? inleg : oud
  const waarom =
    vraag.methode === 'onderbesteding'
      ? `Herverdeling ${jaar}, versie ${versie}`
      : geldend
        ? `Verdeling ${jaar}, versie ${versie} in plaats van versie ${geldend.versie}`
        : `Verdeling ${jaar}, versie ${versie}`
  return [...new Set([...nieuw.keys(), ...aftrek.keys()])].flatMap((kern) => {
    const verschil = (nieuw.get(kern) ?? 0) - (aftrek.get(kern) ?? 0)
    if (verschil === 0) return []
    const soort = verschil > 0 ? ('toekenning' as const) : ('terugvordering' as const)
    return {
      jaar,
      kern,
      soort,
      bedragCenten: Math.abs(verschil),
      omschrijving: waarom,
      verdeling: versie,
      ...(datum && { datum }),
    }
  })
}

const withinYear = (jaar: number, dag: string): string => {
  if (dag < `${jaar}-01-01`) return `${jaar}-01-01`
  return dag > `${jaar}-12-31` ? `${jaar}-12-31` : dag
}
