/** Four eyes on the screen. */
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import type { Medewerker } from '../../state/medewerker.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'

const t = nlWijkbudget.versies

/** Why this person cannot adopt this version; undefined: they can. The server decides again. */
export function whyNot(
  { voorgesteldDoor, versie, vraag }: Pick<Verdeling, 'voorgesteldDoor' | 'versie' | 'vraag'>,
  geldend: number | null,
  medewerker: Pick<Medewerker, 'id' | 'naam' | 'rollen'>,
): string | undefined {
  if (voorgesteldDoor === medewerker.naam || voorgesteldDoor === medewerker.id) return t.eigen
  if (!medewerker.rollen.includes('college') && !medewerker.rollen.includes('financien')) return t.rol
  if (vraag.methode !== 'onderbesteding' && geldend !== null && geldend > versie) return t.ingehaald
  return undefined
}
