/** One kern: figures, what was reported, plans, and its part of the money. Without a kern in the address: choose one. */
import { useRoute } from 'preact-iso'
import type { Kern } from '../../functions/contract/kern.ts'
import { inwonersOf } from '../../functions/domain/kernindeling/inwoners.ts'
import { LoadState } from '../components/LoadState.tsx'
import { loadKernen } from '../state/gemeente.ts'
import { useLoad } from '../state/useLoad.ts'
import { useTitle } from '../state/useTitle.ts'
import { formatDatum, formatGetal } from '../texts/format.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { KernBudget } from './mijnKern/KernBudget.tsx'
import { KernCijfers } from './mijnKern/KernCijfers.tsx'
import { KernInitiatieven } from './mijnKern/KernInitiatieven.tsx'
import { KernMeldingen } from './mijnKern/KernMeldingen.tsx'

const t = nlKaart.mijnKern

/** A kern without a figure does not have 0 inwoners. */
const inwonersIn = (kern: Kern): string => {
  const aantal = inwonersOf(kern)
  return aantal === undefined ? t.geenInwoners : t.inwoners(formatGetal(aantal))
}

const Kies = ({ kernen, unknown }: { kernen: readonly Kern[]; unknown: boolean }) => (
  <>
    <h1 class="utrecht-heading-1">{t.kies}</h1>
    <p class="utrecht-paragraph utrecht-paragraph--lead">{unknown ? t.onbekend : t.kiesUitleg}</p>
    <ul class="kernlijst">
      {kernen.map((kern) => (
        <li key={kern.code}>
          <a class="kernlijst__kern" href={`/mijn-kern/${kern.code}`}>
            <span class="kernlijst__naam">{kern.naam}</span>
            <span class="kernlijst__inwoners">{inwonersIn(kern)}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
)

const Overzicht = ({ kern }: { kern: Kern }) => (
  <>
    <p class="kruimel">
      <a class="utrecht-link" href="/mijn-kern">
        {t.andere}
      </a>
    </p>
    <h1 class="utrecht-heading-1">{kern.naam}</h1>
    <p class="utrecht-paragraph utrecht-paragraph--lead">{inwonersIn(kern)}</p>
    <KernCijfers kern={kern.code} />
    <div class="tweeluik tweeluik--gelijk">
      <KernMeldingen kern={kern.code} />
      <div>
        <KernBudget kern={kern} />
        <KernInitiatieven kern={kern.code} naam={kern.naam} />
      </div>
    </div>
    {inwonersOf(kern) !== undefined && (
      <p class="bijschrift">{t.inwonersBron(formatDatum(kern.peildatum), kern.inwonersBron)}</p>
    )}
  </>
)

export default function MijnKern() {
  const { params } = useRoute()
  const loaded = useLoad(loadKernen, [])
  const chosen = loaded.value?.find(({ code }) => code === params.kern)
  useTitle(chosen?.naam ?? t.titel)
  return (
    <div class="pagina pagina--breed" lang="nl">
      <LoadState of={loaded}>
        {(kernen) =>
          chosen ? (
            <Overzicht key={chosen.code} kern={chosen} />
          ) : (
            <Kies kernen={kernen} unknown={Boolean(params.kern)} />
          )
        }
      </LoadState>
    </div>
  )
}
