/**
 * Reporting in three steps. The step is in the address (back works), what was typed is in the draft. What came of it
 * stands where the last step was and stays in this tab: its link is the only way to follow the melding.
 */

import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ErrorSummary } from '../components/ErrorSummary.tsx'
import { LoadFailed, LoadState, Skeleton } from '../components/LoadState.tsx'
import { formulierPad } from '../routes.ts'
import { draft } from '../state/draft.ts'
import { loadCategorieen, loadKernen } from '../state/gemeente.ts'
import type { Klaar } from '../state/klaar.ts'
import { useFouten } from '../state/useFouten.ts'
import { useKept } from '../state/useKept.ts'
import { useLoad } from '../state/useLoad.ts'
import { usePlek } from '../state/usePlek.ts'
import { useTitle } from '../state/useTitle.ts'
import { teksten } from '../texts/taal.ts'
import { Inleiding } from './melden/Inleiding.tsx'
import { type Stap, Stappen, stappen } from './melden/Stappen.tsx'
import { StapWaar } from './melden/StapWaar.tsx'

const asStap = (word: string | undefined): Stap => stappen.find((stap) => stap === word) ?? 'waar'

/** Where somebody may be: sending asks for a place, and for the answer to the question about danger. */
const mayBe = (asked: Stap): Stap => {
  const { positie, gevaar } = draft.value
  if (!positie) return 'waar'
  return asked === 'versturen' && gevaar === 'ja' ? 'wat' : asked
}

/** What a mistake can be about: it goes when this changes. */
const useAntwoorden = () => {
  const { positie, omschrijving, categorie, contact, gevaar, antwoorden } = draft.value
  const vragen = Object.entries(antwoorden).map(([code, text]) => [`vraag-${code}`, text])
  return {
    zoek: positie?.join(),
    omschrijving,
    categorie,
    gevaar,
    ...contact,
    ...Object.fromEntries(vragen),
  }
}

export default function Melden() {
  const { query, route } = useLocation()
  const { positie } = draft.value
  const stap = mayBe(asStap(query.stap))
  const t = teksten.value
  const heading = useRef<HTMLHeadingElement>(null)
  const { fouten, round, refuse } = useFouten(useAntwoorden())
  const [kept, setKept, clearKept] = useKept<Klaar | undefined>('klaar', undefined)
  const undo = useRef<() => void>(undefined)
  const klaar = query.stap === 'versturen' && !positie ? kept : undefined
  const vervolg = useLoad(() => import('./melden/Vervolg.tsx'), [])
  const feiten = useLoad(() => Promise.all([loadKernen(), loadCategorieen()]), [])
  const plek = usePlek(positie)
  const titels = {
    ontvangen: t.melden.klaarTitel,
    klaargezet: t.melden.klaargezetTitel,
    gevolgd: t.melden.gevolgdTitel,
  }
  useTitle(klaar ? titels[klaar.soort] : t.melden.titel)

  const shown = useRef(stap)
  useEffect(() => {
    if (shown.current === stap) return
    shown.current = stap
    heading.current?.focus()
    refuse({})
  }, [stap])

  if (klaar)
    return (
      <LoadState of={vervolg}>
        {({ KlaarScherm }) => (
          <KlaarScherm
            klaar={klaar}
            onKlaar={setKept}
            onNogEen={clearKept}
            onTochZelf={
              undo.current &&
              (() => {
                undo.current?.()
                clearKept()
              })
            }
          />
        )}
      </LoadState>
    )

  const goTo = (next: Stap) => route(`/melden?stap=${next}`)
  const [kernen = [], categorieen = []] = feiten.value ?? []

  return (
    <div class="pagina pagina--formulier">
      <h1 class="utrecht-heading-1">{t.melden.titel}</h1>
      <Inleiding eersteStap={stap === 'waar'} klaar={kept} />
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
      {stap !== 'waar' && (
        <LoadState of={vervolg}>
          {({ StapWat, StapVersturen }) =>
            stap === 'wat' ? (
              <StapWat
                categorieen={categorieen}
                fouten={fouten}
                onFout={refuse}
                onVerder={() => goTo('versturen')}
              />
            ) : (
              <StapVersturen
                categorieen={categorieen}
                plek={plek}
                fouten={fouten}
                onFout={refuse}
                onKlaar={(next, back) => {
                  undo.current = back
                  setKept(next)
                }}
              />
            )
          }
        </LoadState>
      )}
    </div>
  )
}
