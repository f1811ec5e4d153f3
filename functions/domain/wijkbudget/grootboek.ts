/**
 * The ledger of one kern (or fund) in one year: lines are only added, never changed, so that every figure can
 * be followed back. What may still be spent follows from the lines:
 *
 *   saldo = opening + toegekend − teruggevorderd − betaald
 *   gebonden = open reserveringen and verplichtingen (what is not yet paid or released)
 *   vrij = saldo − gebonden
 *
 * Two laws hold after every line: vrij ≥ 0, and what is open under a nummer ≥ 0. A mistake is undone by a line
 * that counts the other way (`tegenVan`).
 */
import type { Grootboekregel } from '../../contract/grootboek.ts'
import { Problem } from '../../contract/problem.ts'
import { formatEuro } from '../geld.ts'

/** What counts of a line. `nummer` ties a betaling or vrijval to its reservering or verplichting. */
export type Regel = Pick<Grootboekregel, 'soort' | 'bedragCenten'> &
  Partial<Pick<Grootboekregel, 'nummer' | 'tegenVan'>>

export type Stand = {
  /** Number of lines. */
  regels: number
  openingCenten: number
  toegekendCenten: number
  teruggevorderdCenten: number
  betaaldCenten: number
  gebondenCenten: number
  saldoCenten: number
  vrijCenten: number
  /** What is open per nummer, without zeros. */
  open: Record<string, number>
  /** Volgnummers of lines that were undone. */
  tegengeboekt: number[]
  gesloten: boolean
}

export const legeStand: Stand = {
  regels: 0,
  openingCenten: 0,
  toegekendCenten: 0,
  teruggevorderdCenten: 0,
  betaaldCenten: 0,
  gebondenCenten: 0,
  saldoCenten: 0,
  vrijCenten: 0,
  open: {},
  tegengeboekt: [],
  gesloten: false,
}

/** Where the ledger stands after its lines, added up from nothing: what a stored stand is checked with. */
export function computeStand(regels: readonly Regel[]): Stand {
  const openingCenten = addUp(regels, 'opening')
  const toegekendCenten = addUp(regels, 'toekenning')
  const teruggevorderdCenten = addUp(regels, 'terugvordering')
  const betaaldCenten = addUp(regels, 'betaling')
  const open = openOf(regels)
  const gebondenCenten = Object.values(open).reduce((som, bedrag) => som + bedrag, 0)
  const saldoCenten = openingCenten + toegekendCenten - teruggevorderdCenten - betaaldCenten
  return {
    regels: regels.length,
    openingCenten,
    toegekendCenten,
    teruggevorderdCenten,
    betaaldCenten,
    gebondenCenten,
    saldoCenten,
    vrijCenten: saldoCenten - gebondenCenten,
    open,
    tegengeboekt: regels.flatMap(({ tegenVan }) => tegenVan ?? []),
    gesloten: regels.some(({ soort }) => soort === 'slot'),
  }
}

/**
 * The stand after one more line, without looking at the earlier ones. Two writers at once are for the store to
 * tell apart; the second one then meets these rules again.
 *
 * @throws Problem `saldo-ontoereikend` with `tekortCenten` when the line takes more than is free, or more than
 *   is open under its nummer; `boeking-niet-mogelijk` after the closing line, or for a line undone before;
 *   `ongeldige-invoer` for an amount that is not positive
 */
export function bookRegel(stand: Stand, regel: Regel): Stand {
  assertBookable(stand, regel)
  const { soort, bedragCenten, nummer, tegenVan } = regel
  const bedrag = signed(regel)
  const plus = (...soorten: Regel['soort'][]) => (soorten.includes(soort) ? bedrag : 0)
  const opened =
    plus('reservering', 'verplichting') - plus('vrijval') - (nummer === undefined ? 0 : plus('betaling'))
  const openNow = openUnder(stand, nummer) + opened
  const saldoCenten =
    stand.saldoCenten + plus('opening', 'toekenning') - plus('terugvordering') - plus('betaling')
  const gebondenCenten = stand.gebondenCenten + opened
  const vrijCenten = saldoCenten - gebondenCenten
  const tekortCenten = Math.max(-openNow, -vrijCenten)
  if (tekortCenten > 0) throw shortOf(regel, bedragCenten - tekortCenten, tekortCenten)
  return {
    regels: stand.regels + 1,
    openingCenten: stand.openingCenten + plus('opening'),
    toegekendCenten: stand.toegekendCenten + plus('toekenning'),
    teruggevorderdCenten: stand.teruggevorderdCenten + plus('terugvordering'),
    betaaldCenten: stand.betaaldCenten + plus('betaling'),
    gebondenCenten,
    saldoCenten,
    vrijCenten,
    open: nummer === undefined ? stand.open : withOpen(stand.open, nummer, openNow),
    tegengeboekt: tegenVan === undefined ? stand.tegengeboekt : [...stand.tegengeboekt, tegenVan],
    gesloten: soort === 'slot',
  }
}

