/** How far long work is: one moving line in a terminal, otherwise a line per ten percent. */

const seconds = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 })

const toBar = (share: number): string => {
  const filled = Math.round(20 * share)
  return `[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}]`
}

/**
 * `update(done, total)` with counts of the whole work; `done` of an earlier run counts too, but not for the speed.
 * @example const line = startProgress(process.stderr, 'rijen'); line.update(1000, 5000); line.end()
 */
export const startProgress = (out: NodeJS.WriteStream, eenheid: string) => {
  const start = performance.now()
  let first: number | undefined
  let shown = -1
  const format = (done: number, total: number): string => {
    const passed = (performance.now() - start) / 1000
    const speed = (done - (first ?? 0)) / Math.max(passed, 0.001)
    const left = speed > 0 ? Math.max(0, total - done) / speed : 0
    const share = Math.min(1, done / Math.max(1, total))
    return (
      `${toBar(share)} ${seconds.format(100 * share)}%  ${seconds.format(done)} ${eenheid}  ` +
      `${seconds.format(speed)} per seconde  nog ${seconds.format(left)} s`
    )
  }
  return {
    update(done: number, total: number): void {
      first ??= done
      const tenth = Math.floor((10 * done) / Math.max(1, total))
      if (out.isTTY) out.write(`\r\u001b[K${format(done, total)}`)
      else if (tenth > shown) out.write(`${format(done, total)}\n`)
      shown = Math.max(shown, tenth)
    },
    end(): void {
      if (out.isTTY) out.write('\r\u001b[K')
    },
  }
}
