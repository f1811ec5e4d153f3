/**
 * Pictures on S3, in one private bucket: `ruw/<foto>` as it came in, `schoon/<foto>.jpg` cleaned. Browsers send and
 * fetch there themselves, by requests that are signed for one key and some minutes; S3 itself holds the limit of size.
 *
 * The SDK is asked for when it is needed, so that a function that only takes meldingen does not wait for it.
 */
import type { S3Client } from '@aws-sdk/client-s3'
import { fotoMap } from '../contract/foto.ts'
import type { Fotokluis } from '../domain/foto/ports.ts'

type Settings = { bucket: string; now(): Date; client?: S3Client }

const ruw = (foto: string): string => `${fotoMap.ruw}${foto}`
const schoon = (foto: string): string => `${fotoMap.schoon}${foto}.jpg`

/** The photo of a key under `ruw/`; of any other key `undefined`. */
export const fotoOfKey = (key: string): string | undefined =>
  key.startsWith(fotoMap.ruw) ? key.slice(fotoMap.ruw.length) : undefined

/** A fault of S3 by its name only: its message may hold the key, which is the secret of a photo. */
const withoutKey = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw new Error(`S3: ${error instanceof Error ? error.name : 'unknown'}`)
  }
}

/** Who may not list a bucket is not told that a key is absent; who may not read it is told so by that action. */
const isAbsent = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'NoSuchKey' || (error.name === 'AccessDenied' && !error.message.includes('s3:GetObject')))

/** @example createFotokluis({ bucket: 'kernpunt-fotos', now: () => new Date() }) */
export function createFotokluis({ bucket, now, client: given }: Settings): Fotokluis {
  let made: Promise<S3Client> | undefined
  const s3 = () => import('@aws-sdk/client-s3')
  const client = () => {
    made ??= given ? Promise.resolve(given) : s3().then(({ S3Client }) => new S3Client({}))
    return made
  }
  const secondsUntil = (tot: Date) => Math.max(1, Math.round((tot.getTime() - now().getTime()) / 1000))

  const erase = async (Key: string): Promise<void> => {
    const { DeleteObjectCommand } = await s3()
    await withoutKey(async () => (await client()).send(new DeleteObjectCommand({ Bucket: bucket, Key })))
  }

  return {
    async openUpload(foto, { maxBytes, tot, terug }) {
      const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
      const { url, fields } = await createPresignedPost(await client(), {
        Bucket: bucket,
        Key: ruw(foto),
        Conditions: [['content-length-range', 1, maxBytes]],
        ...(terug !== undefined && { Fields: { success_action_redirect: terug } }),
        Expires: secondsUntil(tot),
      })
      return { url, velden: fields }
    },

    async readRaw(foto) {
      const { GetObjectCommand } = await s3()
      const command = new GetObjectCommand({ Bucket: bucket, Key: ruw(foto) })
      return withoutKey(async () => {
        try {
          return await (await (await client()).send(command)).Body?.transformToByteArray()
        } catch (error) {
          if (isAbsent(error)) return undefined
          throw error
        }
      })
    },

    async writeClean(foto, jpeg) {
      const { PutObjectCommand } = await s3()
      const object = { Bucket: bucket, Key: schoon(foto), Body: jpeg, ContentType: 'image/jpeg' }
      await withoutKey(async () => (await client()).send(new PutObjectCommand(object)))
    },

    removeRaw: (foto) => erase(ruw(foto)),

    async remove(foto) {
      await erase(ruw(foto))
      await erase(schoon(foto))
    },

    async leesUrl(foto, tot) {
      const { GetObjectCommand } = await s3()
      const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: schoon(foto),
        ResponseContentType: 'image/jpeg',
        ResponseContentDisposition: 'inline; filename="foto.jpg"',
        ResponseCacheControl: 'private, no-store',
      })
      return getSignedUrl(await client(), command, { expiresIn: secondsUntil(tot) })
    },
  }
}
