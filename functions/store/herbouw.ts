/**
 * The right to rebuild all counts, held by one job at a time while the stream waits.
 *
 * The job renews it while it works; when it died, the first consumer that finds the right expired takes it away.
 * From then on the job cannot write a count any more, should it turn out to be alive (`holdsHerbouw`).
 *
 * The same item says for which kernindeling the counts `activiteit-nu` are: who counts reads both at once, so no
 * change is ever counted by the division of yesterday.
 */
import { toAttributes } from './attributes.ts'
import { type Connection, getItem, update } from './connection.ts'
import { indelingOf } from './geteldeIndeling.ts'
import { herbouwKey } from './keys.ts'

/** Thrown to a stream, which then delivers the same records again later. */
export class HerbouwBezig extends Error {
  constructor() {
    super('De tellingen worden nu opnieuw opgebouwd.')
    this.name = 'HerbouwBezig'
  }
}

const nobody = 'niemand'
const isOwner = 'eigenaar = :van'

/**
 * Gives the right back, or takes it away from a job that died. Nothing happens when somebody else has it.
 * @param indeling the version of the kernindeling that `activiteit-nu` is for from now on
 */
export const releaseHerbouw = async (
  connection: Connection,
  eigenaar: string,
  indeling?: number,
): Promise<void> => {
  const free = { eigenaar: nobody, totMillis: 0, ...(indeling !== undefined && { indeling }) }
  await update(connection, herbouwKey, free, isOwner, { ':van': eigenaar })
}

/**
 * @returns the version of the kernindeling that `activiteit-nu` is for; `undefined` while there was only one
 * @throws HerbouwBezig while a rebuild holds the counts.
 */
export const assertNoHerbouw = async (connection: Connection, now: Date): Promise<number | undefined> => {
  const item = await getItem(connection, herbouwKey)
  if (item && item.eigenaar !== nobody) {
    if (Number(item.totMillis) > now.getTime()) throw new HerbouwBezig()
    await releaseHerbouw(connection, String(item.eigenaar))
  }
  return indelingOf(item)
}

/** Takes the right until an instant; `false` while another job has it. */
export const takeHerbouw = async (
  connection: Connection,
  eigenaar: string,
  now: Date,
  totMillis: number,
): Promise<boolean> => {
  const isFree = 'attribute_not_exists(pk) OR totMillis <= :now'
  const { written } = await update(connection, herbouwKey, { eigenaar, totMillis }, isFree, {
    ':now': now.getTime(),
  })
  return written
}

/** Makes it last longer; `false` when it was taken away, and then it never comes back to this job. */
export const renewHerbouw = async (
  connection: Connection,
  eigenaar: string,
  totMillis: number,
): Promise<boolean> => {
  const longer = { totMillis }
  return (await update(connection, herbouwKey, longer, isOwner, { ':van': eigenaar })).written
}

/** For in a transaction: the write beside it happens only while this job still has the right. */
export const holdsHerbouw = (tableName: string, eigenaar: string) => ({
  ConditionCheck: {
    TableName: tableName,
    Key: toAttributes(herbouwKey),
    ConditionExpression: isOwner,
    ExpressionAttributeValues: toAttributes({ ':van': eigenaar }),
  },
})
