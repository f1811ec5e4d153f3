/** Chance that comes out the same every time: for example data, never for secrets. */
export type Loting = {
  /** From 0 up to and without 1. */
  next(): number
  /** Whole number from 0 up to and without `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  /** Heavier entries more often; weights need not add up to anything. */
  pickWeighted<T>(list: readonly T[], weight: (entry: T) => number): T
  /** Around 0, nearly always between -3 and 3 (sum of uniform numbers). */
  bell(): number
}

/** Mulberry32 (Tommy Ettinger, public domain), seeded with FNV-1a of a text. */
export const createLoting = (seed: string): Loting => {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)]!,
    pickWeighted(list, weight) {
      let left = next() * list.reduce((sum, entry) => sum + weight(entry), 0)
      for (const entry of list) {
        left -= weight(entry)
        if (left < 0) return entry
      }
      return list.at(-1)!
    },
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  }
}
