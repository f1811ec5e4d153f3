/** Year and choices of a wijkbudget screen live in the address: what somebody sees can be mailed, back works. */
import { useLocation } from 'preact-iso'
import { dayOf } from '../../state/periode.ts'

type Change = Readonly<Record<string, string | undefined>>

export type Adres = {
  jaar: number
  query: Readonly<Record<string, string>>
  /** `undefined` takes a parameter away; `replace` for what changes while typing. */
  go(change: Change, replace?: boolean): void
}

/** A query without empty values, with `?` when there is one. */
export function toQuery(change: Change): string {
  const given = Object.entries(change).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

export const thisYear = (): number => Number(dayOf(new Date()).slice(0, 4))

/** @param usual the year without one in the address */
export function useAdres(usual: number): Adres {
  const { path, query, route } = useLocation()
  return {
    jaar: /^20\d\d$/.test(query.jaar ?? '') ? Number(query.jaar) : usual,
    query,
    go: (change, replace = false) => route(path + toQuery({ ...query, ...change }), replace),
  }
}
