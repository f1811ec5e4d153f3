/** Danger comes before anything else: who says yes is told whom to call, and can send nothing. */
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { Radiovraag } from '../../components/Radiovraag.tsx'
import { changeDraft, draft } from '../../state/draft.ts'
import { meldenTeksten } from '../../texts/melden.ts'

type Vraag = NonNullable<Categorie['gevaar']>

export function GevaarVraag({ gevaar, fout }: { gevaar: Vraag; fout?: string }) {
  const t = meldenTeksten.value.gevaar
  return (
    <Radiovraag
      id="gevaar"
      vraag={gevaar.vraag}
      lang="nl"
      keuzes={[
        ['ja', t.ja],
        ['nee', t.nee],
      ]}
      value={draft.value.gevaar}
      onKies={(next) => changeDraft({ gevaar: next === 'ja' ? 'ja' : 'nee' })}
      fout={fout}
    />
  )
}

/** Instead of the form. */
export function GevaarStop({ gevaar }: { gevaar: Vraag }) {
  const t = meldenTeksten.value.gevaar
  const { route } = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="gevaar" role="alert">
      <h3 class="utrecht-heading-3" ref={heading} tabIndex={-1}>
        {t.titel}
      </h3>
      <p lang="nl">{gevaar.tekst}</p>
      <div class="knoppen">
        <a
          class="utrecht-button-link utrecht-button utrecht-button--primary-action gevaar__bel"
          href={`tel:${gevaar.telefoon.replaceAll(' ', '')}`}
        >
          {t.bel(gevaar.telefoon)}
        </a>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            changeDraft({ gevaar: 'nee' })
            // Not on to the last step, when its address was asked for.
            route('/melden?stap=wat', true)
          }}
        >
          {t.toch}
        </button>
      </div>
      <p>{t.bewaard}</p>
    </div>
  )
}
