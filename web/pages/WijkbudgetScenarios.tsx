/** Financiën: scenario's of a year; copy, change, remove and put back; any number beside each other. */
import { useState } from 'preact/hooks'
import type { Kern } from '../../functions/contract/kern.ts'
import type { Scenario } from '../../functions/contract/scenario.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import type { Medewerker } from '../state/medewerker.ts'
import { useActie } from '../state/useActie.ts'
import { useLoad } from '../state/useLoad.ts'
import { nlScenarios } from '../texts/nlScenarios.ts'
import { nlWijkbudget } from '../texts/nlWijkbudget.ts'
import { JaarKeuze } from './wijkbudget/JaarKeuze.tsx'
import { ScenarioKaartje } from './wijkbudget/scenarios/ScenarioKaartje.tsx'
import { VergelijkKeuze } from './wijkbudget/scenarios/VergelijkKeuze.tsx'
import { type Adres, thisYear, toQuery } from './wijkbudget/useAdres.ts'
import { padOf, WijkbudgetPagina } from './wijkbudget/WijkbudgetPagina.tsx'

const t = nlScenarios.lijst

type Props = { kernen: readonly Kern[]; medewerker: Medewerker; adres: Adres }
/** What just happened; a removal can be undone here. */
type Note = { words: string; undo?: Scenario }

function useScenarios(jaar: number) {
  const loaded = useLoad((signal) => api.listScenarios({ params: { jaar }, signal }), [jaar])
  const [note, setNote] = useState<Note>()
  const actie = useActie()
  const done = (next: Note) => {
    setNote(next)
    loaded.reload()
  }
  const remove = async (each: Scenario, verwijderd: boolean) => {
    const { scenario, versie, naam } = each
    const changed = await actie.run([scenario, versie, verwijderd], (idempotencyKey) =>
      api.changeScenario({ params: { jaar, scenario }, body: { versie, verwijderd }, idempotencyKey }),
    )
    if (changed)
      done(verwijderd ? { words: t.verwijderd(naam), undo: changed } : { words: t.teruggezet(naam) })
  }
  const copy = async ({ scenario, naam }: Scenario) => {
    const body = { naam: t.kopieNaam(naam).slice(0, 120), kopieVan: { jaar, scenario } }
    const made = await actie.run(body, (idempotencyKey) =>
      api.createScenario({ params: { jaar }, body, idempotencyKey }),
    )
    if (made) done({ words: nlScenarios.bewaard(made.naam) })
  }
  return { loaded, note, problem: actie.problem, done, remove, copy }
}

const Melding = ({ note, onUndo }: { note: Note | undefined; onUndo(scenario: Scenario): void }) => (
  <div role="status">
    {note && (
      <Alert soort="goed" titel={note.words}>
        {note.undo && (
          <p>
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => onUndo(note.undo!)}
            >
              {t.zetTerug(note.undo.naam)}
            </button>
          </p>
        )}
      </Alert>
    )}
  </div>
)

function Scenarios({ kernen, medewerker, adres }: Props) {
  const { jaar, query, go } = adres
  const { loaded, note, problem, done, remove, copy } = useScenarios(jaar)
  const mayChange = medewerker.rollen.includes('financien')
  const chosen = (query.s ?? '').split(',').filter(Boolean)
  const toggle = (code: string) =>
    go({
      s: (chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]).join(','),
    })
  return (
    <>
      <JaarKeuze
        jaar={jaar}
        onJaar={(year) => go({ jaar: String(year), s: undefined, basis: undefined, kaart: undefined })}
      />
      <h2 class="utrecht-heading-2">{t.titel(jaar)}</h2>
      <Melding note={note} onUndo={(scenario) => remove(scenario, false)} />
      {problem && (
        <Alert soort="fout" titel={t.mislukt}>
          <p>{problem.message}</p>
        </Alert>
      )}
      <LoadState of={loaded} skeleton={<Skeleton lines={3} tall />}>
        {({ scenarios }) => {
          const present = scenarios.filter(({ verwijderd }) => !verwijderd)
          const removed = scenarios.filter(({ verwijderd }) => verwijderd)
          const compared = chosen.filter((code) => present.some(({ scenario }) => scenario === code))
          return (
            <>
              {present.length === 0 ? (
                <p class="leeg">
                  {t.leeg(jaar)}{' '}
                  <a class="utrecht-link" href={padOf('verdelen') + toQuery({ jaar: String(jaar) })}>
                    {t.maak}
                  </a>
                </p>
              ) : (
                <fieldset class="scenarios">
                  <legend class="keuze__naam">{t.kies}</legend>
                  <ul class="kaartjes kaartjes--naast">
                    {present.map((scenario) => (
                      <ScenarioKaartje
                        key={`${scenario.scenario} ${scenario.versie}`}
                        scenario={scenario}
                        kernen={kernen}
                        gekozen={chosen.includes(scenario.scenario)}
                        mayChange={mayChange}
                        onKies={() => toggle(scenario.scenario)}
                        onKopieer={() => copy(scenario)}
                        onVerwijder={() => remove(scenario, true)}
                        onGewijzigd={({ naam }) => done({ words: nlScenarios.bewaard(naam) })}
                        onVoorgesteld={({ versie }) => done({ words: nlWijkbudget.voorgesteld(versie) })}
                      />
                    ))}
                  </ul>
                </fieldset>
              )}
              {removed.length > 0 && (
                <details class="vaststellen">
                  <summary>{t.weg(removed.length)}</summary>
                  <ul class="lijst">
                    {removed.map((scenario) => (
                      <li key={scenario.scenario}>
                        <button type="button" class="tabel__kies" onClick={() => remove(scenario, false)}>
                          {t.zetTerug(scenario.naam)}
                        </button>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {!mayChange && <p class="bijschrift">{t.alleenFinancien}</p>}
              <VergelijkKeuze
                kernen={kernen}
                adres={adres}
                scenarios={present}
                compared={compared}
                stamp={scenarios.map(({ scenario, versie }) => `${scenario}${versie}`).join()}
              />
            </>
          )
        }}
      </LoadState>
    </>
  )
}

export default function WijkbudgetScenarios() {
  return (
    <WijkbudgetPagina
      blad="scenarios"
      titel={nlScenarios.titel}
      inleiding={nlScenarios.inleiding}
      usualYear={thisYear() + 1}
    >
      {(binnen) => <Scenarios {...binnen} />}
    </WijkbudgetPagina>
  )
}
