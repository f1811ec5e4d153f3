/** Financiën: the inhabitants per kern, in versions, and new figures. */
import { useState } from 'preact/hooks'
import type { Kern } from '../../functions/contract/kern.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { Keuzelijst } from '../components/Keuzelijst.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import type { Medewerker } from '../state/medewerker.ts'
import { useLoad } from '../state/useLoad.ts'
import { formatDatum } from '../texts/format.ts'
import { nlBevolking as t } from '../texts/nlBevolking.ts'
import { BevolkingTabel, Bezwaren, Herkomst } from './wijkbudget/bevolking/BevolkingVersie.tsx'
import { NieuweBevolking } from './wijkbudget/bevolking/NieuweBevolking.tsx'
import { type Adres, thisYear } from './wijkbudget/useAdres.ts'
import { WijkbudgetPagina } from './wijkbudget/WijkbudgetPagina.tsx'

type Props = { kernen: readonly Kern[]; medewerker: Medewerker; adres: Adres }

function Inwoners({ kernen, medewerker, adres: { query, go } }: Props) {
  const loaded = useLoad((signal) => api.listBevolkingsversies({ signal }), [])
  const [note, setNote] = useState('')
  const mayAdd = medewerker.rollen.includes('financien') || medewerker.rollen.includes('beheerder')
  return (
    <>
      <div role="status">{note && <Alert soort="goed" titel={note} />}</div>
      <LoadState of={loaded} skeleton={<Skeleton lines={8} tall />}>
        {({ versies }) => {
          const newest = versies.at(-1)
          const shown = versies.find(({ versie }) => String(versie) === query.versie) ?? newest
          const vorige = versies.find(({ versie }) => versie === (shown?.versie ?? 0) - 1)
          return (
            shown && (
              <>
                <Keuzelijst
                  id="versie"
                  label={t.bekijk}
                  value={String(shown.versie)}
                  choices={versies
                    .toReversed()
                    .map(({ versie, cijfers }) => [
                      String(versie),
                      `${t.versie(versie)}, ${formatDatum(cijfers[0]?.peildatum ?? '')}${versie === newest?.versie ? ` (${t.nieuwste})` : ''}`,
                    ])}
                  onKies={(versie) => go({ versie })}
                />
                <Bezwaren bevolking={shown} kernen={kernen} />
                <div class="tweeluik tweeluik--gelijk">
                  <Herkomst bevolking={shown} />
                  <BevolkingTabel bevolking={shown} vorige={vorige} kernen={kernen} />
                </div>
                {mayAdd ? (
                  <NieuweBevolking
                    kernen={kernen}
                    vorige={newest}
                    onBewaard={({ versie }) => {
                      setNote(t.nieuw.klaar(versie))
                      go({ versie: undefined })
                      loaded.reload()
                    }}
                  />
                ) : (
                  <p class="bijschrift">{t.nieuw.alleenFinancien}</p>
                )}
              </>
            )
          )
        }}
      </LoadState>
    </>
  )
}

export default function WijkbudgetInwoners() {
  return (
    <WijkbudgetPagina blad="inwoners" titel={t.titel} inleiding={t.inleiding} usualYear={thisYear()}>
      {(binnen) => <Inwoners {...binnen} />}
    </WijkbudgetPagina>
  )
}
