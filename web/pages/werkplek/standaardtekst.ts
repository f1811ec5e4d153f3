/** Standard texts of the gemeente: which fit, and with the facts of the melding filled in. */
import type { BehandelingDetail, Werkinstellingen } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { formatDatum } from '../../texts/format.ts'

type Standaardtekst = Werkinstellingen['standaardteksten'][number]
/** A status to go to, or an action. */
export type Moment = Standaardtekst['bij'][number]

/** Of which melding it is known; in bulk each reporter gets the same words, so only what is the same for all. */
export type Tekstfeiten = {
  nummer?: string
  categorie?: Categorie
  kern?: string
  streefDatum?: string
  geplandeDatum?: string
}

export const listTeksten = (
  teksten: readonly Standaardtekst[],
  { moment, reden, categorie }: { moment: Moment; reden?: string; categorie: Categorie | undefined },
): Standaardtekst[] =>
  teksten.filter(
    ({ bij, reden: only, categorieen, groepen }) =>
      bij.includes(moment) &&
      (!only || only === reden) &&
      ((!categorieen && !groepen) ||
        (categorie !== undefined &&
          (categorieen?.includes(categorie.code) || groepen?.includes(categorie.groep.code)))),
  )

/**
 * A field that is not known stays as it is, for somebody to fill in.
 * @example fillTekst('Wij komen op {geplandeDatum}.', { geplandeDatum: '2026-12-01' })   // 'Wij komen op 1 december 2026.'
 */
export function fillTekst(tekst: string, feiten: Tekstfeiten): string {
  const { nummer, categorie, kern, streefDatum, geplandeDatum } = feiten
  const known: Record<string, string | undefined> = {
    nummer,
    categorie: categorie?.naam.toLowerCase(),
    kern,
    streefdatum: streefDatum && formatDatum(streefDatum),
    geplandeDatum: geplandeDatum && formatDatum(geplandeDatum),
  }
  return tekst.replace(/\{(\w+)\}/g, (field, name: string) => known[name] ?? field)
}

/** The first field that nobody filled in. */
export const findVeld = (tekst: string): string | undefined => /\{\w+\}/.exec(tekst)?.[0]

export const toFeiten = (
  melding: Pick<BehandelingDetail, 'nummer' | 'streefDatum'>,
  categorie: Categorie | undefined,
  kern: string,
): Tekstfeiten => ({
  nummer: melding.nummer,
  streefDatum: melding.streefDatum,
  kern,
  ...(categorie && { categorie }),
})
