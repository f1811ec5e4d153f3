/** The coördinator's screen: work per kern, the list that follows from it, one melding open, and the map. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Categorie } from '../../functions/contract/instellingen.ts'
import type { Kern } from '../../functions/contract/kern.ts'
import type { Behandeling } from '../../functions/contract/behandeling.ts'
import { api } from '../api.ts'
import { ActiviteitKaart } from '../components/ActiviteitKaart.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import { PeriodeKeuze } from '../components/PeriodeKeuze.tsx'
import { Poort } from '../components/Poort.tsx'
import { loadCategorieen, loadKernen } from '../state/gemeente.ts'
import { useLoad } from '../state/useLoad.ts'
import { usePages } from '../state/usePages.ts'
import { useTitle } from '../state/useTitle.ts'
import { useView } from '../state/useView.ts'
import { listPlaatsen, werkplekRollen } from '../state/werkplekken.ts'
import { nlWerkplek as t } from '../texts/nlWerkplek.ts'
import { Detail } from './werkplek/Detail.tsx'
import { Filters } from './werkplek/Filters.tsx'
import { Lijst } from './werkplek/Lijst.tsx'
import { Maandbalken } from './werkplek/Maandbalken.tsx'
import { WerkTabel } from './werkplek/WerkTabel.tsx'
import { ZoekNummer } from './werkplek/ZoekNummer.tsx'

const noRows: Behandeling[] = []

function Meldingen({ kernen, categorieen }: { kernen: readonly Kern[]; categorieen: readonly Categorie[] }) {
  const { view, other, change } = useView(['status', 'categorie', 'laat', 'melding'])
  const { van, tot, kern } = view
  const { status, categorie, melding } = other
  const laat = other.laat === 'true' ? 'true' : undefined
  const [actief, setActief] = useState<string>()
  const activiteit = useLoad((signal) => api.getActiviteit({ query: { van, tot }, signal }), [van, tot])
  const { pages, more, loadingMore, replace } = usePages(
    async (cursor, signal) => {
      const query = { kern, status, categorie, laat, van, tot, cursor, limiet: '25' }
      const page = await api.listBehandelingen({ query, signal })
      return { rows: page.behandelingen, volgende: page.volgende }
    },
    [kern, status, categorie, laat, van, tot],
  )
  const rows = pages.value?.rows ?? noRows
  const punten = useMemo(
    () =>
      rows.map(({ nummer, geometrie, status: soort }) => ({
        id: nummer,
        positie: geometrie.coordinates,
        soort,
      })),
    [rows],
  )
  const replaceRow = (changed: Behandeling) =>
    replace((shown) => shown.map((row) => (row.nummer === changed.nummer ? { ...row, ...changed } : row)))

  return (
    <div class="werkplek">
      <div class="werkplek__kernen">
        <PeriodeKeuze periode={view} onKies={change} />
        <LoadState of={activiteit} skeleton={<Skeleton lines={8} tall />}>
          {(value) => (
            <>
              <Maandbalken maanden={value.perMaand} periode={view} onKies={change} />
              <WerkTabel
                activiteit={value}
                view={view}
                change={change}
                actief={actief}
                onActief={setActief}
              />
            </>
          )}
        </LoadState>
      </div>
      <div class="werkplek__lijst">
        {melding && (
          <Detail
            key={melding}
            nummer={melding}
            kernen={kernen}
            categorieen={categorieen}
            onSluit={() => change({}, { melding: undefined })}
            onRij={replaceRow}
            onGewijzigd={() => activiteit.reload()}
          />
        )}
        <ZoekNummer onOpen={(nummer) => change({}, { melding: nummer })} />
        <Filters
          kernen={kernen}
          categorieen={categorieen}
          kern={kern}
          status={status}
          categorie={categorie}
          laat={laat !== undefined}
          change={change}
        />
        <LoadState of={pages} skeleton={<Skeleton lines={8} tall />}>
          {(page) => (
            <Lijst
              page={page}
              kernen={kernen}
              categorieen={categorieen}
              gekozen={melding}
              onKies={(nummer) => change({}, { melding: nummer })}
              onActief={setActief}
              more={more}
              loadingMore={loadingMore}
            />
          )}
        </LoadState>
      </div>
      <div class="werkplek__kaart">
        <ActiviteitKaart
          kernen={kernen}
          rows={activiteit.value?.kernen ?? []}
          punten={punten}
          puntenNaam={t.puntenLaag}
          view={view}
          change={change}
          actief={actief}
          onActief={setActief}
          onPunt={(nummer) => change({}, { melding: nummer })}
        />
      </div>
    </div>
  )
}

function Werk() {
  const feiten = useLoad(() => Promise.all([loadKernen(), loadCategorieen()]), [])
  return (
    <div class="pagina pagina--breed" lang="nl">
      <h1 class="utrecht-heading-1">{t.meldingen}</h1>
      <LoadState of={feiten} skeleton={<Skeleton lines={8} tall />}>
        {([kernen, categorieen]) => <Meldingen kernen={kernen} categorieen={categorieen} />}
      </LoadState>
    </div>
  )
}

/** Financiën and the college have no meldingen to handle: they go on to where their work is. */
function NaarEigenPlaats({ pad }: { pad: string }) {
  const { route } = useLocation()
  useEffect(() => route(pad, true), [])
  return <Skeleton lines={8} tall />
}

export default function Werkplek() {
  useTitle(t.titel)
  return (
    <Poort rollen={werkplekRollen.wijkbudget}>
      {({ rollen }) => {
        const [start] = listPlaatsen(rollen)
        return !start || start.pad === '/werkplek' ? <Werk /> : <NaarEigenPlaats pad={start.opent} />
      }}
    </Poort>
  )
}
