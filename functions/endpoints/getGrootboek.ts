import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

export const getGrootboek: Endpoint<Routes['getGrootboek']> = () => {
  throw new Problem('niet-gevonden', 'Dit is er nog niet.')
}
