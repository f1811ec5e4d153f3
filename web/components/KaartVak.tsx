/**
 * The place of a map in a page. It loads the map's chunk and keeps it equal to `beeld`; when that does not
 * work out (blocked, no WebGL, a fault), it says so in words and the page goes on without.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Beeld, Positie, Vorm } from '../map/beeld.ts'
import type { Kaart, Reacties } from '../map/Kaart.ts'
import { instellingen } from '../state/gemeente.ts'
import { teksten } from '../texts/taal.ts'

type Props = {
  titel: string
  kernen: readonly Vorm[]
  beeld: Beeld
  reacties?: Reacties
  /** The map is for choosing a place; arrow keys are reported here, in steps of one. */
  onSchuif?(east: number, north: number, fine: boolean, from: Positie): void
  hoog?: boolean
}

const arrows: Record<string, readonly [east: number, north: number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

export function KaartVak({ titel, kernen, beeld, reacties = {}, onSchuif, hoog }: Props) {
  const vak = useRef<HTMLDivElement>(null)
  const kaart = useRef<Kaart | undefined>(undefined)
  const latest = useRef({ beeld, reacties })
  latest.current = { beeld, reacties }
  const [state, setState] = useState<'laden' | 'klaar' | 'weg'>('laden')
  const [ondergrond, setOndergrond] = useState(false)
  const known = instellingen.value
  const t = teksten.value.kaartvak

  useEffect(() => {
    if (!vak.current || !known || kernen.length === 0) return
    let gone = false
    const { onPlek } = reacties
    import('../map/Kaart.ts')
      .then(({ Kaart }) => {
        if (gone || !vak.current) return
        kaart.current = new Kaart(vak.current, {
          kaart: known.kaart,
          kernen,
          tekst: t,
          titel,
          plekKiezen: Boolean(onPlek),
          onOndergrond: () => setOndergrond(true),
          reacties: {
            onKern: (kern) => latest.current.reacties.onKern?.(kern),
            onKies: (kern) => latest.current.reacties.onKies?.(kern),
            onPunt: (id) => latest.current.reacties.onPunt?.(id),
            ...(onPlek && { onPlek: (positie: Positie) => latest.current.reacties.onPlek?.(positie) }),
          },
        })
        kaart.current.show(latest.current.beeld)
        setState('klaar')
      })
      .catch(() => !gone && setState('weg'))
    return () => {
      gone = true
      kaart.current?.remove()
      kaart.current = undefined
    }
  }, [known, kernen])

  useEffect(() => kaart.current?.show(beeld), [beeld, state])

  const schuif = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (!onSchuif || !step || !kaart.current) return
    event.preventDefault()
    onSchuif(step[0], step[1], event.shiftKey, kaart.current.midden)
  }

  return (
    <figure class={`kaartvak ${hoog ? 'kaartvak--hoog' : ''}`}>
      {state === 'weg' ? (
        <div class="kaartvak__weg" role="status">
          <p>{t.werktNiet}</p>
          <p>{t.zonderKaart}</p>
        </div>
      ) : (
        <div class="kaartvak__lijst">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the canvas inside takes the focus; its arrow keys bubble up to here */}
          <div ref={vak} class="kaartvak__vlak" onKeyDown={schuif} />
          {state === 'laden' && <p class="kaartvak__laden">{t.laden}</p>}
        </div>
      )}
      <figcaption class="kaartvak__bron">{known && t.bron(known.bronvermelding, ondergrond)}</figcaption>
    </figure>
  )
}
