/**
 * A list that comes in pages: the first at once, the next when asked, one under the other. A page that is empty and not
 * the last (of a rare choice the service looks through much at a time) is passed by.
 */
import { useEffect, useState } from 'preact/hooks'
import { type Loaded, useLoad } from './useLoad.ts'

type Page<Row> = { rows: Row[]; volgende?: string }
type LoadPage<Row> = (cursor: string | undefined, signal?: AbortSignal) => Promise<Page<Row>>

async function loadFilled<Row>(
  loadPage: LoadPage<Row>,
  cursor?: string,
  signal?: AbortSignal,
): Promise<Page<Row>> {
  let page = await loadPage(cursor, signal)
  while (page.rows.length === 0 && page.volgende) page = await loadPage(page.volgende, signal)
  return page
}

export function usePages<Row>(
  loadPage: LoadPage<Row>,
  deps: readonly unknown[],
): {
  pages: Loaded<Page<Row>>
  more(): void
  loadingMore: boolean
  replace(change: (rows: Row[]) => Row[]): void
} {
  const first = useLoad((signal) => loadFilled(loadPage, undefined, signal), deps)
  const [shown, setShown] = useState<Page<Row>>()
  const [loadingMore, setLoadingMore] = useState(false)
  useEffect(() => setShown(first.value), [first.value])

  const more = async () => {
    const cursor = shown?.volgende
    if (!cursor || loadingMore) return
    setLoadingMore(true)
    try {
      const next = await loadFilled(loadPage, cursor)
      // Another choice, made in the meantime, has another cursor: these rows are not for it.
      setShown((now) =>
        now?.volgende === cursor ? { rows: [...now.rows, ...next.rows], volgende: next.volgende } : now,
      )
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
