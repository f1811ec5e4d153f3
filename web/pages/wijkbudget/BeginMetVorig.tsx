/** Before anything is typed: one press divides the money of last year again, so that the comparison is there. */
import { formatEuro } from '../../../functions/domain/geld.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { writeBedrag } from './toInvoer.ts'

type Props = {
  jaar: number
  /** Cents per kern of the year before. */
  vorig: Readonly<Record<string, number>>
  onTotaal(text: string): void
}

export function BeginMetVorig({ jaar, vorig, onTotaal }: Props) {
  const totaal = Object.values(vorig).reduce((sum, centen) => sum + centen, 0)
  return (
    <div class="knoppen">
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => onTotaal(writeBedrag(totaal))}
      >
        {t.beginMetVorig(jaar - 1, formatEuro(totaal))}
      </button>
    </div>
  )
}
