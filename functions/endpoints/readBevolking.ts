import type { Bevolking } from '../contract/bevolking.ts'
import { bevolkingOfGemeente, findBevolking } from '../domain/bevolking/bevolking.ts'
import type { Deps } from '../domain/ports.ts'

/** Every version of the population, version 0 (the files of the gemeente) first. */
export const listBevolking = async ({ gemeente, stores }: Deps): Promise<Bevolking[]> => [
  bevolkingOfGemeente(gemeente),
  ...(await stores.bevolking.list()),
]

/** The version to divide a year with. @throws Problem as `findBevolking` */
export const readBevolking = async (
  jaar: number,
  versie: number | undefined,
  deps: Deps,
): Promise<Bevolking> => findBevolking(await listBevolking(deps), jaar, versie)
