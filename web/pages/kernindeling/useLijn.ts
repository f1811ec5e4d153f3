/** The line somebody is drawing through one buurt: points as typed, so that a half number is not lost. */
import { useMemo, useState } from 'preact/hooks'
import { parsePositie } from '../../../functions/domain/positie.ts'
import type { Positie } from '../../map/beeld.ts'

export const writePositie = ([lon, lat]: Positie): string => `${lat.toFixed(6)}, ${lon.toFixed(6)}`

export type Lijn = ReturnType<typeof useLijn>

export function useLijn() {
  const [buurt, setBuurt] = useState<string>()
  const [punten, setPunten] = useState<readonly string[]>(['', ''])
  const posities = useMemo(() => punten.map((punt) => parsePositie(punt)), [punten])
  return {
    buurt,
    punten,
    posities,
    /** The points that are places. */
    lijn: useMemo(() => posities.filter((positie) => positie !== undefined), [posities]),
    begin(code: string) {
      setBuurt(code)
      setPunten(['', ''])
    },
    stop: () => setBuurt(undefined),
    wis: () => setPunten(['', '']),
    setPunt: (at: number, tekst: string) =>
      setPunten((all) => all.map((punt, i) => (i === at ? tekst : punt))),
    /** In the first empty field, else behind the last. */
    addPunt: (positie?: Positie) =>
      setPunten((all) => {
        const free = positie ? all.findIndex((punt) => !punt.trim()) : -1
        const tekst = positie ? writePositie(positie) : ''
        return free < 0 ? [...all, tekst] : all.map((punt, i) => (i === free ? tekst : punt))
      }),
    removePunt: (at: number) => setPunten((all) => all.filter((_, i) => i !== at)),
  }
}
