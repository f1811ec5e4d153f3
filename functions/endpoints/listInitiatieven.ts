import type { Routes } from '../contract/routes.ts'
import { toInitiatief } from '../domain/initiatief.ts'
import type { Endpoint } from './endpoint.ts'
import { toLijstVraag } from './toLijstVraag.ts'

/** Public list, newest first. */
export const listInitiatieven: Endpoint<Routes['listInitiatieven']> = async ({ query }, deps) => {
  const { rijen, volgende } = await deps.stores.initiatieven.list(toLijstVraag(query, deps))
  return { body: { initiatieven: rijen.map(toInitiatief), ...(volgende && { volgende }) } }
}
