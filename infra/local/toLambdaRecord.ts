/** A record of the streams API in the form in which Lambda delivers it. */
import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'

type LambdaValue = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>[string]
type Image = Record<string, AttributeValue> | undefined

/** Bytes are base64 text in a Lambda event. */
const toLambdaValue = (value: AttributeValue): LambdaValue => {
  if (value.B) return { B: Buffer.from(value.B).toString('base64') }
  if (value.BS) return { BS: value.BS.map((bytes) => Buffer.from(bytes).toString('base64')) }
  if (value.L) return { L: value.L.map(toLambdaValue) }
  if (value.M) return { M: toLambdaImage(value.M) }
  return value as LambdaValue
}

const toLambdaImage = (image: Record<string, AttributeValue>): Record<string, LambdaValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, toLambdaValue(value)]))

const images = (names: Record<string, Image>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, image]) => (image ? [[name, toLambdaImage(image)]] : [])),
  )

/** Lambda gives the time of a change as epoch seconds. */
export const toLambdaRecord = (record: _Record, streamArn: string): DynamoDBRecord => {
  const { ApproximateCreationDateTime, Keys, NewImage, OldImage, ...rest } = record.dynamodb ?? {}
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ...rest,
      ApproximateCreationDateTime: Math.floor((ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      ...images({ Keys, NewImage, OldImage }),
    },
  } as DynamoDBRecord
}
