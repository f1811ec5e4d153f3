/** The one place where a request meets the kernindeling of its day: endpoints find it in `deps.gemeente`. */
import type { Deps } from '../domain/ports.ts'

export const asOfToday = async (deps: Deps): Promise<Deps> => ({
  ...deps,
  gemeente: await deps.indelingen.gemeente(),
})
