/** One change of one melding by staff, of any kind; the two of a merge write two meldingen together. */
import { ofFields, Problem } from '../contract/problem.ts'
import type { Wijziging } from '../contract/wijziging.ts'
import { mergeMeldingen, type Paar, splitMeldingen } from '../domain/behandeling/samenvoeging.ts'
import { assertVersie, type Behandelaar, changeMelding } from '../domain/behandeling/wijziging.ts'
import { outdated } from '../domain/behandeling/woorden.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'
import { changeOnce, findEarlier, hashChange, type Merk } from './changeOnce.ts'
import { findMelding } from './findMelding.ts'

export type Opdracht = {
  nummer: string
  /** The version that was looked at. */
  versie: number
  wijziging: Wijziging
  door: string
  idempotencyKey: string | undefined
}

/** @returns the melding as it is after this change, or was after it when the same request came before */
export async function changeOne(opdracht: Opdracht, deps: Deps): Promise<MeldingRecord> {
  const { nummer, versie, wijziging, door, idempotencyKey } = opdracht
  const merk = hashChange('wijziging', idempotencyKey, { versie, wijziging }, deps.sha256)
  const stored = await findMelding(nummer, deps)
  const by = { op: deps.now().toISOString(), door, ...merk }
  if (wijziging.soort === 'samenvoeging') {
    const { hoofdmelding } = wijziging
    return changeBoth(
      stored,
      { versie, merk },
      hoofdmelding,
      (paar) => mergeMeldingen(paar.deel, paar.hoofd, by),
      deps,
    )
  }
  if (wijziging.soort === 'losmaking') {
    const { gemeente } = deps
    const split = ({ deel, hoofd }: Paar) => splitMeldingen(deel, hoofd, by, gemeente)
    return changeBoth(stored, { versie, merk }, stored.hoofdmelding, split, deps)
  }
  const change = (melding: MeldingRecord) =>
    changeMelding(melding, wijziging, by satisfies Behandelaar, deps.gemeente)
  return changeOnce(stored, { versie, merk }, change, deps)
}

/** Others change the other melding now and then; more often than this in a row is a fault. */
const attempts = 20

/**
 * Writes `deel` on the version that was looked at, and the other on the one it has: nobody looked at that one, so when it
 * moved on in between it is read again and judged again.
 */
async function changeBoth(
  stored: MeldingRecord,
  { versie, merk }: { versie: number; merk: Merk | undefined },
  hoofdNummer: string | undefined,
  change: (paar: Paar) => Paar,
  deps: Deps,
): Promise<MeldingRecord> {
  const earlier = findEarlier(stored, merk)
  if (earlier) return earlier
  assertVersie(stored, versie)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const hoofd = await findHoofd(stored, hoofdNummer, deps)
    const paar = change({ deel: stored, hoofd })
    const outcome = await deps.stores.meldingen.replaceBoth(paar.deel, paar.hoofd)
    if (outcome.soort === 'bewaard') return paar.deel
    const deel = outcome.aanwezig.find(({ nummer }) => nummer === stored.nummer)
    const raced = deel && findEarlier(deel, merk)
    if (raced) return raced
    if (deel) throw outdated(deel, versie)
  }
  throw new Problem('even-niet-bereikbaar', `${hoofdNummer} verandert nu steeds. Probeer het zo opnieuw.`)
}

async function findHoofd(
  deel: MeldingRecord,
  nummer: string | undefined,
  { stores }: Deps,
): Promise<MeldingRecord> {
  if (nummer === undefined)
    throw new Problem('wijziging-niet-mogelijk', `${deel.nummer} is niet samengevoegd.`)
  const hoofd = nummer === deel.nummer ? deel : await stores.meldingen.find(nummer)
  if (hoofd) return hoofd
  const detail = `Er is geen melding met nummer ${nummer}.`
  throw ofFields([{ pointer: '/wijziging/hoofdmelding', code: 'onbekende-melding', detail }])
}
