import type { Routes } from '../contract/routes.ts'
import { toMelding } from '../domain/meldingBeeld.ts'
import { listOpenbareCategorieen } from '../domain/openbaarheid.ts'
import type { Endpoint } from './endpoint.ts'
import { toLijstVraag } from './toLijstVraag.ts'

/**
 * Public list, newest first. A page may be short; `volgende` is there while there is more. What is not public is left
 * out where the page is made: a gap in a page of a small bbox would say where it is.
 */
export const listMeldingen: Endpoint<Routes['listMeldingen']> = async ({ query }, deps) => {
  const { rijen, volgende } = await deps.stores.meldingen.list({
    ...toLijstVraag(query, deps),
    alleenCategorieen: listOpenbareCategorieen(deps.gemeente),
  })
  return { body: { meldingen: rijen.map(toMelding), ...(volgende && { volgende }) } }
}
