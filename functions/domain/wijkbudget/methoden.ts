/**
 * Every method by name and version. A stored verdeling names the version that computed it, so that anybody can
 * compute it again later: a changed rule is a new version beside the old one, never a change of the old one.
 */
import type { BerekenVraag, Methode, VraagVan } from '../../contract/wijkbudget.ts'
import {
  computeBasisPerKlasse,
  computeBasisPerType,
  computeBasisPlusPerInwoner,
  computeStaffel,
} from './formule.ts'
import { computeMetGrenzen } from './grenzen.ts'
import { computeIngroeiBegrensd, computeIngroeiLineair } from './ingroei.ts'
import { computeKorten } from './korten.ts'
import { computeGewogenMaatstaven } from './maatstaven.ts'
import { computeBasisPlusRest, computeGelijk, computeNaarRato } from './naarRato.ts'
import { computeOnderbesteding } from './onderbesteding.ts'
import { refuseField, type Uitkomst } from './uitkomst.ts'

type Compute<M extends Methode> = (vraag: VraagVan<M>) => Uitkomst

const versies: { readonly [M in Methode]: readonly [Compute<M>, ...Compute<M>[]] } = {
  'naar-rato': [computeNaarRato],
  'basis-plus-rest-naar-rato': [computeBasisPlusRest],
  'basis-plus-per-inwoner': [computeBasisPlusPerInwoner],
  'basis-per-type-plus-per-inwoner': [computeBasisPerType],
  'basis-per-klasse-plus-per-inwoner': [computeBasisPerKlasse],
  staffel: [computeStaffel],
  gelijk: [computeGelijk],
  'gewogen-maatstaven': [computeGewogenMaatstaven],
  'naar-rato-met-grenzen': [computeMetGrenzen],
  'ingroei-lineair': [computeIngroeiLineair],
  'ingroei-begrensd': [computeIngroeiBegrensd],
  'korten-naar-rato': [computeKorten],
  onderbesteding: [computeOnderbesteding],
}

/** The version that new verdelingen get. */
export const newestVersion = (methode: Methode): number => versies[methode].length

/** Computes by version `versie` (from 1) of the question's method. @throws Problem when there is no such version */
export function computeMethode(vraag: BerekenVraag, versie: number): Uitkomst {
  // The table pairs each method with its own question; TypeScript cannot follow that pairing through a union.
  const compute = versies[vraag.methode][versie - 1] as ((vraag: BerekenVraag) => Uitkomst) | undefined
  if (!compute)
    throw refuseField(
      '/methode',
      'versie-onbekend',
      `Van methode ${vraag.methode} bestaat geen versie ${versie}.`,
    )
  return compute(vraag)
}
