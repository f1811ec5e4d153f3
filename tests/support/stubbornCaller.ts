/** Asks as a careful program does: each request with a key, and again with that key until it is answered. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Killable } from './killable.ts'
import type { Ask, Wie } from './levensloop.ts'

type Request = { path: string; body: object; key: string; wie: Wie | undefined }

export type StubbornCaller = {
  ask: Ask
  /** How many requests got no answer. */
  readonly unanswered: number
  /** Sends everything once more, as it was: the status of each answer. */
  repeatAll(): Promise<number[]>
}

/**
 * @param token of a member of staff
 * @param onBegun called when a request is on its way
 */
export function createStubbornCaller(
  product: Pick<Killable, 'url' | 'settle'>,
  token: string,
  onBegun: () => void,
): StubbornCaller {
  const sent: Request[] = []
  let unanswered = 0

  const post = ({ path, body, key, wie }: Request): Promise<Response> =>
    fetch(`${product.url}/v1/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(wie === 'noor' && { authorization: `Bearer ${token}` }),
        ...(typeof wie === 'object' && wie),
      },
      body: JSON.stringify(body),
    })

  /** `undefined`: the connection broke or the answer says that it failed, in whole or in part; so it is to be asked again. */
  const attempt = async (request: Request) => {
    try {
      const answering = post(request)
      onBegun()
      const response = await answering
      const text = await response.text()
      return response.status >= 500 || /"code":"(storing|even-niet-bereikbaar)"/.test(text)
        ? undefined
        : { status: response.status, text }
    } catch {
      return undefined
    }
  }

  return {
    async ask(path, body, wie) {
      const request = { path, body, wie, key: randomUUID() }
      sent.push(request)
      let answer = await attempt(request)
      for (; !answer; answer = await attempt(request)) {
        unanswered++
        await sleep(20)
        await product.settle()
      }
      expect([200, 201], `${path} ${JSON.stringify(body)} ${answer.text}`).toContain(answer.status)
      return JSON.parse(answer.text)
    },
    get unanswered() {
      return unanswered
    },
    async repeatAll() {
      const statuses: number[] = []
      for (const request of sent) statuses.push((await post(request)).status)
      return statuses
    },
  }
}
