/** Financiën and coördinatoren: the money of every kern in a year, and of one kern line by line. */
import { api } from '../api.ts'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import type { Medewerker } from '../state/medewerker.ts'
import { useLoad } from '../state/useLoad.ts'
import { nlGrootboek as t } from '../texts/nlGrootboek.ts'
import { Rekening } from './wijkbudget/grootboek/Rekening.tsx'
import { Standen } from './wijkbudget/grootboek/Standen.tsx'
import { JaarKeuze } from './wijkbudget/JaarKeuze.tsx'
import { type Adres, thisYear, toQuery } from './wijkbudget/useAdres.ts'
import { padOf, WijkbudgetPagina } from './wijkbudget/WijkbudgetPagina.tsx'

function Alle({ jaar }: { jaar: number }) {
  const loaded = useLoad((signal) => api.listGrootboekstanden({ params: { jaar }, signal }), [jaar])
  return (
    <LoadState of={loaded} skeleton={<Skeleton lines={8} tall />}>
      {({ standen }) => (
        <>
          {standen.every(({ bijgewerktOp }) => bijgewerktOp === null) && (
            <p class="leeg">
              {t.leegJaar(jaar)}{' '}
              <a class="utrecht-link" href={padOf('verdelen') + toQuery({ jaar: String(jaar) })}>
                {t.naarVerdelen}
              </a>
            </p>
          )}
          <Standen jaar={jaar} standen={standen} />
        </>
      )}
    </LoadState>
  )
}

type Props = { medewerker: Medewerker; adres: Adres }

const Grootboeken = ({ medewerker, adres }: Props) => {
  const { jaar, query, go } = adres
  // Also a kern that is gone: its ledger stays.
  const { kern } = query
  return (
    <>
      <JaarKeuze jaar={jaar} onJaar={(year) => go({ jaar: String(year), soort: undefined })} />
      {kern ? (
        <Rekening key={`${kern} ${jaar}`} kern={kern} medewerker={medewerker} adres={adres} />
      ) : (
        <Alle jaar={jaar} />
      )}
    </>
  )
}

export default function WijkbudgetGrootboek() {
  return (
    <WijkbudgetPagina blad="grootboek" titel={t.titel} inleiding={t.inleiding} usualYear={thisYear()}>
      {(binnen) => <Grootboeken {...binnen} />}
    </WijkbudgetPagina>
  )
}
