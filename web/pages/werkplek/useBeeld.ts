/** What the map shows beside the list: the rows of the list, the kern under the pointer, and a pin on what is open. */
import { useMemo } from 'preact/hooks'
import type { Behandeling } from '../../../functions/contract/behandeling.ts'
import type { Beeld, Punt } from '../../map/beeld.ts'

const toPunt = ({ nummer, geometrie, status }: Behandeling): Punt => ({
  id: nummer,
  positie: geometrie.coordinates,
  soort: status,
})

export function useBeeld(
  rows: readonly Behandeling[],
  actief: string | undefined,
  kern?: string,
  geopend?: Behandeling,
) {
  const known = geopend && !rows.some(({ nummer }) => nummer === geopend.nummer)
  const punten = useMemo(() => [...rows, ...(known ? [geopend] : [])].map(toPunt), [rows, geopend])
  return useMemo(
    (): Beeld => ({
      punten,
      ...(actief && { actief }),
      ...(kern && { gekozen: kern }),
      ...(geopend && { speld: geopend.geometrie.coordinates }),
    }),
    [punten, actief, kern, geopend],
  )
}
