/**
 * Classes of a map of kernen: at most five, by Jenks natural breaks (Fisher's exact optimum: the smallest sum of
 * squared differences within classes). Paint and legend both read these, so they cannot tell different stories.
 * Colours are ColorBrewer's YlGnBu, safe for colour-blind readers and in grey print.
 */
const palette = ['#edf8d9', '#b9e3c6', '#6fc4c8', '#3d8fbf', '#2a4f9a'] as const
/** For 1 to 5 classes: which colours, so that few classes still differ clearly. */
const picks = [[], [1], [0, 3], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]] as const

/** Both ends included; `van` and `tot` are values that occur. */
export type Klasse = { van: number; tot: number; kleur: string }

/** Start index of each class in the sorted values. */
function findStarts(values: readonly number[], count: number): number[] {
  const squares = (from: number, to: number): number => {
    const part = values.slice(from, to + 1)
    const mean = part.reduce((sum, v) => sum + v, 0) / part.length
    return part.reduce((sum, v) => sum + (v - mean) ** 2, 0)
  }
  type Split = { cost: number; starts: number[] }
  let best: Split[] = values.map((_, last) => ({ cost: squares(0, last), starts: [0] }))
  for (let k = 2; k <= count; k++) {
    best = values.map((_, last) => {
      let found: Split = { cost: Number.POSITIVE_INFINITY, starts: [] }
      for (let start = k - 1; start <= last; start++) {
        const before = best[start - 1]
        const cost = (before?.cost ?? Number.POSITIVE_INFINITY) + squares(start, last)
        if (cost < found.cost) found = { cost, starts: [...(before?.starts ?? []), start] }
      }
      return found
    })
  }
  return best.at(-1)?.starts ?? []
}

/** @example makeKlassen([1, 2, 50, 51]) // [{ van: 1, tot: 1 }, { van: 2, tot: 2 }, { van: 50, … }, …] */
export function makeKlassen(values: readonly number[]): Klasse[] {
  const distinct = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b)
  if (distinct.length === 0) return []
  const count = Math.min(palette.length, distinct.length)
  const starts = findStarts(distinct, count)
  return starts.map((start, n) => ({
    van: distinct[start]!,
    tot: distinct[(starts[n + 1] ?? distinct.length) - 1]!,
    kleur: palette[picks[count]?.[n] ?? 0]!,
  }))
}

/** The class a value falls in; undefined for a value that was not among those the classes were made of. */
export const klasseOf = (klassen: readonly Klasse[], value: number): Klasse | undefined =>
  klassen.find(({ van, tot }) => value >= van && value <= tot)
