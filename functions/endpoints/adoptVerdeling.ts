import type { Routes } from '../contract/routes.ts'
import { adoptVerdeling as adopt, alreadyAdopted } from '../domain/verdeling.ts'
import type { Endpoint } from './endpoint.ts'

/** Adopts a proposal. That is somebody else than who proposed it, and it happens once. */
export const adoptVerdeling: Endpoint<Routes['adoptVerdeling']> = async (call, { stores, now }) => {
  const { params, body, medewerker } = call
  const verdelingen = await stores.wijkbudgetten.list(params.jaar)
  const adopted = adopt(verdelingen, params.versie, body, { medewerker, op: now().toISOString() })
  if (!(await stores.wijkbudgetten.adopt(adopted))) throw alreadyAdopted(adopted)
  return { body: adopted }
}
