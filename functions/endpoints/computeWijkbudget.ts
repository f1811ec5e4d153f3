import type { Routes } from '../contract/routes.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'
import type { Endpoint } from './endpoint.ts'

/** Divides a total; keeps nothing. */
export const computeWijkbudget: Endpoint<Routes['computeWijkbudget']> = ({ body }) => ({
  body: computeVerdeling(body),
})
