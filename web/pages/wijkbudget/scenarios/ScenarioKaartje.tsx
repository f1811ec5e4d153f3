/** One scenario: what it is, whether it is compared, and what can be done with it. */
import type { Kern } from '../../../../functions/contract/kern.ts'
import type { Scenario } from '../../../../functions/contract/scenario.ts'
import type { Verdeling } from '../../../../functions/contract/verdeling.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { formatDatum } from '../../../texts/format.ts'
import { nlScenarios } from '../../../texts/nlScenarios.ts'
import { methodeNaam } from '../../../texts/nlVerdelen.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { writeInvoer } from '../invoer.ts'
import { toInvoer } from '../toInvoer.ts'
import { toQuery } from '../useAdres.ts'
import { Voorstel } from '../Voorstel.tsx'
import { padOf } from '../WijkbudgetPagina.tsx'
import { Hernoem } from './Hernoem.tsx'
import { Samenvoegen } from './Samenvoegen.tsx'

const t = nlScenarios.lijst

type Props = {
  scenario: Scenario
  kernen: readonly Kern[]
  gekozen: boolean
  /** May make and change scenario's, and propose. */
  mayChange: boolean
  onKies(): void
  onKopieer(): void
  onVerwijder(): void
  onGewijzigd(scenario: Scenario): void
  onVoorgesteld(verdeling: Verdeling): void
}

/** Where its form is opened; undefined when it cannot go back into the form. */
export function linkOf({ jaar, scenario, vraag, bevolkingVersie }: Scenario): string | undefined {
  const invoer = toInvoer(vraag)
  if (!invoer) return undefined
  const bevolking = String(bevolkingVersie)
  return (
    padOf('verdelen') + toQuery({ jaar: String(jaar), ...writeInvoer({ ...invoer, bevolking }), scenario })
  )
}

const Wat = ({ scenario: { vraag, antwoord, samenvoegingen, gewijzigdOp } }: { scenario: Scenario }) => (
  <>
    <p class="kaartje__onder">
      {vraag.methode === 'onderbesteding' ? '' : methodeNaam[vraag.methode]}
      {antwoord.onverdeeldCenten > 0 && ` · ${t.onverdeeld(formatEuro(antwoord.onverdeeldCenten))}`}
    </p>
    {samenvoegingen.length > 0 && (
      <p class="kaartje__onder">{t.samengevoegd(samenvoegingen.map(({ naam }) => naam).join(', '))}</p>
    )}
    <p class="kaartje__onder">{t.gewijzigd(formatDatum(gewijzigdOp))}</p>
  </>
)

export function ScenarioKaartje(props: Props) {
  const { scenario, kernen, gekozen, mayChange, onKies, onKopieer, onVerwijder, onGewijzigd, onVoorgesteld } =
    props
  const link = linkOf(scenario)
  const { jaar, naam, antwoord, vraag, bevolkingVersie } = scenario
  return (
    <li class="kaartje scenario">
      <label class="scenario__kies">
        <input type="checkbox" checked={gekozen} onChange={onKies} />
        <span>
          <span class="scenario__naam">{naam}</span>{' '}
          <span class="label">{formatEuro(antwoord.totaalCenten)}</span>
        </span>
      </label>
      <Wat scenario={scenario} />
      {mayChange && (
        <>
          <div class="scenario__knoppen">
            {link && (
              <a class="utrecht-link" href={link} aria-label={`${t.wijzig}: ${naam}`}>
                {t.wijzig}
              </a>
            )}
            <button
              type="button"
              class="tabel__kies"
              aria-label={`${t.kopieer}: ${naam}`}
              onClick={onKopieer}
            >
              {t.kopieer}
            </button>
            <button
              type="button"
              class="tabel__kies"
              aria-label={`${t.verwijder}: ${naam}`}
              onClick={onVerwijder}
            >
              {t.verwijder}
            </button>
          </div>
          {!link && <p class="bijschrift">{t.wijzigKanNiet}</p>}
          <Hernoem scenario={scenario} onGewijzigd={onGewijzigd} />
          <Samenvoegen scenario={scenario} kernen={kernen} onGewijzigd={onGewijzigd} />
          <details class="vaststellen">
            <summary>{t.stelVoor}</summary>
            {scenario.samenvoegingen.length > 0 ? (
              <p class="versie__reden">{nlScenarios.samengevoegdNietVoor}</p>
            ) : (
              <Voorstel
                jaar={jaar}
                vraag={vraag}
                bevolkingVersie={bevolkingVersie}
                id={`-${scenario.scenario}`}
                onVoorgesteld={onVoorgesteld}
              />
            )}
          </details>
        </>
      )}
      {!mayChange && <p class="alleen-voorlezen">{nlWijkbudget.alleenFinancien}</p>}
    </li>
  )
}
