/** A status in words with its sign: shape, colour and text say the same. */
import type { Reden, Status } from '../../functions/contract/melding.ts'
import { formatDatum } from '../texts/format.ts'
import { nlKaart, redenNaam, statusNaam } from '../texts/nlKaart.ts'

type Props = { status: Status; reden?: Reden; geplandeDatum?: string }

export const StatusTeken = ({ status, reden, geplandeDatum }: Props) => (
  <span class="status">
    <span class={`teken teken--${status}`} aria-hidden="true" />
    {statusNaam[status]}
    {reden && ` (${redenNaam[reden]})`}
    {geplandeDatum && ` ${nlKaart.mijnKern.geplandOp(formatDatum(geplandeDatum))}`}
  </span>
)
