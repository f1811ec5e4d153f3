/** The service takes no melding that was written within seconds; who is that fast waits for what is left of it. */
import type { Draft } from '../state/draft.ts'

const leastMs = 3200

/** @returns how long the form was being filled in, in ms */
export async function takeTime({ begonnenOp }: Draft): Promise<number> {
  const left = begonnenOp + leastMs - Date.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  return Date.now() - begonnenOp
}
