/** What happened to a melding, newest first, in the words of who reads it. */
import type { Statusregel } from '../../../functions/contract/opvolging.ts'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { formatMoment } from '../../texts/format.ts'
import { type Lezer, vertel } from './vertel.ts'

export function Verloop({ regels, lezer }: { regels: readonly Statusregel[]; lezer: Lezer }) {
  const verhalen = regels.map((regel, n) => ({ regel, ...vertel(regel, regels[n - 1], lezer) }))
  return (
    <ol class="geschiedenis">
      {verhalen.toReversed().map(({ regel, kop, status, citaat, datum }, n) => (
        <li key={regels.length - n}>
          {(status || !kop) && (
            <p class="geschiedenis__kop">
              <StatusTeken {...regel} />
            </p>
          )}
          {kop && <p class={status ? undefined : 'geschiedenis__kop'}>{kop}</p>}
          <p class="geschiedenis__op">
            <time dateTime={regel.op}>{formatMoment(regel.op)}</time>
          </p>
          {citaat && <blockquote class="citaat">{citaat}</blockquote>}
          {datum && <p>{datum}</p>}
        </li>
      ))}
    </ol>
  )
}
