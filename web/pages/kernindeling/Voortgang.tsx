/** How far giving open work its new kern is. It goes on when nobody looks; whoever looks sees it move. */
import { useEffect } from 'preact/hooks'
import type { Hertoewijzing } from '../../../functions/contract/kernindeling.ts'
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { useLoad } from '../../state/useLoad.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import type { Geldigheid } from './geldigheid.ts'

const t = nlKernindeling.voortgang
const lookMillis = 1500

const inWords = ({ status, bekeken, totaal, meldingenAnders, initiatievenAnders }: Hertoewijzing): string => {
  if (status === 'wacht') return t.wacht
  if (status === 'klaar') return t.klaar(meldingenAnders, initiatievenAnders)
  return bekeken >= totaal ? t.tellen : t.bezig(formatGetal(bekeken), formatGetal(totaal))
}

export function Voortgang({ versie, geldigheid }: { versie: number; geldigheid: Geldigheid }) {
  const progress = useLoad((signal) => api.getHertoewijzing({ params: { versie }, signal }), [versie])
  const moving = geldigheid === 'nu' && progress.value?.status !== 'klaar'
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(progress.reload, lookMillis)
    return () => clearInterval(timer)
  }, [moving])
  return (
    <LoadState of={progress}>
      {(value) => (
        <div class="indeling__voortgang" role="status">
          <p class="versie__stap">{t.titel}</p>
          {value.status === 'bezig' && geldigheid === 'nu' && (
            <progress
              max={Math.max(1, value.totaal)}
              value={Math.min(value.bekeken, value.totaal)}
              aria-label={t.titel}
            />
          )}
          <p>{geldigheid === 'voorbij' && value.status !== 'klaar' ? t.ingehaald : inWords(value)}</p>
        </div>
      )}
    </LoadState>
  )
}
