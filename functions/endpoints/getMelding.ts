import type { Routes } from '../contract/routes.ts'
import { toMelding } from '../domain/meldingBeeld.ts'
import { isOpenbaar } from '../domain/openbaarheid.ts'
import type { Endpoint } from './endpoint.ts'
import { findMelding, notFound } from './findMelding.ts'

/** What everybody may see of one melding. One that is not public is as unknown as a number nobody has. */
export const getMelding: Endpoint<Routes['getMelding']> = async ({ params }, deps) => {
  const melding = await findMelding(params.nummer, deps)
  if (!isOpenbaar(melding.categorie, deps.gemeente)) throw notFound(params.nummer)
  return { body: toMelding(melding) }
}
