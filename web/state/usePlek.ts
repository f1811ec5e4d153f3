/** What can be said about a chosen place: which kern, and the nearest address when somebody knows it. */
import { useEffect, useState } from 'preact/hooks'
import { Problem } from '../../functions/contract/problem.ts'
import { api } from '../api.ts'
import { findAdresBij } from '../plaats/findAdres.ts'

export type Plek =
  | { soort: 'geen' }
  | { soort: 'zoekt' }
  | { soort: 'in'; kern: string; naam: string; adres?: string }
  | { soort: 'bij'; kern: string; naam: string; afstandMeter: number; adres?: string }
  | { soort: 'buiten'; detail: string }
  /** Nobody could be asked; the server decides when the melding is sent. */
  | { soort: 'weg' }

/** Long enough that arrow keys do not ask at every step. */
const patienceMs = 200

/** Which kern a place belongs to; never throws. */
export async function lookUp([lon, lat]: readonly [number, number], signal?: AbortSignal): Promise<Plek> {
  try {
    const found = await api.findKern({ query: { lon: String(lon), lat: String(lat) }, signal })
    const { kern, naam, afstandMeter } = found
    return found.herkomst === 'binnen'
      ? { soort: 'in', kern, naam }
      : { soort: 'bij', kern, naam, afstandMeter }
  } catch (error) {
    if (error instanceof Problem && error.status === 400) return { soort: 'buiten', detail: error.message }
    return { soort: 'weg' }
  }
}

export function usePlek(positie: readonly [number, number] | undefined): Plek {
  const [plek, setPlek] = useState<Plek>({ soort: positie ? 'zoekt' : 'geen' })
  const key = positie?.join()
  useEffect(() => {
    if (!positie) {
      setPlek({ soort: 'geen' })
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      setPlek({ soort: 'zoekt' })
      const found = await lookUp(positie, controller.signal)
      if (controller.signal.aborted) return
      setPlek(found)
      if (found.soort !== 'in' && found.soort !== 'bij') return
      const adres = await findAdresBij(positie)
      if (adres && !controller.signal.aborted) setPlek({ ...found, adres })
    }, patienceMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key])
  return plek
}
