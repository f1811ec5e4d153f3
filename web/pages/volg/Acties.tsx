/** What somebody can still do with the own melding; each opens in its place, one at a time. */
import { useState } from 'preact/hooks'
import type { Reactiesoort } from '../../../functions/contract/opvolging.ts'
import { nlVolg } from '../../texts/nlVolg.ts'
import { Correctie } from './Correctie.tsx'
import type { Reactiedeel } from './reageer.ts'
import { Zeker } from './Zeker.tsx'

const knoppen = [
  ['correctie', nlVolg.correctie.knop],
  ['intrekken', nlVolg.intrekken.knop],
  ['contact-wissen', nlVolg.wissen.knop],
] as const satisfies readonly (readonly [Reactiesoort, string])[]
type Soort = (typeof knoppen)[number][0]

export function Acties(deel: Reactiedeel) {
  const { opvolging, reageer, gedaan } = deel
  const [open, setOpen] = useState<Soort>()
  const can = knoppen.filter(([soort]) => opvolging.mag.includes(soort))
  if (can.length === 0) return null
  const close = () => {
    const button = open && document.getElementById(`doe-${open}`)
    setOpen(undefined)
    button?.focus()
  }
  const shared = { reageer, gedaan, onNee: close }
  return (
    <section aria-labelledby="doen-titel">
      <h2 class="utrecht-heading-2" id="doen-titel">
        {nlVolg.doen}
      </h2>
      <ul class="volg__acties">
        {can.map(([soort, knop]) => (
          <li key={soort}>
            <button
              type="button"
              id={`doe-${soort}`}
              class="utrecht-button utrecht-button--secondary-action"
              aria-expanded={open === soort}
              onClick={() => setOpen(open === soort ? undefined : soort)}
            >
              {knop}
            </button>
            {open === soort && soort === 'correctie' && <Correctie {...deel} />}
            {open === soort && soort === 'intrekken' && (
              <Zeker
                id="intrekken"
                tekst={nlVolg.intrekken}
                toReactie={(tekst) => ({ soort: 'intrekken', ...(tekst && { tekst }) })}
                {...shared}
              />
            )}
            {open === soort && soort === 'contact-wissen' && (
              <Zeker
                id="wissen"
                tekst={nlVolg.wissen}
                toReactie={() => ({ soort: 'contact-wissen' })}
                {...shared}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
