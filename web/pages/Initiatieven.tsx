/** Plans of residents: a list that can be read, beside a map that shows where. */

import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Initiatief } from '../../functions/contract/initiatief.ts'
import { api } from '../api.ts'
import { Field } from '../components/Field.tsx'
import { InitiatiefKaartje } from '../components/InitiatiefKaartje.tsx'
import { KaartVak } from '../components/KaartVak.tsx'
import { LoadState } from '../components/LoadState.tsx'
import { loadKernen } from '../state/gemeente.ts'
import { useLoad } from '../state/useLoad.ts'
import { usePages } from '../state/usePages.ts'
import { useTitle } from '../state/useTitle.ts'
import { nlKaart } from '../texts/nlKaart.ts'

const t = nlKaart.initiatieven
const noRows: Initiatief[] = []

export default function Initiatieven() {
  const { query, route } = useLocation()
  const kern = query.kern || undefined
  const kernen = useLoad(loadKernen, [])
  const { pages, more } = usePages(
    async (cursor, signal) => {
      const page = await api.listInitiatieven({ query: { kern, cursor, limiet: '20' }, signal })
      return { rows: page.initiatieven, volgende: page.volgende }
    },
    [kern],
  )
  useTitle(t.titel)
  const rows = pages.value?.rows ?? noRows
  const beeld = useMemo(
    () => ({
      gekozen: kern,
      punten: rows.map(({ nummer, geometrie }) => ({
        id: nummer,
        positie: geometrie.coordinates,
        soort: 'initiatief' as const,
      })),
    }),
    [rows, kern],
  )
  const naamOf = (code: string) => kernen.value?.find((each) => each.code === code)?.naam ?? code
  return (
    <div class="pagina pagina--breed" lang="nl">
      <div class="paginakop">
        <div>
          <h1 class="utrecht-heading-1">{t.titel}</h1>
          <p class="utrecht-paragraph utrecht-paragraph--lead">{t.inleiding}</p>
        </div>
        <a class="utrecht-button utrecht-button--primary-action knop" href="/initiatieven/nieuw">
          {t.nieuw}
        </a>
      </div>
      <Field id="kern" label={t.kern} soort="select">
        {(control) => (
          <select
            {...control}
            value={kern ?? ''}
            onChange={(event) => {
              const code = event.currentTarget.value
              route(code ? `/initiatieven?kern=${code}` : '/initiatieven')
            }}
          >
            <option value="">{t.alleKernen}</option>
            {kernen.value?.map(({ code, naam }) => (
              <option key={code} value={code}>
                {naam}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="tweeluik">
        <div class="tweeluik__woorden">
          <LoadState of={pages}>
            {({ rows: initiatieven, volgende }) => (
              <>
                {initiatieven.length === 0 && (
                  <div class="leeg">
                    <p class="leeg__titel">{t.leegTitel}</p>
                    <p>{t.leeg}</p>
                  </div>
                )}
                <ul class="kaartjes">
                  {initiatieven.map((initiatief) => (
                    <InitiatiefKaartje
                      key={initiatief.nummer}
                      initiatief={initiatief}
                      kernNaam={naamOf(initiatief.kern)}
                    />
                  ))}
                </ul>
                {volgende && (
                  <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action"
                    onClick={more}
                  >
                    {t.meer}
                  </button>
                )}
              </>
            )}
          </LoadState>
        </div>
        <KaartVak
          titel={t.kaartTitel}
          kernen={kernen.value ?? []}
          beeld={beeld}
          hoog
          reacties={{
            onPunt: (id) => document.getElementById(id)?.focus(),
            onKies: (code) => route(`/initiatieven?kern=${code}`),
          }}
        />
      </div>
    </div>
  )
}
