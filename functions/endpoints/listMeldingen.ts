import type { Routes } from '../contract/routes.ts'
import { toMelding } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { toLijstVraag } from './toLijstVraag.ts'

/** Public list, newest first. A page may be short; `volgende` is there while there is more. */
export const listMeldingen: Endpoint<Routes['listMeldingen']> = async ({ query }, deps) => {
  const { rijen, volgende } = await deps.stores.meldingen.list(toLijstVraag(query, deps))
  return { body: { meldingen: rijen.map(toMelding), ...(volgende && { volgende }) } }
}
