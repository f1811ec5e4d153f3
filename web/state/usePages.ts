/** A list that comes in pages: the first at once, the next when asked, one under the other. */
import { useEffect, useState } from 'preact/hooks'
import { type Loaded, useLoad } from './useLoad.ts'

type Page<Row> = { rows: Row[]; volgende?: string }

export function usePages<Row>(
  loadPage: (cursor: string | undefined, signal?: AbortSignal) => Promise<Page<Row>>,
  deps: readonly unknown[],
): {
  pages: Loaded<Page<Row>>
  more(): void
  loadingMore: boolean
  replace(change: (rows: Row[]) => Row[]): void
} {
  const first = useLoad((signal) => loadPage(undefined, signal), deps)
  const [shown, setShown] = useState<Page<Row>>()
  const [loadingMore, setLoadingMore] = useState(false)
  useEffect(() => setShown(first.value), [first.value])

  const more = async () => {
    if (!shown?.volgende || loadingMore) return
    setLoadingMore(true)
    try {
      const next = await loadPage(shown.volgende)
      setShown({ rows: [...shown.rows, ...next.rows], volgende: next.volgende })
    } catch {
      // What is shown stays; the button stays, so the reader can try again.
    } finally {
      setLoadingMore(false)
    }
  }
  return {
    pages: { ...first, value: first.value && (shown ?? first.value) },
    more,
    loadingMore,
    replace: (change) => setShown((page) => page && { ...page, rows: change(page.rows) }),
  }
}
