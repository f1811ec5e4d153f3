/**
 * One change to many meldingen: in parts of a hundred, a result per melding, and what failed can be tried again at
 * the version that is there by then. What succeeded stays so; nothing is done twice.
 */
import { useState } from 'preact/hooks'
import type { Behandeling } from '../../../functions/contract/behandeling.ts'
import type { BulkUitkomst, Wijziging } from '../../../functions/contract/wijziging.ts'
import { api } from '../../api.ts'

type Doel = Pick<Behandeling, 'nummer' | 'versie'>
type Regel = BulkUitkomst['regels'][number]

export type Uitslag = { wijziging: Wijziging; regels: readonly Regel[] }

/** What one request takes. */
const most = 100

/** A colleague was first: look which version is there. A melding that cannot be read keeps its version and fails again. */
async function refreshVersie(doel: Doel): Promise<Doel> {
  const found = await api.getBehandeling({ params: { nummer: doel.nummer } }).catch(() => undefined)
  return found ? { nummer: found.nummer, versie: found.versie } : doel
}

export function useBulk(onKlaar: (mislukt: readonly string[]) => void) {
  const [klaar, setKlaar] = useState<number>()
  const [uitslag, setUitslag] = useState<Uitslag>()
  const [versies, setVersies] = useState<ReadonlyMap<string, number>>(new Map())

  const run = async (
    doelen: readonly Doel[],
    wijziging: Wijziging,
    sleutel: string,
    before: readonly Regel[],
  ) => {
    const regels: Regel[] = []
    setVersies(new Map(doelen.map(({ nummer, versie }) => [nummer, versie])))
    setKlaar(0)
    try {
      for (let at = 0; at < doelen.length; at += most) {
        const meldingen = doelen.slice(at, at + most).map(({ nummer, versie }) => ({ nummer, versie }))
        const body = { meldingen, wijziging }
        const part = await api.changeBehandelingen({ body, idempotencyKey: `${sleutel}-${at}` })
        regels.push(...part.regels)
        setKlaar(regels.length)
        setUitslag({ wijziging, regels: [...before, ...regels] })
      }
    } finally {
      setKlaar(undefined)
    }
    onKlaar(regels.filter(({ gelukt }) => !gelukt).map(({ nummer }) => nummer))
    return regels
  }
  return {
    /** How many are done while it runs. */
    klaar,
    uitslag,
    sluit: () => setUitslag(undefined),
    run: (doelen: readonly Doel[], wijziging: Wijziging, sleutel: string) =>
      run(doelen, wijziging, sleutel, []),
    async opnieuw({ wijziging, regels }: Uitslag, sleutel: string) {
      const doelen = await Promise.all(
        regels
          .filter(({ gelukt }) => !gelukt)
          .map(({ nummer, code, versie }) => {
            const doel = { nummer, versie: versie ?? versies.get(nummer) ?? 1 }
            return code === 'versie-verouderd' ? refreshVersie(doel) : doel
          }),
      )
      return run(
        doelen,
        wijziging,
        sleutel,
        regels.filter(({ gelukt }) => gelukt),
      )
    },
  }
}
