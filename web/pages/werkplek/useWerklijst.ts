/**
 * The list of work, page by page. The service looks through much at a time, so a page may be short or empty while
 * there is more: it goes on by itself until a screenful is found, says how far it came, and stops when asked.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Behandeling } from '../../../functions/contract/behandeling.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { api } from '../../api.ts'

/** Rows that fill a screen. */
const screenful = 25

type Stand = {
  rows: Behandeling[]
  volgende?: string
  /** How far back a search has looked. */
  gezochtTot?: string
  staat: 'bezig' | 'klaar' | 'gestopt'
  /** No page at all has come yet. */
  leeg: boolean
  /** These rows are of the choice before; they stay until the first page of this one, so that nothing jumps. */
  oud?: boolean
  problem?: Problem
}

export type Werklijst = Stand & {
  more(): void
  stop(): void
  reload(): void
  replace(change: (rows: Behandeling[]) => Behandeling[]): void
}

const start: Stand = { rows: [], staat: 'bezig', leeg: true }

/** Without what is there already: a list that changes while it is read may give a melding twice. */
const append = (rows: Behandeling[], next: Behandeling[]): Behandeling[] => {
  const known = new Set(rows.map(({ nummer }) => nummer))
  return [...rows, ...next.filter(({ nummer }) => !known.has(nummer))]
}

export function useWerklijst(vraag: Record<string, string | undefined>): Werklijst {
  const [stand, setStand] = useState<Stand>(start)
  const running = useRef<AbortController | undefined>(undefined)
  const key = JSON.stringify(vraag)

  /** Looks on from a cursor until a screenful more is there. */
  const look = async (before: Behandeling[], cursor: string | undefined, wanted = screenful) => {
    running.current?.abort()
    running.current = new AbortController()
    const { signal } = running.current
    let rows = before
    let volgende = cursor
    setStand((now) => ({ ...now, staat: 'bezig', problem: undefined }))
    try {
      do {
        const query = { ...vraag, cursor: volgende, limiet: String(screenful) }
        const page = await api.listBehandelingen({ query, signal })
        if (signal.aborted) return
        rows = append(rows, page.behandelingen)
        volgende = page.volgende
        const { gezochtTot } = page
        const done = !volgende || rows.length - before.length >= wanted
        const stand: Stand = { rows, volgende, gezochtTot, staat: done ? 'klaar' : 'bezig', leeg: false }
        // Less than was shown would make the page jump.
        if (done || wanted === screenful) setStand(stand)
        if (done) return
      } while (!signal.aborted)
    } catch (error) {
      if (signal.aborted) return
      const problem = error instanceof Problem ? error : new Problem('storing', String(error))
      setStand((now) => ({ ...now, rows: now.oud ? [] : now.rows, oud: false, staat: 'gestopt', problem }))
    }
  }

  useEffect(() => {
    setStand(({ rows, leeg }) => ({ rows, leeg, staat: 'bezig', oud: true }))
    void look([], undefined)
    return () => running.current?.abort()
  }, [key])

  const replace = useCallback(
    (change: (rows: Behandeling[]) => Behandeling[]) =>
      setStand((now) => ({ ...now, rows: change(now.rows) })),
    [],
  )
  return {
    ...stand,
    replace,
    more: () => void look(stand.oud ? [] : stand.rows, stand.volgende),
    stop: () => {
      running.current?.abort()
      setStand((now) => ({
        ...now,
        rows: now.oud ? [] : now.rows,
        leeg: false,
        oud: false,
        staat: 'gestopt',
      }))
    },
    // As many as were there; what is shown stays until then.
    reload: () => void look([], undefined, Math.max(screenful, stand.rows.length)),
  }
}
