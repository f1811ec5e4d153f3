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
  const regels: Uitkomst[] = body.meldingen.map(({ nummer }) => ({ nummer, ...notReached }))
  const faults: unknown[] = []
  const open = body.meldingen.entries()
  const work = async () => {
    for (const [i, { nummer, versie }] of open) {
      // A fault is of us, so the next ones would only wait for the same.
      if (faults.length > 0) return
      const idempotencyKey = key === undefined ? undefined : `${key} ${nummer}`
      const opdracht = { nummer, versie, wijziging, door: medewerker.naam, idempotencyKey }
      regels[i] = await outcomeOf(opdracht, deps, (fault) => faults.push(fault))
    }
  }
  // Merges meet in one melding, and each would make the others begin again.
  const workers = wijziging.soort === 'samenvoeging' || wijziging.soort === 'losmaking' ? 1 : parallel
  await Promise.all(Array.from({ length: workers }, work))
  if (faults.length > 0 && !regels.some(({ gelukt }) => gelukt)) throw faults[0]
  return { body: { regels } }
}

const notReached = {
  gelukt: false,
  code: 'even-niet-bereikbaar',
  uitleg: 'Hier kwamen we niet aan toe. Probeer deze melding opnieuw.',
} satisfies Omit<Uitkomst, 'nummer'>

async function outcomeOf(
  opdracht: Opdracht,
  deps: Deps,
  onFault: (error: unknown) => void,
): Promise<Uitkomst> {
  const { nummer } = opdracht
  try {
    const { versie } = await changeOne(opdracht, deps)
    return { nummer, gelukt: true, versie }
  } catch (error) {
    if (error instanceof Problem) {
      const { code, message, extra } = error
      const versie = extra.huidigeVersie
      return { nummer, gelukt: false, code, uitleg: message, ...(versie !== undefined && { versie }) }
    }
    onFault(error)
    const uitleg = 'Dit ligt niet aan u. Probeer deze melding opnieuw.'
    return { nummer, gelukt: false, code: 'storing', uitleg }
  }
}
