/** The year of a screen; one step back or on is one press. */
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'

type Props = { jaar: number; onJaar(jaar: number): void }

export const JaarKeuze = ({ jaar, onJaar }: Props) => (
  <div class="jaarkeuze">
    <Tekstveld
      id="jaar"
      label={t.jaar}
      value={String(jaar)}
      pasAan
      onTyp={(text) => /^20\d\d$/.test(text) && onJaar(Number(text))}
    />
    <button type="button" class="knopje" aria-label={t.vorigJaar(jaar - 1)} onClick={() => onJaar(jaar - 1)}>
      ‹
    </button>
    <button type="button" class="knopje" aria-label={t.vorigJaar(jaar + 1)} onClick={() => onJaar(jaar + 1)}>
      ›
    </button>
  </div>
)
