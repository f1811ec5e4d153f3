/** Changing a melding exactly once, however often and however parallel the request comes. */
import { Problem } from '../contract/problem.ts'
import { asAfterChange } from '../domain/behandeling/geschiedenis.ts'
import { assertVersie } from '../domain/behandeling/wijziging.ts'
import { outdated } from '../domain/behandeling/woorden.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'
import { canonicalJson } from '../domain/wijkbudget/canonicalJson.ts'

/** What a line of the history remembers of the request that made it. */
export type Merk = { sleutel: string; inhoud: string }

/**
 * Hashes of an Idempotency-Key and of what came with it. Half and a quarter of a SHA-256 are enough to know a key and a
 * mistake by, and each line of a history keeps both.
 * @param pad tells keys of different paths apart
 */
export function hashChange(
  pad: 'wijziging' | 'status' | 'reactie',
  key: string | undefined,
  content: unknown,
  sha256: Deps['sha256'],
): Merk | undefined {
  if (key === undefined) return undefined
  return {
    sleutel: sha256(`${pad} ${key}`).slice(0, 32),
    inhoud: sha256(`${key}\n${canonicalJson(content)}`).slice(0, 16),
  }
}

/**
 * What this very request made of the melding before, if it did.
 * @throws Problem `sleutel-hergebruikt` when the key came with another change the first time
 */
export function findEarlier(melding: MeldingRecord, merk: Merk | undefined): MeldingRecord | undefined {
  const after = merk && asAfterChange(melding, merk.sleutel)
  if (after && after.geschiedenis.at(-1)?.inhoud !== merk.inhoud)
    throw new Problem('sleutel-hergebruikt', 'Deze Idempotency-Key is al gebruikt voor een andere wijziging.')
  return after
}

/**
 * Stores what `apply` makes of the melding, based on the version that was looked at. A retry finds its own line, also when
 * others changed the melding since.
 * @throws Problem `versie-verouderd` with what somebody else did
 */
export async function changeOnce(
  stored: MeldingRecord,
  { versie, merk }: { versie: number; merk: Merk | undefined },
  apply: (melding: MeldingRecord) => MeldingRecord,
  { stores }: Deps,
): Promise<MeldingRecord> {
  const earlier = findEarlier(stored, merk)
  if (earlier) return earlier
  assertVersie(stored, versie)
  const changed = apply(stored)
  const outcome = await stores.meldingen.replace(changed)
  if (outcome.soort === 'bewaard') return changed
  const raced = findEarlier(outcome.aanwezig, merk)
  if (!raced) throw outdated(outcome.aanwezig, versie)
  return raced
}
