/** Meldingen per month as bars; a bar is a button that chooses its month. */
import type { Activiteit } from '../../../functions/contract/activiteit.ts'
import { daysOfMonth, type Periode } from '../../state/periode.ts'
import { formatGetal, formatMaand } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

type Props = { maanden: Activiteit['perMaand']; periode: Periode; onKies(periode: Periode): void }

const t = nlKaart.periode
/** Two years of bars is what fits. */
const most = 24

export function Maandbalken({ maanden, periode, onKies }: Props) {
  const shown = maanden.slice(-most)
  const highest = Math.max(1, ...shown.map(({ meldingen }) => meldingen))
  if (shown.length < 2) return null
  return (
    <div class="balken">
      <p class="balken__naam" id="balken-naam">
        {t.perMaand}
      </p>
      <ol class="balken__lijst" aria-labelledby="balken-naam">
        {shown.map(({ maand, meldingen }) => {
          const days = daysOfMonth(maand)
          return (
            <li key={maand} class="balken__maand">
              <button
                type="button"
                class="balken__knop"
                aria-pressed={periode.van === days.van && periode.tot === days.tot}
                aria-label={t.kiesMaand(formatMaand(maand), formatGetal(meldingen))}
                title={t.kiesMaand(formatMaand(maand), formatGetal(meldingen))}
                onClick={() => onKies(days)}
              >
                <span class="balken__balk" style={{ height: `${(100 * meldingen) / highest}%` }} />
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
