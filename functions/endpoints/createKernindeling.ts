import type { Routes } from '../contract/routes.ts'
import { toOntwerp } from '../domain/kernindeling/beeld.ts'
import { draftKernindeling } from '../domain/kernindeling/versies.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Endpoint } from './endpoint.ts'
import { toBekend, toDoor } from './readKernindeling.ts'

/** Keeps a draft, also half done. A repeat with the same Idempotency-Key finds the first, as it is now. */
export const createKernindeling: Endpoint<Routes['createKernindeling']> = async (call, deps) => {
  const { body, medewerker, idempotencyKey } = call
  const { door } = toDoor(medewerker, deps)
  const hashes = hashRequest(idempotencyKey, body, deps.sha256)
  const draft = { ...draftKernindeling(body, toBekend(deps), door), ...hashes }
  const outcome = await deps.stores.kernindelingen.append(draft)
  if (outcome.soort === 'nieuw') return { body: toOntwerp({ ...draft, versie: outcome.versie }) }
  assertSameRequest(outcome.aanwezig, hashes)
  return { body: toOntwerp(outcome.aanwezig) }
}
