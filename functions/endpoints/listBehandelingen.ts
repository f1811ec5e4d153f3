import type { Routes } from '../contract/routes.ts'
import { toBehandeling } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { toWerkVraag } from './toWerkVraag.ts'

/**
 * The same list for staff: with what is not public, the first words, the version and the signal of today. A cursor of
 * `laat` or `signaal` belongs to its day: after midnight others are late, and the list begins again.
 */
export const listBehandelingen: Endpoint<Routes['listBehandelingen']> = async ({ query }, deps) => {
  const { rijen, volgende, gezochtTot } = await deps.stores.meldingen.list(toWerkVraag(query, deps))
  const behandelingen = rijen.map((rij) => toBehandeling(rij, deps))
  return { body: { behandelingen, ...(volgende && { volgende }), ...(gezochtTot && { gezochtTot }) } }
}
