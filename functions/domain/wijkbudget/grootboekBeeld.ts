/** What staff and residents see of a ledger. */
import type { Grootboek, Grootboekstand } from '../../contract/grootboek.ts'
import { startStand } from './boeking.ts'
import { computeStand } from './grootboek.ts'
import type { RegelRecord, StandRecord } from './ports.ts'

/** `vervallen`: of an earlier kernindeling. */
export type KernOfGrootboek = { readonly code: string; readonly naam: string; readonly vervallen?: true }
type Bedragen = Omit<Grootboekstand, 'kern' | 'naam' | 'gesloten' | 'vervallen' | 'bijgewerktOp'>

export const toGrootboekstand = (
  stand: StandRecord,
  { naam, vervallen }: Omit<KernOfGrootboek, 'code'>,
): Grootboekstand => ({
  ...stand,
  naam,
  ...(vervallen && { vervallen }),
  bijgewerktOp: stand.bijgewerktOp || null,
})

/**
 * Every kern, also without lines, in their order, then those of earlier kernindelingen that have money in this year;
 * and what they are together.
 */
export function foldStanden(
  jaar: number,
  {
    kernen,
    vroegereKernen,
  }: { kernen: readonly KernOfGrootboek[]; vroegereKernen: readonly KernOfGrootboek[] },
  standen: readonly StandRecord[],
): { jaar: number; standen: Grootboekstand[]; totaal: Bedragen } {
  const standOf = ({ code }: KernOfGrootboek) => standen.find(({ kern }) => kern === code)
  const rijen = [
    ...kernen.map((kern) => toGrootboekstand(standOf(kern) ?? startStand({ jaar, kern: kern.code }), kern)),
    ...vroegereKernen.flatMap((kern) => {
      const stand = standOf(kern)
      return stand ? [toGrootboekstand(stand, { ...kern, vervallen: true })] : []
    }),
  ]
  const som = (veld: keyof Bedragen) => rijen.reduce((totaal, rij) => totaal + rij[veld], 0)
  return {
    jaar,
    standen: rijen,
    totaal: {
      openingCenten: som('openingCenten'),
      toegekendCenten: som('toegekendCenten'),
      teruggevorderdCenten: som('teruggevorderdCenten'),
      betaaldCenten: som('betaaldCenten'),
      gebondenCenten: som('gebondenCenten'),
      saldoCenten: som('saldoCenten'),
      vrijCenten: som('vrijCenten'),
    },
  }
}

/**
 * The ledger with its check: the lines are added up from nothing and compared with the stand that was kept. Lines
 * that came in after the stand was read are left out.
 */
export function toGrootboek(
  stand: StandRecord,
  kern: KernOfGrootboek,
  regels: readonly RegelRecord[],
): Grootboek {
  const geldig = regels.slice(0, stand.regels)
  const geteld = computeStand(geldig)
  const { saldoCenten, vrijCenten } = geteld
  const klopt =
    geteld.regels === stand.regels &&
    saldoCenten === stand.saldoCenten &&
    vrijCenten === stand.vrijCenten &&
    geteld.betaaldCenten === stand.betaaldCenten &&
    geldig.every(({ volgnummer }, i) => volgnummer === i + 1)
  return {
    jaar: stand.jaar,
    stand: toGrootboekstand(stand, kern),
    regels: geldig,
    open: Object.entries(stand.open).map(([nummer, openCenten]) => ({ nummer, openCenten })),
    controle: { klopt, regels: geteld.regels, saldoCenten, vrijCenten },
  }
}
