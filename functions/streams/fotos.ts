/**
 * The first melding that names a photo has it; what no melding names is removed after a day (`jobs/fotos.ts`). The endpoint
 * does this first; here it is done again for one that stopped halfway.
 */
import { claimFotos } from '../domain/foto/claimFotos.ts'
import type { Connection } from '../store/connection.ts'
import { createFotoStore } from '../store/fotos.ts'
import type { Wijziging } from './wijziging.ts'

const listFotos = ({ item }: Wijziging): string[] =>
  Array.isArray(item?.fotos) ? item.fotos.filter((foto) => typeof foto === 'string') : []

/** May be called again with the same changes. */
export const consumeFotos = async (
  wijzigingen: readonly Wijziging[],
  { connection }: { connection: Connection },
): Promise<void> => {
  const store = createFotoStore(connection)
  for (const wijziging of wijzigingen) {
    if (wijziging.oud) continue
    await claimFotos({ nummer: wijziging.nummer, fotos: listFotos(wijziging) }, store)
  }
}
