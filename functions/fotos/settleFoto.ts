/** What happens when a picture came in: clean it, or refuse it; what came in is gone afterwards. */
import type { Fotokluis, FotoStore } from '../domain/foto/ports.ts'
import { cleanFoto } from './cleanFoto.ts'

type SettleDeps = { fotos: FotoStore; fotokluis: Fotokluis }

/**
 * Can be stopped anywhere and called again: the cleaned picture is there before its record says so, and what came in
 * goes last. A second picture sent to the same place is thrown away: the first one counts.
 */
export async function settleFoto(foto: string, { fotos, fotokluis }: SettleDeps): Promise<void> {
  const record = await fotos.find(foto)
  if (record?.staat !== 'wacht') return fotokluis.removeRaw(foto)
  const bytes = await fotokluis.readRaw(foto)
  if (!bytes) return
  const outcome = await cleanFoto(bytes)
  if (outcome.staat === 'schoon') {
    const { jpeg, ...rest } = outcome
    await fotokluis.writeClean(foto, jpeg)
    await fotos.settle(foto, rest)
  } else await fotos.settle(foto, outcome)
  await fotokluis.removeRaw(foto)
}
