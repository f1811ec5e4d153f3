/** What S3 answers, as who reads a photo gets it. */
import { NoSuchKey, type S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { createFotokluis } from '../../functions/store/fotokluis.ts'

const foto = 'A'.repeat(22)
const bucket = 'kernpunt-fotos'
const $metadata = {}

const kluisThat = (error: Error) => {
  const send = async () => {
    throw error
  }
  return createFotokluis({ bucket, now: () => new Date(0), client: { send } as unknown as S3Client })
}
const denied = (action: string, resource: string) =>
  new S3ServiceException({
    ...{ name: 'AccessDenied', $fault: 'client', $metadata },
    message: `User: arn:aws:sts::1:role is not authorized to perform: ${action} on resource: "arn:aws:s3:::${resource}"`,
  })

test.each([
  ['says so', new NoSuchKey({ message: 'gone', $metadata })],
  ['does not tell who may not list', denied('s3:ListBucket', bucket)],
])('a photo that is not there is absent when S3 %s', async (_, error) => {
  expect(await kluisThat(error).readRaw(foto)).toBeUndefined()
})

test('any other fault is thrown by its name, without the key of the photo', async () => {
  const kluis = kluisThat(denied('s3:GetObject', `${bucket}/ruw/${foto}`))
  const calls = [
    () => kluis.readRaw(foto),
    () => kluis.writeClean(foto, new Uint8Array()),
    () => kluis.removeRaw(foto),
    () => kluis.remove(foto),
  ]
  for (const call of calls) {
    const error: Error = await call().then(
      () => new Error('none'),
      (thrown) => thrown,
    )
    expect(error.message).toBe('S3: AccessDenied')
    expect(JSON.stringify([error, error.stack, error.cause])).not.toContain(foto)
  }
})
