/** One melding to handle: what was written, where, what can be done and what happened. */
import { useEffect, useRef } from 'preact/hooks'
import type {
  Behandeling,
  BehandelingDetail,
  Werkinstellingen,
} from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { TermijnTeken } from '../../components/TermijnTeken.tsx'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import { Acties, Knop } from './Acties.tsx'
import { Feiten } from './Feiten.tsx'
import { Inhoud, Mails } from './Inhoud.tsx'
import { Samenhang } from './Samenhang.tsx'
import { toFeiten } from './standaardtekst.ts'
import { Taken } from './Taken.tsx'
import { Uitkomst } from './Uitkomst.tsx'
import { useMelding } from './useMelding.ts'
import { Verloop } from './Verloop.tsx'

type Props = {
  nummer: string
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  werk: Werkinstellingen
  /** The name of who looks, and of others that the list shows. */
  ik: string
  namen: readonly string[]
  onSluit(): void
  onOpen(nummer: string): void
  onRij(rij: Behandeling): void
  onGewijzigd(): void
  /** Where it is, for the map. */
  onGeladen(melding: BehandelingDetail): void
}

/** The whole melding from its map on, wherever the list was; beside a list that is scrolled it is in view already. */
function showTop(column: Element | null | undefined): void {
  if (!column) return
  column.scrollTop = 0
  const { top } = column.getBoundingClientRect()
  if (Math.abs(top) > 1) column.scrollIntoView({ block: 'start' })
}

export function Detail(props: Props) {
  const { nummer, kernen, categorieen, werk, ik, namen, onSluit, onOpen, onGeladen } = props
  const melding = useMelding(nummer, props)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    showTop(heading.current?.closest('.werkplek__naast'))
  }, [nummer])
  useEffect(() => {
    if (melding.melding) onGeladen(melding.melding)
  }, [melding.melding])
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
          {t.sluit}
        </button>
      </div>
      <LoadState of={melding.loaded}>
        {(value) => {
          const now = melding.melding ?? value
          const categorie = categorieen.find(({ code }) => code === now.categorie)
          const kern = kernen.find(({ code }) => code === now.kern)?.naam ?? now.kern
          return (
            <>
              <p class="volg__nu detail__nu">
                <StatusTeken {...now} />
                <TermijnTeken {...now} />
              </p>
              <Samenhang melding={melding} onOpen={onOpen} />
              <Inhoud melding={now} />
              <Taken melding={melding} />
              <Uitkomst melding={melding} categorieen={categorieen} />
              <Acties
                melding={melding}
                ik={ik}
                categorieen={categorieen}
                werk={werk}
                namen={[...new Set([ik, ...namen])].slice(0, 5)}
                feiten={toFeiten(now, categorie, kern)}
              />
              <h3 class="utrecht-heading-3">{t.feiten}</h3>
              <Feiten melding={now} kernen={kernen} categorieen={categorieen} />
              {now.mag.includes('persoonlijk') && (
                <Knop
                  melding={melding}
                  wijziging={{ soort: 'persoonlijk', persoonlijk: !now.persoonlijk }}
                  label={now.persoonlijk ? t.ontmarkeer : t.markeer}
                />
              )}
              <Mails melding={now} />
              <h3 class="utrecht-heading-3">{t.geschiedenis}</h3>
              <Verloop regels={now.geschiedenis} categorieen={categorieen} />
            </>
          )
        }}
      </LoadState>
    </section>
  )
}
