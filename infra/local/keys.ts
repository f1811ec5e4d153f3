/**
 * Secrets of one data folder: signing key and cookie keys of the local identity provider, and the key of cursors.
 * They are kept, else every restart would end every session and every page that people have open.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { writeWhole } from './wholeFile.ts'

export type LocalKeys = { signing: JWK; cookies: string[]; cursor: string }

/** @throws Error with one Dutch sentence when the file is there but broken. */
export async function loadKeys(file: string): Promise<LocalKeys> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return makeKeys(file)
  try {
    const keys = JSON.parse(text) as LocalKeys
    if (keys.signing.kty === 'RSA' && keys.cookies[0] && keys.cursor) return keys
  } catch {
    // Falls through to the sentence below: which part is broken does not matter to who has to start again.
  }
  throw new Error(
    `Het bestand ${file} is beschadigd. Gooi het weg en start opnieuw; u meldt zich dan opnieuw aan.`,
  )
}

async function makeKeys(file: string): Promise<LocalKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomBytes(8).toString('hex')
  const keys = {
    signing: { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid },
    cookies: [randomBytes(32).toString('hex')],
    cursor: randomBytes(32).toString('hex'),
  }
  writeWhole(file, JSON.stringify(keys), 0o600)
  return keys
}
