import type { Routes } from '../contract/routes.ts'
import { toDag } from '../domain/dag.ts'
import { toBehandeling } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { toLijstVraag } from './toLijstVraag.ts'

/**
 * The same list for staff: with what is not public, the first words, the version and the signal of today. A cursor of
 * `laat` belongs to its day: after midnight other meldingen are late, and the list begins again.
 */
export const listBehandelingen: Endpoint<Routes['listBehandelingen']> = async ({ query }, deps) => {
  const { laat, open: _open, ...vraag } = query
  const { rijen, volgende } = await deps.stores.meldingen.list({
    ...toLijstVraag(vraag, deps),
    ...(laat && { streefDatumVoor: toDag(deps.now()) }),
  })
  const behandelingen = rijen.map((rij) => toBehandeling(rij, deps))
  return { body: { behandelingen, ...(volgende && { volgende }) } }
}
