/**
 * A table to take along: what CSV and XLSX are both made of. Amounts are cents and percentages hundredths of a
 * percent, as everywhere; each format writes them its own way.
 */

export type Kolom = {
  kop: string
  /** `datum`: text `YYYY-MM-DD`. */
  soort: 'tekst' | 'aantal' | 'bedrag' | 'procent' | 'datum'
  /** The sheet ends with the sum of this column. */
  som?: true
}
export type Waarde = string | number | null
/** `rijen` have a value per column; null is an empty cell. `naam`: at most 31 characters, without : \ / ? * [ ]. */
export type Blad = { naam: string; kolommen: readonly Kolom[]; rijen: readonly (readonly Waarde[])[] }

/** The sum of a column, in its own unit. */
export const sumOfKolom = ({ rijen }: Blad, at: number): number =>
  rijen.reduce((som, rij) => som + Number(rij[at] ?? 0), 0)

export const hasSom = ({ kolommen, rijen }: Blad): boolean =>
  rijen.length > 0 && kolommen.some(({ som }) => som)
