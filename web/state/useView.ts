/** The view of the screen that is open, and how to change it. */

import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { readView, type View, writeView } from './view.ts'

/** Parameters beside the view that a screen keeps in the address. */
type Other = Record<string, string | undefined>

export function useView(keep: readonly string[] = []): {
  view: View
  other: Other
  change(change: Partial<View>, other?: Other): void
} {
  const { path, query, route } = useLocation()
  const key = JSON.stringify(query)
  return useMemo(() => {
    const view = readView(query)
    const other = Object.fromEntries(keep.map((name) => [name, query[name]]))
    return {
      view,
      other,
      change: (change, more = {}) => route(path + writeView({ ...view, ...change }, { ...other, ...more })),
    }
  }, [path, key])
}
