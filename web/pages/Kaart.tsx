/** The start: what residents report and plan, per kern, as a table and as a map with the same figures. */
import { useState } from 'preact/hooks'
import type { Activiteit } from '../../functions/contract/activiteit.ts'
import type { Kern, Kernen } from '../../functions/contract/kern.ts'
import { api } from '../api.ts'
import { ActiviteitKaart } from '../components/ActiviteitKaart.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import { PeriodeKeuze } from '../components/PeriodeKeuze.tsx'
import type { Punt } from '../map/beeld.ts'
import { loadIndeling } from '../state/gemeente.ts'
import { useLoad } from '../state/useLoad.ts'
import { useTitle } from '../state/useTitle.ts'
import { useView } from '../state/useView.ts'
import type { View } from '../state/view.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { IndelingKeuze } from './kaart/IndelingKeuze.tsx'
import { listInitiatiefpunten } from './kaart/initiatiefpunten.ts'
import { KernTabel } from './kaart/KernTabel.tsx'
import { KernUitgelicht } from './kaart/KernUitgelicht.tsx'

const t = nlKaart.kaart
const noPunten: Punt[] = []

/** Points of initiatieven, asked for when that layer shows. */
const useInitiatiefpunten = ({ laag, van, tot }: View): Punt[] => {
  const shown = laag === 'punten'
  const loaded = useLoad(
    async (signal) =>
      shown
        ? listInitiatiefpunten({ van, tot }, (query) => api.listInitiatieven({ query, signal }))
        : undefined,
    [shown, van, tot],
  )
  return loaded.value ?? noPunten
}

type Inhoud = { activiteit: Activiteit; kernen: readonly Kern[]; kernindeling: Kernen['kernindeling'] }

function Inhoud({ activiteit, kernen, kernindeling }: Inhoud) {
  const { view, change } = useView()
  const [actief, setActief] = useState<string>()
  const punten = useInitiatiefpunten(view)
  const gekozen = activiteit.kernen.find(({ kern }) => kern === view.kern)
  return (
    <div class="tweeluik">
      <div class="tweeluik__woorden">
        {activiteit.totaal.meldingen === 0 && (
          <div class="leeg">
            <p class="leeg__titel">{t.leegTitel}</p>
            <p>{t.leeg}</p>
          </div>
        )}
        {kernindeling.versie > 1 && (
          <IndelingKeuze
            indeling={view.indeling}
            // A kern that is gone has no row of today.
            onKies={(indeling) => change({ indeling, ...(gekozen?.vervallen && { kern: undefined }) })}
          />
        )}
        <KernTabel activiteit={activiteit} view={view} change={change} actief={actief} onActief={setActief} />
        {gekozen && <KernUitgelicht rij={gekozen} onWis={() => change({ kern: undefined })} />}
      </div>
      <ActiviteitKaart
        kernen={kernen}
        rows={activiteit.kernen}
        punten={punten}
        puntenNaam={t.laag.punten}
        view={view}
        change={change}
        actief={actief}
        onActief={setActief}
      />
    </div>
  )
}

export default function Kaart() {
  const { view, change } = useView()
  const { van, tot, indeling } = view
  const loaded = useLoad(
    (signal) => Promise.all([api.getActiviteit({ query: { van, tot, indeling }, signal }), loadIndeling()]),
    [van, tot, indeling],
  )
  useTitle(t.titel)
  return (
    <div class="pagina pagina--breed" lang="nl">
      <div class="paginakop">
        <div>
          <h1 class="utrecht-heading-1">{t.titel}</h1>
          <p class="utrecht-paragraph utrecht-paragraph--lead">{t.inleiding}</p>
        </div>
        <div class="knoppen">
          <a class="utrecht-button utrecht-button--primary-action knop" href="/melden">
            {t.meld}
          </a>
          <a class="utrecht-link" href="/volg">
            {nlKaart.volg.open}
          </a>
        </div>
      </div>
      <PeriodeKeuze periode={view} onKies={change} />
      <p role="status" class="alleen-voorlezen">
        {loaded.loading && loaded.value ? t.bijwerken : ''}
      </p>
      <LoadState of={loaded} skeleton={<Skeleton lines={8} tall />}>
        {([activiteit, { kernen, kernindeling }]) => (
          <Inhoud activiteit={activiteit} kernen={kernen} kernindeling={kernindeling} />
        )}
      </LoadState>
    </div>
  )
}
