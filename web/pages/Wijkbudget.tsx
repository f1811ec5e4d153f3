/** Financiën: a total becomes shares, beside last year and on the map; then kept, proposed, and adopted by another. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Kern } from '../../functions/contract/kern.ts'
import { formatEuro } from '../../functions/domain/geld.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import type { Medewerker } from '../state/medewerker.ts'
import { useLoad } from '../state/useLoad.ts'
import { nlScenarios } from '../texts/nlScenarios.ts'
import { nlWijkbudget as t } from '../texts/nlWijkbudget.ts'
import { BeginMetVorig } from './wijkbudget/BeginMetVorig.tsx'
import { BewaarScenario } from './wijkbudget/BewaarScenario.tsx'
import { BladMetKaart } from './wijkbudget/BladMetKaart.tsx'
import { bevolkingOf, joinVorig, toBladKernen } from './wijkbudget/bladKernen.ts'
import { IngroeiJaren } from './wijkbudget/IngroeiJaren.tsx'
import { invoerVelden, methodeVelden, readInvoer, writeInvoer } from './wijkbudget/invoer.ts'
import { asMaat } from './wijkbudget/MaatKeuze.tsx'
import { makeRijen } from './wijkbudget/rijen.ts'
import { findStartJaar } from './wijkbudget/startJaar.ts'
import { Uitgangspunten } from './wijkbudget/Uitgangspunten.tsx'
import { Uitvoer } from './wijkbudget/Uitvoer.tsx'
import { type Adres, thisYear } from './wijkbudget/useAdres.ts'
import { useBlad } from './wijkbudget/useBlad.ts'
import { Versies } from './wijkbudget/Versies.tsx'
import { Voorstel } from './wijkbudget/Voorstel.tsx'
import { loadVastgesteldeJaren } from './wijkbudget/vastgesteldeJaren.ts'
import { WijkbudgetPagina } from './wijkbudget/WijkbudgetPagina.tsx'

type Props = { kernen: readonly Kern[]; medewerker: Medewerker; adres: Adres }

/** Everything of the year that the sheet stands on. */
function useJaar(jaar: number) {
  const budget = useLoad((signal) => api.getWijkbudget({ params: { jaar }, signal }), [jaar])
  const versies = useLoad((signal) => api.listVerdelingen({ params: { jaar }, signal }), [jaar])
  const scenarios = useLoad((signal) => api.listScenarios({ params: { jaar }, signal }), [jaar])
  const bevolkingen = useLoad((signal) => api.listBevolkingsversies({ signal }), [])
  return { budget, versies, scenarios, bevolkingen }
}

const numberIn = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : undefined)

/** What belongs to an opened version or scenario, and goes when the year or the inputs change. */
const closed = { versie: undefined, controle: undefined }

