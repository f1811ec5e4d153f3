/** The map of activity with its own switches and legend; the page decides about period, kern and points. */
import { useMemo } from 'preact/hooks'
import type { KernActiviteit } from '../../functions/contract/activiteit.ts'
import type { Kern } from '../../functions/contract/kern.ts'
import { api } from '../api.ts'
import { makeActiviteitkaart } from '../map/activiteitBeeld.ts'
import type { Beeld, Punt } from '../map/beeld.ts'
import { countBesloten } from '../state/besloten.ts'
import { loadCategorieen } from '../state/gemeente.ts'
import { useLoad } from '../state/useLoad.ts'
import { type Laag, lagen, type View } from '../state/view.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { KaartVak } from './KaartVak.tsx'
import { HitteLegenda, Legenda } from './Legenda.tsx'
import { PuntenLegenda } from './PuntenLegenda.tsx'

type Props = {
  kernen: readonly Kern[]
  rows: readonly KernActiviteit[]
  /** Left out: this map has no layer of points. */
  punten?: readonly Punt[]
  puntenNaam?: string
  view: View
  change(change: Partial<View>): void
  actief: string | undefined
  onActief(kern: string | undefined): void
  onPunt?(id: string): void
}

const t = nlKaart.kaart
const noPunten: Punt[] = []

/** Cells of the heatmap, only asked for when they show. */
const useCellen = ({ laag, van, tot, kern, indeling }: View) =>
  useLoad(
    (signal) =>
      laag === 'hitte'
        ? api.getDichtheid({ query: { van, tot, kern, indeling }, signal })
        : Promise.resolve(undefined),
    [laag === 'hitte', van, tot, kern, indeling],
  )

export function ActiviteitKaart(props: Props) {
  const { kernen, rows, punten = noPunten, puntenNaam, view, change, actief, onActief, onPunt } = props
  const cellen = useCellen(view)
  const categorieen = useLoad(loadCategorieen, [])
  const besloten = categorieen.value ? countBesloten(rows, categorieen.value, view.kern) : 0
  const cijfers = useMemo(() => makeActiviteitkaart(rows, view.per1000), [rows, view.per1000])
  const beeld: Beeld = useMemo(
    () => ({
      ...(view.laag === 'vlakken' && cijfers.beeld),
      cellen: view.laag === 'hitte' ? cellen.value?.cellen : undefined,
      punten: view.laag === 'punten' ? punten : noPunten,
      actief,
      gekozen: view.kern,
    }),
    [cijfers, cellen.value, punten, actief, view.laag, view.kern],
  )
  const names: Record<Laag, string> = { ...t.laag, punten: puntenNaam ?? t.laag.punten }
  const shown = lagen.filter((laag) => laag !== 'punten' || props.punten)
  return (
    <div class="kaartdeel">
      <fieldset class="keuze">
        <legend class="keuze__naam">{t.weergave}</legend>
        {shown.map((laag) => (
          <label key={laag} class="keuze__optie">
            <input type="radio" name="laag" checked={view.laag === laag} onChange={() => change({ laag })} />
            {names[laag]}
          </label>
        ))}
        {view.laag === 'vlakken' && (
          <label class="keuze__optie keuze__optie--apart">
            <input
              type="checkbox"
              checked={view.per1000}
              onChange={() => change({ per1000: !view.per1000 })}
            />
            {t.per1000Schakel}
          </label>
        )}
      </fieldset>
      <KaartVak
        titel={t.kaartTitel}
        kernen={kernen}
        beeld={beeld}
        hoog
        reacties={{
          onKern: onActief,
          onKies: (kern) => change({ kern: kern === view.kern ? undefined : kern }),
          onPunt,
        }}
      />
      {view.laag === 'vlakken' && (
        <Legenda
          titel={view.per1000 ? t.legendaPer : t.legendaAantal}
          klassen={cijfers.klassen}
          format={cijfers.format}
          arcering={Boolean(cijfers.beeld.gearceerd?.length)}
        />
      )}
      {view.laag === 'hitte' &&
        (cellen.value?.meldingen === 0 ? <p role="status">{t.hitteLeeg}</p> : <HitteLegenda />)}
      {view.laag === 'hitte' && besloten > 0 && <p class="bijschrift">{t.besloten(besloten)}</p>}
      {view.laag === 'punten' && <PuntenLegenda soorten={[...new Set(punten.map(({ soort }) => soort))]} />}
    </div>
  )
}
