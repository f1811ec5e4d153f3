import type { Routes } from '../contract/routes.ts'
import { toBehandelingDetail } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { findMelding } from './findMelding.ts'

/** One melding to handle: text, history and which status can follow. Which contact fields there are, not what is in them. */
export const getBehandeling: Endpoint<Routes['getBehandeling']> = async ({ params }, deps) => {
  const melding = await findMelding(params.nummer, deps)
  const contactvelden = await deps.stores.meldingen.listContactvelden(params.nummer)
  return { body: toBehandelingDetail(melding, contactvelden, deps) }
}
