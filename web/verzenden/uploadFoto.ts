/** One photo to the place that the service gives for it, with its progress, and what the cleaning of it came to. */
import type { FotoStaat } from '../../functions/contract/foto.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { api } from '../api.ts'
import { metBewijs } from './metBewijs.ts'

type Voortgang = {
  /** Which part is there, from 0 to 1. */
  onDeel?(deel: number): void
  signal?: AbortSignal
}
type Plek = { url: string; velden: Record<string, string> }

/** Of a photo that did not get through while the service itself can be reached: a second try may help, or not. */
export const nietAangekomen = 'Deze foto kwam niet aan. Probeer het opnieuw of haal hem weg.'

/** Only XMLHttpRequest tells how far an upload is. */
function send({ url, velden }: Plek, blob: Blob, { onDeel, signal }: Voortgang): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    for (const [name, value] of Object.entries(velden)) form.append(name, value)
    form.append('file', blob)
    request.upload.onprogress = ({ loaded, total }) => onDeel?.(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? resolve() : reject(toProblem(request)))
    request.onerror = () => reject(notArrived())
    request.onabort = () => reject(signal?.reason)
    signal?.addEventListener('abort', () => request.abort())
    request.open('POST', url)
    request.send(form)
  })
}

/** Without a connection it can wait; with one, the place for photos is what fails, and a melding does not wait for that. */
const notArrived = () =>
  new Problem(navigator.onLine ? 'ongeldige-invoer' : 'even-niet-bereikbaar', nietAangekomen)

/** Our own server says what is wrong; an object store answers in a language of its own. */
function toProblem({ responseText }: XMLHttpRequest): Problem {
  try {
    return new Problem('ongeldige-invoer', JSON.parse(responseText).detail ?? nietAangekomen)
  } catch {
    return new Problem('ongeldige-invoer', nietAangekomen)
  }
}

/**
 * @returns the code that a melding names it by
 * @throws Problem `even-niet-bereikbaar` when it can be tried again by itself, another one when it is refused
 */
export async function uploadFoto(blob: Blob, voortgang: Voortgang = {}): Promise<string> {
  const { foto, upload } = await metBewijs((headers) =>
    api.createFoto({ body: { bytes: blob.size }, headers, signal: voortgang.signal }),
  )
  await send(upload, blob, voortgang)
  return foto
}

/** Between looks, in ms; together half a minute. */
const waits = [400, 800, 1500, 2000, 3000, 4000, 5000, 6000, 8000]

/** Waits for the cleaning; what is not known after half a minute stays `wacht`, and nobody waits for it. */
export async function askFotoStaat(foto: string, signal: AbortSignal): Promise<FotoStaat> {
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const known = await api.getFoto({ params: { foto }, signal }).catch(() => undefined)
    if (known && known.staat !== 'wacht') return known
    if (signal.aborted) break
  }
  return { foto, staat: 'wacht' }
}
