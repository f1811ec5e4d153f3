/**
 * Erasing personal data of a melding: by term, or because its reporter asks (domain rule 7; AVG articles 5.1.e and 17).
 * What stays is what happened where: category, place, statuses and days. That something was erased is kept as a line of
 * the archive (a statement of destruction, Archiefbesluit 1995 article 8): which melding, what of it, the ground and
 * the day, and never what stood in it.
 */
import type { Vernietigingen } from '../contract/behandeling.ts'
import type { Categorie } from '../contract/instellingen.ts'
import { toDag } from './dag.ts'
import type { Gebeurtenis, GemeenteFeiten, MeldingRecord } from './ports.ts'

/** What of a gemeente says how long personal data is kept. */
export type Bewaarregels = Pick<GemeenteFeiten, 'bewaartermijnDagen'> & {
  readonly categorieen: readonly Pick<Categorie, 'code' | 'bewaartermijnDagen'>[]
}

export type Vernietiging = Vernietigingen['regels'][number]
export type Wat = Vernietiging['wat'][number]

/** What an erased text says instead. */
export const gewisteTekst = 'Deze tekst is gewist.'

const day = 86_400_000

/** Days after closing that personal data of a categorie is kept; of one that is gone, as long as the gemeente keeps it. */
export const findBewaartermijn = (
  categorie: string,
  { categorieen, bewaartermijnDagen }: Bewaarregels,
): number => categorieen.find(({ code }) => code === categorie)?.bewaartermijnDagen ?? bewaartermijnDagen

/** When it was closed for the last time, whatever was written after; `undefined` while it is open. */
export const findSluiting = ({
  status,
  geschiedenis,
}: Pick<MeldingRecord, 'status' | 'geschiedenis'>): string | undefined =>
  status === 'gesloten'
    ? geschiedenis[geschiedenis.findLastIndex((entry) => entry.status !== 'gesloten') + 1]?.op
    : undefined

/** Whether the term of a melding is over: so many days of 24 hours after its last closing. */
export function isVervallen(
  melding: Pick<MeldingRecord, 'status' | 'geschiedenis' | 'categorie'>,
  now: string,
  gemeente: Bewaarregels,
): boolean {
  const sluiting = findSluiting(melding)
  return (
    sluiting !== undefined &&
    Date.parse(sluiting) + findBewaartermijn(melding.categorie, gemeente) * day <= Date.parse(now)
  )
}

/**
 * The melding without what is named in `wat`, one version on, with a line that says so. Contact data, followers and
 * pictures are not in it: who stores this removes those. With `tekst` every free text goes, of reporter and staff,
 * because one may quote the other; only what we wrote ourselves about its kern stays.
 */
export function eraseMelding(melding: MeldingRecord, wat: readonly Wat[], op: string): MeldingRecord {
  const { fotos, antwoorden, waarom, ...rest } = melding
  const tekst = wat.includes('tekst')
  return {
    ...rest,
    ...(waarom !== undefined && { waarom }),
    ...(!tekst && antwoorden && { antwoorden }),
    ...(!wat.includes('fotos') && fotos && { fotos }),
    ...(tekst && { omschrijving: gewisteTekst, persoonlijk: false }),
    ...(tekst &&
      melding.taken && { taken: melding.taken.map((taak) => ({ ...taak, omschrijving: gewisteTekst })) }),
    versie: melding.versie + 1,
    gewijzigdOp: op,
    gewistDatum: toDag(op),
    geschiedenis: [
      ...(tekst ? melding.geschiedenis.map(withoutText) : melding.geschiedenis),
      { soort: 'gewist', status: melding.status, ...reasonOf(melding), op, door: 'Kernpunt' },
    ],
  }
}

const withoutText = (entry: Gebeurtenis): Gebeurtenis => {
  if (entry.soort === 'kern') return entry
  const { toelichting: _toelichting, ...rest } = entry
  return rest
}

/** Each line says the whole status after it. */
const reasonOf = ({ reden, geplandeDatum }: MeldingRecord) => ({
  ...(reden && { reden }),
  ...(geplandeDatum && { geplandeDatum }),
})
