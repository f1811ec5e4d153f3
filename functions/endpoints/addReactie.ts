import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** What the reporter does with the secret of the volglink. */
export const addReactie: Endpoint<Routes['addReactie']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
