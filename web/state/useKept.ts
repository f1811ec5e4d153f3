/** State that outlives signing in again: kept in this tab under a name, until it is emptied. */
import { useCallback, useState } from 'preact/hooks'

const prefix = 'kernpunt-concept-'

function read<T>(name: string, otherwise: T): T {
  try {
    const kept = sessionStorage.getItem(prefix + name)
    return kept ? (JSON.parse(kept) as T) : otherwise
  } catch {
    return otherwise
  }
}

export function useKept<T>(name: string, empty: T): [value: T, set: (value: T) => void, clear: () => void] {
  const [value, setValue] = useState(() => read(name, empty))
  const set = useCallback(
    (next: T) => {
      setValue(next)
      try {
        sessionStorage.setItem(prefix + name, JSON.stringify(next))
      } catch {
        // Without storage it lives as long as the page.
      }
    },
    [name],
  )
  const clear = useCallback(() => {
    setValue(empty)
    try {
      sessionStorage.removeItem(prefix + name)
    } catch {
      // See set.
    }
  }, [name])
  return [value, set, clear]
}
