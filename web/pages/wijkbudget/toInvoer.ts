/** A stored question back into the form, to change it. */
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { formatAantal } from '../../../functions/domain/geld.ts'
import { type Invoer, readInvoer, writeParen } from './invoer.ts'
import { writeTarief } from './lezen.ts'

/** 12500050 → "125.000,50"; whole euros without cents. */
export const writeBedrag = (centen: number): string => {
  const euro = formatAantal(Math.floor(centen / 100))
  return centen % 100 === 0 ? euro : `${euro},${String(centen % 100).padStart(2, '0')}`
}

/** Undefined for a question that holds amounts which the form computes itself (phase-in, ceiling). */
export function toInvoer(vraag: BerekenVraag): Invoer | undefined {
  const given = writeVelden(vraag)
  if (!given) return undefined
  const gewicht = 'gewicht' in vraag ? vraag.gewicht : 'inwoners'
  const rows: readonly { kern: string; wijken?: { inwoners: number }[] }[] = vraag.kernen ?? []
  return readInvoer({
    methode: vraag.methode,
    eenheid: String(vraag.eenheidCenten),
    ...(gewicht !== 'inwoners' && {
      gewicht,
      vertegenwoordigd: writeParen(
        rows.map(({ kern, wijken }) => [kern, String(wijken?.[0]?.inwoners ?? '')]),
      ),
    }),
    ...given,
  })
}

type Klasse = { totEnMetInwoners?: number | null | undefined }
const writeKlassen = <K extends Klasse>(klassen: readonly K[], centenOf: (klasse: K) => number): string =>
  writeParen(
    klassen.map((klasse) => [
      klasse.totEnMetInwoners == null ? '' : formatAantal(klasse.totEnMetInwoners),
      writeBedrag(centenOf(klasse)),
    ]),
  )

const pctVeld: Record<string, string> = {
  inwoners: 'pctInwoners',
  oppervlakte: 'pctOppervlakte',
  'elke kern gelijk': 'pctGelijk',
}

function writeVelden(vraag: BerekenVraag): Record<string, string> | undefined {
  switch (vraag.methode) {
    case 'naar-rato':
      return { totaal: writeBedrag(vraag.totaalCenten), ...(vraag.vergelijkMet && { vergelijk: 'ja' }) }
    case 'basis-plus-rest-naar-rato':
      return { totaal: writeBedrag(vraag.totaalCenten), basis: writeBedrag(vraag.basisCenten) }
    case 'naar-rato-met-grenzen': {
      const { totaalCenten, ondergrensCenten, bovengrensCenten } = vraag
      return {
        totaal: writeBedrag(totaalCenten),
        ...(ondergrensCenten != null && { ondergrens: writeBedrag(ondergrensCenten) }),
        ...(bovengrensCenten != null && { bovengrens: writeBedrag(bovengrensCenten) }),
      }
    }
    case 'basis-plus-per-inwoner':
      return { basis: writeBedrag(vraag.basisCenten), perInwoner: writeTarief(vraag.perInwonerCenten) }
    case 'basis-per-type-plus-per-inwoner':
      return {
        typen: writeParen(
          Object.entries(vraag.basisCentenPerType).map(([naam, centen]) => [naam, writeBedrag(centen)]),
        ),
        type: writeParen(vraag.kernen.map(({ kern, type }) => [kern, type])),
        perInwoner: writeTarief(vraag.perInwonerCenten),
      }
    case 'basis-per-klasse-plus-per-inwoner':
      return {
        klassen: writeKlassen(vraag.klassen, ({ basisCenten }) => basisCenten),
        perInwoner: writeTarief(vraag.perInwonerCenten),
      }
    case 'staffel':
      return { klassen: writeKlassen(vraag.klassen, ({ bedragCenten }) => bedragCenten) }
    case 'gelijk':
      return { totaal: writeBedrag(vraag.totaalCenten) }
    case 'gewogen-maatstaven': {
      const velden = vraag.maatstaven.map(({ maatstaf, aandeelPct }) => [
        pctVeld[maatstaf],
        String(aandeelPct).replace('.', ','),
      ])
      if (velden.some(([veld]) => veld === undefined)) return undefined
      return { totaal: writeBedrag(vraag.totaalCenten), ...Object.fromEntries(velden) }
    }
    default:
      return undefined
  }
}
