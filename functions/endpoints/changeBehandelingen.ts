import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** The same change to several meldingen. */
export const changeBehandelingen: Endpoint<Routes['changeBehandelingen']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
