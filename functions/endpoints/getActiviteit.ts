import type { Routes } from '../contract/routes.ts'
import { foldActiviteit } from '../domain/activiteit.ts'
import type { Endpoint } from './endpoint.ts'
import { assertVraag } from './toLijstVraag.ts'

/** Counts per kern from pre-aggregated items: costs the same for a thousand as for a million meldingen. */
export const getActiviteit: Endpoint<Routes['getActiviteit']> = async ({ query }, { gemeente, stores }) => {
  assertVraag(query, gemeente)
  const tellingen = await stores.activiteit.listTellingen(query)
  return { body: foldActiviteit(tellingen, gemeente.kernen, query) }
}
