import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { BulkUitkomst } from '../contract/wijziging.ts'
import type { Deps } from '../domain/ports.ts'
import { changeOne, type Opdracht } from './changeOne.ts'
import type { Endpoint } from './endpoint.ts'

type Uitkomst = BulkUitkomst['regels'][number]

/** So many meldingen are changed at once: a hundred take a second, and nobody else waits for them. */
const parallel = 5

/**
 * The same change to several meldingen, each for itself: what fails stops none of the others. Each has a key of its own,
 * made of that of the request, so a retry after a broken connection finds what was done and does the rest.
 */
export const changeBehandelingen: Endpoint<Routes['changeBehandelingen']> = async (call, deps) => {
  const { body, medewerker, idempotencyKey: key } = call
  const { wijziging } = body
  const regels: Uitkomst[] = []
  const open = body.meldingen.entries()
  const work = async () => {
    for (const [i, { nummer, versie }] of open) {
      const idempotencyKey = key === undefined ? undefined : `${key} ${nummer}`
      regels[i] = await outcomeOf({ nummer, versie, wijziging, door: medewerker.naam, idempotencyKey }, deps)
    }
  }
  // Merges meet in one melding, and each would make the others begin again.
  const workers = wijziging.soort === 'samenvoeging' || wijziging.soort === 'losmaking' ? 1 : parallel
  await Promise.all(Array.from({ length: workers }, work))
  return { body: { regels } }
}

async function outcomeOf(opdracht: Opdracht, deps: Deps): Promise<Uitkomst> {
  const { nummer } = opdracht
  try {
    const { versie } = await changeOne(opdracht, deps)
    return { nummer, gelukt: true, versie }
  } catch (error) {
    // A fault is no outcome of this melding: the whole request fails, and a retry with the same key goes on from here.
    if (!(error instanceof Problem)) throw error
    const { code, message, extra } = error
    const versie = extra.huidigeVersie
    return { nummer, gelukt: false, code, uitleg: message, ...(versie !== undefined && { versie }) }
  }
}
