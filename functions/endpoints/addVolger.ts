import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** Makes somebody a follower of the melding of another. */
export const addVolger: Endpoint<Routes['addVolger']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
