/** Until when something open should be done, and in words with a sign when that is near or over. */
import type { Behandeling } from '../../functions/contract/behandeling.ts'
import { formatDatum } from '../texts/format.ts'
import { nlWerkplek as t } from '../texts/nlWerkplek.ts'

type Props = Pick<Behandeling, 'status' | 'streefDatum' | 'signaal'>

export function TermijnTeken({ status, streefDatum, signaal = 'op-tijd' }: Props) {
  // A row that was just closed may still carry the signal of before.
  if (status === 'gesloten') return null
  return (
    <span class={`termijn termijn--${signaal}`}>
      {t.lijst.uiterlijk(formatDatum(streefDatum))}
      {t.signaal[signaal] && <strong class="termijn__signaal">{t.signaal[signaal]}</strong>}
    </span>
  )
}
