/** The audit of one verdeling: each check with its outcome in a sentence (domain rule 15). */
import type { Bevolking, Controle } from '../../contract/bevolking.ts'
import type { VerdelingControle } from '../../contract/verdelingControle.ts'
import type { BerekenAntwoord } from '../../contract/wijkbudget.ts'
import { formatAantal, formatEuro } from '../geld.ts'
import { findGeldende, isHerverdeling } from '../verdeling.ts'
import { canonicalJson } from './canonicalJson.ts'
import { compareVerdelingen } from './compareVerdelingen.ts'
import type { RegelRecord, VerdelingRecord } from './ports.ts'

type Punt = VerdelingControle['punten'][number]

const toPunt = (punt: Punt['punt'], klopt: boolean | undefined, uitleg: string): Punt => ({
  punt,
  uitkomst: klopt === undefined ? 'niet-van-toepassing' : klopt ? 'klopt' : 'wijkt-af',
  uitleg,
})

/**
 * @param verdelingen every version of the year
 * @param nu hash and answer as they come out of the stored version of the method today
 * @param regels what adoption booked
 */
export function auditVerdeling(
  verdeling: VerdelingRecord,
  verdelingen: readonly VerdelingRecord[],
  nu: { hash: string; antwoord: BerekenAntwoord },
  bevolking: Bevolking | null,
  regels: readonly RegelRecord[],
): VerdelingControle {
  const { antwoord } = verdeling
  const som = addUp(antwoord.aandelen)
  const eerder = findEerdere(verdeling, verdelingen)
  const sums = som + antwoord.onverdeeldCenten === antwoord.totaalCenten
  const hashKlopt = nu.hash === verdeling.hash
  const antwoordKlopt = canonicalJson(nu.antwoord) === canonicalJson(antwoord)
  const controle = verdeling.controle ?? {
    som: verdeling.bevolking.reduce((totaal, { inwoners }) => totaal + inwoners, 0),
    controletotaal: null,
    verschil: null,
  }
  return {
    verdeling,
    herberekening: { methodeVersie: antwoord.methodeVersie, hash: nu.hash, hashKlopt, antwoordKlopt },
    punten: [
      toPunt(
        'som',
        sums,
        `De kernen krijgen samen ${formatEuro(som)} en ${formatEuro(antwoord.onverdeeldCenten)} blijft onverdeeld; het totaal is ${formatEuro(antwoord.totaalCenten)}.`,
      ),
      toPunt(
        'herberekening',
        hashKlopt && antwoordKlopt,
        `Opnieuw gerekend met ${antwoord.methode}, versie ${antwoord.methodeVersie}: ${hashKlopt && antwoordKlopt ? 'op de letter dezelfde uitkomst' : 'een andere uitkomst'}.`,
      ),
      auditControle(controle),
      auditVierOgen(verdeling),
      auditGrootboek(verdeling, eerder, regels),
    ],
    controle,
    bevolking,
    correctie: correctionOf(verdeling, eerder),
    boekingen: regels.flatMap(({ kern, volgnummer, soort, bedragCenten }) =>
      soort === 'toekenning' || soort === 'terugvordering' ? { kern, volgnummer, soort, bedragCenten } : [],
    ),
  }
}

function auditControle({ som, controletotaal, verschil }: Controle): Punt {
  const samen = `De kernen hebben samen ${formatAantal(som)} inwoners`
  if (controletotaal === null)
    return toPunt('controletotaal', undefined, `${samen}; er is geen controletotaal.`)
  return toPunt(
    'controletotaal',
    verschil === 0,
    `${samen}; het controletotaal is ${formatAantal(controletotaal)}.`,
  )
}

function auditVierOgen({
  voorstellerId,
  vaststellerId,
  voorgesteldDoor,
  vaststelling,
}: VerdelingRecord): Punt {
  if (!vaststelling)
    return toPunt('vier-ogen', undefined, `Voorgesteld door ${voorgesteldDoor}; nog niet vastgesteld.`)
  return toPunt(
    'vier-ogen',
    vaststellerId !== undefined && vaststellerId !== voorstellerId,
    `Voorgesteld door ${voorgesteldDoor}, vastgesteld door ${vaststelling.vastgesteldDoor}.`,
  )
}

/** A verdeling books what it gives more than the version before it; a redistribution takes as much as it gives. */
function auditGrootboek(
  verdeling: VerdelingRecord,
  eerder: VerdelingRecord | undefined,
  regels: readonly RegelRecord[],
): Punt {
  if (verdeling.status === 'concept')
    return toPunt('grootboek', undefined, 'Nog niets geboekt: het is een voorstel.')
  const bookedAs = (soort: string) => addUp(regels.filter((regel) => regel.soort === soort))
  const [toegekend, terug] = [bookedAs('toekenning'), bookedAs('terugvordering')]
  const verwacht = isHerverdeling(verdeling)
    ? 0
    : addUp(verdeling.antwoord.aandelen) - addUp(eerder?.antwoord.aandelen ?? [])
  return toPunt(
    'grootboek',
    toegekend - terug === verwacht,
    `Geboekt: ${formatEuro(toegekend)} aan toekenningen en ${formatEuro(terug)} aan terugvorderingen; samen hoort dat ${formatEuro(verwacht)} te zijn.`,
  )
}

const addUp = (bedragen: readonly { bedragCenten: number }[]): number =>
  bedragen.reduce((som, { bedragCenten }) => som + bedragCenten, 0)

/** The highest adopted version before it; a redistribution replaces none. */
const findEerdere = (
  verdeling: VerdelingRecord,
  verdelingen: readonly VerdelingRecord[],
): VerdelingRecord | undefined =>
  isHerverdeling(verdeling)
    ? undefined
    : findGeldende(verdelingen.filter(({ versie }) => versie < verdeling.versie))

function correctionOf(
  verdeling: VerdelingRecord,
  eerder: VerdelingRecord | undefined,
): VerdelingControle['correctie'] {
  if (!eerder) return null
  const rijen = compareVerdelingen(eerder.antwoord.aandelen, verdeling.antwoord.aandelen)
  return { opVersie: eerder.versie, rijen }
}
