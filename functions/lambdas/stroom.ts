/** Deployed entry behind the stream of the table. The log holds counts and names of failures, never an item. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { readStreamConfig } from '../config.ts'
import { createClient } from '../store/client.ts'
import { consumeEvent, createStreamDeps } from '../streams/consumeChanges.ts'

const { TABEL, GEMEENTE, GEODATA } = readStreamConfig(process.env)
const deps = createStreamDeps(loadGemeente(GEMEENTE, GEODATA), {
  connection: { client: createClient(), tableName: TABEL },
  now: () => new Date(),
})

export const handler = ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  consumeEvent(Records, deps, (message) => process.stdout.write(`${JSON.stringify({ stroom: message })}\n`))
