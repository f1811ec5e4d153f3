/** Which address shows which screen. Every screen is its own chunk: reporting never waits for the work place. */

import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso'
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

/** The form without JavaScript and the sign-in pages are the server's; links to them must leave this page. */
const ownPages = new RegExp(`^/(?!${formulierPad.slice(1)}|oidc/)`)

export const App = () => (
  <LocationProvider scope={ownPages}>
    <ErrorBoundary>
      <Shell>
        <Router>
          <Route path="/" component={Kaart} />
          <Route path="/melden" component={Melden} />
          <Route path="/volg" component={Volg} />
          <Route path="/initiatieven" component={Initiatieven} />
          <Route path="/initiatieven/nieuw" component={NieuwInitiatief} />
          <Route path="/mijn-kern" component={MijnKern} />
          <Route path="/mijn-kern/:kern" component={MijnKern} />
          <Route path="/werkplek" component={Werkplek} />
          <Route path="/werkplek/wijkbudget" component={Wijkbudget} />
          <Route path="/werkplek/wijkbudget/scenarios" component={WijkbudgetScenarios} />
          <Route path="/werkplek/wijkbudget/inwoners" component={WijkbudgetInwoners} />
          <Route path="/werkplek/wijkbudget/grootboek" component={WijkbudgetGrootboek} />
          <Route path="/werkplek/wijkbudget/onderbesteding" component={WijkbudgetOnderbesteding} />
          <Route path="/werkplek/kernindeling" component={Kernindeling} />
          <Route path="/aanmelden/klaar" component={Aangemeld} />
          <Route path="/privacy" component={Privacy} />
          <Route path="/toegankelijkheid" component={Toegankelijkheid} />
          <Route default component={NietGevonden} />
        </Router>
      </Shell>
    </ErrorBoundary>
  </LocationProvider>
)
