import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** What was erased in a year. */
export const listVernietigingen: Endpoint<Routes['listVernietigingen']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
