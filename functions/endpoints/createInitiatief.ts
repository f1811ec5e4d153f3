import type { Routes } from '../contract/routes.ts'
import { startInitiatief, toInitiatief } from '../domain/initiatief.ts'
import { findPlaats } from '../domain/plaats.ts'
import { addOnce } from './addOnce.ts'
import type { Endpoint } from './endpoint.ts'

/** Takes an initiatief in; a repeat with the same Idempotency-Key gets the first answer. */
export const createInitiatief: Endpoint<Routes['createInitiatief']> = async (
  { body, idempotencyKey },
  deps,
) => {
  const plaats = findPlaats(body.geometrie.coordinates, deps.gemeente)
  const op = deps.now().toISOString()
  const initiatief = await addOnce(
    'I',
    { key: idempotencyKey, body },
    (geboorte) => startInitiatief(body, plaats, { ...geboorte, op }),
    (record) => deps.stores.initiatieven.add(record),
    deps,
  )
  return { body: toInitiatief(initiatief) }
}
