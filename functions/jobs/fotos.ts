/** Pictures that have to go: those that no melding names, and those of a melding whose term is over. */
import { minutesAfter } from '../domain/foto/beeld.ts'
import type { Fotokluis, FotoStore } from '../domain/foto/ports.ts'

export type FotoDeps = { fotos: FotoStore; fotokluis: Fotokluis }

/** Who has not sent the melding by then will not. */
const losMinuten = 24 * 60
const bladzijde = 100

/**
 * Removes these pictures and all that is known of them. The picture goes before its record: a stop in between leaves a
 * record without a picture, which the next call removes.
 */
export const createEraseFotos =
  ({ fotos, fotokluis }: FotoDeps) =>
  async (codes: readonly string[]): Promise<void> => {
    for (const foto of codes) {
      await fotokluis.remove(foto)
      await fotos.remove(foto)
    }
  }

/**
 * Removes photos that no melding named within 24 hours. A record is refused before its picture goes, on condition that
 * no melding names it, so a melding that comes at that very moment either keeps its photo or is told that it is gone.
 *
 * @returns how many were removed
 */
export async function removeOrphanFotos({ now, ...deps }: FotoDeps & { now(): Date }): Promise<number> {
  const erase = createEraseFotos(deps)
  const voor = minutesAfter(now(), -losMinuten).toISOString()
  let removed = 0
  for (;;) {
    const codes = await deps.fotos.listUnclaimed(voor, bladzijde)
    let fresh = 0
    for (const foto of codes) {
      if (!(await deps.fotos.refuseUnclaimed(foto, 'Deze foto hoorde binnen 24 uur bij geen melding.')))
        continue
      await erase([foto])
      fresh++
    }
    removed += fresh
    // An index may still name what is gone; when it names nothing new, the rest is for the next time.
    if (codes.length < bladzijde || fresh === 0) return removed
  }
}
