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
  /** No page of this choice has come yet. */
  leeg: boolean
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
  const look = async (before: Behandeling[], cursor: string | undefined) => {
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
        const done = !volgende || rows.length - before.length >= screenful
        setStand({ rows, volgende, gezochtTot, staat: done ? 'klaar' : 'bezig', leeg: false })
        if (done) return
      } while (!signal.aborted)
    } catch (error) {
      if (signal.aborted) return
      const problem = error instanceof Problem ? error : new Problem('storing', String(error))
      setStand((now) => ({ ...now, staat: 'gestopt', problem }))
    }
  }

  useEffect(() => {
    // What was shown stays until the first page of this choice is there, so that nothing jumps.
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
    more: () => void look(stand.rows, stand.volgende),
    stop: () => {
      running.current?.abort()
      setStand((now) => ({ ...now, staat: 'gestopt' }))
    },
    // What is shown stays until the first page is there.
    reload: () => void look([], undefined),
  }
}
