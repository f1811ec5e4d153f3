/** One request that changes something: busy while it runs, the refusal when it fails, and never twice by accident. */
import { useRef, useState } from 'preact/hooks'
import { Problem } from '../../functions/contract/problem.ts'
import { toWoorden } from '../texts/veldnamen.ts'
import { newSleutel } from './draft.ts'

export type Actie = {
  busy: boolean
  problem: Problem | undefined
  clear(): void
  /**
   * @param words what is asked: asked again in the same words, it has the same Idempotency-Key until it succeeded
   * @returns the answer; undefined when it was refused (then `problem` says why) or another one is running
   */
  run<R>(words: unknown, send: (sleutel: string) => Promise<R>): Promise<R | undefined>
}

export function useActie(): Actie {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const running = useRef(false)
  const sent = useRef({ words: '', sleutel: '' })
  return {
    busy,
    problem,
    clear: () => setProblem(undefined),
    async run(words, send) {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      setProblem(undefined)
      const text = JSON.stringify(words)
      if (sent.current.words !== text) sent.current = { words: text, sleutel: newSleutel() }
      try {
        const answer = await send(sent.current.sleutel)
        sent.current = { words: '', sleutel: '' }
        return answer
      } catch (error) {
        setProblem(error instanceof Problem ? toWoorden(error) : new Problem('storing', String(error)))
        return undefined
      } finally {
        running.current = false
        setBusy(false)
      }
    },
  }
}
