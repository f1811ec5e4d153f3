/**
 * Which versions a rebuild counted of what changed around it, per month. Consumers look here for changes of that
 * time, as long as the stream may deliver them; dashboards never read it.
 */
import { toAttributes } from './attributes.ts'
import { type Connection, put, queryAll } from './connection.ts'
import { type Gezien, packGezien, unpackGezien } from './gezien.ts'
import { vensterKey, vensterPartition } from './keys.ts'
import { table } from './table.ts'

/** Well under the 400 kB of an item. */
const perItem = 30_000
/** Two hours more than a stream keeps records; DynamoDB then takes it away. */
const secondsKept = 26 * 3600

/** Must be there before the first telblad that refers to it. */
export const writeVenster = async (
  connection: Connection,
  eigenaar: string,
  maand: string,
  gezien: Gezien,
  now: Date,
): Promise<void> => {
  const entries = [...gezien]
  const expiry = Math.floor(now.getTime() / 1000) + secondsKept
  for (let deel = 0; deel * perItem < entries.length; deel++) {
    const part = new Map(entries.slice(deel * perItem, (deel + 1) * perItem))
    const item = {
      ...vensterKey(eigenaar, maand, deel),
      gezien: packGezien(part),
      [table.ttlAttribute]: expiry,
    }
    await put(connection, item, 'attribute_not_exists(pk)')
  }
}

export const readVenster = async (
  connection: Connection,
  eigenaar: string,
  maand: string,
): Promise<Gezien> => {
  const items = await queryAll(connection, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :maand)',
    ExpressionAttributeValues: toAttributes({ ':pk': vensterPartition(eigenaar), ':maand': maand }),
    ConsistentRead: true,
  })
  return new Map(items.flatMap(({ gezien }) => [...unpackGezien(gezien as Uint8Array)]))
}
