/** The photos of a melding, for who may see it: staff that handles it, and the reporter with the secret of the volglink. */
import type { Foto } from '../../contract/foto.ts'
import type { Deps, MeldingRecord } from '../ports.ts'
import type { FotoRecord } from './ports.ts'

/** How long somebody may take to send a photo. */
export const uploadMinuten = 15
/** How long an address of a picture works: a page that stays open longer asks for a new one. */
const leesMinuten = 10
/** Uploading and cleaning together never take this long. */
const wachtMinuten = 60

const niet = 'Deze foto is niet bij ons aangekomen.'

export const minutesAfter = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

type FotoDeps = Pick<Deps, 'now' | 'fotokluis'> & { stores: Pick<Deps['stores'], 'fotos'> }

/** Undefined: unknown, or of another melding. A photo that waits too long never came. */
const stateOf = (record: FotoRecord | undefined, now: Date): Pick<Foto, 'staat' | 'uitleg'> => {
  if (!record) return { staat: 'geweigerd', uitleg: niet }
  if (record.staat === 'wacht' && minutesAfter(new Date(record.op), wachtMinuten) < now)
    return { staat: 'geweigerd', uitleg: niet }
  return { staat: record.staat, ...(record.uitleg !== undefined && { uitleg: record.uitleg }) }
}

/** One photo as melding `nummer` names it; only a cleaned one has an address. */
export async function toFoto(deps: FotoDeps, foto: string, nummer: string): Promise<Foto> {
  const found = await deps.stores.fotos.find(foto)
  const own = found?.nummer === undefined || found.nummer === nummer ? found : undefined
  const now = deps.now()
  const state = stateOf(own, now)
  if (state.staat !== 'schoon') return { foto, ...state }
  const url = await deps.fotokluis.leesUrl(foto, minutesAfter(now, leesMinuten))
  return {
    foto,
    ...state,
    url,
    ...(own?.breedte !== undefined && { breedte: own.breedte }),
    ...(own?.hoogte !== undefined && { hoogte: own.hoogte }),
  }
}

/** All photos of a melding, in the order in which they were sent along. */
export const toFotos = (
  deps: FotoDeps,
  { nummer, fotos = [] }: Pick<MeldingRecord, 'nummer' | 'fotos'>,
): Promise<Foto[]> => Promise.all(fotos.map((foto) => toFoto(deps, foto, nummer)))
