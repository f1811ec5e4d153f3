import type { Routes } from '../contract/routes.ts'
import { toMelding } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { findMelding } from './findMelding.ts'

/** What everybody may see of one melding. */
export const getMelding: Endpoint<Routes['getMelding']> = async ({ params }, deps) => ({
  body: toMelding(await findMelding(params.nummer, deps)),
})
