import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** How far giving what is open its new kern is. */
export const getHertoewijzing: Endpoint<Routes['getHertoewijzing']> = async ({ params }, { stores }) => {
  const voortgang = await stores.kernindelingen.findHertoewijzing(params.versie)
  if (!voortgang)
    throw new Problem(
      'niet-gevonden',
      `Bij versie ${params.versie} van de kernindeling valt niets te verplaatsen.`,
    )
  return { body: voortgang }
}
