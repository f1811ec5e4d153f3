/** The map of buurten: a click gives one to the chosen kern, or adds a point to the line that is being drawn. */
import { useMemo } from 'preact/hooks'
import type { Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { KaartVak } from '../../components/KaartVak.tsx'
import type { Positie, Vorm } from '../../map/beeld.ts'
import { kernkleur } from '../../map/kernkleuren.ts'
import { labelPuntOf } from '../../map/labelPunt.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { findPlek } from './bewerk.ts'
import type { Stuk } from './useStukken.ts'

const t = nlKernindeling

type Props = {
  ontwerp: Ontwerp
  stukken: readonly Stuk[]
  actief: string | undefined
  onActief(buurtcode: string | undefined): void
  onKies(buurtcode: string): void
  /** While somebody draws a line through this buurt. */
  snijden:
    | { buurtcode: string; naam: string; lijn: readonly Positie[]; onPunt(positie: Positie): void }
    | undefined
}

const buurtOf = (id: string): string => id.split('-')[0]!

/** The kern of a piece: its index in the list, -1 outside the kernen, undefined when it is free. */
function kernAt({ buurt, kant }: Stuk, ontwerp: Ontwerp): number | undefined {
  const plek = findPlek(ontwerp, buurt.code)
  if (plek.soort === 'vrij') return undefined
  const code =
    plek.soort === 'kern' ? plek.kern : plek.soort === 'snede' && kant ? plek.snede[kant] : undefined
  return ontwerp.kernen.findIndex((kern) => kern.code === code)
}

export function IndelingKaart({ ontwerp, stukken, actief, onActief, onKies, snijden }: Props) {
  const vormen = useMemo(
    () =>
      stukken.map(
        ({ id, buurt, vlak }): Vorm => ({
          code: id,
          naam: buurt.naam,
          labelPunt: labelPuntOf(vlak),
          geometrie: vlak,
        }),
      ),
    [stukken],
  )
  const beeld = useMemo(() => {
    const places = stukken.map((stuk) => [stuk.id, kernAt(stuk, ontwerp)] as const)
    const placed = places.filter((entry): entry is readonly [string, number] => entry[1] !== undefined)
    return {
      kleuren: Object.fromEntries(placed.flatMap(([id, at]) => (at >= 0 ? [[id, kernkleur(at)]] : []))),
      cijfers: Object.fromEntries(
        placed.map(([id, at]) => [id, ontwerp.kernen[at]?.naam ?? t.buurten.buiten.toLowerCase()]),
      ),
      gearceerd: places.filter(([, at]) => at === undefined).map(([id]) => id),
      actief: stukken.find(({ buurt }) => buurt.code === actief)?.id,
      lijn: snijden?.lijn,
      gekozen: snijden?.buurtcode,
    }
  }, [ontwerp, stukken, actief, snijden])
  return (
    <div class="kaartdeel">
      <KaartVak
        key={snijden ? 'snijden' : 'kiezen'}
        titel={snijden ? t.kaart.snijTitel(snijden.naam) : t.kaart.titel}
        kernen={vormen}
        beeld={beeld}
        hoog
        reacties={{
          onKern: (id) => onActief(id && buurtOf(id)),
          onKies: (id) => onKies(buurtOf(id)),
          ...(snijden && { onPlek: snijden.onPunt }),
        }}
      />
      <ul class="indeling__legenda" aria-label={t.kaart.legenda}>
        {ontwerp.kernen.map(({ code, naam }, at) => (
          <li key={code}>
            <span class="indeling__kleur" style={{ background: kernkleur(at) }} />
            {naam}
          </li>
        ))}
        {beeld.gearceerd.length > 0 && <li>{t.kaart.vrij}</li>}
      </ul>
    </div>
  )
}
