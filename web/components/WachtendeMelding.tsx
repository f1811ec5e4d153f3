/** One melding that waits on this device: what it says, and what can be done with it. */
import { useLocation } from 'preact-iso'
import { restoreDraft } from '../state/draft.ts'
import { formatMoment } from '../texts/format.ts'
import { meldenTeksten } from '../texts/melden.ts'
import { restoreFotos } from '../verzenden/conceptFotos.ts'
import { type Klaargezet, removeWachtend } from '../verzenden/wachtrij.ts'

/** So much of the text tells which one it is. */
const firstCharacters = 80

export function WachtendeMelding({ melding, onVerwijder }: { melding: Klaargezet; onVerwijder(): void }) {
  const t = meldenTeksten.value
  const { route } = useLocation()
  const { onderwerp, op, concept, fotos, staat, fout, geprobeerd, sleutel } = melding
  const edit = async () => {
    restoreDraft(concept)
    restoreFotos(fotos)
    await removeWachtend(sleutel)
    route('/melden?stap=wat')
  }
  const begin = concept.omschrijving.slice(0, firstCharacters)
  return (
    <li>
      <p>
        <strong lang="nl">{onderwerp}</strong>: {begin}
        {begin.length < concept.omschrijving.length && '…'}
        {fotos.length > 0 && ` (${t.fotos.aantal(fotos.length)})`}
      </p>
      <p class="wachtrij__sinds">{t.wachtrij.sinds(formatMoment(new Date(op).toISOString()))}</p>
      {staat === 'geweigerd' && <p class="wachtrij__fout">{fout}</p>}
      {/* What may have arrived is not changed: it would become a second melding. */}
      {(staat === 'geweigerd' || !geprobeerd) && (
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={edit}>
          {t.wachtrij.pasAan}
        </button>
      )}
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        aria-label={t.wachtrij.verwijderNaam(onderwerp)}
        onClick={onVerwijder}
      >
        {t.wachtrij.verwijder}
      </button>
    </li>
  )
}
