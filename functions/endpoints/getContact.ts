import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The contact data of a reporter (domain rule 7). Each look is logged before anything is shown: who, which melding
 * and why, never what was seen. Data past its lifetime is not there any more, also before it is erased.
 */
export const getContact: Endpoint<Routes['getContact']> = async ({ params, query, medewerker }, deps) => {
  const contact = await deps.stores.meldingen.findContact(params.nummer)
  if (!contact) throw new Problem('niet-gevonden', `Bij ${params.nummer} zijn geen contactgegevens.`)
  deps.logInzage({
    nummer: params.nummer,
    doel: query.doel,
    door: medewerker.id,
    op: deps.now().toISOString(),
  })
  return { body: contact }
}
