/** A write that meets somebody else's transaction on the same item: DynamoDB refuses it, and the SDK does not try again. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Such a transaction takes milliseconds. */
const attempts = 6
const firstPause = 15

/** Nothing is written by an attempt that met one, so trying again is safe. @throws what `send` threw last */
export const againOnConflict = async <T>(
  send: () => Promise<T>,
  isConflict: (error: unknown) => boolean,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error
      await sleep(firstPause * 2 ** attempt)
    }
  }
}
