/**
 * Sending above a budget: the service answers 429 with some arithmetic to do. It is done here, out of sight, and the
 * same is sent again with its outcome. People get no puzzle, only a moment to wait.
 */
import { Problem } from '../../functions/contract/problem.ts'
import { readToestel } from './toestel.ts'

/** What a caller of a limited route sends along. */
export type Afzender = { toestel?: string; bewijs?: string }

/**
 * @param onRekenen while the arithmetic is done
 * @throws Problem of the last try; `te-veel` when there was nothing to solve or it could not be solved here
 * @example await metBewijs((headers) => api.createMelding({ body, idempotencyKey, headers }))
 */
export async function metBewijs<R>(
  send: (headers: Afzender) => Promise<R>,
  onRekenen: () => void = () => {},
): Promise<R> {
  const toestel = readToestel()
  const headers = toestel ? { toestel } : {}
  try {
    return await send(headers)
  } catch (error) {
    const uitdaging = error instanceof Problem && error.code === 'te-veel' && error.extra.uitdaging
    if (!uitdaging) throw error
    onRekenen()
    // A browser that cannot solve it (no secure address, blocked) hears when it may send again.
    const bewijs = await import('./losOp.ts').then(({ losOp }) => losOp(uitdaging)).catch(() => undefined)
    if (!bewijs) throw error
    return await send({ ...headers, bewijs })
  }
}
