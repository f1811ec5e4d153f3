import type { FotoStore } from './ports.ts'

/**
 * Gives a melding the photos it names, so that they stay as long as it does; again may be asked again. One that another
 * melding has, or that is not there (yet), stays as it is.
 */
export async function claimFotos(
  { nummer, fotos = [] }: { nummer: string; fotos?: readonly string[] },
  store: Pick<FotoStore, 'claim'>,
): Promise<void> {
  await Promise.all(fotos.map((foto) => store.claim(foto, nummer)))
}
