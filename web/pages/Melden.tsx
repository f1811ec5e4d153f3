/**
 * Reporting in three steps. The step is in the address (back works), what was typed is in the draft. The receipt
 * stands where the last step was and stays in this tab: its link is the only way to follow the melding.
 */

import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { MeldingOntvangst } from '../../functions/contract/melding.ts'
import { ErrorSummary } from '../components/ErrorSummary.tsx'
import { LoadFailed, Skeleton } from '../components/LoadState.tsx'
import { formulierPad } from '../routes.ts'
import { draft } from '../state/draft.ts'
import { loadCategorieen, loadKernen } from '../state/gemeente.ts'
import { useFouten } from '../state/useFouten.ts'
import { useKept } from '../state/useKept.ts'
import { useLoad } from '../state/useLoad.ts'
import { usePlek } from '../state/usePlek.ts'
import { useTitle } from '../state/useTitle.ts'
import { teksten } from '../texts/taal.ts'
import { Ontvangst } from './melden/Ontvangst.tsx'
import { type Stap, Stappen, stappen } from './melden/Stappen.tsx'
import { StapVersturen } from './melden/StapVersturen.tsx'
import { StapWaar } from './melden/StapWaar.tsx'
import { StapWat } from './melden/StapWat.tsx'

const asStap = (word: string | undefined): Stap => stappen.find((stap) => stap === word) ?? 'waar'

export default function Melden() {
  const { query, route } = useLocation()
  const { positie, omschrijving, categorie, contact } = draft.value
  const stap = positie ? asStap(query.stap) : 'waar'
  const t = teksten.value
  const heading = useRef<HTMLHeadingElement>(null)
  const { fouten, round, refuse } = useFouten({ zoek: positie?.join(), omschrijving, categorie, ...contact })
  const [kept, setKept, clearKept] = useKept<MeldingOntvangst | undefined>('ontvangst', undefined)
  const ontvangst = query.stap === 'versturen' && !positie ? kept : undefined
  const feiten = useLoad(() => Promise.all([loadKernen(), loadCategorieen()]), [])
  const plek = usePlek(positie)
  useTitle(ontvangst ? t.melden.klaarTitel : t.melden.titel)

  const shown = useRef(stap)
  useEffect(() => {
    if (shown.current === stap) return
    shown.current = stap
    heading.current?.focus()
    refuse({})
  }, [stap])

  if (ontvangst) return <Ontvangst ontvangst={ontvangst} onNogEen={clearKept} />

  const goTo = (next: Stap) => route(`/melden?stap=${next}`)
  const [kernen = [], categorieen = []] = feiten.value ?? []

  return (
    <div class="pagina pagina--formulier">
      <h1 class="utrecht-heading-1">{t.melden.titel}</h1>
      {stap === 'waar' && <p class="utrecht-paragraph utrecht-paragraph--lead">{t.melden.inleiding}</p>}
      {stap === 'waar' && !kept && (
        <p class="utrecht-paragraph">
          <a class="utrecht-link" href="/volg">
            {t.melden.volgEerder}
          </a>
        </p>
      )}
      {kept && (
        <p class="utrecht-paragraph">
          {t.melden.vorigNummer(kept.nummer)}{' '}
          <a class="utrecht-link" href={kept.volglink}>
            {t.melden.volgVorige}
          </a>
        </p>
      )}
      <p class="spoed">
        {t.melden.gevaar}{' '}
        <a class="utrecht-link" href="tel:112">
          {t.melden.bel112}
        </a>
      </p>
      <Stappen huidig={stap} />
      <ErrorSummary fouten={fouten} round={round} />
      {feiten.problem && (
        <LoadFailed detail={feiten.problem.message} retry={feiten.reload}>
          <p>
            <a class="utrecht-link" href={formulierPad}>
              {t.melden.eenvoudig}
            </a>
          </p>
        </LoadFailed>
      )}
      {feiten.loading && !feiten.value && <Skeleton lines={3} tall />}
      <h2 class="utrecht-heading-2 stap__titel" ref={heading} tabIndex={-1}>
        {t.melden[`${stap}Titel`]}
      </h2>
      {stap === 'waar' && (
        <StapWaar kernen={kernen} plek={plek} fouten={fouten} onFout={refuse} onVerder={() => goTo('wat')} />
      )}
      {stap === 'wat' && (
        <StapWat
          categorieen={categorieen}
          fouten={fouten}
          onFout={refuse}
          onVerder={() => goTo('versturen')}
        />
      )}
      {stap === 'versturen' && (
        <StapVersturen
          categorieen={categorieen}
          plek={plek}
          fouten={fouten}
          onFout={refuse}
          onVerstuurd={setKept}
        />
      )}
    </div>
  )
}
