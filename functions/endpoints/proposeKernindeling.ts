import type { Routes } from '../contract/routes.ts'
import { toOntwerp } from '../domain/kernindeling/beeld.ts'
import { findVersie, outdated, proposeKernindeling as propose } from '../domain/kernindeling/versies.ts'
import type { Endpoint } from './endpoint.ts'
import { toBekend, toDoor } from './readKernindeling.ts'

/** Proposes a complete draft; its outlines are made now too, so that a line that cuts nothing shows here. */
export const proposeKernindeling: Endpoint<Routes['proposeKernindeling']> = async (call, deps) => {
  const { params, body, medewerker } = call
  const stored = findVersie(await deps.indelingen.list(), params.versie)
  const { door, dag } = toDoor(medewerker, deps)
  const proposed = propose(stored, body.rev, toBekend(deps), door, dag)
  await deps.indelingen.build(proposed)
  const outcome = await deps.stores.kernindelingen.replace(proposed)
  if (outcome.soort === 'verouderd') throw outdated(outcome.aanwezig, body.rev)
  return { body: toOntwerp(proposed) }
}
