/** Lets staff in: asks to sign in, says when a session ran out, and when a page belongs to another function. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Rol } from '../../functions/contract/route.ts'
import { aanmelding, type Medewerker, restoreAanmelding, signIn, signOut } from '../state/medewerker.ts'
import { nlWerkplek } from '../texts/nlWerkplek.ts'
import { Alert } from './Alert.tsx'
import { Skeleton } from './LoadState.tsx'
import { WerkplekMenu } from './WerkplekMenu.tsx'

const t = nlWerkplek.poort

type Props = { rollen: readonly Rol[]; children(medewerker: Medewerker): ComponentChildren }

function Aanmelden({ verlopen }: { verlopen: boolean }) {
  const [state, setState] = useState<'rust' | 'bezig' | 'mislukt'>('rust')
  const go = () => {
    setState('bezig')
    signIn().catch(() => setState('mislukt'))
  }
  return (
    <div class="pagina pagina--tekst" lang="nl">
      <h1 class="utrecht-heading-1">{verlopen ? t.verlopenTitel : nlWerkplek.titel}</h1>
      <p class="utrecht-paragraph utrecht-paragraph--lead">{verlopen ? t.verlopen : t.uitleg}</p>
      {state === 'mislukt' && (
        <Alert soort="fout" titel={t.mislukt}>
          <p>{t.misluktUitleg}</p>
        </Alert>
      )}
      <div class="knoppen">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={state === 'bezig'}
          onClick={go}
        >
          {state === 'bezig' ? t.bezig : t.aanmelden}
        </button>
      </div>
    </div>
  )
}

const GeenRol = ({ rollen }: { rollen: readonly Rol[] }) => (
  <div class="pagina pagina--tekst" lang="nl">
    <h1 class="utrecht-heading-1">{t.geenRolTitel}</h1>
    <p class="utrecht-paragraph">{t.geenRol(rollen.map((rol) => t.rol[rol]).join(', '))}</p>
    <div class="knoppen">
      <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={signOut}>
        {nlWerkplek.afmelden}
      </button>
    </div>
  </div>
)

export function Poort({ rollen, children }: Props) {
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    restoreAanmelding().catch(() => setFailed(true))
  }, [])
  const now = aanmelding.value
  if (now.soort === 'afgemeld' || failed)
    return <Aanmelden verlopen={now.soort === 'afgemeld' && now.verlopen} />
  if (now.soort === 'onbekend')
    return (
      <div class="pagina pagina--breed">
        <Skeleton lines={6} tall />
      </div>
    )
  const { medewerker } = now
  return (
    <>
      <WerkplekMenu medewerker={medewerker} />
      {rollen.some((rol) => medewerker.rollen.includes(rol)) ? (
        children(medewerker)
      ) : (
        <GeenRol rollen={rollen} />
      )}
    </>
  )
}
