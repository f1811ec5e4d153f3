/** A form without mistakes as the question for the engine. */
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../../functions/domain/wijkbudget/computeVerdeling.ts'
import { type Invoer, metGewicht, readParen } from './invoer.ts'
import type { BladKern, Gelezen } from './toVraag.ts'

type PerKern = Readonly<Record<string, number>>

/** The amounts of an answer, by kern. */
const toBedragen = (vraag: BerekenVraag): Record<string, number> =>
  Object.fromEntries(computeVerdeling(vraag).aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]))

/** Maatstaven that are known of every kern. */
const maatstafVelden = [
  ['pctInwoners', 'inwoners', ({ inwoners }: BladKern) => inwoners ?? 0],
  ['pctOppervlakte', 'oppervlakte', ({ oppervlakteHa }: BladKern) => oppervlakteHa.toFixed(2)],
  ['pctGelijk', 'elke kern gelijk', () => 1],
] as const

function makeGewogen(
  kernen: readonly BladKern[],
  { procent }: Gelezen,
  totaal: { totaalCenten: number; eenheidCenten: number },
) {
  const used = maatstafVelden.filter(([veld]) => Number(procent[veld] ?? 0) > 0)
  return {
    methode: 'gewogen-maatstaven' as const,
    ...totaal,
    maatstaven: used.map(([veld, maatstaf]) => ({ maatstaf, aandeelPct: procent[veld]! })),
    kernen: kernen.map((kern) => ({
      kern: kern.code,
      naam: kern.naam,
      ...(kern.inwoners !== undefined && { inwoners: kern.inwoners }),
      waarden: Object.fromEntries(used.map(([, maatstaf, waardeOf]) => [maatstaf, waardeOf(kern)])),
    })),
  }
}

/** By inhabitants, after a base when one is given: where phase-in leads to. */
const makeDoel = (naarInwoners: Rows, totaalCenten: number, basisCenten: number | undefined): BerekenVraag =>
  basisCenten === undefined
    ? { methode: 'naar-rato', ...naarInwoners, totaalCenten }
    : { methode: 'basis-plus-rest-naar-rato', ...naarInwoners, totaalCenten, basisCenten }

type Row = {
  kern: string
  naam: string
  inwoners?: number
  wijken?: { wijk: string; inwoners: number; aangesloten: boolean }[]
}
type Rows = { gewicht: Invoer['gewicht']; eenheidCenten: number; kernen: Row[] }

function makeRows(invoer: Invoer, kernen: readonly BladKern[]): Rows {
  const represented = invoer.gewicht !== 'inwoners' && metGewicht.includes(invoer.methode)
  const given = Object.fromEntries(readParen(invoer.vertegenwoordigd))
  return {
    gewicht: represented ? invoer.gewicht : 'inwoners',
    eenheidCenten: Number(invoer.eenheid),
    kernen: kernen.map(({ code, naam, inwoners }) => {
      const aantal = Number((given[code] ?? '').replaceAll('.', ''))
      return {
        kern: code,
        naam,
        ...(inwoners !== undefined && { inwoners }),
        ...(represented && { wijken: [{ wijk: code, inwoners: aantal, aangesloten: true }] }),
      }
    }),
  }
}

/** @param vorig amounts of the year before; a kern without starts at nothing */
export function makeVraag(
  invoer: Invoer,
  gelezen: Gelezen,
  kernen: readonly BladKern[],
  vorig: PerKern,
): BerekenVraag {
  const { centen, tarief, aantal, klassen, typen, perKern } = gelezen
  const naarInwoners = makeRows(invoer, kernen)
  const { eenheidCenten, kernen: rows } = naarInwoners
  const { totaal: totaalCenten = 0, basis: basisCenten = 0 } = centen
  const perInwonerCenten = tarief.perInwoner ?? '0'
  const met = { ...naarInwoners, perInwonerCenten }
  const oudCenten = Object.fromEntries(kernen.map(({ code }) => [code, vorig[code] ?? 0]))
  const oudSamen = Object.values(oudCenten).reduce((sum, bedrag) => sum + bedrag, 0)
  switch (invoer.methode) {
    case 'naar-rato':
      return {
        methode: 'naar-rato',
        ...naarInwoners,
        totaalCenten,
        ...(invoer.vergelijk && { vergelijkMet: 'sainte-lague' }),
      }
    case 'basis-plus-rest-naar-rato':
      return { methode: 'basis-plus-rest-naar-rato', ...naarInwoners, totaalCenten, basisCenten }
    case 'naar-rato-met-grenzen':
      return {
        methode: 'naar-rato-met-grenzen',
        ...naarInwoners,
        totaalCenten,
        ondergrensCenten: centen.ondergrens ?? null,
        bovengrensCenten: centen.bovengrens ?? null,
      }
    case 'basis-plus-per-inwoner':
      return { methode: 'basis-plus-per-inwoner', ...met, basisCenten }
    case 'basis-per-type-plus-per-inwoner':
      return {
        methode: 'basis-per-type-plus-per-inwoner',
        ...met,
        kernen: rows.map((row) => ({ ...row, type: perKern[row.kern] ?? '' })),
        basisCentenPerType: typen,
      }
    case 'basis-per-klasse-plus-per-inwoner':
      return {
        methode: 'basis-per-klasse-plus-per-inwoner',
        ...met,
        klassen: klassen.map(({ totEnMetInwoners, centen: basisCenten }) => ({
          totEnMetInwoners,
          basisCenten,
        })),
      }
    case 'staffel':
      return {
        methode: 'staffel',
        ...naarInwoners,
        klassen: klassen.map(({ totEnMetInwoners, centen: bedragCenten }) => ({
          totEnMetInwoners,
          bedragCenten,
        })),
      }
    case 'gelijk':
      return { methode: 'gelijk', eenheidCenten, totaalCenten, kernen: rows }
    case 'gewogen-maatstaven':
      return makeGewogen(kernen, gelezen, { totaalCenten, eenheidCenten })
    case 'ingroei-lineair': {
      const nieuwCenten = toBedragen(makeDoel(naarInwoners, totaalCenten, centen.basis))
      const { stap: jaar = 0, stappen: jaren = 1 } = aantal
      return { methode: 'ingroei-lineair', eenheidCenten, jaar, jaren, oudCenten, nieuwCenten, kernen: rows }
    }
    case 'ingroei-begrensd':
      return {
        methode: 'ingroei-begrensd',
        eenheidCenten,
        grensPerInwonerCenten: tarief.grens ?? '0',
        oudCenten,
        nieuwCenten: toBedragen(makeDoel({ ...naarInwoners, eenheidCenten: 1 }, oudSamen, centen.basis)),
        kernen: rows.map((row) => ({ ...row, inwoners: row.inwoners ?? 0 })),
      }
    case 'korten-naar-rato':
      return {
        methode: 'korten-naar-rato',
        eenheidCenten,
        plafondCenten: centen.plafond ?? 0,
        formuleCenten: toBedragen({
          methode: 'basis-plus-per-inwoner',
          ...met,
          eenheidCenten: 1,
          basisCenten,
        }),
        kernen: rows,
      }
  }
}
