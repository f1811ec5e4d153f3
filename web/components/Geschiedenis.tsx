/** What happened to a melding, newest first. */
import type { Statusregel } from '../../functions/contract/opvolging.ts'
import { formatDag, formatMoment } from '../texts/format.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { StatusTeken } from './StatusTeken.tsx'

const t = nlKaart.volg

export const Geschiedenis = ({ regels }: { regels: readonly (Statusregel & { door?: string })[] }) => (
  <ol class="geschiedenis">
    {regels.toReversed().map((regel, n) => (
      <li key={regel.op}>
        <p class="geschiedenis__kop">
          <StatusTeken {...regel} />
        </p>
        <p class="geschiedenis__op">
          <time dateTime={regel.op}>{formatMoment(regel.op)}</time>
          {regel.door && ` · ${regel.door}`}
        </p>
        {regel.streefDatum && (
          <p>{(n === regels.length - 1 ? t.beloofd : t.opnieuwBeloofd)(formatDag(regel.streefDatum))}</p>
        )}
        {regel.toelichting && <p class="overzicht__tekst">{regel.toelichting}</p>}
      </li>
    ))}
  </ol>
)
