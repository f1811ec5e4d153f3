import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientSettings, createClient } from '../../functions/store/client.ts'

afterEach(() => vi.unstubAllEnvs())

const hostOf = async ({ config }: DynamoDBStreamsClient): Promise<string | undefined> =>
  (await config.endpoint?.())?.hostname

describe('the connection', () => {
  test('to an engine on this machine needs no keys', async () => {
    const { config } = createClient('http://127.0.0.1:8000')
    expect(await config.region()).toBe('eu-west-1')
    expect((await config.credentials()).accessKeyId).toBe('lokaal')
  })

  test('to AWS takes the region of its address and the keys of who starts it', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'eigen')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'geheim')
    const { config } = createClient('https://dynamodb.eu-central-1.amazonaws.com')
    expect(await config.region()).toBe('eu-central-1')
    expect((await config.credentials()).accessKeyId).toBe('eigen')
  })

  test('to the stream of AWS goes to the address that streams have there', async () => {
    const local = new DynamoDBStreamsClient(clientSettings('http://127.0.0.1:8000'))
    const aws = new DynamoDBStreamsClient(clientSettings('https://dynamodb.eu-central-1.amazonaws.com'))
    expect(await hostOf(local)).toBe('127.0.0.1')
    expect(await hostOf(aws)).not.toBe('dynamodb.eu-central-1.amazonaws.com')
  })
})
