/**
 * One melding that is handled: as the service has it, and every change sent at the version that was seen. When a
 * colleague was first it loads what is there now and remembers which lines are new; nothing is sent by itself.
 */
import { useState } from 'preact/hooks'
import type { Behandeling, BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Wijziging } from '../../../functions/contract/wijziging.ts'
import { api } from '../../api.ts'
import { type Loaded, useLoad } from '../../state/useLoad.ts'

export type Regel = BehandelingDetail['geschiedenis'][number]

/** What was done last, and how to undo it where that is one change. */
export type Gedaan = { wijziging: Wijziging; terug?: Wijziging; nummer: string; versie: number }

export type Melding = {
  loaded: Loaded<BehandelingDetail>
  melding: BehandelingDetail | undefined
  gedaan: Gedaan | undefined
  /** Lines that somebody else added since the reader looked. */
  nieuw: readonly Regel[]
  /** Sends a change of this melding. @throws Problem */
  send(wijziging: Wijziging, sleutel: string): Promise<BehandelingDetail>
  /** Takes over what was changed elsewhere. */
  reload(gedaan?: Gedaan): Promise<void>
}

type Listeners = {
  /** Shows this row in the list at once, before or after the service agreed. */
  onRij(rij: Behandeling): void
  /** The service kept a change. */
  onGewijzigd(): void
}

/** How a row looks as soon as somebody chose, before the service has answered. */
function expectRij(melding: BehandelingDetail, wijziging: Wijziging): Behandeling {
  const { reden: _reden, geplandeDatum: _datum, ...rest } = melding
  if (wijziging.soort === 'status') {
    const { status, reden, geplandeDatum } = wijziging
    return { ...rest, status, ...(reden && { reden }), ...(geplandeDatum && { geplandeDatum }) }
  }
  if (wijziging.soort !== 'toewijzing') return melding
  const { medewerker: _wie, ...zonder } = melding
  const { team, medewerker } = wijziging
  return { ...zonder, ...(team && { team }), ...(medewerker && { medewerker }) }
}

/** What brings back what was, where one change can. */
function findTerug(before: BehandelingDetail, { soort }: Wijziging): Wijziging | undefined {
  const { team, medewerker } = before
  if (soort === 'samenvoeging') return { soort: 'losmaking' }
  if (soort !== 'toewijzing' || !team) return undefined
  return { soort, team, ...(medewerker && { medewerker }) }
}

export function useMelding(nummer: string, { onRij, onGewijzigd }: Listeners): Melding {
  const loaded = useLoad((signal) => api.getBehandeling({ params: { nummer }, signal }), [nummer])
  const [changed, setChanged] = useState<BehandelingDetail>()
  const [gedaan, setGedaan] = useState<Gedaan>()
  const [nieuw, setNieuw] = useState<readonly Regel[]>([])
  const melding = changed ?? loaded.value

  const take = (next: BehandelingDetail) => {
    setChanged(next)
    onRij(next)
  }
  return {
    loaded,
    melding,
    gedaan,
    nieuw,
    async send(wijziging, idempotencyKey) {
      if (!melding) throw new Problem('storing', 'De melding is nog niet geladen.')
      onRij(expectRij(melding, wijziging))
      setGedaan(undefined)
      const body = { versie: melding.versie, wijziging }
      try {
        const next = await api.changeBehandeling({ params: { nummer }, body, idempotencyKey })
        take(next)
        setNieuw([])
        const terug = findTerug(melding, wijziging)
        setGedaan({ wijziging, nummer, versie: next.versie, ...(terug && { terug }) })
        onGewijzigd()
        return next
      } catch (error) {
        onRij(melding)
        if (error instanceof Problem && error.code === 'versie-verouderd') {
          const now = await api.getBehandeling({ params: { nummer } })
          // Each change is one version and one line.
          setNieuw(now.geschiedenis.slice(melding.versie - now.versie))
          take(now)
        }
        throw error
      }
    },
    async reload(done) {
      take(await api.getBehandeling({ params: { nummer } }))
      setGedaan(done)
      setNieuw([])
      onGewijzigd()
    },
  }
}
