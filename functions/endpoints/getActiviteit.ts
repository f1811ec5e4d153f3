import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { foldActiviteit } from '../domain/activiteit.ts'
import type { Endpoint } from './endpoint.ts'
import { assertVraag } from './toLijstVraag.ts'

/** Counts per kern from pre-aggregated items: costs the same for a thousand as for a million meldingen. */
export const getActiviteit: Endpoint<Routes['getActiviteit']> = async ({ query }, { gemeente, stores }) => {
  assertVraag(query, gemeente)
  const { indeling, ...periode } = query
  if (indeling === 'toen') {
    const tellingen = await stores.activiteit.listTellingen(periode)
    return { body: foldActiviteit(tellingen, gemeente.kernen, periode, gemeente.vroegereKernen) }
  }
  const tellingen = await stores.activiteit.listTellingenNu(periode, gemeente.indeling.versie)
  if (!tellingen)
    throw new Problem(
      'even-niet-bereikbaar',
      `De cijfers worden omgerekend naar kernindeling versie ${gemeente.indeling.versie}. Probeer het zo weer.`,
    )
  return { body: foldActiviteit(tellingen, gemeente.kernen, periode) }
}
