/**
 * The ledger of one kern (or fund) in one year: lines are only added, never changed, so that every figure can
 * be followed back. What may still be spent follows from the lines:
 *
 *   saldo = opening + toekenningen − betalingen
 *   gebonden = open reserveringen and verplichtingen (what is not yet paid or released)
 *   vrij = saldo − gebonden
 */
import { Problem } from '../../contract/problem.ts'
import { formatEuro } from '../geld.ts'

/** Amounts are positive cents. `nummer` ties a betaling or vrijval to its reservering or verplichting. */
export type Regel =
  | { soort: 'opening' | 'toekenning'; bedragCenten: number; omschrijving?: string }
  | {
      soort: 'reservering' | 'verplichting' | 'vrijval'
      nummer: string
      bedragCenten: number
      omschrijving?: string
    }
  /** Without `nummer` it was paid at once, without a commitment before. */
  | { soort: 'betaling'; nummer?: string; bedragCenten: number; omschrijving?: string }
  /** Closes the year; `bedragCenten` is the saldo then. */
  | { soort: 'slot'; bedragCenten: number; omschrijving?: string }

export type Stand = {
  inkomstenCenten: number
  betaaldCenten: number
  saldoCenten: number
  gebondenCenten: number
  vrijCenten: number
}

/** Where the ledger stands after its lines. */
export function computeStand(regels: readonly Regel[]): Stand {
  const inkomstenCenten = addUp(regels, ['opening', 'toekenning'])
  const betaaldCenten = addUp(regels, ['betaling'])
  const gebondenCenten = [...openOf(regels).values()].reduce((som, open) => som + open, 0)
  const saldoCenten = inkomstenCenten - betaaldCenten
  return {
    inkomstenCenten,
    betaaldCenten,
    saldoCenten,
    gebondenCenten,
    vrijCenten: saldoCenten - gebondenCenten,
  }
}

/**
 * The ledger with one more line. Two writers at once are for the store to tell apart (it appends only to the
 * lines this was computed from); the second one then meets this rule again.
 *
 * @throws Problem `saldo-ontoereikend` with `tekortCenten` when the line takes more than is free, or more than
 *   is open under its nummer; `ongeldige-invoer` for an amount that is not positive, or a closed year
 */
export function appendRegel(regels: readonly Regel[], regel: Regel): Regel[] {
  if (regels.some(({ soort }) => soort === 'slot'))
    throw new Problem('ongeldige-invoer', 'Dit jaar is afgesloten. Boek de correctie in het volgende jaar.')
  const stand = computeStand(regels)
  const isSlot = regel.soort === 'slot'
  if (!Number.isSafeInteger(regel.bedragCenten) || (regel.bedragCenten <= 0 && !isSlot))
    throw new Problem('ongeldige-invoer', `Het bedrag van een ${regel.soort} moet hoger zijn dan € 0,00.`)
  if (isSlot && regel.bedragCenten !== stand.saldoCenten)
    throw new Problem(
      'ongeldige-invoer',
      `Het slot is ${formatEuro(regel.bedragCenten)}, maar het saldo is ${formatEuro(stand.saldoCenten)}.`,
    )
  const ruimte = roomFor(regel, regels, stand.vrijCenten)
  if (regel.bedragCenten > ruimte)
    throw new Problem(
      'saldo-ontoereikend',
      `Deze ${regel.soort} is ${formatEuro(regel.bedragCenten)}, maar er is nog ${formatEuro(ruimte)}.`,
      { tekortCenten: regel.bedragCenten - ruimte },
    )
  return [...regels, regel]
}

const addUp = (regels: readonly Regel[], soorten: readonly Regel['soort'][]): number =>
  regels.reduce((som, { soort, bedragCenten }) => (soorten.includes(soort) ? som + bedragCenten : som), 0)

/** What is still open per nummer. */
function openOf(regels: readonly Regel[]): Map<string, number> {
  const open = new Map<string, number>()
  for (const regel of regels) {
    if (!('nummer' in regel) || regel.nummer === undefined) continue
    const bindt = regel.soort === 'reservering' || regel.soort === 'verplichting'
    open.set(regel.nummer, (open.get(regel.nummer) ?? 0) + (bindt ? regel.bedragCenten : -regel.bedragCenten))
  }
  return open
}

/** The most that a line of this kind may take. */
function roomFor(regel: Regel, regels: readonly Regel[], vrijCenten: number): number {
  if (regel.soort === 'reservering' || regel.soort === 'verplichting') return vrijCenten
  if (regel.soort === 'vrijval' || (regel.soort === 'betaling' && regel.nummer !== undefined))
    return openOf(regels).get(regel.nummer!) ?? 0
  return regel.soort === 'betaling' ? vrijCenten : Number.POSITIVE_INFINITY
}
