/** How much somebody sent in an hour, by a hash; and which proofs of work were used. Gone some hours later. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { BudgetStore } from '../domain/afzender.ts'
import { toAttributes } from './attributes.ts'
import { type Connection, getItem, isAbsent, put } from './connection.ts'
import { alias, bewijsKey, budgetKey } from './keys.ts'
import { table } from './table.ts'

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

/** A count is for its own hour; one more so that clocks may differ. */
const endOf = (uur: string): Date => new Date(Date.parse(`${uur}:00:00Z`) + 2 * 3_600_000)

export const createBudgetStore = (connection: Connection): BudgetStore => ({
  list: (afzenders, uur) =>
    Promise.all(
      afzenders.map(async (afzender) =>
        Number((await getItem(connection, budgetKey(afzender, uur)))?.aantal ?? 0),
      ),
    ),

  async add(afzenders, uur) {
    await Promise.all(
      afzenders.map((afzender) =>
        connection.client.send(
          new UpdateItemCommand({
            TableName: connection.tableName,
            Key: toAttributes(budgetKey(afzender, uur)),
            UpdateExpression: `ADD aantal :een SET ${alias(table.ttlAttribute)} = :verloopt`,
            ExpressionAttributeNames: { [alias(table.ttlAttribute)]: table.ttlAttribute },
            ExpressionAttributeValues: toAttributes({ ':een': 1, ':verloopt': seconds(endOf(uur)) }),
          }),
        ),
      ),
    )
  },

  async useOnce(bewijs, tot, gebruik) {
    const item = { ...bewijsKey(bewijs), gebruik, [table.ttlAttribute]: seconds(tot) }
    return (await put(connection, item, isAbsent)).written
  },
})
