/** Above the steps: what this is for, the way to what was reported before, and whom to call when there is danger. */
import type { Klaar } from '../../state/klaar.ts'
import { teksten } from '../../texts/taal.ts'

/** `klaar`: what was sent from this tab before. */
export function Inleiding({ eersteStap, klaar }: { eersteStap: boolean; klaar: Klaar | undefined }) {
  const t = teksten.value.melden
  const vorige = klaar?.soort === 'ontvangen' ? klaar.ontvangst : undefined
  return (
    <>
      {eersteStap && <p class="utrecht-paragraph utrecht-paragraph--lead">{t.inleiding}</p>}
      {eersteStap && !vorige && (
        <p class="utrecht-paragraph">
          <a class="utrecht-link" href="/volg">
            {t.volgEerder}
          </a>
        </p>
      )}
      {vorige && (
        <p class="utrecht-paragraph">
          {t.vorigNummer(vorige.nummer)}{' '}
          <a class="utrecht-link" href={vorige.volglink}>
            {t.volgVorige}
          </a>
        </p>
      )}
      <p class="spoed">
        {t.gevaar}{' '}
        <a class="utrecht-link" href="tel:112">
          {t.bel112}
        </a>
      </p>
    </>
  )
}
