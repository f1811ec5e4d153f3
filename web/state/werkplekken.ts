/** Places of the work place, whose they are, and where each function starts. The server decides; this only leads. */
import type { Rol } from '../../functions/contract/route.ts'

export type Plaats = {
  /** Everything below this path belongs to it. */
  pad: '/werkplek' | '/werkplek/wijkbudget' | '/werkplek/kernindeling'
  /** Where it opens. */
  opent: string
}

const meldingen: readonly Rol[] = ['coordinator', 'beheerder']
const wijkbudget: readonly Rol[] = ['financien', 'college', 'beheerder', 'coordinator']
const kernindeling: readonly Rol[] = ['beheerder', 'college']
export const werkplekRollen = { meldingen, wijkbudget, kernindeling }

const isOne = (of: readonly Rol[], rollen: readonly Rol[]): boolean => rollen.some((rol) => of.includes(rol))

/**
 * What somebody may open, in the order of the menu; the first is where they start. A coördinator opens the money of
 * the kern, not the dividing of it.
 * @example listPlaatsen(['college'])   // [{ pad: '/werkplek/wijkbudget', opent: '/werkplek/wijkbudget' }]
 */
export function listPlaatsen(rollen: readonly Rol[]): Plaats[] {
  const onlyCoordinator = rollen.every((rol) => rol === 'coordinator')
  const pad = '/werkplek/wijkbudget'
  return [
    ...(isOne(meldingen, rollen) ? [{ pad: '/werkplek', opent: '/werkplek' } as const] : []),
    ...(isOne(wijkbudget, rollen)
      ? [{ pad, opent: onlyCoordinator ? `${pad}/grootboek` : pad } as const]
      : []),
    ...(isOne(kernindeling, rollen)
      ? [{ pad: '/werkplek/kernindeling', opent: '/werkplek/kernindeling' } as const]
      : []),
  ]
}
