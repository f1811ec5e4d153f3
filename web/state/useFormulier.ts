/**
 * A form of staff: what is typed (kept in this tab, also when signing in again), what is wrong with it, and sending
 * it once. Mistakes that the server finds come back at their fields; a refusal that belongs to no field is `problem`.
 */
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../functions/contract/problem.ts'
import type { Fouten } from '../components/ErrorSummary.tsx'
import { toFouten } from './toFouten.ts'
import { useActie } from './useActie.ts'
import { useKept } from './useKept.ts'

type Options<T, R> = {
  /** Under which name it is kept. */
  naam: string
  empty: T
  check(typed: T): Fouten
  /** Start of a JSON pointer → id of the control. */
  fieldIds: Readonly<Record<string, string>>
  send(typed: T, sleutel: string): Promise<R>
  /** Part of what is asked that is not typed here. */
  about?: unknown
  done(answer: R): void
}

export type Formulier<T> = {
  typed: T
  set(change: Partial<T>): void
  fouten: Fouten
  /** Grows at each try, for the error summary. */
  round: number
  problem: Problem | undefined
  busy: boolean
  submit(event: Event): Promise<void>
}

export function useFormulier<T extends Record<string, string>, R>(options: Options<T, R>): Formulier<T> {
  const { naam, empty, check, fieldIds, send, about, done } = options
  const [kept, keep, clear] = useKept(naam, empty)
  const [fouten, setFouten] = useState<Fouten>({})
  const [round, setRound] = useState(0)
  const actie = useActie()
  const typed = { ...empty, ...kept }
  const refuse = (mistakes: Fouten) => {
    setFouten(mistakes)
    setRound((n) => n + 1)
  }
  const found = actie.problem ? toFouten(actie.problem, fieldIds) : {}
  const atFields = Object.keys(found).length > 0
  useEffect(() => {
    if (atFields) refuse(found)
  }, [actie.problem])
  return {
    typed,
    set: (change) => keep({ ...typed, ...change }),
    fouten,
    round,
    problem: atFields ? undefined : actie.problem,
    busy: actie.busy,
    async submit(event) {
      event.preventDefault()
      const mistakes = check(typed)
      actie.clear()
      refuse(mistakes)
      if (Object.keys(mistakes).length > 0) return
      const answer = await actie.run([typed, about], (sleutel) => send(typed, sleutel))
      if (answer === undefined) return
      clear()
      done(answer)
    },
  }
}
