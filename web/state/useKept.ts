/** State that outlives signing in again: kept under a name until it is emptied, in this tab or in this browser. */
import { useCallback, useState } from 'preact/hooks'

const prefix = 'kernpunt-concept-'

/** What holds no personal data may outlive the tab. */
type Waar = 'tab' | 'browser'
const storageOf = (waar: Waar): Storage => (waar === 'tab' ? sessionStorage : localStorage)

function read<T>(name: string, otherwise: T, waar: Waar): T {
  try {
    const kept = storageOf(waar).getItem(prefix + name)
    return kept ? (JSON.parse(kept) as T) : otherwise
  } catch {
    return otherwise
  }
}

export function useKept<T>(
  name: string,
  empty: T,
  waar: Waar = 'tab',
): [value: T, set: (value: T) => void, clear: () => void] {
  const [value, setValue] = useState(() => read(name, empty, waar))
  const set = useCallback(
    (next: T) => {
      setValue(next)
      try {
        storageOf(waar).setItem(prefix + name, JSON.stringify(next))
      } catch {
        // Without storage it lives as long as the page.
      }
    },
    [name],
  )
  const clear = useCallback(() => {
    setValue(empty)
    try {
      storageOf(waar).removeItem(prefix + name)
    } catch {
      // See set.
    }
  }, [name])
  return [value, set, clear]
}
