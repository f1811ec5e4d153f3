import type { Routes } from '../contract/routes.ts'
import { changeStatus } from '../domain/behandeling/status.ts'
import { changeOnce, hashChange } from './changeOnce.ts'
import type { Endpoint } from './endpoint.ts'
import { findMelding } from './findMelding.ts'
import { toDetail } from './toDetail.ts'

/** Gives a melding a new status, based on the version the coördinator looked at. A retry gets the first answer. */
export const addMeldingStatus: Endpoint<Routes['addMeldingStatus']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey } = call
  const merk = hashChange('status', idempotencyKey, body, deps.sha256)
  const stored = await findMelding(params.nummer, deps)
  const { versie, ...change } = body
  const by = { op: deps.now().toISOString(), door: medewerker.naam, ...merk }
  const changed = await changeOnce(
    stored,
    { versie, merk },
    (melding) => changeStatus(melding, change, by, deps.gemeente),
    deps,
  )
  return { body: await toDetail(changed, deps) }
}
