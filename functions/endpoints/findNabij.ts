import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** Open meldingen near a place that may be the same. */
export const findNabij: Endpoint<Routes['findNabij']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}
