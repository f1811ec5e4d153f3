/** What became of each melding of a change in bulk; the reasons of those that failed, and trying those again. */
import { useEffect, useRef } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { useActie } from '../../state/useActie.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import type { Uitslag, useBulk } from './useBulk.ts'

const t = nlWerkplek.bulk

type Props = { bulk: ReturnType<typeof useBulk>; uitslag: Uitslag; onOpen(nummer: string): void }

export function BulkUitslag({ bulk, uitslag, onOpen }: Props) {
  const actie = useActie()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [uitslag])
  const mislukt = uitslag.regels.filter(({ gelukt }) => !gelukt)
  const gelukt = formatGetal(uitslag.regels.length - mislukt.length)
  const again = () => void actie.run(uitslag, (sleutel) => bulk.opnieuw(uitslag, sleutel))
  return (
    <div ref={box} tabIndex={-1} class="uitkomst">
      <Alert
        soort={mislukt.length > 0 ? 'let_op' : 'goed'}
        titel={mislukt.length > 0 ? t.deels(gelukt, formatGetal(mislukt.length)) : t.alles(gelukt)}
      >
        {mislukt.length > 0 && (
          <>
            <p>{t.redenen}</p>
            <ul class="punten">
              {mislukt.map(({ nummer, uitleg }) => (
                <li key={nummer}>
                  <button type="button" class="tabel__kies" onClick={() => onOpen(nummer)}>
                    {nummer}
                  </button>
                  : {uitleg}
                </li>
              ))}
            </ul>
          </>
        )}
        {actie.problem && <p>{actie.problem.message}</p>}
        <div class="knoppen knoppen--dicht">
          {mislukt.length > 0 && (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              aria-disabled={actie.busy}
              onClick={again}
            >
              {t.opnieuw(formatGetal(mislukt.length))}
            </button>
          )}
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={bulk.sluit}>
            {t.sluit}
          </button>
        </div>
      </Alert>
    </div>
  )
}
