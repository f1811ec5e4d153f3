import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** Teams and standard texts. */
export const getWerkinstellingen: Endpoint<Routes['getWerkinstellingen']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
