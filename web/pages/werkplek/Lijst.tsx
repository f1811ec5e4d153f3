/** The list of meldingen: first words, subject, kern, day, status and term; one click or Enter opens one. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Behandeling } from '../../../functions/contract/behandeling.ts'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { TermijnTeken } from '../../components/TermijnTeken.tsx'
import { formatDatum, formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'

const t = nlWerkplek.lijst

type Props = {
  page: { rows: Behandeling[]; volgende?: string }
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  gekozen: string | undefined
  onKies(nummer: string): void
  onActief(kern: string | undefined): void
  more(): void
  loadingMore: boolean
}

const naamOf = (lijst: readonly { code: string; naam: string }[], code: string): string =>
  lijst.find((each) => each.code === code)?.naam ?? code

export function Lijst({ page, kernen, categorieen, gekozen, onKies, onActief, more, loadingMore }: Props) {
  if (page.rows.length === 0)
    return (
      <div class="leeg">
        <p class="leeg__titel">{t.leegTitel}</p>
        <p>{t.leeg}</p>
      </div>
    )
  return (
    <>
      <h2 class="utrecht-heading-2 lijst__titel">{t.titel}</h2>
      <ul class="werklijst">
        {page.rows.map((rij) => (
          <li key={rij.nummer}>
            <button
              type="button"
              class="werklijst__rij"
              aria-pressed={rij.nummer === gekozen}
              onClick={() => onKies(rij.nummer)}
              onPointerEnter={() => onActief(rij.kern)}
              onPointerLeave={() => onActief(undefined)}
              onFocus={() => onActief(rij.kern)}
              onBlur={() => onActief(undefined)}
            >
              <span class="werklijst__kop">{rij.kop}</span>
              <span class="werklijst__onder">
                {naamOf(categorieen, rij.categorie)} · {naamOf(kernen, rij.kern)} ·{' '}
                {formatDatum(rij.geregistreerdOp)}
              </span>
              <StatusTeken {...rij} />
              <TermijnTeken {...rij} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{loadingMore ? t.meerBezig : t.aantal(formatGetal(page.rows.length))}</p>
      {page.volgende && (
        <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={more}>
          {t.meer}
        </button>
      )}
    </>
  )
}
