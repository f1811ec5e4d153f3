/** Financiën: what kernen did not use at a reference date, and the proposal to move it. */
import { useState } from 'preact/hooks'
import type { Kern } from '../../functions/contract/kern.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import { Tekstveld } from '../components/Tekstveld.tsx'
import { onderbestedingBlad } from '../export/bladen.ts'
import type { Medewerker } from '../state/medewerker.ts'
import { dayOf } from '../state/periode.ts'
import { useLoad } from '../state/useLoad.ts'
import { formatDatum } from '../texts/format.ts'
import { nlOnderbesteding as t } from '../texts/nlOnderbesteding.ts'
import { nlWijkbudget } from '../texts/nlWijkbudget.ts'
import { bevolkingOf } from './wijkbudget/bladKernen.ts'
import { JaarKeuze } from './wijkbudget/JaarKeuze.tsx'
import { Herverdeling } from './wijkbudget/onderbesteding/Herverdeling.tsx'
import { OnderbestedingTabel } from './wijkbudget/onderbesteding/Tabel.tsx'
import { Uitvoer } from './wijkbudget/Uitvoer.tsx'
import { type Adres, thisYear } from './wijkbudget/useAdres.ts'
import { Versies } from './wijkbudget/Versies.tsx'
import { WijkbudgetPagina } from './wijkbudget/WijkbudgetPagina.tsx'

type Props = { kernen: readonly Kern[]; medewerker: Medewerker; adres: Adres }

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '')

function Onderbesteden({ kernen, medewerker, adres }: Props) {
  const { jaar, query, go } = adres
  const peildatum = isDay(query.peildatum) ? query.peildatum : `${jaar}-11-01`
  const mayPropose = medewerker.rollen.includes('financien')
  const [note, setNote] = useState('')
  const loaded = useLoad(
    (signal) =>
      Promise.all([
        api.getOnderbesteding({ params: { jaar }, query: { peildatum }, signal }),
        api.listGrootboekstanden({ params: { jaar }, signal }),
        api.listBevolkingsversies({ signal }),
      ]),
    [jaar, peildatum],
  )
  const versies = useLoad((signal) => api.listVerdelingen({ params: { jaar }, signal }), [jaar])
  const done = (words: string) => {
    setNote(words)
    loaded.reload()
    versies.reload()
  }
  const herverdelingen =
    versies.value?.verdelingen.filter(({ vraag }) => vraag.methode === 'onderbesteding') ?? []
  const numberIn = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : undefined)
  return (
    <>
      <div class="filters">
        <JaarKeuze jaar={jaar} onJaar={(year) => go({ jaar: String(year), peildatum: undefined })} />
        <Tekstveld
          id="peildatum"
          label={t.peildatum}
          hulp={t.peildatumHulp}
          soort="datum"
          value={peildatum}
          pasAan
          onTyp={(dag) => go({ peildatum: isDay(dag) ? dag : undefined })}
        />
      </div>
      <LoadState of={loaded} skeleton={<Skeleton lines={8} tall />}>
        {([stand, { standen }, bevolkingen]) => (
          <>
            {stand.totaal.budgetCenten === 0 && (
              <p class="leeg">
                {t.leeg(formatDatum(stand.peildatum))}{' '}
                <button
                  type="button"
                  class="tabel__kies"
                  onClick={() => go({ peildatum: dayOf(new Date()) })}
                >
                  {t.vandaag}
                </button>
              </p>
            )}
            {mayPropose ? (
              <Herverdeling
                key={`${stand.jaar} ${stand.peildatum}`}
                stand={stand}
                nu={new Map(standen.map(({ kern, vrijCenten }) => [kern, vrijCenten]))}
                bevolking={bevolkingOf(bevolkingen.versies, stand.jaar, '')}
                onVoorgesteld={({ versie }) => done(t.klaar(versie))}
              />
            ) : (
              <>
                <OnderbestedingTabel stand={stand} voorbeeld={undefined} />
                <p class="bijschrift">{t.alleenFinancien}</p>
              </>
            )}
            <Uitvoer naam={`onderbesteding-${stand.peildatum}`} bladen={() => [onderbestedingBlad(stand)]} />
          </>
        )}
      </LoadState>
      <div role="status">{note && <Alert soort="goed" titel={note} />}</div>
      <h2 class="utrecht-heading-2">{t.versies(jaar)}</h2>
      <LoadState of={versies} skeleton={<Skeleton lines={2} tall />}>
        {({ geldend }) =>
          herverdelingen.length === 0 ? (
            <p class="leeg">{t.versiesLeeg}</p>
          ) : (
            <Versies
              verdelingen={herverdelingen}
              geldend={geldend}
              medewerker={medewerker}
              naamOf={(kern) => kernen.find(({ code }) => code === kern)?.naam ?? kern}
              gekozen={numberIn(query.versie)}
              controle={numberIn(query.controle)}
              onOpen={(now) =>
                go({
                  ...('gekozen' in now && { versie: now.gekozen?.toString() }),
                  ...('controle' in now && { controle: now.controle?.toString() }),
                })
              }
              onVastgesteld={({ versie }) => done(nlWijkbudget.vaststellen.klaar(versie))}
            />
          )
        }
      </LoadState>
    </>
  )
}

export default function WijkbudgetOnderbesteding() {
  return (
    <WijkbudgetPagina blad="onderbesteding" titel={t.titel} inleiding={t.inleiding} usualYear={thisYear()}>
      {(binnen) => <Onderbesteden {...binnen} />}
    </WijkbudgetPagina>
  )
}
