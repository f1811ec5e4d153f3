import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'
import { toScenario } from './readScenario.ts'

/** The scenario's of a year as they are now, oldest first; removed ones are marked. */
export const listScenarios: Endpoint<Routes['listScenarios']> = async ({ params }, { stores }) => {
  const records = await stores.scenarios.list(params.jaar)
  return { body: { jaar: params.jaar, scenarios: records.map(toScenario) } }
}
