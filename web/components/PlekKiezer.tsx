/**
 * Choosing a place, by whichever way suits: words, own location, kern, tap on the map, arrow keys or buttons.
 * No way needs another one: without map all others work, without network the kern still does.
 */
import { useState } from 'preact/hooks'
import type { Kern } from '../../functions/contract/kern.ts'
import { movePunt } from '../plaats/movePunt.ts'
import { instellingen } from '../state/gemeente.ts'
import { lookUp, type Plek } from '../state/usePlek.ts'
import { teksten } from '../texts/taal.ts'
import { Field } from './Field.tsx'
import { KaartVak } from './KaartVak.tsx'
import { PlekBericht } from './PlekBericht.tsx'
import { PlekZoeker } from './PlekZoeker.tsx'
import { SpeldKnoppen } from './SpeldKnoppen.tsx'

type Positie = [lon: number, lat: number]
type Props = {
  kernen: readonly Kern[]
  positie: Positie | undefined
  plek: Plek
  fout?: string
  onPlek(positie: Positie, naam?: string): void
}

/** Metres per arrow key; the small one with Shift. */
const stepMeters = { coarse: 50, fine: 5 }

export function PlekKiezer({ kernen, positie, plek, fout, onPlek }: Props) {
  const t = teksten.value.melden
  const [note, setNote] = useState('')
  const [eigen, setEigen] = useState('')
  const middle = instellingen.value?.kaart.middelpunt

  const place = (next: Positie, naam?: string) => {
    setNote('')
    setEigen('')
    onPlek(next, naam)
  }
  const move = (east: number, north: number, fine: boolean, from?: readonly [number, number]) => {
    const start = positie ?? from ?? middle
    const metres = fine ? stepMeters.fine : stepMeters.coarse
    if (start) place(movePunt(start, east * metres, north * metres))
  }
  const locate = () => {
    setNote('')
    setEigen(t.eigenPlekBezig)
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        const found: Positie = [coords.longitude, coords.latitude]
        // Who is elsewhere keeps the map of the gemeente before them, and the pin where it stood.
        if ((await lookUp(found)).soort !== 'buiten') place(found)
        else setEigen(t.eigenPlekBuiten(instellingen.value?.gemeente.naam ?? ''))
      },
      () => setEigen(t.eigenPlekWeg),
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  }
  const chooseKern = (code: string) => {
    const kern = kernen.find((each) => each.code === code)
    if (!kern) return
    place(kern.labelPunt, kern.naam)
    setNote(t.kernGekozen(kern.naam))
  }

  // The kern whose middle the pin stands in: its choice stays until the pin goes elsewhere.
  const gekozen = kernen.find(({ labelPunt }) => labelPunt.join() === positie?.join())?.code ?? ''

  return (
    <div class="plekkiezer">
      <div class="plekkiezer__woorden">
        <PlekZoeker kernen={kernen} fout={fout} onPlek={place} />
        <div class="plekkiezer__naast">
          {'geolocation' in navigator && (
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={locate}>
              {t.eigenPlek}
            </button>
          )}
          <p role="status" class="plekkiezer__bericht">
            {eigen}
          </p>
        </div>
      </div>
      <div class="plekkiezer__kaart">
        <p class="plekkiezer__uitleg">
          {t.kaartUitleg} <span class="plekkiezer__toetsen">{t.kaartToetsen}</span>
        </p>
        <KaartVak
          titel={t.kaartTitel}
          kernen={kernen}
          beeld={{ speld: positie }}
          reacties={{ onPlek: ([lon, lat]) => place([lon, lat]) }}
          onSchuif={move}
        />
        <SpeldKnoppen onMove={move} />
        <div id="plek" tabIndex={-1}>
          <PlekBericht plek={plek} />
        </div>
        <p role="status" class="plekkiezer__bericht">
          {note}
        </p>
        {positie && (
          <p class="plekkiezer__getallen">{t.coordinaten(positie[1].toFixed(5), positie[0].toFixed(5))}</p>
        )}
      </div>
      <div class="plekkiezer__kern">
        <Field id="kern" label={t.kiesKern} soort="select">
          {(control) => (
            <select {...control} value={gekozen} onChange={(event) => chooseKern(event.currentTarget.value)}>
              <option value="">{t.kiesKernLeeg}</option>
              {kernen.map((kern) => (
                <option key={kern.code} value={kern.code}>
                  {kern.naam}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </div>
  )
}
