/**
 * Methods that follow a formula per kern and have no total: basis and amount per inhabitant, staffel.
 * Each kern is rounded on its own, a half upwards, because nothing has to add up.
 */
import type { VraagVan } from '../../contract/wijkbudget.ts'
import { formatAantal, formatEuro } from '../geld.ts'
import { type Kern, nameOf, refuseField, type Uitkomst, weightOf } from './uitkomst.ts'
import { explainRounding, formatDecimalCents, wordFor } from './uitleg.ts'
import { parseDecimal, roundHalfUp } from './verhouding.ts'

type PerInwoner = VraagVan<'basis-plus-per-inwoner'>
type Formule = Pick<PerInwoner, 'gewicht' | 'eenheidCenten' | 'kernen'>
type Basis = { readonly bedrag: number; readonly waarvoor: string }

export const computeBasisPlusPerInwoner = (vraag: PerInwoner): Uitkomst =>
  basisPlusPerInwoner(vraag, () => ({ bedrag: vraag.basisCenten, waarvoor: '' }))

/** @throws Problem when a kern has a type without an amount */
export const computeBasisPerType = (vraag: VraagVan<'basis-per-type-plus-per-inwoner'>): Uitkomst =>
  basisPlusPerInwoner(vraag, (_, i) => {
    const { type, ...kern } = vraag.kernen[i]!
    const bedrag = new Map(Object.entries(vraag.basisCentenPerType)).get(type)
    if (bedrag === undefined)
      throw refuseField(
        `/kernen/${i}/type`,
        'type-zonder-bedrag',
        `Kern ${nameOf(kern)} heeft type ${type}, maar daarvoor is geen basisbedrag.`,
      )
    return { bedrag, waarvoor: ` voor type ${type}` }
  })

/** @throws Problem when a kern falls in no class */
export const computeBasisPerKlasse = (vraag: VraagVan<'basis-per-klasse-plus-per-inwoner'>): Uitkomst =>
  basisPlusPerInwoner(vraag, (inwoners, i) => {
    const klasse = findKlasse(vraag.klassen, inwoners, vraag.kernen[i]!, i)
    return { bedrag: klasse.basisCenten, waarvoor: ` voor de klasse ${describeKlasse(klasse)}` }
  })

/** A fixed amount per class of inhabitants. @throws Problem when a kern falls in no class */
export function computeStaffel(vraag: VraagVan<'staffel'>): Uitkomst {
  const aantallen = vraag.kernen.map((kern) => weightOf(kern, vraag.gewicht))
  const klassen = vraag.kernen.map((kern, i) => findKlasse(vraag.klassen, aantallen[i]!, kern, i))
  const tellers = klassen.map((klasse) => BigInt(klasse.bedragCenten))
  return roundEach(vraag, { tellers, noemer: 1n }, (i, bedrag) => {
    const wie = `${nameOf(vraag.kernen[i]!)} heeft ${formatAantal(aantallen[i]!)} ${wordFor(vraag.gewicht)}`
    return `${wie}, valt in de klasse ${describeKlasse(klassen[i]!)} en krijgt ${bedrag}`
  })
}

function basisPlusPerInwoner(
  vraag: Formule & Pick<PerInwoner, 'perInwonerCenten'>,
  basisOf: (inwoners: bigint, i: number) => Basis,
): Uitkomst {
  const { teller, noemer } = parseDecimal(vraag.perInwonerCenten)
  const aantallen = vraag.kernen.map((kern) => weightOf(kern, vraag.gewicht))
  const bases = aantallen.map(basisOf)
  const tellers = aantallen.map((aantal, i) => BigInt(bases[i]!.bedrag) * noemer + aantal * teller)
  const tarief = formatDecimalCents(vraag.perInwonerCenten)
  return roundEach(vraag, { tellers, noemer }, (i, bedrag) => {
    const vast = `vast ${formatEuro(bases[i]!.bedrag)}${bases[i]!.waarvoor}`
    const aantal = `${formatAantal(aantallen[i]!)} ${wordFor(vraag.gewicht)}`
    return `${nameOf(vraag.kernen[i]!)} krijgt ${bedrag}: ${vast}, plus ${tarief} voor elk van de ${aantal}`
  })
}

function roundEach(
  vraag: Formule,
  exact: Uitkomst['exact'],
  explain: (i: number, bedrag: string) => string,
): Uitkomst {
  const eenheid = BigInt(vraag.eenheidCenten)
  const bedragen = exact.tellers.map((teller) => roundHalfUp(teller, exact.noemer * eenheid) * eenheid)
  return {
    kernen: vraag.kernen,
    exact,
    bedragen,
    onverdeeld: 0n,
    uitleg: (i) => `${explain(i, formatEuro(bedragen[i]!))}${explainRounding(eenheid)}.`,
  }
}

type Klasse = { vanInwoners?: number | null | undefined; totEnMetInwoners?: number | null | undefined }

function findKlasse<K extends Klasse>(klassen: readonly K[], inwoners: bigint, kern: Kern, i: number): K {
  const klasse = klassen.find(
    ({ vanInwoners, totEnMetInwoners }) =>
      inwoners >= (vanInwoners ?? 0) && (totEnMetInwoners == null || inwoners <= totEnMetInwoners),
  )
  if (klasse) return klasse
  throw refuseField(
    `/kernen/${i}/inwoners`,
    'geen-klasse',
    `Kern ${nameOf(kern)} heeft ${formatAantal(inwoners)} inwoners en valt in geen enkele klasse.`,
  )
}

/** "500 tot en met 4.999 inwoners" */
function describeKlasse({ vanInwoners, totEnMetInwoners }: Klasse): string {
  if (totEnMetInwoners == null)
    return vanInwoners ? `vanaf ${formatAantal(vanInwoners)} inwoners` : 'zonder grens'
  const tot = `tot en met ${formatAantal(totEnMetInwoners)} inwoners`
  return vanInwoners ? `${formatAantal(vanInwoners)} ${tot}` : tot
}
