/** The plan is in: its number, who looks at it, and where it can be read. */
import { useEffect, useRef } from 'preact/hooks'
import type { Initiatief } from '../../../functions/contract/initiatief.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.nieuwInitiatief

export function InitiatiefKlaar({ initiatief, kernen }: { initiatief: Initiatief; kernen: readonly Kern[] }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const kern = kernen.find(({ code }) => code === initiatief.kern)?.naam ?? initiatief.kern
  return (
    <div class="pagina pagina--tekst ontvangst" lang="nl">
      <h1 class="utrecht-heading-1" ref={heading} tabIndex={-1}>
        {t.klaar}
      </h1>
      <p class="utrecht-paragraph">{t.klaarUitleg(initiatief.nummer, kern)}</p>
      <div class="knoppen">
        <a class="utrecht-button utrecht-button--primary-action knop" href="/initiatieven">
          {t.bekijk}
        </a>
      </div>
    </div>
  )
}
