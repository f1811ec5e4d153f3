/** How busy it is: figures per kern and month, and the same on the map as areas or as a heatmap. */
import { useState } from 'preact/hooks'
import type { Kern } from '../../../functions/contract/kern.ts'
import { api } from '../../api.ts'
import { ActiviteitKaart } from '../../components/ActiviteitKaart.tsx'
import { LoadState, Skeleton } from '../../components/LoadState.tsx'
import { PeriodeKeuze } from '../../components/PeriodeKeuze.tsx'
import { useLoad } from '../../state/useLoad.ts'
import type { View } from '../../state/view.ts'
import { Maandbalken } from './Maandbalken.tsx'
import { WerkTabel } from './WerkTabel.tsx'

type Props = { kernen: readonly Kern[]; view: View; change(change: Partial<View>): void }

export function Cijfers({ kernen, view, change }: Props) {
  const { van, tot } = view
  const [actief, setActief] = useState<string>()
  const activiteit = useLoad((signal) => api.getActiviteit({ query: { van, tot }, signal }), [van, tot])
  return (
    <div class="werkplek werkplek--cijfers">
      <div class="werkplek__lijst">
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
      <div class="werkplek__naast">
        <ActiviteitKaart
          kernen={kernen}
          rows={activiteit.value?.kernen ?? []}
          view={view.laag === 'punten' ? { ...view, laag: 'vlakken' } : view}
          change={change}
          actief={actief}
          onActief={setActief}
        />
      </div>
    </div>
  )
}
