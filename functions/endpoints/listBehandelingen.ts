import type { Routes } from '../contract/routes.ts'
import { toBehandeling } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { toLijstVraag } from './toLijstVraag.ts'

/** The same list for staff: with the first words and the version. */
export const listBehandelingen: Endpoint<Routes['listBehandelingen']> = async ({ query }, deps) => {
  const { rijen, volgende } = await deps.stores.meldingen.list(toLijstVraag(query, deps))
  return { body: { behandelingen: rijen.map(toBehandeling), ...(volgende && { volgende }) } }
}
