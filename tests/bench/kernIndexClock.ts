/**
 * Milliseconds of processor time, of the system for this process too (reading files, new memory), to the microsecond.
 * What else runs on the machine makes the time on the wall several times longer, and this hardly.
 */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export function clock(work: () => unknown): number {
  const start = cpuMs()
  work()
  return cpuMs() - start
}

/** Of the fastest go in a turn of so many milliseconds; of one go when that takes longer. */
export function fastest(work: () => unknown, turn: number): number {
  let best = clock(work)
  for (let spent = best; spent < turn; ) {
    const ms = clock(work)
    // A go shorter than the clock can tell still ends the turn.
    spent += Math.max(ms, 0.001)
    best = Math.min(best, ms)
  }
  return best
}
