/** Open meldingen near the place, before anything is sent: perhaps somebody told it already. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Nabij as NabijAntwoord } from '../../../functions/contract/nabij.ts'
import { api } from '../../api.ts'
import { draft } from '../../state/draft.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatAfstand, formatDag } from '../../texts/format.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'

export type NabijeMelding = NabijAntwoord['meldingen'][number]

/** Below this both are at one place, as far as a phone knows. */
const samePlaceMeters = 5

type Props = {
  categorieen: readonly Categorie[]
  onDezelfde(melding: NabijeMelding): void
}

/** Nobody waits for this: when it cannot be asked, the form goes on without. */
function useNabij(): readonly NabijeMelding[] {
  const { positie, categorie, omschrijving } = draft.value
  const found = useLoad(
    async (signal) => {
      if (!positie) return []
      const geometrie = { type: 'Point' as const, coordinates: positie }
      return (await api.findNabij({ body: { categorie, geometrie, omschrijving }, signal })).meldingen
    },
    [positie?.join(), categorie, omschrijving],
  )
  return found.problem ? [] : (found.value ?? [])
}

function Regel({ melding, naam, onDezelfde }: { melding: NabijeMelding; naam: string; onDezelfde(): void }) {
  const t = meldenTeksten.value.nabij
  const { taal } = teksten.value
  const { nummer, status, geplandeDatum, afstandMeter, geregistreerdOp, streefDatum } = melding
  return (
    <li class="nabij__melding">
      <p class="nabij__kop" lang="nl">
        {naam}
      </p>
      <p>
        <strong>
          {afstandMeter < samePlaceMeters ? t.opDezelfde : t.afstand(formatAfstand(afstandMeter))}
        </strong>
        {' · '}
        {t.gemeld(formatDag(geregistreerdOp.slice(0, 10), taal))}
      </p>
      <p class="nabij__stand">
        <span class={`teken teken--${status}`} aria-hidden="true" />
        {t.status[status]}
        {geplandeDatum && ` ${t.geplandOp(formatDag(geplandeDatum, taal))}`}
        {' · '}
        {t.uiterlijk(formatDag(streefDatum, taal))}
      </p>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        aria-describedby={`nabij-${nummer}`}
        onClick={onDezelfde}
      >
        {t.dezelfde}
      </button>
      <span class="nabij__nummer" id={`nabij-${nummer}`}>
        {t.nummer(nummer)}
      </span>
    </li>
  )
}

export function Nabij({ categorieen, onDezelfde }: Props) {
  const t = meldenTeksten.value.nabij
  const meldingen = useNabij()
  const [skipped, setSkipped] = useState(false)
  const shown = meldingen.length > 0 && !skipped
  const skip = () => {
    setSkipped(true)
    document.getElementById('overzicht')?.focus()
  }
  // Before it is painted: who sees the question can skip it.
  useLayoutEffect(() => {
    if (!shown) return
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && skip()
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [shown])
  return (
    <>
      <div role="status">
        {shown && <p class="alleen-voorlezen">{t.uitleg(meldingen.length)}</p>}
        {skipped && <p>{t.overgeslagen}</p>}
      </div>
      {shown && (
        <section class="nabij" aria-labelledby="nabij-titel">
          <h3 class="utrecht-heading-3" id="nabij-titel">
            {t.titel}
          </h3>
          <p>{t.uitleg(meldingen.length)}</p>
          <p class="nabij__over">
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={skip}>
              {t.anders}
            </button>{' '}
            <span class="nabij__toets">{t.toets}</span>
          </p>
          <ol class="nabij__lijst">
            {meldingen.map((melding) => (
              <Regel
                key={melding.nummer}
                melding={melding}
                naam={categorieen.find(({ code }) => code === melding.categorie)?.naam ?? ''}
                onDezelfde={() => onDezelfde(melding)}
              />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
