/** The ledger of one kern in a year: where it stands, what is open, every line, and what may be added. */
import { useState } from 'preact/hooks'
import type { Grootboek } from '../../../../functions/contract/grootboek.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { api } from '../../../api.ts'
import { Alert } from '../../../components/Alert.tsx'
import { LoadState, Skeleton } from '../../../components/LoadState.tsx'
import { grootboekBlad } from '../../../export/bladen.ts'
import type { Medewerker } from '../../../state/medewerker.ts'
import { useLoad } from '../../../state/useLoad.ts'
import { nlGrootboek as t } from '../../../texts/nlGrootboek.ts'
import { Uitvoer } from '../Uitvoer.tsx'
import type { Adres } from '../useAdres.ts'
import { Afschrift } from './Afschrift.tsx'
import { Afsluiten } from './Afsluiten.tsx'
import { NieuweRegel } from './NieuweRegel.tsx'
import { Standcijfers } from './Standcijfers.tsx'
import { Tegenboeking } from './Tegenboeking.tsx'

/** What this person may book here; the service decides again. */
function soortenFor({ rollen }: Medewerker, { regels, stand }: Grootboek) {
  if (stand.vervallen)
    return rollen.includes('financien')
      ? (['betaling', 'vrijval'] as const)
      : rollen.includes('coordinator')
        ? (['vrijval'] as const)
        : []
  if (rollen.includes('financien'))
    return [
      'verplichting',
      'reservering',
      'betaling',
      'vrijval',
      ...(regels.length === 0 ? (['opening'] as const) : []),
    ] as const
  return rollen.includes('coordinator') ? (['verplichting', 'reservering', 'vrijval'] as const) : []
}

const Open = ({ open }: Pick<Grootboek, 'open'>) => (
  <section aria-labelledby="open-titel">
    <h3 class="utrecht-heading-3" id="open-titel">
      {t.open}
    </h3>
    {open.length === 0 ? (
      <p class="bijschrift">{t.openLeeg}</p>
    ) : (
      <ul class="regels">
        {open.map(({ nummer, openCenten }) => (
          <li key={nummer} class="regels__regel">
            <span class="regels__naam">{nummer}</span>
            <span class="regels__bedrag">{formatEuro(openCenten)}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

type Props = { kern: string; medewerker: Medewerker; adres: Adres }

export function Rekening({ kern, medewerker, adres: { jaar, query, go } }: Props) {
  const loaded = useLoad(
    (signal) => api.getGrootboek({ params: { jaar, kerncode: kern }, signal }),
    [jaar, kern],
  )
  const [note, setNote] = useState('')
  const [tegen, setTegen] = useState<number>()
  const isFinancien = medewerker.rollen.includes('financien')
  const done = (words: string) => {
    setNote(words)
    setTegen(undefined)
    loaded.reload()
  }
  return (
    <>
      <p class="kruimel">
        <button type="button" class="tabel__kies" onClick={() => go({ kern: undefined, soort: undefined })}>
          {t.alle}
        </button>
      </p>
      <LoadState of={loaded} skeleton={<Skeleton lines={8} tall />}>
        {(grootboek) => {
          const soorten = soortenFor(medewerker, grootboek)
          const { gesloten, naam, vervallen } = grootboek.stand
          return (
            <>
              <h2 class="utrecht-heading-2">{t.rekening(naam, jaar)}</h2>
              {vervallen && <p class="versie__reden">{t.vervallenUitleg(naam)}</p>}
              <Standcijfers
                grootboek={grootboek}
                keuze={query.soort}
                onKies={(soort) => go({ soort }, true)}
              />
              <div role="status">{note && <Alert soort="goed" titel={note} />}</div>
              {tegen !== undefined && (
                <Tegenboeking
                  grootboek={grootboek}
                  volgnummer={tegen}
                  onGeboekt={done}
                  onSluit={() => setTegen(undefined)}
                />
              )}
              <Afschrift
                grootboek={grootboek}
                keuze={query.soort}
                mayBook={isFinancien && !gesloten}
                onTegen={setTegen}
              />
              <Uitvoer naam={`grootboek-${kern}-${jaar}`} bladen={() => [grootboekBlad(grootboek)]} />
              <div class="tweeluik tweeluik--gelijk niet-printen">
                {gesloten || soorten.length === 0 ? (
                  <p class="leeg">{gesloten ? t.nieuw.gesloten : t.nieuw.nietVoorU}</p>
                ) : (
                  <NieuweRegel grootboek={grootboek} soorten={soorten} onGeboekt={done} />
                )}
                <div>
                  <Open open={grootboek.open} />
                  {isFinancien && !gesloten && grootboek.regels.length > 0 && (
                    <Afsluiten grootboek={grootboek} onGesloten={done} />
                  )}
                </div>
              </div>
            </>
          )
        }}
      </LoadState>
    </>
  )
}
