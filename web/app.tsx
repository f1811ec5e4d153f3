/** Which address shows which screen. Every screen is its own chunk: reporting never waits for the work place. */

import { h } from 'preact'
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso'
import { type Pagina, paginas } from '../functions/contract/paginas.ts'
import { Shell } from './components/Shell.tsx'
import { NietGevonden } from './pages/NietGevonden.tsx'
import { formulierPad } from './routes.ts'

const Kaart = lazy(() => import('./pages/Kaart.tsx'))
const Melden = lazy(() => import('./pages/Melden.tsx'))
const Volg = lazy(() => import('./pages/Volg.tsx'))
const Initiatieven = lazy(() => import('./pages/Initiatieven.tsx'))
const NieuwInitiatief = lazy(() => import('./pages/NieuwInitiatief.tsx'))
const MijnKern = lazy(() => import('./pages/MijnKern.tsx'))
const Werkplek = lazy(() => import('./pages/Werkplek.tsx'))
const Wijkbudget = lazy(() => import('./pages/Wijkbudget.tsx'))
const WijkbudgetScenarios = lazy(() => import('./pages/WijkbudgetScenarios.tsx'))
const WijkbudgetInwoners = lazy(() => import('./pages/WijkbudgetInwoners.tsx'))
const WijkbudgetGrootboek = lazy(() => import('./pages/WijkbudgetGrootboek.tsx'))
const WijkbudgetOnderbesteding = lazy(() => import('./pages/WijkbudgetOnderbesteding.tsx'))
const Kernindeling = lazy(() => import('./pages/Kernindeling.tsx'))
const Aangemeld = lazy(() => import('./pages/Aangemeld.tsx'))
const Privacy = lazy(() => import('./pages/Privacy.tsx'))
const Toegankelijkheid = lazy(() => import('./pages/Toegankelijkheid.tsx'))

const schermen: Record<Pagina, typeof Kaart> = {
  '/': Kaart,
  '/melden': Melden,
  '/volg': Volg,
  '/initiatieven': Initiatieven,
  '/initiatieven/nieuw': NieuwInitiatief,
  '/mijn-kern': MijnKern,
  '/mijn-kern/:kern': MijnKern,
  '/werkplek': Werkplek,
  '/werkplek/wijkbudget': Wijkbudget,
  '/werkplek/wijkbudget/scenarios': WijkbudgetScenarios,
  '/werkplek/wijkbudget/inwoners': WijkbudgetInwoners,
  '/werkplek/wijkbudget/grootboek': WijkbudgetGrootboek,
  '/werkplek/wijkbudget/onderbesteding': WijkbudgetOnderbesteding,
  '/werkplek/kernindeling': Kernindeling,
  '/aanmelden/klaar': Aangemeld,
  '/privacy': Privacy,
  '/toegankelijkheid': Toegankelijkheid,
}

/** The form without JavaScript and the sign-in pages are the server's; links to them must leave this page. */
const ownPages = new RegExp(`^/(?!${formulierPad.slice(1)}|oidc/)`)

// Children without a key: a page that two addresses share stays when somebody goes from the one to the other.
const routes = h(
  Router,
  null,
  ...paginas.map((path) => h(Route, { path, component: schermen[path] })),
  h(Route, { default: true, component: NietGevonden }),
)

export const App = () => (
  <LocationProvider scope={ownPages}>
    <ErrorBoundary>
      <Shell>{routes}</Shell>
    </ErrorBoundary>
  </LocationProvider>
)
