import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** Whether an uploaded photo is clean. */
export const getFoto: Endpoint<Routes['getFoto']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
