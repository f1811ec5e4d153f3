import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** One change of a melding by staff. */
export const changeBehandeling: Endpoint<Routes['changeBehandeling']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
