/**
 * Photos in two folders of the data folder, behind the same port as S3: `fotos/ruw/<foto>` as they came in,
 * `fotos/schoon/<foto>.jpg` cleaned. Who may send or see what, stands in the request itself, signed with a secret of
 * this data folder; `fotoServer.ts` answers those requests.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fotokluis } from '../../functions/domain/foto/ports.ts'

export const fotoPad = '/fotokluis'

/** What a signed upload allows: one photo, until an instant, of so many bytes. */
export type Uploadrecht = { foto: string; tot: string; maxBytes: number; terug?: string }

export type FotoFolder = {
  kluis: Fotokluis
  /** What somebody may upload by the fields of a form; `undefined` when they were not signed here or are too old. */
  readRecht(recht: string, handtekening: string): Uploadrecht | undefined
  /** Whether this address of a picture was given out here and still holds. */
  mayRead(foto: string, query: URLSearchParams): boolean
  writeRaw(foto: string, bytes: Uint8Array): Promise<void>
  readClean(foto: string): Promise<Buffer | undefined>
  /** What came in and was not cleaned yet. */
  listRaw(): Promise<string[]>
}

/** A photo's code is what it is called in the folder, so nothing else may pass for one. */
export const isFotoCode = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)

const readOrNothing = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Whole or not at all, also when the machine stops halfway. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.nieuw`
  await writeFile(draft, bytes, { mode: 0o600 })
  await rename(draft, file)
}

/** @param url where the server answers, without trailing slash */
export async function openFotoFolder(settings: {
  folder: string
  url: string
  sleutel: string
  now(): Date
}): Promise<FotoFolder> {
  const { url, sleutel, now } = settings
  const ruw = (foto: string) => join(settings.folder, 'ruw', foto)
  const schoon = (foto: string) => join(settings.folder, 'schoon', `${foto}.jpg`)
  for (const name of ['ruw', 'schoon']) await mkdir(join(settings.folder, name), { recursive: true })

  const sign = (text: string) => createHmac('sha256', sleutel).update(`foto\n${text}`).digest('hex')
  const isSigned = (text: string, handtekening: string): boolean => {
    const [right, given] = [Buffer.from(sign(text)), Buffer.from(handtekening)]
    return right.length === given.length && timingSafeEqual(right, given)
  }
  const toLeesrecht = (foto: string, tot: string) => `lees\n${foto}\n${tot}`

  return {
    kluis: {
      async openUpload(foto, { tot, ...rest }) {
        const recht: Uploadrecht = { foto, tot: tot.toISOString(), ...rest }
        const velden = { recht: Buffer.from(JSON.stringify(recht)).toString('base64url') }
        return { url: url + fotoPad, velden: { ...velden, handtekening: sign(velden.recht) } }
      },
      readRaw: (foto) => readOrNothing(ruw(foto)),
      writeClean: (foto, jpeg) => writeWhole(schoon(foto), jpeg),
      removeRaw: (foto) => rm(ruw(foto), { force: true }),
      async remove(foto) {
        await rm(ruw(foto), { force: true })
        await rm(schoon(foto), { force: true })
      },
      async leesUrl(foto, until) {
        const tot = String(Math.floor(until.getTime() / 1000))
        const handtekening = sign(toLeesrecht(foto, tot))
        return `${url}${fotoPad}/${foto}.jpg?${new URLSearchParams({ tot, handtekening })}`
      },
    },
    readRecht(recht, handtekening) {
      if (!isSigned(recht, handtekening)) return undefined
      const read = JSON.parse(Buffer.from(recht, 'base64url').toString('utf8')) as Uploadrecht
      return new Date(read.tot) > now() ? read : undefined
    },
    mayRead(foto, query) {
      const tot = query.get('tot') ?? ''
      return (
        isSigned(toLeesrecht(foto, tot), query.get('handtekening') ?? '') &&
        Number(tot) * 1000 > now().getTime()
      )
    },
    writeRaw: (foto, bytes) => writeWhole(ruw(foto), bytes),
    readClean: (foto) => readOrNothing(schoon(foto)),
    listRaw: async () => (await readdir(join(settings.folder, 'ruw'))).filter(isFotoCode),
  }
}
