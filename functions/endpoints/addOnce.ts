/** Adding a melding or an initiatief exactly once, however often and however parallel the request comes. */
import { Problem } from '../contract/problem.ts'
import { nummerOfKey, toNummer } from '../domain/nummer.ts'
import type { Deps, Toevoeging } from '../domain/ports.ts'
import { canonicalJson } from '../domain/wijkbudget/canonicalJson.ts'

/** What a record remembers of the request that made it; neither gives the key back. */
export type Sleutel = { sleutel: string; inhoud: string }

/**
 * Hashes of an Idempotency-Key and of the body it came with. The body is hashed with the key, which is not
 * kept: so the hash cannot be used to guess erased contact data.
 */
export const hashRequest = (
  key: string | undefined,
  body: unknown,
  sha256: Deps['sha256'],
): Sleutel | undefined =>
  key === undefined ? undefined : { sleutel: sha256(key), inhoud: sha256(`${key}\n${canonicalJson(body)}`) }

/** @throws Problem `sleutel-hergebruikt` when the key came with another body the first time. */
export function assertSameRequest(present: Partial<Sleutel>, request: Sleutel | undefined): void {
  if (present.inhoud !== request?.inhoud)
    throw new Problem(
      'sleutel-hergebruikt',
      'Deze Idempotency-Key is al gebruikt voor een verzoek met een andere inhoud. Neem een nieuwe sleutel.',
    )
}

/** 40 bits collide once in a million million; more than a few in a row is a fault, not chance. */
const attempts = 8

/**
 * Stores what `make` gives under a fresh number, or finds what the same Idempotency-Key stored before. A number
 * follows from the key, so 50 parallel requests meet in one conditional write of the store.
 */
export async function addOnce<T extends Partial<Sleutel>>(
  soort: 'M' | 'I',
  request: { key: string | undefined; body: unknown },
  make: (geboorte: { nummer: string } & Partial<Sleutel>) => T,
  add: (record: T) => Promise<Toevoeging<T>>,
  deps: Deps,
): Promise<T> {
  const { key } = request
  const hashes = hashRequest(key, request.body, deps.sha256)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const nummer =
      key === undefined ? toNummer(soort, deps.randomBytes(5)) : nummerOfKey(soort, key, attempt, deps.sha256)
    const record = make({ nummer, ...hashes })
    const toevoeging = await add(record)
    if (toevoeging.soort === 'nieuw') return record
    if (hashes && toevoeging.aanwezig.sleutel === hashes.sleutel) {
      assertSameRequest(toevoeging.aanwezig, hashes)
      return toevoeging.aanwezig
    }
  }
  throw new Error(`no free number in ${attempts} attempts`)
}
