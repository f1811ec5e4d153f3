/** The frame of every wijkbudget screen: who may see it, the menu of screens, heading, and the kernen. */
import type { ComponentChildren } from 'preact'
import type { Kern } from '../../../functions/contract/kern.ts'
import { LoadState, Skeleton } from '../../components/LoadState.tsx'
import { Poort } from '../../components/Poort.tsx'
import { loadKernen } from '../../state/gemeente.ts'
import type { Medewerker } from '../../state/medewerker.ts'
import { useLoad } from '../../state/useLoad.ts'
import { useTitle } from '../../state/useTitle.ts'
import { werkplekRollen } from '../../state/werkplekken.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { type Adres, toQuery, useAdres } from './useAdres.ts'

export const bladen = ['verdelen', 'scenarios', 'inwoners', 'grootboek', 'onderbesteding'] as const
export type BladNaam = (typeof bladen)[number]

/** Where a screen stands; the first is the place itself. */
export const padOf = (blad: BladNaam): string =>
  blad === 'verdelen' ? '/werkplek/wijkbudget' : `/werkplek/wijkbudget/${blad}`

const Menu = ({ blad, query }: { blad: BladNaam; query: Adres['query'] }) => (
  <nav class="bladen" aria-label={t.bladen.menu}>
    <ul class="bladen__lijst">
      {bladen.map((each) => (
        <li key={each}>
          <a
            class="bladen__link"
            href={padOf(each) + toQuery({ jaar: query.jaar })}
            aria-current={each === blad ? 'page' : undefined}
          >
            {t.bladen[each]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type Binnen = { kernen: readonly Kern[]; medewerker: Medewerker; adres: Adres }
type Props = {
  blad: BladNaam
  titel: string
  inleiding: string
  usualYear: number
  children(binnen: Binnen): ComponentChildren
}

function Inhoud({
  blad,
  titel,
  inleiding,
  usualYear,
  medewerker,
  children,
}: Props & { medewerker: Medewerker }) {
  const kernen = useLoad(loadKernen, [])
  const adres = useAdres(usualYear)
  return (
    <div class="pagina pagina--breed" lang="nl">
      <Menu blad={blad} query={adres.query} />
      <h1 class="utrecht-heading-1">{titel}</h1>
      <p class="utrecht-paragraph utrecht-paragraph--lead">{inleiding}</p>
      <LoadState of={kernen} skeleton={<Skeleton lines={8} tall />}>
        {(loaded) => children({ kernen: loaded, medewerker, adres })}
      </LoadState>
    </div>
  )
}

export function WijkbudgetPagina(props: Props) {
  useTitle(props.titel)
  return (
    <Poort rollen={werkplekRollen.wijkbudget}>
      {(medewerker) => <Inhoud {...props} medewerker={medewerker} />}
    </Poort>
  )
}
