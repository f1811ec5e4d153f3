import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { ScenarioRecord } from '../domain/ports.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Endpoint } from './endpoint.ts'
import { assertSomething, makeScenario } from './makeScenario.ts'
import { readVersies, toScenario } from './readScenario.ts'

/**
 * Renames or changes a scenario, removes it or puts it back, as a new version on top of the one the person looked
 * at. Earlier versions stay; a repeat with the same Idempotency-Key gets the version that the first one made.
 */
export const changeScenario: Endpoint<Routes['changeScenario']> = async (call, deps) => {
  const { params, body, idempotencyKey } = call
  const { jaar, scenario } = params
  const { versie, naam, berekening, samenvoegingen, bevolkingVersie, verwijderd } = body
  assertSomething([naam, berekening, samenvoegingen, bevolkingVersie, verwijderd])
  const versies = await readVersies(jaar, scenario, deps)
  const hashes = hashRequest(idempotencyKey, { ...params, ...body }, deps.sha256)
  const earlier = hashes && versies.find(({ sleutel }) => sleutel === hashes.sleutel)
  if (earlier) {
    assertSameRequest(earlier, hashes)
    return { body: toScenario(earlier) }
  }
  const latest = versies.at(-1)!
  if (latest.versie !== versie) throw outdated(latest, versie)
  const asked = [berekening, samenvoegingen, bevolkingVersie].some((each) => each !== undefined)
  const inhoud = asked && {
    // Without kernen of its own a question gets those of the gemeente again.
    berekening: berekening ?? withoutKernen(latest),
    samenvoegingen: samenvoegingen ?? latest.samenvoegingen,
    bevolkingVersie: bevolkingVersie ?? latest.bevolkingVersie,
  }
  const { sleutel: _sleutel, inhoud: _inhoud, ...kept } = latest
  const changed: ScenarioRecord = {
    ...kept,
    versie: versie + 1,
    naam: naam ?? latest.naam,
    ...(inhoud && (await makeScenario(jaar, inhoud, deps))),
    verwijderd: verwijderd ?? latest.verwijderd,
    gewijzigdOp: deps.now().toISOString(),
    ...hashes,
  }
  const toevoeging = await deps.stores.scenarios.add(changed)
  if (toevoeging.soort === 'nieuw') return { body: toScenario(changed) }
  if (hashes && toevoeging.aanwezig.sleutel === hashes.sleutel)
    return { body: toScenario(toevoeging.aanwezig) }
  throw outdated(toevoeging.aanwezig, versie)
}

const withoutKernen = ({ vraag }: ScenarioRecord): Record<string, unknown> => {
  const { kernen: _kernen, ...rest } = vraag
  return rest
}

const outdated = (present: ScenarioRecord, versie: number): Problem =>
  new Problem(
    'versie-verouderd',
    `U keek naar versie ${versie}; “${present.naam}” is nu versie ${present.versie}. Kijk eerst wat er veranderde.`,
    { huidigeVersie: present.versie },
  )
