/** Where a deployed function logs and which clock it measures with. */
import type { Io } from './accessLog.ts'

export const lambdaIo: Io = {
  log: (line) => process.stdout.write(`${line}\n`),
  clock: () => performance.now(),
}
