/** Which rows of a list are chosen: one by one, a range with Shift, or all that are there. */
import { useRef, useState } from 'preact/hooks'

export type Selectie = {
  gekozen: ReadonlySet<string>
  /** @param reeks also everything between the one before and this one */
  toggle(nummer: string, reeks: boolean): void
  set(nummers: readonly string[]): void
}

/** @param nummers in the order of the list; what is no longer in it, is no longer chosen */
export function useSelectie(nummers: readonly string[]): Selectie {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | undefined>(undefined)
  const gekozen = new Set(nummers.filter((nummer) => all.has(nummer)))
  return {
    gekozen,
    toggle(nummer, reeks) {
      const next = new Set(gekozen)
      const on = !next.has(nummer)
      for (const each of reeks ? rangeOf(nummers, last.current, nummer) : [nummer])
        if (on) next.add(each)
        else next.delete(each)
      last.current = nummer
      setAll(next)
    },
    set: (chosen) => setAll(new Set(chosen)),
  }
}

/** From the one to the other, whichever comes first; only the last when the first is not there. */
export function rangeOf(nummers: readonly string[], from: string | undefined, to: string): readonly string[] {
  const a = from === undefined ? -1 : nummers.indexOf(from)
  const b = nummers.indexOf(to)
  return a < 0 ? [to] : nummers.slice(Math.min(a, b), Math.max(a, b) + 1)
}
