/** The connection to DynamoDB: AWS, or an engine that speaks the same (`AWS_ENDPOINT_URL_DYNAMODB`). */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/**
 * Without `info` the SDK does not copy each request and answer for a log that nobody keeps: an eighth of the time
 * of an import. Nothing of ours may be logged here anyway.
 */
const logger = { debug() {}, info: undefined as never, warn() {}, error() {} }

/** AWS itself, as somebody writes its address. Its streams have another one, so only the region is taken from it. */
const awsAddress = /^https:\/\/dynamodb\.([a-z0-9-]+)\.amazonaws\.com\/?$/

/** Whether that is the address of AWS, and not of an engine that speaks the same. */
export const isAws = (endpoint: string | undefined): boolean => awsAddress.test(endpoint ?? '')

const local = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'lokaal', secretAccessKey: 'lokaal' },
})

/** Shared by the clients of the table and of its stream; see `createClient`. */
export const clientSettings = (endpoint?: string) => {
  const region = awsAddress.exec(endpoint ?? '')?.[1]
  return {
    maxAttempts: 10,
    retryMode: 'standard',
    logger,
    ...(region ? { region } : endpoint && local(endpoint)),
  }
}

/**
 * `endpoint` is for a local engine: it gets a fixed region and keys that mean nothing. Without it, or with the
 * address of AWS, the SDK takes the keys of its environment, which is all a Lambda needs.
 *
 * A refused or broken connection is tried again with growing pauses, 6 seconds in all, so a restart of the
 * engine is a slow answer and not an error. Every write is conditional or repeatable, so trying again is safe.
 */
export const createClient = (endpoint?: string): DynamoDBClient =>
  new DynamoDBClient(clientSettings(endpoint))
