/** Initiatieven as points of the map: those of the period that the table counts, all of them, page after page. */
import type { Initiatief } from '../../../functions/contract/initiatief.ts'
import type { Punt } from '../../map/beeld.ts'
import type { Periode } from '../../state/periode.ts'

type Query = { van?: string; tot?: string; cursor?: string; limiet: string }
type Pagina = { initiatieven: readonly Initiatief[]; volgende?: string }

/** `list` asks for one page; the largest that the contract allows keeps the number of requests small. */
export async function listInitiatiefpunten(
  { van, tot }: Periode,
  list: (query: Query) => Promise<Pagina>,
): Promise<Punt[]> {
  const found: Initiatief[] = []
  let cursor: string | undefined
  do {
    const page = await list({ van, tot, cursor, limiet: '500' })
    found.push(...page.initiatieven)
    cursor = page.volgende
  } while (cursor)
  return found.map(({ nummer, geometrie }) => ({
    id: nummer,
    positie: geometrie.coordinates,
    soort: 'initiatief',
  }))
}
