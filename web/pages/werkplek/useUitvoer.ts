/**
 * All meldingen of a filter as a file, page after page through the API, so that a hundred thousand rows neither freeze
 * the page nor are lost when the network is away for a moment: what was fetched stays, and it goes on from there.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Namen } from '../../../functions/domain/uitvoer.ts'
import { api } from '../../api.ts'
import { dayOf } from '../../state/periode.ts'
import { download } from '../wijkbudget/download.ts'
import { toBestandsdeel, toVraag, type Werkfilter } from './werkfilter.ts'

/** What one request gives at most. */
const perPage = '500'

const types = { csv: 'text/csv;charset=utf-8', geojson: 'application/geo+json' }
export type Formaat = keyof typeof types

export type Stand =
  | { soort: 'rust' | 'gestopt' }
  | { soort: 'bezig' | 'hapert'; aantal: number }
  | { soort: 'klaar'; aantal: number; naam: string }

export type Uitvoer = {
  stand: Stand
  start(formaat: Formaat): Promise<void>
  verder(): void
  stop(): void
}

/** Thrown through the pieces when somebody stops. */
const stopped = new Error('stopped')

export function useUitvoer(filter: Werkfilter, namen: Namen): Uitvoer {
  const [stand, setStand] = useState<Stand>({ soort: 'rust' })
  const controller = useRef<AbortController | undefined>(undefined)
  const goOn = useRef(() => {})
  useEffect(() => () => controller.current?.abort(), [])

  /** Until somebody says to go on, or stops. */
  const wait = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      goOn.current = resolve
      signal.addEventListener('abort', () => reject(stopped), { once: true })
    })

  const start = async (formaat: Formaat) => {
    controller.current?.abort()
    controller.current = new AbortController()
    const { signal } = controller.current
    const vraag = toVraag(filter)
    let aantal = 0
    setStand({ soort: 'bezig', aantal })
    const list = async (cursor: string | undefined) => {
      for (;;) {
        if (signal.aborted) throw stopped
        try {
          const query = { ...vraag, cursor, limiet: perPage }
          const { behandelingen, volgende } = await api.listBehandelingen({ query, signal })
          aantal += behandelingen.length
          setStand({ soort: 'bezig', aantal })
          return { rijen: behandelingen, volgende }
        } catch (error) {
          if (signal.aborted) throw error
          setStand({ soort: 'hapert', aantal })
          await wait(signal)
          setStand({ soort: 'bezig', aantal })
        }
      }
    }
    try {
      const { toCsv, toGeoJson, walkBladzijden } = await import('../../../functions/domain/uitvoer.ts')
      const pieces = formaat === 'csv' ? toCsv : toGeoJson
      const type = types[formaat]
      const parts: string[] = []
      for await (const piece of pieces(walkBladzijden(list), namen)) parts.push(piece)
      const deel = [dayOf(new Date()), toBestandsdeel(filter)].filter(Boolean).join('-')
      const naam = `meldingen-${deel}.${formaat}`
      download(naam, new Blob(parts, { type }), type)
      setStand({ soort: 'klaar', aantal, naam })
    } catch {
      setStand({ soort: 'gestopt' })
    }
  }
  return {
    stand,
    start,
    verder: () => goOn.current(),
    stop: () => controller.current?.abort(),
  }
}
