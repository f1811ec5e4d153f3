/** The coördinator's screen: the work itself, what is late and with whom, and how busy it is per kern. */
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Werkinstellingen } from '../../functions/contract/behandeling.ts'
import type { Categorie } from '../../functions/contract/instellingen.ts'
import type { Kern } from '../../functions/contract/kern.ts'
import { api } from '../api.ts'
import { LoadFailed, LoadState, Skeleton } from '../components/LoadState.tsx'
import { Poort } from '../components/Poort.tsx'
import { loadCategorieen, loadKernen } from '../state/gemeente.ts'
import type { Medewerker } from '../state/medewerker.ts'
import { useLoad } from '../state/useLoad.ts'
import { useTitle } from '../state/useTitle.ts'
import { useView } from '../state/useView.ts'
import { writeView } from '../state/view.ts'
import { listPlaatsen, werkplekRollen } from '../state/werkplekken.ts'
import { nlWerkplek as t } from '../texts/nlWerkplek.ts'
import { later } from './werkplek/later.tsx'
import { Voorraad } from './werkplek/Voorraad.tsx'
import { filterNamen, readFilter, type Werkfilter, writeFilter } from './werkplek/werkfilter.ts'

const Cijfers = later(() => import('./werkplek/Cijfers.tsx').then((part) => part.Cijfers))
const Signalen = later(() => import('./werkplek/Signalen.tsx').then((part) => part.Signalen))

type Deel = 'lijst' | 'signalen' | 'cijfers'
const isDeel = (word: string | undefined): word is Deel => word === 'signalen' || word === 'cijfers'
/** Handling goes on without them; the screen says so. */
const noWerk: Werkinstellingen = { teams: [], standaardteksten: [] }

type Feiten = { medewerker: Medewerker; kernen: readonly Kern[]; categorieen: readonly Categorie[] }

function Meldingen({ medewerker, kernen, categorieen }: Feiten) {
  const { view, other, change } = useView([...filterNamen, 'melding', 'deel', 'kaart'])
  const deel = isDeel(other.deel) ? other.deel : 'lijst'
  const filter = readFilter(view, other)
  const signalen = useLoad((signal) => api.listSignaleringen({ signal }), [])
  const werk = useLoad((signal) => api.getWerkinstellingen({ signal }), [])

  const linkTo = (next: Werkfilter, to: Deel = 'lijst') => {
    const written = writeFilter(next)
    const only = to === 'lijst' ? undefined : to
    return `/werkplek${writeView({ ...view, ...written.view }, { ...written.other, deel: only })}`
  }
  const setFilter = (next: Werkfilter) => {
    const written = writeFilter(next)
    change(written.view, { ...written.other, melding: undefined })
  }
  return (
    <>
      <div class="werkplek__kop">
        <h1 class="utrecht-heading-2">{t.meldingen}</h1>
        <nav aria-label={t.delen.naam}>
          <ul class="werkplekmenu__lijst">
            {(['lijst', 'signalen', 'cijfers'] as const).map((each) => (
              <li key={each}>
                <a
                  class="werkplekmenu__link"
                  href={linkTo(filter, each)}
                  aria-current={each === deel ? 'page' : undefined}
                >
                  {t.delen[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {deel === 'lijst' && werk.problem && <LoadFailed detail={t.instellingenWeg} retry={werk.reload} />}
      {deel === 'lijst' && (
        <Voorraad
          medewerker={medewerker}
          kernen={kernen}
          categorieen={categorieen}
          werk={werk.value ?? noWerk}
          signalen={signalen.value}
          filter={filter}
          open={other.melding}
          kaart={other.kaart === 'ja'}
          onFilter={setFilter}
          onOpen={(nummer) => change({}, { melding: nummer })}
          onKaart={(kaart) => change({}, { kaart: kaart ? 'ja' : undefined })}
          onGewijzigd={signalen.reload}
        />
      )}
      {deel === 'signalen' && (
        <LoadState of={signalen} skeleton={<Skeleton lines={8} tall />}>
          {(value) => <Signalen signalen={value} kernen={kernen} linkTo={linkTo} />}
        </LoadState>
      )}
      {deel === 'cijfers' && <Cijfers kernen={kernen} view={view} change={change} />}
    </>
  )
}

function Werk({ medewerker }: { medewerker: Medewerker }) {
  const feiten = useLoad(() => Promise.all([loadKernen(), loadCategorieen()]), [])
  return (
    <div class="pagina pagina--breed pagina--werk" lang="nl">
      <LoadState of={feiten} skeleton={<Skeleton lines={8} tall />}>
        {([kernen, categorieen]) => (
          <Meldingen medewerker={medewerker} kernen={kernen} categorieen={categorieen} />
        )}
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
      {(medewerker) => {
        const [start] = listPlaatsen(medewerker.rollen)
        return !start || start.pad === '/werkplek' ? (
          <Werk medewerker={medewerker} />
        ) : (
          <NaarEigenPlaats pad={start.opent} />
        )
      }}
    </Poort>
  )
}
