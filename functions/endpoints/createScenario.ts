import type { Routes } from '../contract/routes.ts'
import type { Deps, ScenarioRecord } from '../domain/ports.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { makeScenario } from './makeScenario.ts'
import { readScenario, toScenario } from './readScenario.ts'

/** Keeps a new scenario, or a copy of another one, also of another year. It has no author. */
export const createScenario: Endpoint<Routes['createScenario']> = async (call, deps) => {
  const { params, body, idempotencyKey } = call
  const hashes = hashRequest(idempotencyKey, { ...params, ...body }, deps.sha256)
  const chance = hashes?.sleutel ?? deps.sha256(deps.randomBytes(16).join())
  const op = deps.now().toISOString()
  const record: ScenarioRecord = {
    jaar: params.jaar,
    scenario: chance.slice(0, 12),
    versie: 1,
    naam: body.naam,
    ...(await readInhoud(params.jaar, body, deps)),
    verwijderd: false,
    gemaaktOp: op,
    gewijzigdOp: op,
    ...hashes,
  }
  const toevoeging = await deps.stores.scenarios.add(record)
  if (toevoeging.soort === 'nieuw') return { body: toScenario(record) }
  assertSameRequest(toevoeging.aanwezig, hashes)
  return { body: toScenario(toevoeging.aanwezig) }
}

async function readInhoud(jaar: number, body: Call<Routes['createScenario']>['body'], deps: Deps) {
  const { berekening, kopieVan, ...rest } = body
  if (berekening || !kopieVan) return makeScenario(jaar, { ...rest, berekening: berekening ?? {} }, deps)
  const { vraag, methodeVersie, samenvoegingen, bevolkingVersie } = await readScenario(
    kopieVan.jaar,
    kopieVan.scenario,
    deps,
  )
  return { vraag, methodeVersie, samenvoegingen, bevolkingVersie, kopieVan }
}
