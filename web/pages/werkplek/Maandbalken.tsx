/** Meldingen per month as bars, and as a table; a bar is a button that chooses its month. */
import type { Activiteit } from '../../../functions/contract/activiteit.ts'
import { daysOfMonth, type Periode } from '../../state/periode.ts'
import { formatGetal, formatMaand } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

type Props = { maanden: Activiteit['perMaand']; periode: Periode; onKies(periode: Periode): void }

const t = nlKaart.periode
/** Two years of bars is what fits. */
const most = 24

const Tabel = ({ maanden }: Pick<Props, 'maanden'>) => (
  <details class="balken__tabel">
    <summary>{t.alsTabel}</summary>
    <table class="utrecht-table tabel">
      <caption class="alleen-voorlezen">{t.perMaand}</caption>
      <thead>
        <tr>
          <th scope="col">{t.maandKop}</th>
          <th scope="col" class="getal">
            {t.meldingen}
          </th>
        </tr>
      </thead>
      <tbody>
        {maanden.toReversed().map(({ maand, meldingen }) => (
          <tr key={maand}>
            <th scope="row">{formatMaand(maand)}</th>
            <td class="getal">{formatGetal(meldingen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)

export function Maandbalken({ maanden, periode, onKies }: Props) {
  const shown = maanden.slice(-most)
  const highest = Math.max(1, ...shown.map(({ meldingen }) => meldingen))
  if (shown.length < 2) return null
  return (
    <div class="balken">
      <p class="balken__naam" id="balken-naam">
        {t.perMaand}
      </p>
      {/* The scale for the eye; every bar says its month and number itself. */}
      <p class="balken__as" aria-hidden="true">
        {t.hoogste(formatGetal(highest))}
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
      <p class="balken__as balken__as--onder" aria-hidden="true">
        <span>{formatMaand(shown[0]!.maand)}</span>
        <span>{formatMaand(shown.at(-1)!.maand)}</span>
      </p>
      <Tabel maanden={shown} />
    </div>
  )
}