function Verdelen({ kernen, medewerker, adres }: Props) {
  const { jaar, query, go } = adres
  const [actief, setActief] = useState<string>()
  const [note, setNote] = useState('')
  useEffect(() => setNote(''), [jaar])
  const { budget, versies, scenarios, bevolkingen } = useJaar(jaar)
  const invoer = useMemo(() => readInvoer(query), [JSON.stringify(invoerVelden.map((veld) => query[veld]))])
  const verdelingen =
    versies.value?.verdelingen.filter(({ vraag }) => vraag.methode !== 'onderbesteding') ?? []
  const shown = verdelingen.find((each) => each.versie === numberIn(query.versie))
  const open = scenarios.value?.scenarios.find(({ scenario }) => scenario === query.scenario)
  const bevolking = bevolkingOf(bevolkingen.value?.versies ?? [], jaar, invoer.bevolking)
  const bladKernen = useMemo(
    () => toBladKernen(kernen, bevolking, open?.samenvoegingen),
    [kernen, bevolking, open],
  )
  const loadedVorig = budget.value?.jaar === jaar ? budget.value.vorigJaar?.bedragen : undefined
  const vorig = useMemo(() => joinVorig(loadedVorig, open?.samenvoegingen), [loadedVorig, open])
  const blad = useBlad(invoer, bladKernen, vorig, shown)
  const rijen = useMemo(
    () => (blad.antwoord ? makeRijen(blad.antwoord, bladKernen, blad.inwoners, vorig) : []),
    [blad, bladKernen, vorig],
  )
  const mayPropose = medewerker.rollen.includes('financien')
  const done = (words: string) => {
    setNote(words)
    versies.reload()
    budget.reload()
    scenarios.reload()
  }
  const naamOf = (kern: string) => kernen.find(({ code }) => code === kern)?.naam ?? kern
  return (
    <>
      {open && (
        <Alert soort="uitleg" titel={nlScenarios.open(open.naam)}>
          <p>
            <button type="button" class="tabel__kies" onClick={() => go({ scenario: undefined })}>
              {nlScenarios.sluit}
            </button>
          </p>
        </Alert>
      )}
      <Uitgangspunten
        jaar={jaar}
        invoer={invoer}
        kernen={bladKernen}
        bevolkingen={bevolkingen.value?.versies ?? []}
        bevolking={bevolking}
        fouten={blad.fouten}
        onJaar={(year) => go({ ...closed, jaar: String(year), scenario: undefined })}
        onInvoer={(change) => go({ ...closed, ...writeInvoer({ ...invoer, ...change }) }, true)}
      />
      {bevolkingen.value && !bevolking && <Alert soort="let_op" titel={t.jaarZonderInwoners(jaar)} />}
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
          maat={asMaat(query.maat)}
          onMaat={(maat) => go({ maat: maat === 'bedrag' ? maat : undefined })}
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
        !blad.problem && (
          <>
            <p class="leeg">
              {invoer.totaal || !methodeVelden[invoer.methode].includes('totaal')
                ? t.nogNietAlles
                : t.nogNiets}
            </p>
            {vorig && !invoer.totaal && methodeVelden[invoer.methode].includes('totaal') && (
              <BeginMetVorig
                jaar={jaar}
                vorig={vorig}
                onTotaal={(totaal) => go({ ...closed, ...writeInvoer({ ...invoer, totaal }) })}
              />
            )}
          </>
        )
      )}
      {blad.antwoord && budget.value && !budget.value.vorigJaar && <p class="bijschrift">{t.vorigNiets}</p>}
      <IngroeiJaren
        jaar={jaar}
        vraag={blad.vraag}
        naamOf={(kern) => bladKernen.find(({ code }) => code === kern)?.naam ?? kern}
      />
      {blad.vraag && mayPropose && (
        <section class="vervolg" aria-labelledby="vervolg-titel">
          <h2 class="utrecht-heading-2" id="vervolg-titel">
            {t.verder}
          </h2>
          <BewaarScenario
            jaar={jaar}
            vraag={blad.vraag}
            bevolkingVersie={bevolking?.versie}
            open={open}
            onBewaard={(made) => {
              done(nlScenarios.bewaard(made.naam))
              go({ scenario: made.scenario }, true)
            }}
          />
          {open && open.samenvoegingen.length > 0 ? (
            <p class="versie__reden">{nlScenarios.samengevoegdNietVoor}</p>
          ) : (
            <Voorstel
              jaar={jaar}
              vraag={blad.vraag}
              bevolkingVersie={bevolking?.versie}
              hoofd
              onVoorgesteld={(made) => done(t.voorgesteld(made.versie))}
            />
          )}
        </section>
      )}
      {!mayPropose && <p class="bijschrift">{t.alleenFinancien}</p>}
      <div role="status">{note && <Alert soort="goed" titel={note} />}</div>
      <h2 class="utrecht-heading-2">{t.versies.titel(jaar)}</h2>
      <LoadState of={versies} skeleton={<Skeleton lines={3} tall />}>
        {({ geldend }) =>
          verdelingen.length === 0 ? (
            <p class="leeg">{t.versies.leeg}</p>
          ) : (
            <>
              <Versies
                verdelingen={verdelingen}
                geldend={geldend}
                medewerker={medewerker}
                naamOf={naamOf}
                gekozen={numberIn(query.versie)}
                controle={numberIn(query.controle)}
                onOpen={(now) =>
                  go({
                    ...('gekozen' in now && { versie: now.gekozen?.toString() }),
                    ...('controle' in now && { controle: now.controle?.toString() }),
                  })
                }
                onVastgesteld={(made) => done(t.vaststellen.klaar(made.versie))}
              />
              <Uitvoer
                naam={`wijkbudget-tot-en-met-${jaar}`}
                enkel={t.uitvoer.jaren}
                bladen={() => loadVastgesteldeJaren(jaar)}
              />
            </>
          )
        }
      </LoadState>
    </>
  )
}

export default function Wijkbudget() {
  const jaar = thisYear()
  const nu = useLoad((signal) => api.getWijkbudget({ params: { jaar }, signal }), [])
  return (
    <WijkbudgetPagina
      blad="verdelen"
      titel={t.titel}
      inleiding={t.inleiding}
      usualYear={findStartJaar(jaar, nu.value)}
    >
      {(binnen) =>
        binnen.adres.query.jaar || nu.value || nu.problem ? (
          <Verdelen {...binnen} />
        ) : (
          <Skeleton lines={8} tall />
        )
      }
    </WijkbudgetPagina>
  )
}
