import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** Where the terms of open work stand, per kern and team. */
export const listSignaleringen: Endpoint<Routes['listSignaleringen']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
