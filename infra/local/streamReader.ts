/** Reads the stream of a table shard by shard, parents before children, as the streams API asks. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { clientSettings, createClient } from '../../functions/store/client.ts'
import { toLambdaRecord } from './toLambdaRecord.ts'

/** Last consumed sequence number per shard, by `Batch.place`: stream and shard, as a new table has a new stream. */
export type Position = Record<string, string>
export type Batch = { place: string; records: DynamoDBRecord[]; last: string }

const batchSize = 1000

export const createStreamReader = (endpoint: string, tableName: string, position: Position) => {
  const client = new DynamoDBStreamsClient(clientSettings(endpoint))
  const iterators = new Map<string, string>()
  const finished = new Set<string>()
  let streamArn = ''
  let shards: Shard[] = []

  const findShards = async (): Promise<void> => {
    const table = createClient(endpoint)
    const { Table } = await table.send(new DescribeTableCommand({ TableName: tableName }))
    table.destroy()
    streamArn = Table?.LatestStreamArn ?? ''
    shards = []
    let ExclusiveStartShardId: string | undefined
    do {
      const { StreamDescription } = await client.send(
        new DescribeStreamCommand({
          StreamArn: streamArn,
          ...(ExclusiveStartShardId && { ExclusiveStartShardId }),
        }),
      )
      shards.push(...(StreamDescription?.Shards ?? []))
      ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId
    } while (ExclusiveStartShardId)
  }

  const placeOf = (shard: string): string => `${streamArn} ${shard}`

  const findIterator = async (ShardId: string): Promise<string | undefined> => {
    const SequenceNumber = position[placeOf(ShardId)]
    const start = SequenceNumber
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber }
      : { ShardIteratorType: 'TRIM_HORIZON' as const }
    const question = { StreamArn: streamArn, ShardId, ...start }
    return (await client.send(new GetShardIteratorCommand(question))).ShardIterator
  }

  /** `undefined`: nothing new in this shard now. */
  const readShard = async (shard: string): Promise<Batch | undefined> => {
    const iterator = iterators.get(shard) ?? (await findIterator(shard))
    if (!iterator) return undefined
    const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }))
    if (answer.NextShardIterator) iterators.set(shard, answer.NextShardIterator)
    else finished.add(shard)
    const records = (answer.Records ?? []).map((record) => toLambdaRecord(record, streamArn))
    const last = records.at(-1)?.dynamodb?.SequenceNumber
    return last === undefined ? undefined : { place: placeOf(shard), records, last }
  }

  const isReady = ({ ShardId, ParentShardId }: Shard): boolean =>
    !finished.has(ShardId!) &&
    (!ParentShardId ||
      finished.has(ParentShardId) ||
      !shards.some((shard) => shard.ShardId === ParentShardId))

  return {
    /** The next records of the first shard that has any; `undefined` when the stream is read to its end. */
    async next(): Promise<Batch | undefined> {
      if (!shards.some(isReady)) await findShards()
      for (const shard of shards.filter(isReady)) {
        const batch = await readShard(shard.ShardId!)
        if (batch) return batch
        // A shard that just ended may have a child that is ready now.
        if (finished.has(shard.ShardId!)) return this.next()
      }
      return undefined
    },

    /** After a failure: the next read starts behind `position`, or at the oldest record when that is gone. */
    rewind(error: unknown): void {
      iterators.clear()
      finished.clear()
      if (error instanceof TrimmedDataAccessException) for (const place in position) delete position[place]
    },

    close: () => client.destroy(),
  }
}
