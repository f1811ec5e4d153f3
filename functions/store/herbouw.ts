/**
 * The right to rebuild all counts, held by one job at a time while the stream waits.
 *
 * The job renews it while it works; when it died, the first consumer that finds the right expired takes it away.
 * From then on the job cannot write a count any more, should it turn out to be alive (`holdsHerbouw`).
 */
import { toAttributes } from './attributes.ts'
import { type Connection, getItem, put } from './connection.ts'
import { herbouwKey } from './keys.ts'

/** Thrown to a stream, which then delivers the same records again later. */
export class HerbouwBezig extends Error {
  constructor() {
    super('De tellingen worden nu opnieuw opgebouwd.')
    this.name = 'HerbouwBezig'
  }
}

const nobody = 'niemand'
const isOwner = 'eigenaar = :eigenaar'

/** Gives the right back, or takes it away from a job that died. Nothing happens when somebody else has it. */
export const releaseHerbouw = async (connection: Connection, eigenaar: string): Promise<void> => {
  const item = { ...herbouwKey, eigenaar: nobody, totMillis: 0 }
  await put(connection, item, isOwner, { ':eigenaar': eigenaar })
}

/** @throws HerbouwBezig while a rebuild holds the counts. */
export const assertNoHerbouw = async (connection: Connection, now: Date): Promise<void> => {
  const item = await getItem(connection, herbouwKey)
  if (!item || item.eigenaar === nobody) return
  if (Number(item.totMillis) > now.getTime()) throw new HerbouwBezig()
  await releaseHerbouw(connection, String(item.eigenaar))
}

/** Takes the right until an instant; `false` while another job has it. */
export const takeHerbouw = async (
  connection: Connection,
  eigenaar: string,
  now: Date,
  totMillis: number,
): Promise<boolean> => {
  const isFree = 'attribute_not_exists(pk) OR totMillis <= :now'
  const { written } = await put(connection, { ...herbouwKey, eigenaar, totMillis }, isFree, {
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
  const item = { ...herbouwKey, eigenaar, totMillis }
  return (await put(connection, item, isOwner, { ':eigenaar': eigenaar })).written
}

/** For in a transaction: the write beside it happens only while this job still has the right. */
export const holdsHerbouw = (tableName: string, eigenaar: string) => ({
  ConditionCheck: {
    TableName: tableName,
    Key: toAttributes(herbouwKey),
    ConditionExpression: isOwner,
    ExpressionAttributeValues: toAttributes({ ':eigenaar': eigenaar }),
  },
})
