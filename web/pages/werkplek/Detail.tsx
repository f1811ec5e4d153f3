/** One melding to handle: what was written, where, what happened, and the next status. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Behandeling, BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import { api } from '../../api.ts'
import { Geschiedenis } from '../../components/Geschiedenis.tsx'
import { LoadState } from '../../components/LoadState.tsx'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { TermijnTeken } from '../../components/TermijnTeken.tsx'
import { useLoad } from '../../state/useLoad.ts'
import { formatMoment } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { ContactInzage } from './ContactInzage.tsx'
import { StatusFormulier } from './StatusFormulier.tsx'

const t = nlWerkplek.detail

type Props = {
  nummer: string
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  onSluit(): void
  /** Shows this row in the list at once, before or after the server agreed. */
  onRij(rij: Behandeling): void
  /** The server kept a change. */
  onGewijzigd(): void
}

function Feiten({
  melding,
  kernen,
  categorieen,
}: Pick<Props, 'kernen' | 'categorieen'> & { melding: BehandelingDetail }) {
  const [lon, lat] = melding.geometrie.coordinates
  return (
    <dl class="feiten feiten--naast">
      <dt>{t.onderwerp}</dt>
      <dd>{categorieen.find(({ code }) => code === melding.categorie)?.naam ?? melding.categorie}</dd>
      <dt>{t.kern}</dt>
      <dd>
        {kernen.find(({ code }) => code === melding.kern)?.naam ?? melding.kern}
        {melding.kernHerkomst === 'afgeleid' && ` (${t.afgeleid})`}
      </dd>
      <dt>{t.gemeld}</dt>
      <dd>{formatMoment(melding.geregistreerdOp)}</dd>
      {melding.status !== 'gesloten' && (
        <>
          <dt>{t.streefDatum}</dt>
          <dd>
            <TermijnTeken {...melding} />
          </dd>
        </>
      )}
      <dt>{t.plek}</dt>
      <dd>
        {lat.toFixed(5)}, {lon.toFixed(5)}
      </dd>
      <dt>{t.contact}</dt>
      <dd>
        <ContactInzage nummer={melding.nummer} velden={melding.contactvelden} />
      </dd>
    </dl>
  )
}

export function Detail({ nummer, kernen, categorieen, onSluit, onRij, onGewijzigd }: Props) {
  const loaded = useLoad((signal) => api.getBehandeling({ params: { nummer }, signal }), [nummer])
  const [changed, setChanged] = useState<BehandelingDetail>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [nummer])
  return (
    <section
      class="detail"
      aria-labelledby="detail-titel"
      onKeyDown={(event) => event.key === 'Escape' && onSluit()}
    >
      <div class="detail__kop">
        <h2 class="utrecht-heading-2" id="detail-titel" ref={heading} tabIndex={-1}>
          {t.titel(nummer)}
        </h2>
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onSluit}>
          {t.terug}
        </button>
      </div>
      <LoadState of={loaded}>
        {(value) => {
          const melding = changed ?? value
          return (
            <>
              <p class="volg__nu">
                <StatusTeken {...melding} />
              </p>
              <h3 class="utrecht-heading-3">{t.tekst}</h3>
              <p class="overzicht__tekst detail__tekst">{melding.omschrijving}</p>
              <Feiten melding={melding} kernen={kernen} categorieen={categorieen} />
              <StatusFormulier
                melding={melding}
                onOptimistisch={(rij) => onRij(rij)}
                onBewaard={(next) => {
                  setChanged(next)
                  onRij(next)
                  onGewijzigd()
                }}
                onVerouderd={(next) => {
                  setChanged(next)
                  onRij(next)
                }}
              />
              <h3 class="utrecht-heading-3">{t.geschiedenis}</h3>
              <Geschiedenis regels={melding.geschiedenis} />
            </>
          )
        }}
      </LoadState>
    </section>
  )
}