/**
 * The line that undoes another one of the same ledger.
 *
 * @throws Problem `niet-gevonden`, or `boeking-niet-mogelijk` for a line that follows from a decision or another
 *   year, or that undoes one itself
 */
export function reverseRegel<R extends Regel & Pick<Grootboekregel, 'volgnummer' | 'uitJaar'>>(
  regels: readonly R[],
  volgnummer: number,
): Regel {
  const regel = regels.find((each) => each.volgnummer === volgnummer)
  if (!regel) throw new Problem('niet-gevonden', `Er is geen regel ${volgnummer}.`)
  const { soort, bedragCenten, nummer, tegenVan, uitJaar } = regel
  const decided = ['toekenning', 'terugvordering', 'slot'].includes(soort) || uitJaar !== undefined
  if (decided)
    throw refuse(`Regel ${volgnummer} is een ${soort} die uit een besluit volgt. Verbeter het besluit.`)
  if (tegenVan !== undefined)
    throw refuse(`Regel ${volgnummer} is zelf een tegenboeking. Boek regel ${tegenVan} opnieuw.`)
  return { soort, bedragCenten, tegenVan: volgnummer, ...(nummer !== undefined && { nummer }) }
}

const refuse = (detail: string) => new Problem('boeking-niet-mogelijk', detail)

function assertBookable(stand: Stand, { soort, bedragCenten, tegenVan }: Regel): void {
  if (stand.gesloten) throw refuse('Dit jaar is afgesloten. Boek de correctie in het volgende jaar.')
  if (tegenVan !== undefined && stand.tegengeboekt.includes(tegenVan))
    throw refuse(`Regel ${tegenVan} is al tegengeboekt.`)
  const isSlot = soort === 'slot'
  if (!Number.isSafeInteger(bedragCenten) || (bedragCenten <= 0 && !isSlot))
    throw new Problem('ongeldige-invoer', `Het bedrag van een ${soort} moet hoger zijn dan € 0,00.`)
  if (isSlot && bedragCenten !== stand.saldoCenten)
    throw refuse(
      `Het slot is ${formatEuro(bedragCenten)}, maar het saldo is ${formatEuro(stand.saldoCenten)}.`,
    )
}

const shortOf = (
  { soort, bedragCenten, tegenVan }: Regel,
  ruimteCenten: number,
  tekortCenten: number,
): Problem =>
  new Problem(
    'saldo-ontoereikend',
    `Deze ${tegenVan === undefined ? soort : `tegenboeking van een ${soort}`} is ${formatEuro(bedragCenten)}, maar er is nog ${formatEuro(ruimteCenten)}.`,
    { tekortCenten },
  )

const signed = ({ bedragCenten, tegenVan }: Regel): number =>
  tegenVan === undefined ? bedragCenten : -bedragCenten

const addUp = (regels: readonly Regel[], soort: Regel['soort']): number =>
  regels.reduce((som, regel) => (regel.soort === soort ? som + signed(regel) : som), 0)

/** A nummer may be any word, also one that every object knows. */
const openUnder = ({ open }: Stand, nummer: string | undefined): number =>
  nummer !== undefined && Object.hasOwn(open, nummer) ? open[nummer]! : 0

const withOpen = (open: Stand['open'], nummer: string, bedrag: number): Stand['open'] => {
  const { [nummer]: _before, ...rest } = open
  return bedrag === 0 ? rest : { ...rest, [nummer]: bedrag }
}

function openOf(regels: readonly Regel[]): Stand['open'] {
  const open = new Map<string, number>()
  for (const regel of regels) {
    if (regel.nummer === undefined) continue
    const bindt = regel.soort === 'reservering' || regel.soort === 'verplichting'
    open.set(regel.nummer, (open.get(regel.nummer) ?? 0) + (bindt ? signed(regel) : -signed(regel)))
  }
  return Object.fromEntries([...open].filter(([, bedrag]) => bedrag !== 0))
}
