/** The arithmetic of a challenge (Altcha), in a worker so that the screen goes on. Only fetched when it is asked. */
import type { Challenge, Solution } from 'altcha-lib/types'

/** Longer than this nobody waits. */
const patienceMs = 60_000

/**
 * @param uitdaging as it came in the refusal
 * @returns what the header `Bewijs` holds: challenge and solution as JSON in base64
 */
export async function losOp(uitdaging: Record<string, unknown>): Promise<string | undefined> {
  const challenge = uitdaging as unknown as Challenge
  const worker = new Worker(new URL('./losOpWorker.ts', import.meta.url), { type: 'module' })
  try {
    const solution = await new Promise<Solution | null>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = reject
      setTimeout(() => resolve(null), patienceMs)
      worker.postMessage(challenge)
    })
    return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined
  } finally {
    worker.terminate()
  }
}
