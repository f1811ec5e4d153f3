/** Mistakes of a form that go away one by one, as soon as the answer they were about changes. */
import { useCallback, useState } from 'preact/hooks'
import type { Fouten } from '../components/ErrorSummary.tsx'

/** Field id → what stands there now; a field that is left out keeps its mistake until the next try. */
export type Antwoorden = Readonly<Record<string, string | undefined>>

/** The mistakes about answers that are still the same as when they were refused. */
export const openFouten = (fouten: Fouten, refused: Antwoorden, now: Antwoorden): Fouten =>
  Object.fromEntries(Object.entries(fouten).filter(([id]) => refused[id] === now[id]))

/** `refuse({})` at a new try; `round` counts the tries, so that a summary knows when to take the focus. */
export function useFouten(now: Antwoorden): { fouten: Fouten; round: number; refuse(fouten: Fouten): void } {
  const [refused, setRefused] = useState({ fouten: {} as Fouten, antwoorden: now, round: 0 })
  const key = JSON.stringify(now)
  const refuse = useCallback(
    (fouten: Fouten) => setRefused(({ round }) => ({ fouten, antwoorden: now, round: round + 1 })),
    [key],
  )
  return { fouten: openFouten(refused.fouten, refused.antwoorden, now), round: refused.round, refuse }
}
