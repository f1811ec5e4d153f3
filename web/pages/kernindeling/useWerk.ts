/** The draft on the desk: with undo, kept in this tab through reloading and signing in again. */
import type { Kernindelingontwerp, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { newSleutel } from '../../state/draft.ts'
import { useKept } from '../../state/useKept.ts'
import { doStep, redo, start, toOntwerp, undo, type Verloop } from './bewerk.ts'

type Stand = {
  /** Of the version that this is a change of; absent for a new one. */
  versie?: number
  rev?: number
  /** What the service has of it, as JSON. */
  bewaard: string
  /** One key per new version: saving twice makes one. */
  sleutel: string
  verloop: Verloop
  /** The text field that the last step typed in: going on typing is the same step. */
  veld?: string
}

export type Werk = ReturnType<typeof useWerk>

export function useWerk() {
  const [stand, setStand, clear] = useKept<Stand | null>('kernindeling', null)
  const change = (next: (verloop: Verloop) => Verloop) => {
    if (!stand) return
    const { veld: _veld, ...rest } = stand
    setStand({ ...rest, verloop: next(stand.verloop) })
  }
  const type = (veld: string, next: Ontwerp) => {
    if (!stand) return
    const { verloop } = stand
    const same = stand.veld === veld
    setStand({
      ...stand,
      veld,
      verloop: same ? { ...verloop, nu: next, vooruit: [] } : doStep(verloop, next),
    })
  }
  return {
    stand,
    ontwerp: stand?.verloop.nu,
    vuil: stand !== null && JSON.stringify(toOntwerp(stand.verloop.nu)) !== stand.bewaard,
    /** A draft to go on with. */
    open: ({ versie, rev, ...record }: Kernindelingontwerp) =>
      setStand({
        ...{ versie, rev, sleutel: newSleutel() },
        bewaard: JSON.stringify(toOntwerp(record)),
        verloop: start(toOntwerp(record)),
      }),
    /** A new version that begins as another one. */
    copy: (record: Ontwerp, geldigVanafDatum: string) => {
      const { toelichting: _toelichting, ...rest } = toOntwerp(record)
      setStand({ bewaard: '', sleutel: newSleutel(), verloop: start({ ...rest, geldigVanafDatum }) })
    },
    /** Forget which version this was, not what was drawn. */
    detach: () => {
      const { versie: _versie, rev: _rev, ...rest } = stand!
      const loose = { ...rest, bewaard: '', sleutel: newSleutel() }
      setStand(loose)
      return loose
    },
    saved: ({ versie, rev, ...record }: Kernindelingontwerp) =>
      stand && setStand({ ...stand, versie, rev, bewaard: JSON.stringify(toOntwerp(record)) }),
    type,
    edit: (next: Ontwerp) => change((verloop) => doStep(verloop, next)),
    undo: () => change(undo),
    redo: () => change(redo),
    close: clear,
  }
}
