/** The sheet with the map beside it, and the ways to take it along. */
import { useMemo } from 'preact/hooks'
import type { Kern } from '../../../functions/contract/kern.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import { KaartVak } from '../../components/KaartVak.tsx'
import { Legenda } from '../../components/Legenda.tsx'
import { makeCijferkaart } from '../../map/activiteitBeeld.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { Blad } from './Blad.tsx'
import { type Maat, MaatKeuze } from './MaatKeuze.tsx'
import type { Rij } from './rijen.ts'
import { rijenBlad } from './rijenBlad.ts'
import { Uitvoer } from './Uitvoer.tsx'

type Props = {
  kernen: readonly Kern[]
  rijen: readonly Rij[]
  blad: Parameters<typeof Blad>[0]
  maat: Maat
  onMaat(maat: Maat): void
}

export function BladMetKaart({ kernen, rijen, blad, maat, onMaat }: Props) {
  const kaart = useMemo(
    () =>
      makeCijferkaart(
        Object.fromEntries(
          rijen.map((rij) => [rij.kern, maat === 'inwoner' ? rij.perInwonerCenten : rij.bedragCenten]),
        ),
        formatEuro,
      ),
    [rijen, maat],
  )
  const beeld = useMemo(() => ({ ...kaart.beeld, actief: blad.actief }), [kaart, blad.actief])
  return (
    <div class="budgetblad">
      <div>
        <Blad {...blad} />
        <Uitvoer naam={`wijkbudget-${blad.jaar}`} bladen={() => [rijenBlad(rijen, blad.jaar)]} />
      </div>
      <div class="kaartdeel">
        <MaatKeuze maat={maat} onMaat={onMaat} />
        <KaartVak
          titel={t.kaartTitel[maat]}
          kernen={kernen}
          beeld={beeld}
          reacties={{ onKern: blad.onActief }}
        />
        <Legenda titel={t.legenda[maat]} klassen={kaart.klassen} format={kaart.format} />
      </div>
    </div>
  )
}
