/** One row of the list: a box to choose it, and a button that opens it. */
import type { Behandeling } from '../../../functions/contract/behandeling.ts'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { TermijnTeken } from '../../components/TermijnTeken.tsx'
import { formatKort } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'

const t = nlWerkplek.lijst

type Props = {
  rij: Behandeling
  categorie: string
  kern: string
  open: boolean
  gekozen: boolean
  onKies(reeks: boolean): void
  onOpen(): void
  onActief(kern: string | undefined): void
}

/** So that the row can take the focus back. */
export const rijId = (nummer: string): string => `rij-${nummer}`

export function Rij({ rij, categorie, kern, open, gekozen, onKies, onOpen, onActief }: Props) {
  const wie = [rij.team, rij.medewerker].filter(Boolean).join(', ')
  return (
    <li class={`werkrij ${open ? 'werkrij--open' : ''} ${gekozen ? 'werkrij--gekozen' : ''}`}>
      <label class="werkrij__vakje">
        <input
          type="checkbox"
          checked={gekozen}
          aria-label={t.kies(rij.nummer, rij.kop)}
          onClick={(event) => onKies(event.shiftKey)}
        />
      </label>
      <button
        type="button"
        id={rijId(rij.nummer)}
        class="werklijst__rij"
        aria-current={open ? 'true' : undefined}
        onClick={onOpen}
        onPointerEnter={() => onActief(rij.kern)}
        onPointerLeave={() => onActief(undefined)}
        onFocus={() => onActief(rij.kern)}
        onBlur={() => onActief(undefined)}
      >
        <span class="werklijst__kop">{rij.kop}</span>
        <StatusTeken {...rij} />
        <span class="werklijst__onder">
          {categorie} · {kern} · <span class="werklijst__dag">{formatKort(rij.geregistreerdOp)}</span>
          {wie && ` · ${wie}`}
        </span>
        <TermijnTeken {...rij} />
        {(rij.wacht || rij.postMislukt) && (
          <span class="werklijst__vlaggen">
            {rij.wacht && <span class="vlag">{t.wacht}</span>}
            {rij.postMislukt && <span class="vlag vlag--mis">{t.postMislukt}</span>}
          </span>
        )}
      </button>
    </li>
  )
}
