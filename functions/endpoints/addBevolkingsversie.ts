import type { Routes } from '../contract/routes.ts'
import { draftBevolking } from '../domain/bevolking/bevolking.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Endpoint } from './endpoint.ts'

/** Adds a version of the population. Figures that are missing are named; a wrong line refuses all of it. */
export const addBevolkingsversie: Endpoint<Routes['addBevolkingsversie']> = async (call, deps) => {
  const { body, medewerker, idempotencyKey } = call
  const hashes = hashRequest(idempotencyKey, body, deps.sha256)
  const by = { medewerker, op: deps.now().toISOString() }
  const draft = { ...draftBevolking(body, deps.gemeente, by), ...hashes }
  const toevoeging = await deps.stores.bevolking.append(draft)
  if (toevoeging.soort === 'nieuw') return { body: { ...draft, versie: toevoeging.versie } }
  assertSameRequest(toevoeging.aanwezig, hashes)
  return { body: toevoeging.aanwezig }
}
