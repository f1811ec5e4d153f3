/** Counts the units that DynamoDB bills, as its answers say them. */
import { createClient } from '../../functions/store/client.ts'

type Capacity = { CapacityUnits?: number }
export type Used = { write: number; read: number }

/** A client that asks for the units of everything it sends, and adds them up. */
export const meter = (endpoint: string) => {
  const client = createClient(endpoint)
  const used: Used = { write: 0, read: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Capacity | Capacity[] }
      const kind = 'Key' in args.input || 'KeyConditionExpression' in args.input ? 'read' : 'write'
      const isUpdate = 'UpdateExpression' in args.input
      for (const { CapacityUnits } of [ConsumedCapacity ?? []].flat())
        used[isUpdate ? 'write' : kind] += CapacityUnits ?? 0
      return answer
    },
    { step: 'initialize' },
  )
  return { client, used }
}
