/** Any number of scenario's beside each other: table, sentences, what more inhabitants cost, and the map. */
import { useMemo, useState } from 'preact/hooks'
import type { Kern } from '../../../../functions/contract/kern.ts'
import type { Scenario, VergelijkAntwoord } from '../../../../functions/contract/scenario.ts'
import { formatAantal, formatEuro } from '../../../../functions/domain/geld.ts'
import { KaartVak } from '../../../components/KaartVak.tsx'
import { Keuzelijst } from '../../../components/Keuzelijst.tsx'
import { Legenda } from '../../../components/Legenda.tsx'
import { vergelijkingBladen } from '../../../export/bladen.ts'
import { makeCijferkaart } from '../../../map/activiteitBeeld.ts'
import { nlScenarios } from '../../../texts/nlScenarios.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { asMaat, MaatKeuze } from '../MaatKeuze.tsx'
import { Uitvoer } from '../Uitvoer.tsx'
import type { Adres } from '../useAdres.ts'
import { VergelijkTabel } from './VergelijkTabel.tsx'

const t = nlScenarios.vergelijking

/** Per scenario the sentence of the kern, and what more inhabitants change. */
function Uitleg({ antwoord, kern }: { antwoord: VergelijkAntwoord; kern: string | undefined }) {
  const rows = antwoord.scenarios.flatMap(({ scenario, naam, rijen }) => {
    const rij = rijen.find((each) => each.kern === kern)
    return rij ? [{ scenario, naam, rij }] : []
  })
  const [first] = rows
  const extra = formatAantal(antwoord.extraInwoners)
  return (
    <div class="blad__uitleg" role="status">
      {first ? (
        <>
          <strong>{t.uitleg(first.rij.naam)}</strong>
          {rows.map(({ scenario, naam, rij }) => (
            <div key={scenario} class="vergelijk__uitleg">
              <p class="vergelijk__scenario">{naam}</p>
              <p>{rij.uitleg}</p>
              <p class="bijschrift">
                {rij.gevoeligheid
                  ? `${t.gevoelig(extra, rij.naam, formatEuro(rij.gevoeligheid.kernCenten))} ${
                      rij.gevoeligheid.totaalCenten === 0
                        ? t.gevoeligAnderen
                        : t.gevoeligTotaal(formatEuro(rij.gevoeligheid.totaalCenten))
                    }`
                  : t.ongevoelig}
              </p>
            </div>
          ))}
        </>
      ) : (
        <p>{t.uitlegKies}</p>
      )}
    </div>
  )
}

type KaartProps = Pick<Props, 'antwoord' | 'scenarios' | 'kernen' | 'adres'> & {
  actief: string | undefined
  onActief(kern: string | undefined): void
}

/** Joined kernen have their amount on each part. */
const partsOf = (kern: string, scenarios: readonly Scenario[]): readonly string[] =>
  scenarios.flatMap(({ samenvoegingen }) => samenvoegingen).find((each) => each.kern === kern)?.van ?? [kern]

function VergelijkKaart({ antwoord, scenarios, kernen, adres: { query, go }, actief, onActief }: KaartProps) {
  const maat = asMaat(query.maat)
  const shown = antwoord.scenarios.find(({ scenario }) => scenario === query.kaart) ?? antwoord.scenarios[0]
  const kaart = useMemo(
    () =>
      makeCijferkaart(
        Object.fromEntries(
          (shown?.rijen ?? []).flatMap((rij) =>
            partsOf(rij.kern, scenarios).map((kern) => [
              kern,
              maat === 'inwoner' ? rij.perInwonerCenten : rij.nieuwCenten,
            ]),
          ),
        ),
        formatEuro,
      ),
    [shown, maat, scenarios],
  )
  const beeld = useMemo(() => ({ ...kaart.beeld, actief }), [kaart, actief])
  return (
    <div class="kaartdeel">
      {antwoord.scenarios.length > 1 && (
        <Keuzelijst
          id="kaart-scenario"
          label={t.kaart}
          value={shown?.scenario ?? ''}
          choices={antwoord.scenarios.map(({ scenario, naam }) => [scenario, naam])}
          onKies={(scenario) => go({ kaart: scenario })}
        />
      )}
      <MaatKeuze maat={maat} onMaat={(next) => go({ maat: next === 'bedrag' ? next : undefined })} />
      <KaartVak
        titel={nlWijkbudget.kaartTitel[maat]}
        kernen={kernen}
        beeld={beeld}
        reacties={{ onKern: onActief }}
      />
      <Legenda titel={nlWijkbudget.legenda[maat]} klassen={kaart.klassen} format={kaart.format} />
    </div>
  )
}

type Props = {
  jaar: number
  antwoord: VergelijkAntwoord
  scenarios: readonly Scenario[]
  kernen: readonly Kern[]
  adres: Adres
}

export function Vergelijking({ jaar, antwoord, scenarios, kernen, adres }: Props) {
  const [actief, setActief] = useState<string>()
  const gekozen = adres.query.kern
  return (
    <div class="budgetblad">
      <div>
        <VergelijkTabel
          jaar={jaar}
          antwoord={antwoord}
          gekozen={gekozen}
          actief={actief}
          onKies={(kern) => adres.go({ kern: kern === gekozen ? undefined : kern }, true)}
          onActief={setActief}
        />
        {!antwoord.basis && <p class="bijschrift">{t.geenBasis}</p>}
        <Uitleg antwoord={antwoord} kern={gekozen ?? actief} />
        <Uitvoer naam={`scenario-vergelijking-${jaar}`} bladen={() => vergelijkingBladen(antwoord)} />
      </div>
      <VergelijkKaart
        antwoord={antwoord}
        scenarios={scenarios}
        kernen={kernen}
        adres={adres}
        actief={actief}
        onActief={setActief}
      />
    </div>
  )
}
