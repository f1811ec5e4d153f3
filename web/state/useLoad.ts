/** Loading as a value: what a screen shows while it waits, when it is there and when it failed. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { Problem } from '../../functions/contract/problem.ts'

export type Loaded<T> = {
  /** The last good answer; stays while a newer one is on its way. */
  value: T | undefined
  problem: Problem | undefined
  loading: boolean
  reload(): void
}

const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem('storing', 'Er ging iets mis in deze pagina. Laad de pagina opnieuw.', {}, { cause: error })

/**
 * Runs `load` at the first showing and whenever one of `deps` changes; an answer that comes too late is dropped.
 *
 * @example const kernen = useLoad(() => loadKernen(), [])
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, deps: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: Problem; loading: boolean }>({ loading: true })
  const [round, setRound] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    setState((before) => ({ ...before, loading: true }))
    load(controller.signal).then(
      (value) => !controller.signal.aborted && setState({ value, loading: false }),
      (error) =>
        !controller.signal.aborted &&
        setState((before) => ({ value: before.value, problem: asProblem(error), loading: false })),
    )
    return () => controller.abort()
  }, [...deps, round])
  const reload = useCallback(() => setRound((n) => n + 1), [])
  return { value: state.value, problem: state.problem, loading: state.loading, reload }
}
