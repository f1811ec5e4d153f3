import { Problem } from '../contract/problem.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Deps, ScenarioRecord } from '../domain/ports.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'

/** A scenario with what it comes to, by the version of the method that it was made with. */
export const toScenario = (record: ScenarioRecord): Scenario => ({
  ...record,
  antwoord: computeVerdeling(record.vraag, record.methodeVersie),
})

/** Its versions, oldest first. @throws Problem `niet-gevonden` */
export async function readVersies(
  jaar: number,
  scenario: string,
  { stores }: Deps,
): Promise<ScenarioRecord[]> {
  const versies = await stores.scenarios.listVersies(jaar, scenario)
  if (versies.length === 0) throw new Problem('niet-gevonden', `In ${jaar} is er geen scenario ${scenario}.`)
  return versies
}

/** The newest version. @throws Problem `niet-gevonden` */
export const readScenario = async (jaar: number, scenario: string, deps: Deps): Promise<ScenarioRecord> =>
  (await readVersies(jaar, scenario, deps)).at(-1)!
