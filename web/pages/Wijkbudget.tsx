/** Financiën: a total becomes shares, beside last year and on the map; then proposed, then adopted by another. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Kern } from '../../functions/contract/kern.ts'
import { formatEuro } from '../../functions/domain/geld.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { KaartVak } from '../components/KaartVak.tsx'
import { Legenda } from '../components/Legenda.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import { Poort } from '../components/Poort.tsx'
import { makeCijferkaart } from '../map/activiteitBeeld.ts'
import { loadKernen } from '../state/gemeente.ts'
import type { Medewerker } from '../state/medewerker.ts'
import { dayOf } from '../state/periode.ts'
import { useLoad } from '../state/useLoad.ts'
import { useTitle } from '../state/useTitle.ts'
import { nlWijkbudget as t } from '../texts/nlWijkbudget.ts'
import { Blad } from './wijkbudget/Blad.tsx'
import { download } from './wijkbudget/download.ts'
import { makeRijen, type Rij } from './wijkbudget/rijen.ts'
import { toCsv } from './wijkbudget/toCsv.ts'
import { type Invoer, readInvoer } from './wijkbudget/toVraag.ts'
import { Uitgangspunten } from './wijkbudget/Uitgangspunten.tsx'
import { useBlad } from './wijkbudget/useBlad.ts'
import { Versies } from './wijkbudget/Versies.tsx'
import { Voorstel } from './wijkbudget/Voorstel.tsx'

/** Year, inputs and version live in the address: a sheet can be mailed. */
function useSheet() {
  const { query, route } = useLocation()
  const nextYear = Number(dayOf(new Date()).slice(0, 4)) + 1
  const jaar = /^2[01]\d\d$/.test(query.jaar ?? '') ? Number(query.jaar) : nextYear
  const go = (change: Record<string, string | undefined>, replace: boolean) => {
    const given = Object.entries({ ...query, ...change }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    )
    route(`/werkplek/wijkbudget?${new URLSearchParams(given)}`, replace)
  }
  return {
    jaar,
    invoer: readInvoer(query),
    versie: query.versie ? Number(query.versie) : undefined,
    setJaar: (year: number) => go({ jaar: String(year), versie: undefined }, false),
    setInvoer: (change: Partial<Invoer>) => go({ ...change, versie: undefined }, true),
    setVersie: (versie: number | undefined) => go({ versie: versie ? String(versie) : undefined }, false),
  }
}

function BladMetKaart(props: {
  kernen: readonly Kern[]
  rijen: readonly Rij[]
  blad: Parameters<typeof Blad>[0]
}) {
  const { kernen, rijen, blad } = props
  const kaart = useMemo(
    () =>
      makeCijferkaart(Object.fromEntries(rijen.map((rij) => [rij.kern, rij.perInwonerCenten])), formatEuro),
    [rijen],
  )
  const beeld = useMemo(() => ({ ...kaart.beeld, actief: blad.actief }), [kaart, blad.actief])
  return (
    <div class="budgetblad">
      <div>
        <Blad {...blad} />
        <div class="knoppen">
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() =>
              download(`wijkbudget-${blad.jaar}.csv`, toCsv(rijen, blad.jaar), 'text/csv;charset=utf-8')
            }
          >
            {t.csv}
          </button>
        </div>
      </div>
      <div class="kaartdeel">
        <KaartVak titel={t.kaartTitel} kernen={kernen} beeld={beeld} reacties={{ onKern: blad.onActief }} />
        <Legenda titel={t.legenda} klassen={kaart.klassen} format={kaart.format} />
      </div>
    </div>
  )
}

function Verdelen({ kernen, medewerker }: { kernen: readonly Kern[]; medewerker: Medewerker }) {
  const { jaar, invoer, versie, setJaar, setInvoer, setVersie } = useSheet()
  const [actief, setActief] = useState<string>()
  const [note, setNote] = useState('')
  useEffect(() => setNote(''), [jaar])
  const budget = useLoad((signal) => api.getWijkbudget({ params: { jaar }, signal }), [jaar])
  const versies = useLoad((signal) => api.listVerdelingen({ params: { jaar }, signal }), [jaar])
  const shown = versies.value?.verdelingen.find((each) => each.versie === versie)
  const blad = useBlad(invoer, kernen, shown)
  const vorig = budget.value?.jaar === jaar ? budget.value.vorigJaar?.bedragen : undefined
  const rijen = useMemo(
    () => (blad.antwoord ? makeRijen(blad.antwoord, kernen, blad.inwoners, vorig) : []),
    [blad, kernen, vorig],
  )
  const done = (words: string) => {
    setNote(words)
    versies.reload()
    budget.reload()
  }
  return (
    <>
      <Uitgangspunten
        jaar={jaar}
        invoer={invoer}
        fouten={blad.fouten}
        onJaar={setJaar}
        onInvoer={setInvoer}
      />
      {blad.problem && (
        <Alert soort="fout" titel={t.kanNiet}>
          <p>{blad.problem.message}</p>
          {blad.problem.extra.tekortCenten !== undefined && (
            <p>{t.tekort(formatEuro(blad.problem.extra.tekortCenten))}</p>
          )}
        </Alert>
      )}
      {blad.antwoord ? (
        <BladMetKaart
          kernen={kernen}
          rijen={rijen}
          blad={{
            naam: shown ? t.tabelVersie(jaar, shown.versie) : t.tabel(jaar),
            jaar,
            rijen,
            antwoord: blad.antwoord,
            actief,
            onActief: setActief,
          }}
        />
      ) : (
        !blad.problem && <p class="leeg">{t.nogNiets}</p>
      )}
      {blad.antwoord && budget.value && !budget.value.vorigJaar && <p class="bijschrift">{t.vorigNiets}</p>}
      {blad.vraag && medewerker.rollen.includes('financien') && (
        <Voorstel jaar={jaar} vraag={blad.vraag} onVoorgesteld={(made) => done(t.voorgesteld(made.versie))} />
      )}
      {!medewerker.rollen.includes('financien') && <p class="bijschrift">{t.alleenFinancien}</p>}
      <div role="status">{note && <Alert soort="goed" titel={note} />}</div>
      <h2 class="utrecht-heading-2">{t.versies.titel(jaar)}</h2>
      <LoadState of={versies}>
        {({ verdelingen, geldend }) =>
          verdelingen.length === 0 ? (
            <p class="leeg">{t.versies.leeg}</p>
          ) : (
            <Versies
              verdelingen={verdelingen}
              geldend={geldend}
              medewerker={medewerker}
              gekozen={versie}
              onBekijk={setVersie}
              onVastgesteld={(made) => done(t.vaststellen.klaar(made.versie))}
            />
          )
        }
      </LoadState>
    </>
  )
}

function Pagina({ medewerker }: { medewerker: Medewerker }) {
  const kernen = useLoad(loadKernen, [])
  return (
    <div class="pagina pagina--breed" lang="nl">
      <h1 class="utrecht-heading-1">{t.titel}</h1>
      <p class="utrecht-paragraph utrecht-paragraph--lead">{t.inleiding}</p>
      <LoadState of={kernen} skeleton={<Skeleton lines={8} tall />}>
        {(loaded) => <Verdelen kernen={loaded} medewerker={medewerker} />}
      </LoadState>
    </div>
  )
}

export default function Wijkbudget() {
  useTitle(t.titel)
  return (
    <Poort rollen={['financien', 'college', 'beheerder', 'coordinator']}>
      {(medewerker) => <Pagina medewerker={medewerker} />}
    </Poort>
  )
}
