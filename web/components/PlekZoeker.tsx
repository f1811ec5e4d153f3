/** A place by words: an address, a kern by name, or coordinates. Own facts first, so that it works without PDOK. */
import { useState } from 'preact/hooks'
import type { Kern } from '../../functions/contract/kern.ts'
import { parsePositie } from '../../functions/domain/positie.ts'
import { type Adres, findAdressen } from '../plaats/findAdres.ts'
import { instellingen } from '../state/gemeente.ts'
import { teksten } from '../texts/taal.ts'
import { Field } from './Field.tsx'

type Props = {
  kernen: readonly Kern[]
  fout?: string
  onPlek(positie: [number, number], naam?: string): void
}
type Outcome =
  | { soort: 'rust' }
  | { soort: 'bezig' }
  | { soort: 'gevonden'; plekken: Adres[]; dienstWeg: boolean }

const matchKernen = (kernen: readonly Kern[], text: string): Adres[] =>
  kernen
    .filter((kern) => kern.naam.toLowerCase().includes(text.toLowerCase()))
    .map((kern) => ({ naam: kern.naam, positie: kern.labelPunt }))

/** `52.69656, 4.67835`: as people copy it from a map, latitude first. */
const toWords = ([lon, lat]: readonly [number, number]) => `${lat.toFixed(5)}, ${lon.toFixed(5)}`

export function PlekZoeker({ kernen, fout, onPlek }: Props) {
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome>({ soort: 'rust' })
  const t = teksten.value.melden

  // The shortest name reads easiest in an example.
  const [voorbeeld] = kernen.toSorted((a, b) => a.naam.length - b.naam.length)

  const search = async () => {
    const words = text.trim()
    if (!words) return
    const positie = parsePositie(words)
    if (positie) {
      setOutcome({ soort: 'rust' })
      onPlek(positie)
      return
    }
    setOutcome({ soort: 'bezig' })
    const own = matchKernen(kernen, words)
    const gemeente = instellingen.value?.gemeente.naam ?? ''
    const found = await findAdressen(words, gemeente).catch(() => undefined)
    setOutcome({ soort: 'gevonden', plekken: [...own, ...(found ?? [])], dienstWeg: !found })
  }

  return (
    <div class="zoeker">
      <Field
        id="zoek"
        label={t.zoekLabel}
        hulp={voorbeeld && t.zoekHulp(voorbeeld.naam, toWords(voorbeeld.labelPunt))}
        fout={fout}
      >
        {(control) => (
          <div class="zoeker__regel">
            <input
              {...control}
              type="search"
              enterKeyHint="search"
              autoComplete="street-address"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                void search()
              }}
            />
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={search}>
              {t.zoek}
            </button>
          </div>
        )}
      </Field>
      <div role="status">
        {outcome.soort === 'bezig' && <p>{teksten.value.algemeen.laden}</p>}
        {outcome.soort === 'gevonden' && (
          <p>
            {outcome.plekken.length > 0 ? t.zoekGevonden(outcome.plekken.length) : ''}{' '}
            {outcome.dienstWeg ? t.zoekDienstWeg : outcome.plekken.length === 0 ? t.zoekNiets : ''}
          </p>
        )}
      </div>
      {outcome.soort === 'gevonden' && outcome.plekken.length > 0 && (
        <ul class="zoeker__plekken">
          {outcome.plekken.map(({ naam, positie }) => (
            <li key={`${naam}${positie}`}>
              <button
                type="button"
                class="zoeker__plek"
                onClick={() => {
                  setOutcome({ soort: 'rust' })
                  onPlek(positie, naam)
                }}
              >
                {naam}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
