/** What takes the time while a melding is sent, and how not to wait for the photos. */
import { meldenTeksten } from '../../texts/melden.ts'
import type { Bezig } from '../../verzenden/verstuurMelding.ts'

export function Voortgang({ bezig, onZonderFotos }: { bezig: Bezig | undefined; onZonderFotos(): void }) {
  const t = meldenTeksten.value.verzenden
  return (
    <>
      <div role="status" class="voortgang">
        {bezig === 'fotos' && <p>{t.fotos}</p>}
        {bezig === 'rekenen' && (
          <p>
            <strong>{t.rekenen}</strong> {t.rekenenUitleg}
          </p>
        )}
      </div>
      {bezig === 'fotos' && (
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onZonderFotos}>
          {t.zonderFotos}
        </button>
      )}
    </>
  )
}
