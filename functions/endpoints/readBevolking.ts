import type { Bevolking } from '../contract/bevolking.ts'
import { bevolkingOfGemeente, findBevolking } from '../domain/bevolking/bevolking.ts'
import type { Deps } from '../domain/ports.ts'

/** Every version of the population, version 0 (the files of the gemeente) first. */
export const listBevolking = async ({ gemeente, stores }: Deps): Promise<Bevolking[]> => [
  bevolkingOfGemeente(gemeente),
  ...(await stores.bevolking.list()),
]

/** Figures from before the kernindeling of today are of other kernen, also where a code is the same. */
const isOfToday = ({ vastgelegdOp }: Bevolking, { indeling }: Deps['gemeente']): boolean =>
  indeling.versie === 1 || vastgelegdOp === null || vastgelegdOp >= indeling.sindsOp

/** The versions to choose from for a year; an older one only when it is asked for. */
export const listFittingBevolking = async (versie: number | undefined, deps: Deps): Promise<Bevolking[]> =>
  (await listBevolking(deps)).filter((each) => versie !== undefined || isOfToday(each, deps.gemeente))

/** The version to divide a year with. @throws Problem as `findBevolking` */
export const readBevolking = async (
  jaar: number,
  versie: number | undefined,
  deps: Deps,
): Promise<Bevolking> => findBevolking(await listFittingBevolking(versie, deps), jaar, versie)
