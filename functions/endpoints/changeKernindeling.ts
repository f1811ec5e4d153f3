import type { Routes } from '../contract/routes.ts'
import { toOntwerp } from '../domain/kernindeling/beeld.ts'
import { changeKernindeling as change, findVersie, outdated } from '../domain/kernindeling/versies.ts'
import type { Endpoint } from './endpoint.ts'
import { toBekend, toDoor } from './readKernindeling.ts'

/** Gives a draft other contents, based on the revision that was looked at. */
export const changeKernindeling: Endpoint<Routes['changeKernindeling']> = async (call, deps) => {
  const { params, body, medewerker } = call
  const stored = findVersie(await deps.indelingen.list(), params.versie)
  const changed = change(stored, body, toBekend(deps), toDoor(medewerker, deps).door)
  const outcome = await deps.stores.kernindelingen.replace(changed)
  if (outcome.soort === 'verouderd') throw outdated(outcome.aanwezig, body.rev)
  return { body: toOntwerp(changed) }
}
