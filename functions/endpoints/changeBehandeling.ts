import type { Routes } from '../contract/routes.ts'
import { changeOne } from './changeOne.ts'
import type { Endpoint } from './endpoint.ts'
import { toDetail } from './toDetail.ts'

/** One change of a melding by staff, based on the version they looked at. A retry gets the first answer. */
export const changeBehandeling: Endpoint<Routes['changeBehandeling']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey } = call
  const opdracht = { ...params, ...body, door: medewerker.naam, idempotencyKey }
  return { body: await toDetail(await changeOne(opdracht, deps), deps) }
}
