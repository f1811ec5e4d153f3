/** Where the identity provider sends people back to: finishes signing in and goes on to where they were. */

import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Alert } from '../components/Alert.tsx'
import { Skeleton } from '../components/LoadState.tsx'
import { finishSignIn, signIn } from '../state/medewerker.ts'
import { useTitle } from '../state/useTitle.ts'
import { nlWerkplek } from '../texts/nlWerkplek.ts'

const t = nlWerkplek.poort

export default function Aangemeld() {
  const { route } = useLocation()
  const [failed, setFailed] = useState(false)
  useTitle(t.titel)
  useEffect(() => {
    finishSignIn().then(
      (back) => route(back, true),
      () => setFailed(true),
    )
  }, [])
  return (
    <div class="pagina pagina--tekst" lang="nl">
      <h1 class="utrecht-heading-1">{t.titel}</h1>
      {failed ? (
        <Alert soort="fout" titel={t.mislukt}>
          <p>{t.misluktUitleg}</p>
          <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={signIn}>
            {t.aanmelden}
          </button>
        </Alert>
      ) : (
        <>
          <p class="utrecht-paragraph">{t.klaar}</p>
          <Skeleton />
        </>
      )}
    </div>
  )
}
