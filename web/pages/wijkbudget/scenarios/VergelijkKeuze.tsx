/** What is compared with what; the comparison itself comes from the service. */
import type { Kern } from '../../../../functions/contract/kern.ts'
import type { Scenario } from '../../../../functions/contract/scenario.ts'
import { api } from '../../../api.ts'
import { Keuzelijst } from '../../../components/Keuzelijst.tsx'
import { LoadState, Skeleton } from '../../../components/LoadState.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { useLoad } from '../../../state/useLoad.ts'
import { nlScenarios } from '../../../texts/nlScenarios.ts'
import type { Adres } from '../useAdres.ts'
import { readBasis, readExtra, usualExtra } from './readKeuze.ts'
import { Vergelijking } from './Vergelijking.tsx'

const t = nlScenarios.vergelijking

type Props = {
  kernen: readonly Kern[]
  adres: Adres
  scenarios: readonly Scenario[]
  compared: readonly string[]
  /** Changes when a scenario changed. */
  stamp: string
}

export function VergelijkKeuze({ kernen, adres, scenarios, compared, stamp }: Props) {
  const { jaar, query, go } = adres
  const versies = useLoad((signal) => api.listVerdelingen({ params: { jaar }, signal }), [jaar])
  const extra = readExtra(query.extra)
  const loaded = useLoad(
    async (signal) => {
      if (compared.length === 0) return null
      const basis = readBasis(query.basis)
      const body = { scenarios: [...compared], extraInwoners: extra, ...(basis && { basis }) }
      return api.compareScenarios({ params: { jaar }, body, signal })
    },
    [jaar, compared.join(), query.basis, extra, stamp],
  )
  if (compared.length === 0) return scenarios.length > 0 ? <p class="leeg">{t.kies}</p> : null
  const choices: [string, string][] = [
    ['', t.vorigJaar(jaar - 1)],
    ...(versies.value?.verdelingen ?? [])
      .filter(({ vraag }) => vraag.methode !== 'onderbesteding')
      .map(({ versie }): [string, string] => [`v${versie}`, t.versie(versie, jaar)]),
    ...scenarios.map(({ scenario, naam }): [string, string] => [`s${scenario}`, t.scenario(naam)]),
  ]
  return (
    <div>
      <div class="filters vergelijk__keuze">
        <Keuzelijst
          id="basis"
          label={t.basis}
          value={query.basis ?? ''}
          choices={choices}
          onKies={(basis) => go({ basis })}
        />
        <Tekstveld
          id="extra"
          label={t.extra}
          hulp={t.extraHulp}
          value={query.extra ?? String(usualExtra)}
          pasAan
          onTyp={(text) => go({ extra: text }, true)}
        />
      </div>
      <LoadState of={loaded} skeleton={<Skeleton lines={8} tall />}>
        {(antwoord) =>
          antwoord && (
            <Vergelijking
              jaar={jaar}
              antwoord={antwoord}
              scenarios={scenarios}
              kernen={kernen}
              adres={adres}
            />
          )
        }
      </LoadState>
    </div>
  )
}
