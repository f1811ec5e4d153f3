/** How far long work is: one moving line in a terminal, otherwise a line now and then. */

const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 })
/** Between lines when the end is not known. */
const countPerLine = 10_000

const toBar = (share: number): string => {
  const filled = Math.round(20 * share)
  return `[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}] ${whole.format(100 * share)}%  `
}

/**
 * `update(done, total)` with counts of the whole work; what an earlier run did counts too, but not for the speed.
 * Without `total` it only counts.
 * @example const line = startProgress(process.stderr, 'rijen'); line.update(1000, 5000); line.end()
 */
export const startProgress = (out: NodeJS.WriteStream, eenheid: string) => {
  const start = performance.now()
  let first: number | undefined
  let shown = -1
  const format = (done: number, total: number | undefined): string => {
    const speed = (done - (first ?? 0)) / Math.max((performance.now() - start) / 1000, 0.001)
    // Short work is over before it has a speed.
    const pace = speed >= 1 ? `  ${whole.format(speed)} per seconde` : ''
    const count = `${whole.format(done)} ${eenheid}${pace}`
    if (total === undefined) return count
    const left = speed > 0 ? `  nog ${whole.format(Math.max(0, total - done) / speed)} s` : ''
    return `${toBar(Math.min(1, done / Math.max(1, total)))}${count}${left}`
  }
  return {
    update(done: number, total?: number): void {
      first ??= done
      const step = Math.floor(total === undefined ? done / countPerLine : (10 * done) / Math.max(1, total))
      if (out.isTTY) out.write(`\r\u001b[K${format(done, total)}`)
      else if (step > shown) out.write(`${format(done, total)}\n`)
      shown = Math.max(shown, step)
    },
    end(): void {
      if (out.isTTY) out.write('\r\u001b[K')
    },
  }
}
