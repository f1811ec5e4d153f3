/** The end of a year: what is left goes along, returns, or is deducted, by the rule of the gemeente (`overdracht.ts`). */
import { formatEuro } from '../geld.ts'
import type { NogTeBoeken } from './boeking.ts'
import type { Regel, Stand } from './grootboek.ts'
import {
  computeOverdracht,
  type Overdracht,
  type Overdrachtsregel,
  type Spaargeld,
  spendOldest,
} from './overdracht.ts'
import type { GrootboekSleutel, RegelRecord } from './ports.ts'

/**
 * Free money by the year it was given in: what came in, less what was paid, taken back or bound, the oldest first.
 * An opening that does not say counts as of the year before.
 */
export function computeSpaargeld(
  jaar: number,
  regels: readonly (Regel & { uitJaar?: number })[],
  vrijCenten: number,
): Spaargeld[] {
  const perJaar = new Map<number, number>()
  for (const { soort, uitJaar, bedragCenten, tegenVan } of regels) {
    if (soort !== 'opening' && soort !== 'toekenning') continue
    const uit = soort === 'opening' ? (uitJaar ?? jaar - 1) : jaar
    perJaar.set(uit, (perJaar.get(uit) ?? 0) + (tegenVan === undefined ? bedragCenten : -bedragCenten))
  }
  const delen = [...perJaar].map(([uit, bedragCenten]) => ({ jaar: uit, bedragCenten }))
  const inkomsten = delen.reduce((som, { bedragCenten }) => som + bedragCenten, 0)
  return spendOldest(delen, inkomsten - vrijCenten)
}

/**
 * The lines that close a ledger and open the next. Money that returns to the reserve is a terugvordering; open
 * commitments are committed again next year; what is deducted is taken from the opening at once, so that next
 * year's toekenning itself stays as it was adopted. Saving needs a plan: without one nothing is kept.
 *
 * @param regels of the ledger, in order
 */
export function closeJaar(
  { jaar, kern }: GrootboekSleutel,
  stand: Stand,
  regels: readonly RegelRecord[],
  ingesteld: Overdrachtsregel,
  plan?: string,
): { overdracht: Overdracht; regel: Overdrachtsregel; boekingen: NogTeBoeken[] } {
  const regel: Overdrachtsregel =
    ingesteld.soort === 'sparen' && plan === undefined ? { soort: 'naar-algemene-reserve' } : ingesteld
  const { gebondenCenten } = stand
  const vrij = computeSpaargeld(jaar, regels, stand.vrijCenten)
  const overdracht = computeOverdracht({ jaar, gebondenCenten, vrij }, regel)
  const { naarReserveCenten, verrekendCenten } = overdracht
  const dit = { jaar, kern, datum: `${jaar}-12-31` }
  const volgend = { jaar: jaar + 1, kern, datum: `${jaar + 1}-01-01` }
  const blijft = spendOldest(vrij, naarReserveCenten)
  const openingen = addUp([...blijft, { jaar, bedragCenten: gebondenCenten }])
  const spaart = regel.soort === 'sparen' && plan !== undefined ? `, gespaard voor: ${plan}` : ''
  const boekingen = [
    {
      ...dit,
      soort: 'terugvordering' as const,
      bedragCenten: naarReserveCenten,
      omschrijving: 'Terug naar de algemene reserve',
    },
    {
      ...dit,
      soort: 'slot' as const,
      bedragCenten: stand.saldoCenten - naarReserveCenten,
      omschrijving: `Slot ${jaar}`,
    },
    ...openingen.map(({ jaar: uitJaar, bedragCenten }) => ({
      ...volgend,
      soort: 'opening' as const,
      bedragCenten,
      uitJaar,
      omschrijving: `Over van ${jaar}, gekregen in ${uitJaar}${spaart}`,
    })),
    ...Object.entries(stand.open).map(([nummer, bedragCenten]) => ({
      ...volgend,
      soort: soortOf(nummer, regels),
      nummer,
      bedragCenten,
      omschrijving: `Loopt door uit ${jaar}`,
    })),
    {
      ...volgend,
      soort: 'terugvordering' as const,
      bedragCenten: verrekendCenten,
      omschrijving: `Verrekend met ${jaar + 1}: ${formatEuro(verrekendCenten)} over van ${jaar}`,
    },
  ]
  return {
    overdracht,
    regel,
    boekingen: boekingen.filter(({ soort, bedragCenten }) => soort === 'slot' || bedragCenten > 0),
  }
}

/** Parts of the same year together, oldest first. */
function addUp(delen: readonly Spaargeld[]): Spaargeld[] {
  const jaren = [...new Set(delen.map(({ jaar }) => jaar))].sort((a, b) => a - b)
  return jaren.map((jaar) => ({
    jaar,
    bedragCenten: delen.reduce((som, deel) => (deel.jaar === jaar ? som + deel.bedragCenten : som), 0),
  }))
}

/** Whether what is open under a nummer was last reserved or committed. */
const soortOf = (nummer: string, regels: readonly Regel[]): 'reservering' | 'verplichting' =>
  regels.findLast((regel) => regel.nummer === nummer && ['reservering', 'verplichting'].includes(regel.soort))
    ?.soort === 'reservering'
    ? 'reservering'
    : 'verplichting'
