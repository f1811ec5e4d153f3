import type { Routes } from '../contract/routes.ts'
import { foldDichtheid } from '../domain/activiteit.ts'
import type { Endpoint } from './endpoint.ts'
import { assertVraag } from './toLijstVraag.ts'

/** Counts per cell of 100 m, of one kern or of the whole gemeente. */
export const getDichtheid: Endpoint<Routes['getDichtheid']> = async ({ query }, { gemeente, stores }) => {
  assertVraag(query, gemeente)
  const { kern, ...periode } = query
  return { body: foldDichtheid(await stores.activiteit.listCellen(periode), periode, kern) }
}
