import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { NieuweStatus } from '../contract/wijziging.ts'
import { asAfterChange, changeStatus, isSameChange, outdated } from '../domain/melding.ts'
import { toBehandelingDetail } from '../domain/meldingBeeld.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'
import type { Endpoint } from './endpoint.ts'
import { findMelding } from './findMelding.ts'

/**
 * Gives a melding a new status, based on the version the coördinator looked at. The history keeps a hash of the
 * Idempotency-Key: a retry of the same change gets the first answer, also when others changed it since.
 */
export const addMeldingStatus: Endpoint<Routes['addMeldingStatus']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey } = call
  const sleutel = idempotencyKey === undefined ? undefined : deps.sha256(idempotencyKey)
  const stored = await findMelding(params.nummer, deps)
  const changed =
    findEarlier(stored, body, sleutel) ??
    (await store(stored, body, { sleutel, door: medewerker.naam }, deps))
  const contactvelden = await deps.stores.meldingen.listContactvelden(params.nummer)
  return { body: toBehandelingDetail(changed, contactvelden, deps) }
}

async function store(
  stored: MeldingRecord,
  change: NieuweStatus,
  { sleutel, door }: { sleutel: string | undefined; door: string },
  deps: Deps,
): Promise<MeldingRecord> {
  const by = { op: deps.now().toISOString(), door, ...(sleutel && { sleutel }) }
  const changed = reopenHere(stored, changeStatus(stored, change, by, deps.gemeente), deps)
  const outcome = await deps.stores.meldingen.replace(changed)
  if (outcome.soort === 'bewaard') return changed
  const earlier = findEarlier(outcome.aanwezig, change, sleutel)
  if (!earlier) throw outdated(outcome.aanwezig, change.versie)
  return earlier
}

/** What is opened again is work of today, so of the kern that its place lies in today. */
function reopenHere(stored: MeldingRecord, changed: MeldingRecord, { gemeente }: Deps): MeldingRecord {
  if (stored.status !== 'gesloten') return changed
  const oordeel = gemeente.findKern(...stored.positie)
  return oordeel.soort === 'buiten'
    ? changed
    : { ...changed, kern: oordeel.kern, kernHerkomst: oordeel.soort }
}

/** What this very request answered before, if it did. */
function findEarlier(
  melding: MeldingRecord,
  change: NieuweStatus,
  sleutel: string | undefined,
): MeldingRecord | undefined {
  const after = sleutel === undefined ? undefined : asAfterChange(melding, sleutel)
  if (after && !isSameChange(after, change))
    throw new Problem('sleutel-hergebruikt', 'Deze Idempotency-Key is al gebruikt voor een andere wijziging.')
  return after
}
