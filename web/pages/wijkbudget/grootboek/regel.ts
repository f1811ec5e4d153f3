/** Lines of a ledger, typed and booked: what goes to the service, and what can be undone. */
import type { Grootboekregel, NieuweRegel } from '../../../../functions/contract/grootboek.ts'
import { readBedrag } from '../lezen.ts'

export const empty = {
  soort: 'verplichting',
  bedrag: '',
  nummer: '',
  omschrijving: '',
  datum: '',
  grootboeknummer: '',
  kostenplaats: '',
  taakveld: '',
  iv3Categorie: '',
  bijlagen: '',
}
export type Typed = typeof empty
/** Empty fields stay out; the fields of the books only where they were filled in. */
export function toNieuweRegel(typed: Typed): NieuweRegel {
  const { soort, nummer, bijlagen, bedrag, ...rest } = typed
  const given = Object.fromEntries(
    Object.entries(rest).flatMap(([veld, text]) => (text.trim() ? [[veld, text.trim()]] : [])),
  )
  const lines = bijlagen.split('\n').flatMap((line) => line.trim() || [])
  return {
    soort,
    bedragCenten: readBedrag(bedrag),
    ...given,
    ...(nummer.trim() && soort !== 'opening' && { nummer: nummer.trim() }),
    ...(lines.length > 0 && { bijlagen: lines }),
  } as NieuweRegel
}

/** A line that follows from a decision, or that undoes another, is not undone itself. */
export const mayReverse = (
  { soort, tegenVan, uitJaar, volgnummer }: Grootboekregel,
  regels: readonly Grootboekregel[],
): boolean =>
  tegenVan === undefined &&
  uitJaar === undefined &&
  !['toekenning', 'terugvordering', 'slot'].includes(soort) &&
  !regels.some((each) => each.tegenVan === volgnummer)
