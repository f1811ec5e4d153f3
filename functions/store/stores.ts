/** The stores of the domain on one DynamoDB table. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Stores } from '../domain/ports.ts'
import { createActiviteitStore } from './activiteit.ts'
import { createBerichtStore } from './berichten.ts'
import { createBevolkingStore } from './bevolking.ts'
import { createBudgetStore } from './budgetten.ts'
import { createFotoStore } from './fotos.ts'
import { createGrootboekStore } from './grootboeken.ts'
import { createInitiatiefStore } from './initiatieven.ts'
import { createKernindelingStore } from './kernindelingen.ts'
import { createMeldingStore } from './meldingen.ts'
import { createScenarioStore } from './scenarios.ts'
import { createVernietigingStore } from './vernietigingen.ts'
import { createWijkbudgetStore } from './wijkbudgetten.ts'

export type StoreSettings = {
  /** Secret that signs cursors; when it changes, pages that people have open start again. */
  cursorKey: string
  now(): Date
}

/** @example createStores(createClient(endpoint), 'kernpunt', { cursorKey, now: () => new Date() }) */
export const createStores = (
  client: DynamoDBClient,
  tableName: string,
  { cursorKey, now }: StoreSettings,
): Stores => {
  const connection = { client, tableName }
  return {
    meldingen: createMeldingStore({ connection, cursorKey, now }),
    initiatieven: createInitiatiefStore({ connection, cursorKey, now }),
    activiteit: createActiviteitStore(connection),
    wijkbudgetten: createWijkbudgetStore(connection),
    bevolking: createBevolkingStore(connection),
    scenarios: createScenarioStore(connection),
    grootboeken: createGrootboekStore(connection),
    kernindelingen: createKernindelingStore(connection),
    fotos: createFotoStore(connection),
    budgetten: createBudgetStore(connection),
    berichten: createBerichtStore(connection),
    vernietigingen: createVernietigingStore({ connection, cursorKey, now }),
  }
}
