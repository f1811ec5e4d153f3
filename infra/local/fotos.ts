/** Photos on one machine: a folder, the requests to it, and cleaning as soon as a picture has come in. */
import { join } from 'node:path'
import { maxFotoBytes } from '../../functions/contract/foto.ts'
import type { Fotokluis, FotoStore } from '../../functions/domain/foto/ports.ts'
import { settleFoto } from '../../functions/fotos/settleFoto.ts'
import { openFotoFolder } from './fotoFolder.ts'
import { createFotoServer, type FotoServer } from './fotoServer.ts'

export type Fotos = FotoServer & {
  kluis: Fotokluis
  /** Cleans what came in before, and from now on each picture that comes in. */
  start(fotos: FotoStore): Promise<void>
  /** Resolves when every picture that came in so far is cleaned or refused. */
  drain(): Promise<void>
}

type Settings = {
  /** The data folder of the gemeente. */
  folder: string
  url: string
  sleutel: string
  now(): Date
  onError(error: unknown): void
}

/** This machine has two names in an address; who uses the one must be able to reach the other. */
const namesOf = (url: string): string[] => [url, url.replace('localhost', '127.0.0.1')]

export async function openFotos({ folder, url, sleutel, now, onError }: Settings): Promise<Fotos> {
  const fotoFolder = await openFotoFolder({ folder: join(folder, 'fotos'), url, sleutel, now })
  let store: FotoStore | undefined
  let work: Promise<void> = Promise.resolve()

  /** One at a time: a picture takes much memory. What fails is tried again at the next start. */
  const settle = (foto: string): void => {
    work = work
      .then(() => (store ? settleFoto(foto, { fotos: store, fotokluis: fotoFolder.kluis }) : undefined))
      .catch(onError)
  }
  const server = createFotoServer({
    folder: fotoFolder,
    maxBytes: maxFotoBytes,
    origins: namesOf(url),
    onUpload: settle,
  })
  return {
    ...server,
    kluis: fotoFolder.kluis,
    async start(fotos) {
      store = fotos
      for (const foto of await fotoFolder.listRaw()) settle(foto)
    },
    drain: () => work,
  }
}
