/** The line somebody is drawing through one buurt: points as typed, so that a half number is not lost. */
import { useMemo, useState } from 'preact/hooks'
import { parsePositie } from '../../../functions/domain/positie.ts'
import type { Positie } from '../../map/beeld.ts'

export const writePositie = ([lon, lat]: Positie): string => `${lat.toFixed(6)}, ${lon.toFixed(6)}`

const leeg = ['', '']

export type Lijn = ReturnType<typeof useLijn>

export function useLijn() {
  const [buurt, setBuurt] = useState<string>()
  const [punten, setPunten] = useState<readonly string[]>(leeg)
  /** What stood there before each tap on the map. */
  const [eerder, setEerder] = useState<readonly (readonly string[])[]>([])
  const posities = useMemo(() => punten.map((punt) => parsePositie(punt)), [punten])
  const wis = () => {
    setPunten(leeg)
    setEerder([])
  }
  return {
    buurt,
    punten,
    posities,
    /** The points that are places. */
    lijn: useMemo(() => posities.filter((positie) => positie !== undefined), [posities]),
    begin(code: string) {
      setBuurt(code)
      wis()
    },
    stop: () => {
      setBuurt(undefined)
      wis()
    },
    wis,
    setPunt: (at: number, tekst: string) => setPunten(punten.map((punt, i) => (i === at ? tekst : punt))),
    addPunt: () => setPunten([...punten, '']),
    /** In the first empty field, else behind the last. */
    tik: (positie: Positie) => {
      const free = punten.findIndex((punt) => !punt.trim())
      const tekst = writePositie(positie)
      setEerder([...eerder, punten])
      setPunten(free < 0 ? [...punten, tekst] : punten.map((punt, i) => (i === free ? tekst : punt)))
    },
    /** Whether there is a tap to take back. */
    getikt: eerder.length > 0,
    terug: () => {
      setPunten(eerder.at(-1) ?? leeg)
      setEerder(eerder.slice(0, -1))
    },
    removePunt: (at: number) => setPunten(punten.filter((_, i) => i !== at)),
  }
}
