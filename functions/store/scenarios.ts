/** Scenario's of a year: each version is an item of its own, so a change never loses what was there. */
import * as z from 'zod'
import { Scenario } from '../contract/scenario.ts'
import type { ScenarioRecord, ScenarioStore } from '../domain/ports.ts'
import type { Values } from './attributes.ts'
import { type Connection, isAbsent, put, queryPartition } from './connection.ts'
import { scenarioKey, scenarioPartition, scenarioPrefix } from './keys.ts'

const Item = Scenario.omit({ antwoord: true }).extend({
  methodeVersie: z.int(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

// Through JSON, because a question may hold members that are `undefined`.
const toItem = (record: ScenarioRecord): Values => ({
  ...scenarioKey(record.jaar, record.scenario, record.versie),
  ...(JSON.parse(JSON.stringify(record)) as Values),
})

const fromItem = (item: Values): ScenarioRecord => Item.parse(item)

export const createScenarioStore = (connection: Connection): ScenarioStore => ({
  async list(jaar) {
    const items = await queryPartition(connection, scenarioPartition(jaar))
    const newest = new Map(items.map((item) => [item.scenario, item]))
    return [...newest.values()]
      .map(fromItem)
      .sort((a, b) => (a.gemaaktOp + a.scenario < b.gemaaktOp + b.scenario ? -1 : 1))
  },

  async listVersies(jaar, scenario) {
    const items = await queryPartition(connection, scenarioPartition(jaar), scenarioPrefix(scenario))
    return items.map(fromItem)
  },

  async add(record) {
    const outcome = await put(connection, toItem(record), isAbsent)
    if (outcome.written) return { soort: 'nieuw' }
    return { soort: 'bestaat', aanwezig: fromItem(outcome.present ?? {}) }
  },
})
