import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

export const addBevolkingsversie: Endpoint<Routes['addBevolkingsversie']> = () => {
  throw new Problem('niet-gevonden', 'Dit is er nog niet.')
}
